/** Comparisons, logic and bits: results without a derivative, that may jump where operands meet. */
import type { Op, OpName, OpTable } from '../op';
import { bitAnd, bitOr, bitXor, shiftLeft, shiftRight } from '../scalars';
import {
  type BinaryKernel,
  bool,
  flat,
  flatBinary,
  nearlyEqual,
  promote,
  somePair,
} from './elementwise';

type ComparisonName = 'less' | 'lessEqual' | 'greater' | 'greaterEqual' | 'equal' | 'notEqual';
type LogicName = 'not' | 'and' | 'or' | 'xor' | 'isnan' | 'isinf';
type BitName = 'bitAnd' | 'bitOr' | 'bitXor' | 'shiftLeft' | 'shiftRight';

export const comparison: Pick<OpTable, ComparisonName> = {
  less: compare('less', (v, out, a, stepA, b, stepB, count) => {
    for (let i = 0; i < count; i++) v[out + i] = v[a + i * stepA] < v[b + i * stepB] ? 1 : 0;
  }),
  lessEqual: compare('lessEqual', (v, out, a, stepA, b, stepB, count) => {
    for (let i = 0; i < count; i++) v[out + i] = v[a + i * stepA] <= v[b + i * stepB] ? 1 : 0;
  }),
  greater: compare('greater', (v, out, a, stepA, b, stepB, count) => {
    for (let i = 0; i < count; i++) v[out + i] = v[a + i * stepA] > v[b + i * stepB] ? 1 : 0;
  }),
  greaterEqual: compare('greaterEqual', (v, out, a, stepA, b, stepB, count) => {
    for (let i = 0; i < count; i++) v[out + i] = v[a + i * stepA] >= v[b + i * stepB] ? 1 : 0;
  }),
  equal: compare('equal', (v, out, a, stepA, b, stepB, count) => {
    for (let i = 0; i < count; i++) v[out + i] = v[a + i * stepA] === v[b + i * stepB] ? 1 : 0;
  }),
  notEqual: compare('notEqual', (v, out, a, stepA, b, stepB, count) => {
    for (let i = 0; i < count; i++) v[out + i] = v[a + i * stepA] !== v[b + i * stepB] ? 1 : 0;
  }),
};

export const logic: Pick<OpTable, LogicName> = {
  not: flat((v, out, from, count) => {
    for (let i = 0; i < count; i++) v[out + i] = v[from + i] === 0 ? 1 : 0;
  }, bool),
  isnan: flat((v, out, from, count) => {
    for (let i = 0; i < count; i++) v[out + i] = Number.isNaN(v[from + i]) ? 1 : 0;
  }, bool),
  isinf: flat((v, out, from, count) => {
    for (let i = 0; i < count; i++) v[out + i] = Math.abs(v[from + i]) === Infinity ? 1 : 0;
  }, bool),
  and: logical('and', (v, out, a, stepA, b, stepB, count) => {
    for (let i = 0; i < count; i++) {
      v[out + i] = v[a + i * stepA] !== 0 && v[b + i * stepB] !== 0 ? 1 : 0;
    }
  }),
  or: logical('or', (v, out, a, stepA, b, stepB, count) => {
    for (let i = 0; i < count; i++) {
      v[out + i] = v[a + i * stepA] !== 0 || v[b + i * stepB] !== 0 ? 1 : 0;
    }
  }),
  xor: logical('xor', (v, out, a, stepA, b, stepB, count) => {
    for (let i = 0; i < count; i++) {
      v[out + i] = (v[a + i * stepA] !== 0) !== (v[b + i * stepB] !== 0) ? 1 : 0;
    }
  }),
};

/** On 64-bit integers; of two bools, a bool. */
export const bits: Pick<OpTable, BitName> = {
  bitAnd: flatBinary(
    'bitAnd',
    (v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = bitAnd(v[a + i * stepA], v[b + i * stepB]);
    },
    promote,
  ),
  bitOr: flatBinary(
    'bitOr',
    (v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = bitOr(v[a + i * stepA], v[b + i * stepB]);
    },
    promote,
  ),
  bitXor: flatBinary(
    'bitXor',
    (v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = bitXor(v[a + i * stepA], v[b + i * stepB]);
    },
    promote,
  ),
  shiftLeft: flatBinary(
    'shiftLeft',
    (v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = shiftLeft(v[a + i * stepA], v[b + i * stepB]);
    },
    () => 'int',
  ),
  shiftRight: flatBinary(
    'shiftRight',
    (v, out, a, stepA, b, stepB, count) => {
      for (let i = 0; i < count; i++) v[out + i] = shiftRight(v[a + i * stepA], v[b + i * stepB]);
    },
    () => 'int',
  ),
};

function compare(name: OpName, kernel: BinaryKernel): Op<null> {
  return flatBinary(name, kernel, bool, {
    ties: (graph, entry) => somePair(graph, entry, nearlyEqual),
    tieRule: 'the operands of the comparison are equal; the branch taken gives the gradient',
  });
}

function logical(name: OpName, kernel: BinaryKernel): Op<null> {
  return flatBinary(name, kernel, bool);
}
