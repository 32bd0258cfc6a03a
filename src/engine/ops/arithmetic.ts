/** Sums, products, quotients and powers, with broadcasting. */
import {
  add,
  broadcastTo,
  chain,
  make,
  multiply,
  negate,
  reciprocal,
  scalar,
  subtract,
  where,
} from '../build';
import type { EntryId, Graph } from '../graph';
import type { Op, OpTable } from '../op';
import { power } from '../scalars';
import {
  type BinaryKernel,
  binaryCompute,
  binaryOutline,
  float,
  promote,
  promoteNumber,
  toInput,
  unaryCompute,
} from './elementwise';

const addKernel: BinaryKernel = (v, out, a, stepA, b, stepB, count) => {
  for (let i = 0; i < count; i++) v[out + i] = v[a + i * stepA] + v[b + i * stepB];
};
const addFloats = binaryCompute(addKernel);
const addBools = binaryCompute((v, out, a, stepA, b, stepB, count) => {
  for (let i = 0; i < count; i++) v[out + i] = v[a + i * stepA] || v[b + i * stepB];
});

/** The rules of a × b, for the plain product and for the one that keeps zeros. */
const productRules: Pick<Op<null>, 'reverse' | 'forward'> = {
  reverse: (graph, entry, adjoint, _none, needed) => {
    const [a, b] = entry.inputs;
    return [
      needed[0] ? toInput(graph, entry, 0, chain(graph, adjoint, b)) : null,
      needed[1] ? toInput(graph, entry, 1, chain(graph, adjoint, a)) : null,
    ];
  },
  forward: (graph, entry, [ta, tb]) =>
    sumOfTwo(
      graph,
      ta === null ? null : chain(graph, ta, entry.inputs[1]),
      tb === null ? null : chain(graph, tb, entry.inputs[0]),
    ),
};

export const arithmetic: Pick<
  OpTable,
  'negate' | 'add' | 'subtract' | 'multiply' | 'divide' | 'chain' | 'power'
> = {
  negate: {
    differentiable: true,
    outline: ([x]) => ({ shape: x.shape, type: x.type === 'bool' ? 'int' : x.type }),
    compute: unaryCompute((v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = -v[from + i];
    }),
    reverse: (graph, _entry, adjoint) => [negate(graph, adjoint)],
    forward: (graph, _entry, [t]) => (t === null ? null : subtract(graph, scalar(graph, 0), t)),
  },

  /** Of two bools: a bool, as in numpy. */
  add: {
    differentiable: true,
    outline: (inputs) => binaryOutline('add', inputs, promote),
    compute: (arena, entry, inputs, parameters) =>
      entry.type === 'bool'
        ? addBools(arena, entry, inputs, parameters)
        : addFloats(arena, entry, inputs, parameters),
    reverse: (graph, entry, adjoint, _none, needed) => [
      needed[0] ? toInput(graph, entry, 0, adjoint) : null,
      needed[1] ? toInput(graph, entry, 1, adjoint) : null,
    ],
    forward: (graph, entry, [a, b]) => {
      if (a !== null && b !== null) return add(graph, a, b);
      const only = a ?? b;
      return only === null ? null : broadcastTo(graph, only, entry.shape);
    },
  },

  subtract: {
    differentiable: true,
    outline: (inputs) => binaryOutline('subtract', inputs, promoteNumber),
    compute: binaryCompute((v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = v[a + i * stepA] - v[b + i * stepB];
    }),
    reverse: (graph, entry, adjoint, _none, needed) => [
      needed[0] ? toInput(graph, entry, 0, adjoint) : null,
      needed[1] ? negate(graph, toInput(graph, entry, 1, adjoint)) : null,
    ],
    forward: (graph, entry, [a, b]) => {
      if (b === null) return a === null ? null : broadcastTo(graph, a, entry.shape);
      return broadcastTo(graph, subtract(graph, a ?? scalar(graph, 0), b), entry.shape);
    },
  },

  multiply: {
    differentiable: true,
    outline: (inputs) => binaryOutline('multiply', inputs, promote),
    compute: binaryCompute((v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = v[a + i * stepA] * v[b + i * stepB];
    }),
    ...productRules,
  },

  divide: {
    differentiable: true,
    outline: (inputs) => binaryOutline('divide', inputs, float),
    compute: binaryCompute((v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = v[a + i * stepA] / v[b + i * stepB];
    }),
    reverse: (graph, entry, adjoint, _none, needed) => {
      const b = entry.inputs[1];
      const slopeA = reciprocal(graph, b);
      return [
        needed[0] ? toInput(graph, entry, 0, chain(graph, adjoint, slopeA)) : null,
        needed[1]
          ? toInput(
              graph,
              entry,
              1,
              negate(graph, chain(graph, adjoint, multiply(graph, entry.id, slopeA))),
            )
          : null,
      ];
    },
    // y b = a, so dy = (da - y db) / b; the division last, guarded where nothing moves.
    forward: (graph, entry, [ta, tb]) => {
      const pull = tb === null ? null : negate(graph, chain(graph, tb, entry.id));
      const moved = sumOfTwo(graph, ta, pull);
      if (moved === null) return null;
      return chain(
        graph,
        broadcastTo(graph, moved, entry.shape),
        reciprocal(graph, entry.inputs[1]),
      );
    },
  },

  chain: {
    differentiable: true,
    outline: (inputs) => binaryOutline('chain', inputs, float),
    compute: binaryCompute((v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) {
        const adjoint = v[a + i * stepA];
        v[out + i] = adjoint === 0 ? 0 : adjoint * v[b + i * stepB];
      }
    }),
    ...productRules,
  },

  /**
   * Slopes: exponent × base^(exponent - 1), which is 0 for exponent 0 even at base 0; and
   * y × log(base), which counts as 0 at base 0. Negative integer powers of ints: cast first.
   */
  power: {
    differentiable: true,
    outline: (inputs) => binaryOutline('power', inputs, promoteNumber),
    compute: binaryCompute((v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = power(v[a + i * stepA], v[b + i * stepB]);
    }),
    reverse: (graph, entry, adjoint, _none, needed) => {
      const [base, exponent] = entry.inputs;
      let forBase: EntryId | null = null;
      let forExponent: EntryId | null = null;
      if (needed[0]) {
        const lowered = make(graph, 'power', base, subtract(graph, exponent, scalar(graph, 1)));
        const slope = chain(graph, exponent, lowered);
        forBase = toInput(graph, entry, 0, chain(graph, adjoint, slope));
      }
      if (needed[1]) {
        const atZero = make(graph, 'equal', base, scalar(graph, 0));
        const safe = where(graph, atZero, scalar(graph, 1), base);
        const slope = chain(graph, make(graph, 'log', safe), entry.id);
        forExponent = toInput(graph, entry, 1, chain(graph, adjoint, slope));
      }
      return [forBase, forExponent];
    },
    forward: (graph, entry, [ta, tb]) => {
      const [base, exponent] = entry.inputs;
      const zero = scalar(graph, 0);
      let alongBase: EntryId | null = null;
      let alongExponent: EntryId | null = null;
      if (ta !== null) {
        const lowered = make(graph, 'power', base, add(graph, exponent, scalar(graph, -1)));
        const slope = multiply(graph, lowered, exponent);
        const constant = make(graph, 'equal', exponent, zero);
        alongBase = chain(graph, ta, where(graph, constant, zero, slope));
      }
      if (tb !== null) {
        const slope = multiply(graph, make(graph, 'log', base), entry.id);
        const atZero = make(graph, 'equal', base, zero);
        alongExponent = chain(graph, tb, where(graph, atZero, zero, slope));
      }
      return sumOfTwo(graph, alongBase, alongExponent);
    },
  },
};

/** The sum of what is not null. */
export function sumOfTwo(graph: Graph, a: EntryId | null, b: EntryId | null): EntryId | null {
  if (a === null) return b;
  return b === null ? a : add(graph, a, b);
}
