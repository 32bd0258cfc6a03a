/** A first look at an experiment, without differences: what the inference and the conventions ask of many. */

import type { OpName, OpParameters } from '../engine/op';
import { Stop } from '../trace/limits';
import { analyticGradient } from './derivative';
import type { Experiment } from './experiment';
import { isClose } from './judge';

/** Whether nothing that is written has anything to show: no number is told from no slope there. */
export function isFlat({ written }: Experiment): boolean {
  return written.length > 0 && written.every(({ data }) => data.every((each) => each === 0));
}

/**
 * Where reductions of the user's run over one entry alone, of a number or along an axis: a sum is told
 * from a mean, or from none, only where there are several. Null where each has several.
 */
export function narrowness({ machine: { graph } }: Experiment): 'number' | 'axis' | null {
  // By place: in a loop over growing parts the first may have one.
  const most = new Map<number, { readonly extent: number; readonly isNumber: boolean }>();
  for (const { op, inputs, parameters, place } of graph.entries) {
    if (place === null || !reductions.has(op)) continue;
    const { shape } = graph.entry(inputs[0]);
    const axes =
      op === 'cumsum'
        ? [(parameters as OpParameters['cumsum']).axis]
        : (parameters as OpParameters['sum']).axes;
    const before = most.get(place.start)?.extent ?? 0;
    const extent = axes.reduce((product, axis) => product * shape[axis], 1);
    most.set(place.start, { extent: Math.max(before, extent), isNumber: shape.length === 0 });
  }
  const single = [...most.values()].filter(({ extent }) => extent === 1);
  if (single.some(({ isNumber }) => !isNumber)) return 'axis';
  // What was reduced to a number before is one, however many there were.
  return single.length > 0 && single.length === most.size ? 'number' : null;
}

const reductions = new Set<OpName>(['sum', 'max', 'min', 'prod', 'cumsum']);

/** Whether what is written is the analytic gradient, as far as that can be told at a glance. */
export function isRight({ machine, loss, inputs, written }: Experiment, scale: number): boolean {
  if (written.length === 0) return true;
  const { gradients, rounding } = analyticGradient(machine.graph, loss, inputs);
  return written.every(({ input, data }) =>
    data.every((each, at) =>
      isClose(each / scale, gradients[input][at], rounding[input][at] + 1e-9, 1e-5),
    ),
  );
}

/** The experiments of a point that may be none of the function: none where a run ends early or is not finite. */
export function tryOut(make: () => Experiment[]): Experiment[] {
  try {
    const made = make();
    const hasValue = ({ machine, output }: Experiment) =>
      machine.graph.value(output).every(Number.isFinite);
    return made.every(hasValue) ? made : [];
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return [];
  }
}
