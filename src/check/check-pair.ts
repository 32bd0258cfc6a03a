/**
 * Checks a pair that was found by convention: the procedure of its form runs it, and
 * what only a convention can mean (a scale, an output form) is named as such.
 */
import type { FunctionDefinition, Program } from '../syntax/nodes';
import { type Checking, checkProcedure, initializerOf } from './check-target';
import { withoutBands } from './conventions/bands';
import { outputPassed } from './conventions/callers';
import type { Way } from './conventions/reconsider';
import { settle } from './conventions/settle';
import { unclippedContext } from './conventions/unclipped';
import { isSkeleton } from './detect/guards';
import { type Form, halvesOf, type Pair } from './detect/pair';
import { namesItsDerivatives, speaksOfGradients } from './detect/vocabulary';
import { type AnnotatedPoints, readOptions } from './options';
import { isProven, malformed, type Outcome, skipped, stub } from './outcome';
import { contextProcedure } from './procedures/context';
import { functionProcedure } from './procedures/functions';
import { jointProcedure } from './procedures/joint';
import type { Procedure } from './procedures/procedure';
import { returnedProcedure } from './procedures/returned';
import { ruleProcedure } from './procedures/rule';
import { tapeProcedure } from './procedures/tape';
import { withoutRest } from './rest-parameters';
import type { PairTarget } from './targets';

export function checkPair(checking: Checking, target: PairTarget): Outcome {
  const pair = { ...target.pair, form: spelledOut(target.pair.form, checking.program) };
  const halves = halvesOf(pair.form);
  const written = halves[halves.length - 1];
  const names = halves.flatMap((each) => each.parameters.map((parameter) => parameter.name));
  const initializer = pair.owner === null ? null : initializerOf(checking, pair.owner);
  const points = readOptions(
    target.annotations,
    {
      parameters: [...names, ...(initializer?.parameters ?? []).map((each) => each.name)],
      self: pair.owner === null ? null : (halves[0].parameters[0]?.name ?? 'self'),
      of: target.name,
    },
    checking.options,
  );
  const wrong = malformed(target.annotations, points.problems);
  // Its halves are targets of their own, which tell what is wrong with their annotations.
  if (wrong !== null) return { ...wrong, problems: [] };
  if (points.options.skip !== null) return skipped(points.options.skip);
  const subject = { name: halves[0].name, path: checking.program.path };
  const pairing = target.annotated || pair.open === 'nothing' ? 'sure' : 'open';
  const as = (points: AnnotatedPoints) => {
    const made = procedureOf(checking, pair, initializer, points);
    const outcome = withoutBands(checkProcedure(subject, points, made, pairing), written.name);
    return { annotated: points, procedure: made, outcome };
  };
  // A force is the negative gradient of its energy; some call the gradient one.
  const opposed = isForce(pair) ? as(scaledBy(-1, points)) : null;
  const checked = opposed === null || opposed.outcome.verdict === 'mismatch' ? as(points) : opposed;
  const { annotated, procedure, outcome } =
    opposed !== null && checked.outcome.verdict === 'mismatch' ? opposed : checked;
  // Zeros may be right; where they are not, nothing is written yet.
  const unwritten = isSkeleton(written, pair.form.kind === 'joint' ? 1 : 0);
  if (unwritten && !isProven(outcome)) return stub(written.name);
  if (target.annotated) return outcome;
  const flag = pair.form.kind === 'flag' ? pair.form.flag.name : '';
  // A flag's own name may say nothing: `grad=True` may ask for gradians.
  const unclear = pair.open === 'value' && /grad/.test(flag);
  const speaks =
    /deriv|prime/.test(flag) ||
    speaksOfGradients(checking.program, written, unclear ? flag : null) ||
    namesItsDerivatives(checking.program, halves[0], written);
  const variant = (way: Way) => variantOf(checking, pair, initializer, annotated, way);
  const settled = settle({ subject, outcome, procedure, variant, open: pair.open, speaks });
  if (settled.noPair !== undefined || settled.code === 'output-form') return settled;
  return outputPassed(checking.program, pair, settled) ?? settled;
}

/** What is written is called a force, and no annotation says of which scale it is. */
function isForce({ form, owner }: Pair): boolean {
  const name = form.kind === 'functions' && form.order === 1 ? form.written.name : '';
  const said = [
    ...(owner?.annotations ?? []),
    ...halvesOf(form).flatMap((each) => each.annotations),
  ];
  return said.length === 0 && /(^|_)forces?(_|$)/i.test(name);
}

function scaledBy(scale: number, points: AnnotatedPoints): AnnotatedPoints {
  return { ...points, options: { ...points.options, scale } };
}

/** The same form with the arguments of `*args` as parameters of their own. */
function spelledOut(form: Form, program: Program): Form {
  const whole = (definition: FunctionDefinition) => withoutRest(definition, program);
  switch (form.kind) {
    case 'functions': {
      const forward = whole(form.forward);
      const known = new Set(form.forward.parameters.map((each) => each.name));
      const rest = form.forward.parameters.find((each) => each.kind === 'rest');
      const taken = forward.parameters.flatMap(({ name }) => (known.has(name) ? [] : [name]));
      const wrt = form.wrt?.flatMap((each) => (each === rest?.name ? taken : [each])) ?? null;
      return { ...form, forward, written: whole(form.written), wrt };
    }
    case 'joint':
    case 'flag':
    case 'fill':
      return { ...form, definition: whole(form.definition) };
    default:
      return form;
  }
}

/** The same pair, run in another way that its convention allows; null where there is none. */
function variantOf(
  checking: Checking,
  pair: Pair,
  initializer: FunctionDefinition | null,
  annotated: AnnotatedPoints,
  way: Way,
): Procedure | null {
  if ('unclipped' in way) {
    const bare = unclippedContext(checking.context, pair.span);
    return bare === null
      ? null
      : procedureOf({ ...checking, context: bare }, pair, initializer, annotated);
  }
  const { form } = pair;
  const outputFits = form.kind === 'functions' && form.order === 1 && !form.linked;
  const fits =
    form.kind === 'flag' ||
    (form.kind === 'functions' &&
      (outputFits || 'transposed' in way || ('weighted' in way && form.order === 2)));
  return fits ? procedureOf(checking, pair, initializer, annotated, way) : null;
}

/** One function, asked once for its value and once for its derivative. */
function flagSetup({ definition, flag, off, on }: Extract<Form, { kind: 'flag' }>) {
  return {
    gradients: [{ name: definition.name, definition, fixed: new Map([[flag.name, on]]) }],
    linked: false,
    fixed: new Map([[flag.name, off]]),
  };
}

function procedureOf(
  { context }: Checking,
  pair: Pair,
  initializer: FunctionDefinition | null,
  annotated: AnnotatedPoints,
  way: Exclude<Way, { readonly unclipped: true }> | null = null,
): Procedure {
  const { form, owner } = pair;
  const { options } = annotated;
  switch (form.kind) {
    case 'functions': {
      const { forward, written, linked, order, wrt, outer, cost } = form;
      return functionProcedure({
        context,
        target: functionTarget(forward, owner),
        initializer,
        options: { ...options, wrt: options.wrt ?? wrt },
        gradients: [{ name: written.name, definition: written }],
        linked,
        order,
        outer,
        cost,
        ...way,
      });
    }
    case 'flag':
      return functionProcedure({
        ...flagSetup(form),
        context,
        target: functionTarget(form.definition, owner),
        initializer,
        options,
        ...way,
      });
    case 'joint':
    case 'fill': {
      const filled = form.kind === 'fill' ? form.filled : null;
      const { definition } = form;
      return jointProcedure({ context, pair, definition, filled, initializer, options });
    }
    case 'context':
      return contextProcedure({ context, pair, form, initializer, options });
    case 'tape':
      return tapeProcedure({ context, pair, form, initializer, options });
    case 'returned':
      return returnedProcedure({ context, pair, form, initializer, options });
    case 'rule':
      return ruleProcedure({ context, pair, form, initializer, options });
  }
}

function functionTarget(definition: FunctionDefinition, owner: Pair['owner']) {
  const { name } = definition;
  const plain = { ...definition, annotations: [] };
  return { kind: 'function' as const, name, definition: plain, owner, annotated: false };
}
