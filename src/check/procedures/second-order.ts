/** Second derivatives: the gradient of an output as an output of its own. */
import { reverseSweep } from '../../engine/gradient';
import { arrayOf } from '../../trace/arrays';
import type { InputMaker } from '../experiment';
import { type Output, type Run, scalarLoss } from '../run';

/**
 * The gradient of an output, weighted and summed, swept in the same graph: what a second derivative
 * differentiates. In the first input, or in all of them where they are numbers.
 */
export function gradientOutput(
  run: Run,
  output: Output,
  maker: InputMaker,
  weights: Float64Array,
): Output {
  const { graph } = run.machine;
  const { inputs } = maker;
  if (inputs.length === 0) return output;
  const scalars = inputs.every((input) => input.shape.length === 0);
  const chosen = scalars ? inputs : inputs.slice(0, 1);
  const loss = scalarLoss(run.machine, output.entry, weights);
  const { adjoints } = reverseSweep(
    graph,
    loss,
    null,
    chosen.map((each) => each.entry),
  );
  const parts = chosen.map(
    ({ entry, data, shape }) =>
      adjoints.get(entry) ?? graph.constant(new Float64Array(data.length), shape),
  );
  const flat = () =>
    parts.map((each) => graph.apply('reshape', [each], { shape: [graph.entry(each).size] }));
  const entry = parts.length === 1 ? parts[0] : graph.apply('concatenate', flat(), { axis: 0 });
  const value = arrayOf(graph, entry, null);
  const whole = graph.entry(entry).size;
  return { entry, value, parts: [{ value, size: whole }], items: [value], note: null };
}
