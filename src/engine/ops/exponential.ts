/** Exponentials, logarithms and roots. */
import { add, divide, make, multiply, negate, reciprocal, scalar, square } from '../build';
import type { OpTable } from '../op';
import { sigmoid } from '../scalars';
import { smooth } from './elementwise';

export const exponential: Pick<
  OpTable,
  'exp' | 'expm1' | 'log' | 'log1p' | 'log2' | 'log10' | 'sqrt' | 'cbrt' | 'sigmoid'
> = {
  exp: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.exp(v[from + i]);
    },
    (_graph, _x, y) => y,
    (graph, x) => make(graph, 'exp', x),
  ),

  // exp(x), not 1 + y: y is -1 to the last digit where the slope is still positive.
  expm1: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.expm1(v[from + i]);
    },
    (graph, x) => make(graph, 'exp', x),
    (graph, x) => reciprocal(graph, make(graph, 'exp', negate(graph, x))),
  ),

  log: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.log(v[from + i]);
    },
    (graph, x) => reciprocal(graph, x),
    (graph, x) => make(graph, 'power', x, scalar(graph, -1)),
  ),

  log1p: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.log1p(v[from + i]);
    },
    (graph, x) => reciprocal(graph, add(graph, scalar(graph, 1), x)),
    (graph, _x, y) => make(graph, 'exp', negate(graph, y)),
  ),

  log2: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.log2(v[from + i]);
    },
    (graph, x) => reciprocal(graph, multiply(graph, x, scalar(graph, Math.LN2))),
    (graph, x) => divide(graph, scalar(graph, Math.LOG2E), x),
  ),

  log10: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.log10(v[from + i]);
    },
    (graph, x) => reciprocal(graph, multiply(graph, x, scalar(graph, Math.LN10))),
    (graph, x) => divide(graph, scalar(graph, Math.LOG10E), x),
  ),

  /** At 0 the slope is infinite: the edge of the domain, not a tie. */
  sqrt: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.sqrt(v[from + i]);
    },
    (graph, _x, y) => divide(graph, scalar(graph, 0.5), y),
    (graph, _x, y) => reciprocal(graph, add(graph, y, y)),
  ),

  cbrt: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = Math.cbrt(v[from + i]);
    },
    (graph, _x, y) => reciprocal(graph, multiply(graph, scalar(graph, 3), square(graph, y))),
    (graph, _x, y) => divide(graph, divide(graph, scalar(graph, 1 / 3), y), y),
  ),

  // sigmoid(-x), not 1 - y: y is 1 to the last digit where the slope is still positive.
  sigmoid: smooth(
    (v, out, from, count) => {
      for (let i = 0; i < count; i++) v[out + i] = sigmoid(v[from + i]);
    },
    (graph, x, y) => multiply(graph, y, make(graph, 'sigmoid', negate(graph, x))),
    (graph, x) => {
      const half = make(graph, 'cosh', multiply(graph, x, scalar(graph, 0.5)));
      return divide(graph, scalar(graph, 0.25), square(graph, half));
    },
  ),
};
