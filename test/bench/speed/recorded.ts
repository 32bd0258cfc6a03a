/** A workload of the bench, opened and run once: to be checked, and as a graph to be replayed. */
import { checkOne, openProgram } from '../../../src/check/opened';
import { defaultOptions } from '../../../src/check/report';
import { findTargets } from '../../../src/check/targets';
import { reverseSweep } from '../../../src/engine/gradient';
import { Replay } from '../../../src/engine/replay';
import type { LanguageFrontEnd } from '../../../src/languages';
import { defaultLimits } from '../../../src/trace/limits';
import { textOf, type Workload } from './workloads';

/** A check from the parsed program on, as a function that returns how many rows it judged. */
export function checkOf(front: LanguageFrontEnd, name: Workload): () => number {
  const path = `${name}.py`;
  const program = front.parse(path, textOf(name));
  const [target] = findTargets(program, defaultOptions).targets;
  const source = { path, text: program.text };
  return () => {
    const opened = openProgram(front, () => program, source, defaultOptions, defaultLimits);
    const [{ outcome }] = checkOne(opened, target);
    if (outcome.verdict !== 'pass') throw new Error(`${name}: ${outcome.verdict}`);
    return outcome.rows.length;
  };
}

/** The experiment of a workload's point, and replays of its value, and of value and gradient. */
export function recorded(front: LanguageFrontEnd, name: Workload) {
  const path = `${name}.py`;
  const source = { path, text: textOf(name) };
  const opened = openProgram(front, front.parse, source, defaultOptions, defaultLimits);
  const [target] = findTargets(opened.program, defaultOptions).targets;
  const [{ outcome }] = checkOne(opened, target);
  if (outcome.experiment === null) throw new Error(`${name}: ${outcome.reason}`);
  const { machine, inputs, loss, pins } = outcome.experiment;
  const { graph } = machine;
  const targets = inputs.map(({ entry }) => entry);
  const { adjoints } = reverseSweep(graph, loss, null, targets);
  const gradients = targets.map((entry) => adjoints.get(entry)!);
  const kept = graph.pins.slice(0, pins);
  return {
    inputs,
    value: replayed(new Replay(graph, [loss], kept), inputs, [loss]),
    gradient: replayed(new Replay(graph, [loss, ...gradients], kept), inputs, gradients),
  };
}

/** Runs a replay at its own point; the first numbers of its results, summed. */
function replayed(
  replay: Replay,
  inputs: readonly { readonly entry: number; readonly data: Float64Array }[],
  results: readonly number[],
): () => number {
  const regions = inputs.map(({ entry }) => replay.input(entry));
  const values = results.map((entry) => replay.value(entry));
  return () => {
    for (let i = 0; i < regions.length; i++) regions[i].set(inputs[i].data);
    if (!replay.run()) throw new Error('the replay left its branch');
    let sum = 0;
    for (const value of values) sum += value[0];
    return sum;
  };
}
