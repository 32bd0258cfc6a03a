/** Trigonometric and hyperbolic functions and their inverses. */
import {
  add,
  divide,
  make,
  multiply,
  negate,
  reciprocal,
  scalar,
  square,
  subtract,
} from '../build';
import type { EntryId, Graph } from '../graph';
import type { OpTable } from '../op';
import { smooth } from './elementwise';

export const trigonometric: Pick<
  OpTable,
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'asinh'
  | 'acosh'
  | 'atanh'
> = {
  sin: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.sin(v[from + i]);
    },
    (graph, x) => make(graph, 'cos', x),
    (graph, x) => make(graph, 'cos', negate(graph, x)),
  ),

  cos: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.cos(v[from + i]);
    },
    (graph, x) => negate(graph, make(graph, 'sin', x)),
    (graph, x) => make(graph, 'sin', negate(graph, x)),
  ),

  tan: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.tan(v[from + i]);
    },
    (graph, _x, y) => add(graph, scalar(graph, 1), square(graph, y)),
    (graph, x) => reciprocal(graph, square(graph, make(graph, 'cos', x))),
  ),

  asin: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.asin(v[from + i]);
    },
    (graph, x) => reciprocal(graph, make(graph, 'sqrt', oneMinusSquare(graph, x))),
    (graph, x) => reciprocal(graph, rootsAroundOne(graph, x)),
  ),

  acos: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.acos(v[from + i]);
    },
    (graph, x) => divide(graph, scalar(graph, -1), make(graph, 'sqrt', oneMinusSquare(graph, x))),
    (graph, x) => negate(graph, reciprocal(graph, rootsAroundOne(graph, x))),
  ),

  atan: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.atan(v[from + i]);
    },
    (graph, x) => reciprocal(graph, add(graph, scalar(graph, 1), square(graph, x))),
    (graph, x) => square(graph, reciprocal(graph, make(graph, 'hypot', scalar(graph, 1), x))),
  ),

  sinh: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.sinh(v[from + i]);
    },
    (graph, x) => make(graph, 'cosh', x),
    (graph, _x, y) => make(graph, 'hypot', scalar(graph, 1), y),
  ),

  cosh: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.cosh(v[from + i]);
    },
    (graph, x) => make(graph, 'sinh', x),
    (graph, x) => negate(graph, make(graph, 'sinh', negate(graph, x))),
  ),

  // Not 1 - y²: y is 1 to the last digit where the slope is still positive.
  tanh: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.tanh(v[from + i]);
    },
    (graph, x) => square(graph, reciprocal(graph, make(graph, 'cosh', x))),
    (graph, x) => {
      const twice = add(graph, x, x);
      const both = multiply(
        graph,
        make(graph, 'sigmoid', twice),
        make(graph, 'sigmoid', negate(graph, twice)),
      );
      return multiply(graph, scalar(graph, 4), both);
    },
  ),

  asinh: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.asinh(v[from + i]);
    },
    (graph, x) => reciprocal(graph, make(graph, 'hypot', scalar(graph, 1), x)),
    (graph, _x, y) => reciprocal(graph, make(graph, 'cosh', y)),
  ),

  acosh: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.acosh(v[from + i]);
    },
    (graph, x) => {
      const below = make(graph, 'sqrt', subtract(graph, x, scalar(graph, 1)));
      const above = make(graph, 'sqrt', add(graph, x, scalar(graph, 1)));
      return reciprocal(graph, multiply(graph, below, above));
    },
    (graph, _x, y) => reciprocal(graph, make(graph, 'sinh', y)),
  ),

  atanh: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.atanh(v[from + i]);
    },
    (graph, x) => reciprocal(graph, oneMinusSquare(graph, x)),
    (graph, _x, y) => square(graph, make(graph, 'cosh', y)),
  ),
};

/** 1 - x² without cancellation near 1. */
function oneMinusSquare(graph: Graph, x: EntryId): EntryId {
  const one = scalar(graph, 1);
  return multiply(graph, subtract(graph, one, x), add(graph, one, x));
}

/** sqrt(1 - x) × sqrt(1 + x). */
function rootsAroundOne(graph: Graph, x: EntryId): EntryId {
  const one = scalar(graph, 1);
  const below = make(graph, 'sqrt', subtract(graph, one, x));
  return multiply(graph, below, make(graph, 'sqrt', add(graph, one, x)));
}
