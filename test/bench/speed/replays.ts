/**
 * Replayed values and gradients against JavaScript by hand, TensorFlow.js and mathjs, and
 * each gradient against its own function.
 */
import { derivative } from 'mathjs';
import type { LanguageFrontEnd } from '../../../src/languages';
import { inTurns } from '../measure';
import { recorded } from './recorded';
import type { Row } from './row';
import { loadTensorFlow, networkGradients, scalarGradients } from './tfjs';
import { type Workload, workloads } from './workloads';

const mostByHand = 6;
const mostGradient = 5;

export async function replayRows(front: LanguageFrontEnd): Promise<Row[]> {
  const tf = await loadTensorFlow();
  const { gradient: scalar } = recorded(front, 'scalar');
  const network = recorded(front, 'network');
  const labels = new Float32Array(200);
  for (let row = 0; row < 20; row++) labels[10 * row + (row % 10)] = 1;
  const names = Object.keys(workloads) as Workload[];
  return [
    compare('scalar gradient', 'by hand', mostByHand, scalar, byHand),
    compare('scalar gradient', 'tfjs grads', 1 / 50, scalar, scalarGradients(tf)),
    compare('scalar gradient', 'mathjs derivative', 1 / 1000, scalar, symbolic),
    compare(
      'network gradient',
      'tfjs grads',
      1,
      network.gradient,
      networkGradients(tf, network.inputs, labels),
    ),
    ...names.map((name) => {
      const { value, gradient } = recorded(front, name);
      return compare(`${name} gradient`, 'its function', mostGradient, gradient, value);
    }),
  ];
}

function compare(
  name: string,
  against: string,
  most: number,
  ours: () => number,
  theirs: () => number,
): Row {
  const [a, b] = inTurns([ours, theirs]);
  return { name, against, ours: a, theirs: b, most };
}

const point = { x: 0.5, y: 2 };

function byHand(): number {
  const { x, y } = point;
  const product = x * y;
  const slope = Math.cos(product);
  const decay = Math.exp(-y);
  const square = x * x;
  const value = Math.sin(product) + square * decay;
  const dx = y * slope + 2 * x * decay;
  const dy = x * slope - square * decay;
  return value === 0 ? 0 : dx + dy;
}

/** The derivatives as formulas: what mathjs does for a text. */
function symbolic(): number {
  const text = 'sin(x*y) + x^2*exp(-y)';
  return [derivative(text, 'x'), derivative(text, 'y')].length;
}
