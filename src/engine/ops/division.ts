/** Division with a whole quotient, and the remainders that belong to it. */
import { broadcastTo, chain, make, negate, subtract } from '../build';
import type { EntryId, Graph } from '../graph';
import type { Op, OpTable } from '../op';
import { floorDivide, floorMod } from '../scalars';
import {
  type BinaryKernel,
  binaryCompute,
  binaryOutline,
  flatBinary,
  promoteNumber,
  somePair,
  toInput,
} from './elementwise';

const tieRule = 'the whole quotient jumps here; its gradient counts as 0';

export const division: Pick<OpTable, 'floorDivide' | 'floorMod' | 'remainder'> = {
  floorDivide: flatBinary(
    'floorDivide',
    (v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = floorDivide(v[a + i * stepA], v[b + i * stepB]);
    },
    promoteNumber,
    { ties: (graph, entry) => somePair(graph, entry, wholeQuotient), tieRule },
  ),

  floorMod: remainderOf(
    'floorMod',
    (graph, a, b) => make(graph, 'floorDivide', a, b),
    (v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = floorMod(v[a + i * stepA], v[b + i * stepB]);
    },
    wholeQuotient,
  ),

  // The truncated quotient is exact: (a - remainder) / b has no rest.
  remainder: remainderOf(
    'remainder',
    (graph, a, b) =>
      make(
        graph,
        'round',
        make(graph, 'divide', subtract(graph, a, make(graph, 'remainder', a, b)), b),
      ),
    (v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = v[a + i * stepA] % v[b + i * stepB];
    },
    (a, b) => wholeQuotient(a, b) && Math.round(a / b) !== 0,
  ),
};

/** a - quotient × b: slope 1 along a, -quotient along b. */
function remainderOf(
  name: 'floorMod' | 'remainder',
  quotient: (graph: Graph, a: EntryId, b: EntryId) => EntryId,
  kernel: BinaryKernel,
  tied: (a: number, b: number) => boolean,
): Op<null> {
  return {
    differentiable: true,
    outline: (inputs) => binaryOutline(name, inputs, promoteNumber),
    compute: binaryCompute(kernel),
    reverse: (graph, entry, adjoint, _none, needed) => {
      const [a, b] = entry.inputs;
      const forA = needed[0] ? toInput(graph, entry, 0, adjoint) : null;
      if (!needed[1]) return [forA, null];
      const slope = negate(graph, quotient(graph, a, b));
      return [forA, toInput(graph, entry, 1, chain(graph, adjoint, slope))];
    },
    forward: (graph, entry, [ta, tb]) => {
      const [a, b] = entry.inputs;
      if (tb === null) return ta === null ? null : broadcastTo(graph, ta, entry.shape);
      const pull = chain(graph, tb, quotient(graph, a, b));
      return ta === null ? negate(graph, pull) : subtract(graph, ta, pull);
    },
    ties: (graph, entry) => somePair(graph, entry, tied),
    tieRule,
  };
}

/** The quotient is an integer up to rounding: the next larger or smaller operand changes it. */
function wholeQuotient(a: number, b: number): boolean {
  const quotient = a / b;
  return (
    Math.abs(quotient - Math.round(quotient)) <= 4 * 2 ** -53 * Math.max(1, Math.abs(quotient))
  );
}
