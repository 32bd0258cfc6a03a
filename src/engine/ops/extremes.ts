/** Functions of two operands with corners or angles: maximum, minimum, atan2, hypot, logaddexp. */
import { add, chain, divide, make, multiply, negate, scalar, subtract, where } from '../build';
import type { EntryId } from '../graph';
import type { Op, OpTable } from '../op';
import { logAddExp } from '../scalars';
import { sumOfTwo } from './arithmetic';
import {
  type BinaryKernel,
  binaryCompute,
  binaryOutline,
  float,
  nearlyEqual,
  promote,
  somePair,
  toInput,
} from './elementwise';

export const extremes: Pick<OpTable, 'maximum' | 'minimum' | 'atan2' | 'hypot' | 'logaddexp'> = {
  maximum: extreme('maximum', 'greater', (v, out, a, stepA, b, stepB, count) => {
    for (let i = 0; i < count; i++) v[out + i] = Math.max(v[a + i * stepA], v[b + i * stepB]);
  }),

  minimum: extreme('minimum', 'less', (v, out, a, stepA, b, stepB, count) => {
    for (let i = 0; i < count; i++) v[out + i] = Math.min(v[a + i * stepA], v[b + i * stepB]);
  }),

  /** atan2(y, x): the angle of the point (x, y). */
  atan2: {
    differentiable: true,
    outline: (inputs) => binaryOutline('atan2', inputs, float),
    compute: binaryCompute((v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.atan2(v[a + i * stepA], v[b + i * stepB]);
    }),
    reverse: (graph, entry, adjoint, _none, needed) => {
      const [y, x] = entry.inputs;
      const radius = make(graph, 'hypot', x, y);
      const slope = (over: EntryId) => divide(graph, divide(graph, over, radius), radius);
      return [
        needed[0] ? toInput(graph, entry, 0, chain(graph, adjoint, slope(x))) : null,
        needed[1] ? toInput(graph, entry, 1, chain(graph, adjoint, negate(graph, slope(y)))) : null,
      ];
    },
    forward: (graph, entry, [ty, tx]) => {
      const [y, x] = entry.inputs;
      const radius = make(graph, 'hypot', y, x);
      const alongY = ty === null ? null : chain(graph, ty, divide(graph, x, radius));
      const alongX = tx === null ? null : chain(graph, negate(graph, tx), divide(graph, y, radius));
      const turned = sumOfTwo(graph, alongY, alongX);
      return turned && chain(graph, turned, divide(graph, scalar(graph, 1), radius));
    },
    ties: (graph, entry) => somePair(graph, entry, (y, x) => y === 0 && x <= 0),
    tieRule: 'the angle jumps by 2π here; the gradient is that of either side',
  },

  hypot: {
    differentiable: true,
    outline: (inputs) => binaryOutline('hypot', inputs, float),
    compute: binaryCompute((v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.hypot(v[a + i * stepA], v[b + i * stepB]);
    }),
    reverse: (graph, entry, adjoint, _none, needed) => {
      const origin = make(graph, 'equal', entry.id, scalar(graph, 0));
      const radius = where(graph, origin, scalar(graph, 1), entry.id);
      return [0, 1].map((which) => {
        if (!needed[which]) return null;
        const slope = divide(graph, entry.inputs[which], radius);
        return toInput(graph, entry, which, chain(graph, adjoint, slope));
      });
    },
    forward: (graph, entry, [ta, tb]) => {
      const [a, b] = entry.inputs;
      const zero = scalar(graph, 0);
      const origin = make(graph, 'equal', entry.id, zero);
      const share = (t: EntryId | null, x: EntryId) =>
        t === null ? null : chain(graph, t, where(graph, origin, zero, divide(graph, x, entry.id)));
      return sumOfTwo(graph, share(ta, a), share(tb, b));
    },
    ties: (graph, entry) => somePair(graph, entry, (a, b) => a === 0 && b === 0),
    tieRule: 'at the origin the gradient of the length is 0',
  },

  logaddexp: {
    differentiable: true,
    outline: (inputs) => binaryOutline('logaddexp', inputs, float),
    compute: binaryCompute((v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = logAddExp(v[a + i * stepA], v[b + i * stepB]);
    }),
    reverse: (graph, entry, adjoint, _none, needed) => {
      const [a, b] = entry.inputs;
      const share = (own: EntryId, other: EntryId) =>
        make(graph, 'sigmoid', subtract(graph, own, other));
      return [
        needed[0] ? toInput(graph, entry, 0, chain(graph, adjoint, share(a, b))) : null,
        needed[1] ? toInput(graph, entry, 1, chain(graph, adjoint, share(b, a))) : null,
      ];
    },
    forward: (graph, entry, tangents) => {
      const share = (which: number) => {
        const t = tangents[which];
        if (t === null) return null;
        return chain(graph, t, make(graph, 'exp', subtract(graph, entry.inputs[which], entry.id)));
      };
      return sumOfTwo(graph, share(0), share(1));
    },
  },
};

/** maximum and minimum; `wins` compares the first operand with the second. */
function extreme(
  name: 'maximum' | 'minimum',
  wins: 'greater' | 'less',
  kernel: BinaryKernel,
): Op<null> {
  return {
    differentiable: true,
    outline: (inputs) => binaryOutline(name, inputs, promote),
    compute: binaryCompute(kernel),
    reverse: (graph, entry, adjoint, _none, needed) => {
      const [a, b] = entry.inputs;
      const tied = make(graph, 'equal', a, b);
      const share = (own: EntryId, other: EntryId) =>
        where(graph, tied, scalar(graph, 0.5), make(graph, wins, own, other));
      return [
        needed[0] ? toInput(graph, entry, 0, chain(graph, adjoint, share(a, b))) : null,
        needed[1] ? toInput(graph, entry, 1, chain(graph, adjoint, share(b, a))) : null,
      ];
    },
    forward: (graph, entry, [ta, tb]) => {
      if (ta === null && tb === null) return null;
      const [a, b] = entry.inputs;
      const first = ta ?? scalar(graph, 0);
      const second = tb ?? scalar(graph, 0);
      const mean = multiply(graph, add(graph, first, second), scalar(graph, 0.5));
      const winner = where(graph, make(graph, wins, a, b), first, second);
      return where(graph, make(graph, 'equal', a, b), mean, winner);
    },
    ties: (graph, entry) => somePair(graph, entry, nearlyEqual),
    tieRule: 'at a tie the gradient is shared equally',
  };
}
