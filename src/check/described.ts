/** What a report says of a target beside its outcome: its name, kind and places. */
import type { FunctionDefinition, Program } from '../syntax/nodes';
import type { Described } from './assemble';
import { classConvention } from './detect/class-pair';
import {
  type Claim,
  type ClassTarget,
  type FunctionTarget,
  forwardName,
  methodOf,
  type PairTarget,
} from './targets';

export function describeFunction(target: FunctionTarget, program: Program): Described {
  const { definition, name, annotated, owner } = target;
  const of = forwardName(definition);
  const forward = of === null ? null : forwardOf(of, owner, program);
  return {
    name,
    kind: 'function',
    nameSpan: definition.nameSpan,
    fullSpan: definition.span,
    annotationSpans: definition.annotations.map((each) => each.span),
    annotated,
    forwardSpan: (forward ?? definition).nameSpan,
    found:
      of === null
        ? null
        : { convention: null, why: `its annotation says that it is the gradient of \`${of}\``, of },
  };
}

/** The function or method that an annotation names, where it stands in the same file. */
function forwardOf(
  name: string,
  owner: FunctionTarget['owner'],
  program: Program,
): FunctionDefinition | null {
  const method = owner === null ? null : methodOf(owner, name, program);
  if (method !== null) return method;
  const found = program.body.findLast(
    (each) => each.kind === 'function' && each.definition.name === name,
  );
  return found?.kind === 'function' ? found.definition : null;
}

export function describeClass(target: ClassTarget): Described {
  const { definition, forward, backward, name, annotated } = target;
  return {
    name,
    kind: 'class',
    nameSpan: definition.nameSpan,
    fullSpan: definition.span,
    annotationSpans: definition.annotations.map((each) => each.span),
    annotated,
    forwardSpan: forward.nameSpan,
    found: {
      convention: classConvention(target),
      why: `\`${name}\` has the methods \`${forward.name}\` and \`${backward.name}\``,
      of: forward.name,
    },
  };
}

export function describePair({ name, pair, annotations, annotated }: PairTarget): Described {
  const { form, nameSpan, span } = pair;
  const forward = 'forward' in form ? form.forward : null;
  return {
    name,
    kind: form.kind === 'context' ? 'class' : 'function',
    nameSpan,
    fullSpan: span,
    annotationSpans: annotations.map((each) => each.span),
    annotated,
    forwardSpan: forward?.nameSpan ?? null,
    found: { convention: pair.convention, why: pair.why, of: forward?.name ?? null },
  };
}

export function describeClaim(claim: Claim): Described {
  return {
    name: claim.name,
    kind: 'claim',
    nameSpan: claim.nameSpan,
    fullSpan: claim.statement.span,
    annotationSpans: [claim.annotation.span],
    annotated: true,
    forwardSpan: null,
    found: null,
  };
}
