/** A first look at an experiment, without differences: what the inference and the conventions ask of many. */
import { analyticGradient } from './derivative';
import type { Experiment } from './experiment';
import { isClose } from './judge';

/** Whether nothing that is written has anything to show: no number is told from no slope there. */
export function isFlat({ written }: Experiment): boolean {
  return written.length > 0 && written.every(({ data }) => data.every((each) => each === 0));
}

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
