/**
 * C1 and C3: `X_forward` and `X_backward(dout, cache)`, `X_fwd` and `X_bwd`, `relu` and
 * `relu_backward(dA, cache)`, as functions of a module or as methods of a class. The pair
 * of plain `forward` and `backward` methods is the class's own (targets.ts).
 */
import type { FunctionDefinition } from '../../../syntax/nodes';
import { functionPair, named, ownParameters } from '../functions';
import { isSkeleton } from '../guards';
import type { Found, Rule, Scope } from '../pair';
import { namesItsDerivatives, speaksOfGradients } from '../vocabulary';

/** Each verb of a gradient with the verbs that its forward may have, the likeliest first. */
const verbs: readonly (readonly [RegExp, readonly string[]])[] = [
  [/backward/, ['forward', 'fwd']],
  [/Backward/, ['Forward']],
  [
    /backprop(agation|agate)?/,
    [
      'forward',
      'feedforward',
      'forwardprop',
      'forward_prop',
      'forwardpropagation',
      'forward_propagation',
    ],
  ],
  [
    /back_prop(agation|agate)?/,
    ['forward', 'forward_prop', 'forward_propagation', 'feed_forward', 'feedforward'],
  ],
  [/BackProp(agation)?/, ['ForwardProp', 'ForwardPropagation', 'Forward']],
  [/bprop/, ['fprop']],
  [/bwd/, ['fwd', 'forward']],
];

/** What variants of one gradient add to its name: the forward may go without. */
const variants = /_(alt|fast|naive|vectorized|vec|slow|with_regularization|numpy|np|v?\d+)$|\d+$/;

export const forwardBackward: Rule = {
  convention: { code: 'C1', words: 'forward and backward by name' },
  find: (scope) => scope.functions.flatMap((written) => pairOf(scope, written)),
  missed,
};

function pairOf(scope: Scope, written: FunctionDefinition): Found[] {
  for (const [verb, forwards] of verbs) {
    const match = verb.exec(written.name);
    if (match === null) continue;
    const before = written.name.slice(0, match.index);
    const after = written.name.slice(match.index + match[0].length);
    // Plain `forward` and `backward` methods work on the object that they share.
    const bare = /^_*$/.test(before) && /^_*(pass|prop|propagation)?$/i.test(after);
    if (scope.owner !== null && bare) return [];
    const forward = candidates(before, after, forwards)
      .filter((name) => name !== written.name)
      .map((name) => named(scope, name))
      .find((each) => each !== null);
    if (forward === undefined || !takesMore(scope, forward, written)) continue;
    const why = `\`${written.name}\` is named as the backward of \`${forward.name}\``;
    const speaks =
      speaksOfGradients(scope.program, written) ||
      namesItsDerivatives(scope.program, forward, written);
    const open = !speaks ? 'value' : bare ? 'shape' : 'nothing';
    const cost = costOf(scope, forward, written);
    const linked = cost === null;
    return [functionPair(scope, forward, written, { why, linked, open, cost })];
  }
  return [];
}

function missed(scope: Scope, written: FunctionDefinition): string | null {
  for (const [verb, forwards] of verbs) {
    const match = verb.exec(written.name);
    if (match === null) continue;
    const before = written.name.slice(0, match.index);
    const after = written.name.slice(match.index + match[0].length);
    const wanted = candidates(before, after, forwards);
    const forward = wanted.find((name) => name !== written.name && named(scope, name) !== null);
    return forward === undefined
      ? `no function in this scope is named like the forward of \`${written.name}\` (\`${wanted[0]}\` and the like)`
      : `it is named as the backward of \`${forward}\`, but takes nothing that forward does not, and its text does not speak of gradients`;
  }
  return null;
}

/** A backward takes a cotangent or a cache, or at least speaks of gradients. */
function takesMore(
  scope: Scope,
  forward: FunctionDefinition,
  written: FunctionDefinition,
): boolean {
  const own = new Set(ownParameters(scope, forward).map((each) => each.name));
  const more = ownParameters(scope, written).some((each) => !own.has(each.name));
  return (more || isSkeleton(written)) && own.size > 0
    ? true
    : speaksOfGradients(scope.program, written);
}

const targets = /^(y|t|labels?|targets?|y_?true)$/i;

/**
 * A backward that takes the targets, which forward does not, and no cotangent: it is that of
 * a cost in the same scope.
 */
function costOf(
  scope: Scope,
  forward: FunctionDefinition,
  written: FunctionDefinition,
): FunctionDefinition | null {
  const own = ownParameters(scope, forward).map((each) => each.name);
  const target = ownParameters(scope, written).find(
    ({ name }) => targets.test(name) && !own.includes(name),
  );
  if (target === undefined) return null;
  const regularized = /regulari[sz]/.test(written.name);
  const costs = scope.functions.filter(
    (each) =>
      /cost|loss/i.test(each.name) &&
      each !== forward &&
      each !== written &&
      ownParameters(scope, each).some(({ name }) => name === target.name),
  );
  // The nearest one above is meant.
  const above = costs.filter(
    (each) =>
      each.span.start < written.span.start && /regulari[sz]/.test(each.name) === regularized,
  );
  return above.at(-1) ?? costs[0] ?? null;
}

function candidates(before: string, after: string, forwards: readonly string[]): string[] {
  const stripped = after.replace(variants, '');
  const tails = [...new Set([after, stripped, ''])];
  const stem = before.replace(/_$/, '');
  const linkedNames = forwards.flatMap((verb) =>
    [...tails, '_naive'].map((tail) => `${before}${verb}${tail}`),
  );
  // `relu` beside `relu_backward`, `dropout_fast` beside `dropout_backward_fast`.
  const plain = stem === '' ? [] : tails.map((tail) => `${stem}${tail}`);
  const leading = stem === '' ? tails.map((tail) => tail.replace(/^_/, '')).filter(Boolean) : [];
  return [...linkedNames, ...plain, ...leading];
}
