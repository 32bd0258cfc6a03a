/** Absolute value, sign, rounding and conversion: the ops that jump or have a corner. */
import { chain, make, scalar } from '../build';
import type { Op, OpTable } from '../op';
import { roundHalfEven } from '../scalars';
import { flat, float, someElement, unaryCompute } from './elementwise';

export const rounding: Pick<
  OpTable,
  'abs' | 'sign' | 'floor' | 'ceil' | 'trunc' | 'round' | 'cast'
> = {
  abs: {
    differentiable: true,
    outline: (inputs) => ({ shape: inputs[0].shape, type: inputs[0].type }),
    compute: unaryCompute((v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.abs(v[from + i]);
    }),
    reverse: (graph, entry, adjoint) => [
      chain(graph, adjoint, make(graph, 'sign', entry.inputs[0])),
    ],
    forward: (graph, entry, tangents) => {
      if (tangents[0] === null) return null;
      const turned = make(graph, 'negate', tangents[0]);
      const negative = make(graph, 'less', entry.inputs[0], scalar(graph, 0));
      const along = make(graph, 'where', negative, turned, tangents[0]);
      const corner = make(graph, 'equal', entry.inputs[0], scalar(graph, 0));
      return make(graph, 'where', corner, scalar(graph, 0), along);
    },
    ties: (graph, entry) => someElement(graph, entry, (x) => x === 0),
    tieRule: 'at 0 the gradient of the absolute value is 0',
  },

  sign: flat(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.sign(v[from + i]);
    },
    (type) => (type === 'bool' ? 'int' : type),
    jump((x) => x === 0),
  ),

  floor: flat(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.floor(v[from + i]);
    },
    float,
    jump(nearInteger),
  ),

  ceil: flat(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.ceil(v[from + i]);
    },
    float,
    jump(nearInteger),
  ),

  trunc: flat(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.trunc(v[from + i]);
    },
    float,
    jump(nearNonzeroInteger),
  ),

  round: flat(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = roundHalfEven(v[from + i]);
    },
    (type) => (type === 'bool' ? 'int' : type),
    jump((x) => nearInteger(x + 0.5)),
  ),

  /** To float it is the identity; to int and bool it jumps and has no gradient. */
  cast: {
    differentiable: true,
    outline: (inputs, { type }) => ({ shape: inputs[0].shape, type }),
    compute: (v, entry, inputs, { type }) => {
      const from = inputs[0].offset;
      const out = entry.offset;
      const kept = type === 'float' || inputs[0].type !== 'float';
      if (type === 'bool') {
        for (let i = 0; i < entry.size; i++) v[out + i] = v[from + i] === 0 ? 0 : 1;
      } else if (kept) {
        for (let i = 0; i < entry.size; i++) v[out + i] = v[from + i];
      } else {
        for (let i = 0; i < entry.size; i++) v[out + i] = Math.trunc(v[from + i]);
      }
    },
    reverse: (_graph, _entry, adjoint, { type }) => [type === 'float' ? adjoint : null],
    forward: (_graph, _entry, tangents, { type }) => (type === 'float' ? tangents[0] : null),
    ties: (graph, entry, { type }) =>
      type !== 'float' &&
      graph.entry(entry.inputs[0]).type === 'float' &&
      someElement(graph, entry, type === 'int' ? nearNonzeroInteger : (x) => x === 0),
    tieRule: 'the conversion jumps here; its gradient counts as 0',
  },
};

function jump(at: (x: number) => boolean): Pick<Op<null>, 'ties' | 'tieRule'> {
  return {
    ties: (graph, entry) => someElement(graph, entry, at),
    tieRule: 'the function jumps here; its gradient counts as 0',
  };
}

/** Within rounding of an integer. */
function nearInteger(x: number): boolean {
  return Math.abs(x - Math.round(x)) <= 4 * 2 ** -53 * Math.max(1, Math.abs(x));
}

function nearNonzeroInteger(x: number): boolean {
  return nearInteger(x) && Math.round(x) !== 0;
}
