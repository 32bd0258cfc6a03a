/** The error function, the gamma function and Bessel functions with their kin. */
import { add, chain, divide, make, multiply, negate, scalar, square, subtract } from '../build';
import type { EntryId, Graph } from '../graph';
import type { Op, OpTable } from '../op';
import {
  besselI,
  erf,
  erfc,
  erfcinv,
  erfcx,
  erfinv,
  gamma,
  gammaln,
  logNdtr,
  polygamma,
} from '../special';
import { smooth, type UnaryKernel } from './elementwise';

/** 2/√π. */
const DENSITY = 2 / Math.sqrt(Math.PI);

export const special: Pick<
  OpTable,
  | 'erf'
  | 'erfc'
  | 'erfcx'
  | 'erfinv'
  | 'erfcinv'
  | 'logNdtr'
  | 'gammaln'
  | 'gamma'
  | 'polygamma'
  | 'besselI'
> = {
  erf: smooth(
    each(erf),
    (graph, x) => bell(graph, x, DENSITY),
    (graph, x) => divide(graph, scalar(graph, DENSITY), make(graph, 'exp', square(graph, x))),
  ),

  erfc: smooth(
    each(erfc),
    (graph, x) => bell(graph, x, -DENSITY),
    (graph, x) => divide(graph, scalar(graph, -DENSITY), make(graph, 'exp', square(graph, x))),
  ),

  erfcx: smooth(
    each(erfcx),
    (graph, x, y) => subtract(graph, multiply(graph, add(graph, x, x), y), scalar(graph, DENSITY)),
    (graph, x, y) => {
      const half = subtract(graph, multiply(graph, x, y), scalar(graph, DENSITY / 2));
      return add(graph, half, half);
    },
  ),

  erfinv: smooth(
    each(erfinv),
    (graph, _x, y) => multiply(graph, scalar(graph, 1 / DENSITY), power(graph, y)),
    (graph, _x, y) => divide(graph, scalar(graph, 1), bell(graph, y, DENSITY)),
  ),

  erfcinv: smooth(
    each(erfcinv),
    (graph, _x, y) => multiply(graph, scalar(graph, -1 / DENSITY), power(graph, y)),
    (graph, _x, y) => divide(graph, scalar(graph, 1), bell(graph, y, -DENSITY)),
  ),

  // The density over the distribution, whose quotient exists where both are 0.
  logNdtr: smooth(
    each(logNdtr),
    (graph, x) => divide(graph, scalar(graph, Math.SQRT1_2 * DENSITY), scaledTail(graph, x)),
    (graph, x) => {
      const below = make(graph, 'log', scaledTail(graph, x));
      return make(graph, 'exp', subtract(graph, scalar(graph, Math.log(2 / Math.PI) / 2), below));
    },
  ),

  gammaln: smooth(
    each(gammaln),
    (graph, x) => derivativeOfLog(graph, 0, x),
    (graph, x) => stepped(graph, 0, x),
  ),

  gamma: smooth(
    each(gamma),
    (graph, x, y) => multiply(graph, y, derivativeOfLog(graph, 0, x)),
    (graph, x, y) => multiply(graph, y, stepped(graph, 0, x)),
  ),

  polygamma: ordered(
    polygamma,
    (graph, order, x) => derivativeOfLog(graph, order + 1, x),
    (graph, order, x) => stepped(graph, order + 1, x),
  ),

  besselI: ordered(
    besselI,
    (graph, order, x) => neighbours(graph, order, x, 0.5),
    (graph, order, x) => divide(graph, neighbours(graph, order, x, 1), scalar(graph, 2)),
  ),
};

function each(value: (x: number) => number): UnaryKernel {
  return (v, out, from, count) => {
    for (let i = 0; i < count; i++) v[out + i] = value(v[from + i]);
  };
}

type OrderedSlope = (graph: Graph, order: number, x: EntryId) => EntryId;

/** A family of functions with a fixed order. */
function ordered(
  value: (order: number, x: number) => number,
  reverseSlope: OrderedSlope,
  forwardSlope: OrderedSlope,
): Op<{ readonly order: number }> {
  return {
    differentiable: true,
    outline: (inputs) => ({ shape: inputs[0].shape, type: 'float' }),
    compute: (v, entry, [x], { order }) => {
      for (let i = 0; i < entry.size; i++) v[entry.offset + i] = value(order, v[x.offset + i]);
    },
    reverse: (graph, entry, adjoint, { order }) => [
      chain(graph, adjoint, reverseSlope(graph, order, entry.inputs[0])),
    ],
    forward: (graph, entry, [t], { order }) =>
      t === null ? null : chain(graph, t, forwardSlope(graph, order, entry.inputs[0])),
  };
}

/** factor·exp(-x²). */
function bell(graph: Graph, x: EntryId, factor: number): EntryId {
  const height = make(graph, 'exp', negate(graph, square(graph, x)));
  return multiply(graph, scalar(graph, factor), height);
}

/** exp(y²). */
function power(graph: Graph, y: EntryId): EntryId {
  return make(graph, 'exp', square(graph, y));
}

/** erfcx(-x/√2). */
function scaledTail(graph: Graph, x: EntryId): EntryId {
  return make(graph, 'erfcx', multiply(graph, x, scalar(graph, -Math.SQRT1_2)));
}

function derivativeOfLog(graph: Graph, order: number, x: EntryId): EntryId {
  return graph.apply('polygamma', [x], { order });
}

/** The same from one step further: ψ(x) = ψ(x + 1) - 1/x, differentiated `order` times. */
function stepped(graph: Graph, order: number, x: EntryId): EntryId {
  const next = derivativeOfLog(graph, order, add(graph, x, scalar(graph, 1)));
  let factor = -1;
  for (let k = 1; k <= order; k++) factor *= -k;
  const reach = make(graph, 'power', x, scalar(graph, -1 - order));
  return add(graph, next, multiply(graph, scalar(graph, factor), reach));
}

/** scale·(I of the order below + I of the order above); the order below 0 is 1. */
function neighbours(graph: Graph, order: number, x: EntryId, scale: number): EntryId {
  const below = graph.apply('besselI', [x], { order: Math.abs(order - 1) });
  const above = graph.apply('besselI', [x], { order: order + 1 });
  return multiply(graph, scalar(graph, scale), add(graph, below, above));
}
