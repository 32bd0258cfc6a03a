/** What a report says of a target beside its outcome: its name, kind and places. */
import type { Described } from './assemble';
import type { Claim, ClassTarget, FunctionTarget, PairTarget } from './targets';

export function describeFunction(target: FunctionTarget): Described {
  const { definition, name, annotated } = target;
  return {
    name,
    kind: 'function',
    nameSpan: definition.nameSpan,
    fullSpan: definition.span,
    annotationSpans: definition.annotations.map((each) => each.span),
    annotated,
    forwardSpan: definition.nameSpan,
  };
}

export function describeClass(target: ClassTarget): Described {
  const { definition, forward, name, annotated } = target;
  return {
    name,
    kind: 'class',
    nameSpan: definition.nameSpan,
    fullSpan: definition.span,
    annotationSpans: definition.annotations.map((each) => each.span),
    annotated,
    forwardSpan: forward.nameSpan,
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
  };
}
