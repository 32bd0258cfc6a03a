/**
 * Points on both sides of what a function compares its values with: a sample is moved so that one
 * value comes close to the number that it is compared with, or a good way past it. A written gradient
 * that is right where it was drawn must be right there, too.
 */
import type { Entry, EntryId, Graph } from '../engine/graph';
import type { OpName } from '../engine/op';
import { Replay } from '../engine/replay';
import { changedWhere } from './conventions/changed';
import { analyticGradient } from './derivative';
import type { Experiment } from './experiment';
import type { Sample } from './sample';

/** Two numbers are compared, or one of them is taken. */
const comparisons = new Set<OpName>([
  'less',
  'lessEqual',
  'greater',
  'greaterEqual',
  'maximum',
  'minimum',
]);

/** How far from the edge, in parts of its number. */
const distances = [0.004, -0.004, 0.3, -0.3];

/** Larger runs are looked at where they were drawn alone. */
const mostEdges = 3;
const mostEntries = 600;
const mostNumbers = 200;
const mostSecants = 6;

/** The samples beside the edges of one experiment. */
export function besideEdges(experiment: Experiment): Sample[] {
  const { machine, inputs, loss, pins, sample } = experiment;
  const { graph } = machine;
  // What forward tests may come behind what it returns.
  const last = Math.max(loss, ...graph.pins.slice(0, pins).map(({ entry }) => entry));
  const size = inputs.reduce((sum, { data }) => sum + data.length, 0);
  if (sample === null || last > mostEntries || size > mostNumbers) return [];
  return edgesOf(graph, last).flatMap(({ value, at, edge }) => {
    const one = graph.apply('gather', [value], { positions: Int32Array.of(at), shape: [] });
    const { gradients } = analyticGradient(graph, one, inputs);
    const length = gradients.reduce((sum, each) => sum + each.reduce((s, x) => s + x * x, 0), 0);
    if (!(length > 1e-12) || !Number.isFinite(length)) return [];
    const moved = (input: number, step: number) =>
      inputs[input].data.map((x, i) => x + step * gradients[input][i]);
    const replay = new Replay(graph, [one], []);
    const regions = inputs.map(({ entry }) => replay.input(entry));
    const along = (step: number) => {
      for (const [input, region] of regions.entries()) region.set(moved(input, step));
      replay.run();
      return replay.value(one)[0];
    };
    return distances.map((distance) => {
      const way = distance * Math.max(1, Math.abs(edge));
      const step = stepTo(edge + way, Math.abs(way) / 4, along, graph.number(one), length);
      return movedTo(sample, experiment, (input) => moved(input, step));
    });
  });
}

/** The step at which a value is as close to `target` as asked, by secants: it need not be a line along its gradient. */
function stepTo(
  target: number,
  closeness: number,
  along: (step: number) => number,
  start: number,
  slope: number,
): number {
  let [before, value] = [0, start];
  let step = (target - start) / slope;
  for (let turn = 0; turn < mostSecants; turn++) {
    const here = along(step);
    const next = step + ((target - here) * (step - before)) / (here - value);
    if (Math.abs(target - here) <= closeness || !Number.isFinite(next)) break;
    [before, value, step] = [step, here, next];
  }
  return step;
}

interface Edge {
  readonly value: EntryId;
  /** The entry of the value that is closest to the edge. */
  readonly at: number;
  readonly edge: number;
}

function edgesOf(graph: Graph, last: EntryId): Edge[] {
  const found: Edge[] = [];
  for (const { op, inputs } of graph.entries.slice(0, last + 1)) {
    if (!comparisons.has(op)) continue;
    const [a, b] = inputs.map((each) => graph.entry(each));
    const [value, constant] = a.active ? [a, b] : [b, a];
    const edge = numberOf(graph, constant);
    if (!value.active || edge === null || !isEdge(edge)) continue;
    if (found.some((each) => each.value === value.id && each.edge === edge)) continue;
    found.push({ value: value.id, at: closest(graph.value(value.id), edge), edge });
    if (found.length === mostEdges) break;
  }
  return found;
}

/** The one number that an entry holds, once or many times; null where it holds several or moves. */
function numberOf(graph: Graph, { id, active }: Entry): number | null {
  const data = graph.value(id);
  return !active && data.every((each) => each === data[0]) ? (data[0] ?? null) : null;
}

/** What only guards against a division by nothing, or an overflow, is no edge of the function. */
function isEdge(edge: number): boolean {
  const isGuard = (distance: number) => distance > 0 && distance < 1e-2;
  return Math.abs(edge) < 30 && !isGuard(Math.abs(edge)) && !isGuard(Math.abs(1 - edge));
}

function closest(data: Float64Array, edge: number): number {
  let best = 0;
  for (let at = 1; at < data.length; at++) {
    if (Math.abs(data[at] - edge) < Math.abs(data[best] - edge)) best = at;
  }
  return best;
}

/** The sample with other numbers for its inputs. */
function movedTo(
  sample: Sample,
  { inputs }: Experiment,
  dataOf: (input: number) => Float64Array,
): Sample {
  const inputAt = (path: string) =>
    inputs.findIndex(({ name }) => name === path || name.replace(/\.\w+$/, '') === path);
  return changedWhere(
    sample,
    (path) => inputAt(path) >= 0,
    (data, _, path) => {
      const moved = dataOf(inputAt(path));
      return moved.length === data.length ? moved : data;
    },
  );
}
