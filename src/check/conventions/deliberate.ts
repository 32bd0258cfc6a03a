/**
 * What is off on purpose: a surrogate for a step (straight-through, spikes), a gradient
 * that is clipped, truncated, reversed or stopped. Named, never blamed.
 */

import type { EntryId, Graph } from '../../engine/graph';
import type { FunctionDefinition } from '../../syntax/nodes';
import { visit } from '../../syntax/visit';
import { analyticGradient } from '../derivative';
import { constantRatio } from '../diagnose';
import type { Experiment } from '../experiment';
import { isClose } from '../judge';
import { usedNames } from '../needed';
import type { Outcome } from '../outcome';
import { type Case, explained, tryAgain } from './reconsider';

/** Null where nothing tells that the difference is meant. */
export function deliberate(given: Case): Outcome | null {
  const { outcome, procedure } = given;
  const reason =
    surrogate(outcome) ??
    turned(outcome, procedure.name) ??
    clipped(given) ??
    announced(procedure.bodies);
  return reason === null ? null : explained(outcome, 'unverified', 'deliberate', () => reason);
}

/** The inputs whose written gradient is wrong. */
function wrongInputs(outcome: Outcome, experiment: Experiment): number[] {
  const names = new Set(
    outcome.rows.flatMap(({ report }) => (report.verdict === 'mismatch' ? [report.name] : [])),
  );
  return experiment.inputs.flatMap((input, index) => (names.has(input.name) ? [index] : []));
}

/** Forward is a step in the wrong inputs: its derivative is zero wherever there is one. */
function surrogate(outcome: Outcome): string | null {
  const step = outcome.experiments.every((each) => {
    const wrong = wrongInputs(outcome, each);
    const { gradients } = gradientsOf(each);
    const flat = wrong.every((input) => gradients[input].every((value) => value === 0));
    return flat && wrong.length > 0 && isStep(each, wrong);
  });
  if (!step) return null;
  const name = outcome.rows[0]?.report.source ?? 'what is written';
  return `forward is a step, whose derivative is 0: \`${name}\` is a surrogate for it (straight-through), which no check can judge`;
}

/**
 * The loss varies with the inputs, but along no path that has a slope. One number of many is no
 * step: a cost that stays the same is wrong itself.
 */
function isStep(experiment: Experiment, wrong: readonly number[]): boolean {
  const { machine, loss, output, inputs, order } = experiment;
  const { graph } = machine;
  // The second derivative of a bend is zero, and nobody's surrogate.
  if (order === 2) return false;
  const isCost = graph.entry(output).size === 1;
  if (isCost && wrong.some((each) => inputs[each].data.length > 1)) return false;
  const entries = new Set(wrong.map((each) => inputs[each].entry));
  if (!isRead(graph, loss, entries)) return false;
  if (!graph.dependsOnInput(loss)) return graph.pins.length > 0;
  return !reaches(graph, loss, entries);
}

/** Something that was made before the loss looks at one of the inputs: what forward does not use at all is no step. */
function isRead(graph: Graph, loss: EntryId, inputs: ReadonlySet<EntryId>): boolean {
  for (let id = 0; id < loss; id++) {
    if (graph.entry(id).inputs.some((each) => inputs.has(each))) return true;
  }
  return false;
}

const flatOps = new Set(['sign', 'floor', 'ceil', 'round', 'trunc']);

/** A path from one of the inputs to the loss leads through no op that is flat. */
function reaches(graph: Graph, loss: EntryId, inputs: ReadonlySet<EntryId>): boolean {
  const seen = new Set<EntryId>();
  const open = [loss];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (inputs.has(id)) return true;
    if (seen.has(id) || flatOps.has(graph.entry(id).op) || !graph.entry(id).active) continue;
    seen.add(id);
    open.push(...graph.entry(id).inputs);
  }
  return false;
}

const stopWords = /detach|stop_?grad|no_?grad|straight_?through|surrogate|ste\b/i;
const reversalWords = /revers/i;

/** Zero or the negative is written, and the name says that it is meant. */
function turned(outcome: Outcome, name: string): string | null {
  const ratios = outcome.experiments.flatMap((each) => {
    const { gradients } = gradientsOf(each);
    return wrongInputs(outcome, each).flatMap((input) =>
      each.written
        .filter((written) => written.input === input)
        .map((written) => ({ ratio: constantRatio(written.data, gradients[input]), at: each.at })),
    );
  });
  const all = (fits: (ratio: number, at: Experiment['at']) => boolean) =>
    ratios.length > 0 && ratios.every(({ ratio, at }) => ratio !== null && fits(ratio, at));
  // The factor may be an input of its own, of either sign.
  const isReversed = (ratio: number, at: Experiment['at']) =>
    ratio < 0 || Object.values(at).some((each) => isClose(-ratio, Number(each), 0, 1e-9));
  if (stopWords.test(name) && all((each) => each === 0))
    return 'the gradient is stopped on purpose';
  if (reversalWords.test(name) && all(isReversed)) return 'the gradient is reversed on purpose';
  return null;
}

/** Without its clipping what is written is the gradient. */
function clipped({ subject, outcome, variant }: Case): string | null {
  const procedure = variant({ unclipped: true });
  if (procedure === null) return null;
  if (tryAgain(subject, outcome, procedure) === null) return null;
  return 'the gradient is clipped on purpose: without the clipping it is right';
}

const announcements: readonly (readonly [RegExp, string])[] = [
  [/trunc|bptt_steps|tbptt/i, 'truncated in time'],
  [/exaggerat/i, 'exaggerated'],
];

/** The text has a parameter or an attribute for what is changed. */
function announced(bodies: readonly FunctionDefinition[]): string | null {
  const words = bodies.flatMap((definition) => [
    ...definition.parameters.map((each) => each.name),
    ...usedNames({ kind: 'function', definition, span: definition.span }),
    ...memberNames(definition.body),
  ]);
  for (const [pattern, what] of announcements) {
    const word = words.find((each) => pattern.test(each));
    if (word === undefined) continue;
    return `the gradient is ${what} on purpose (\`${word}\`): how much that changes cannot be judged`;
  }
  return null;
}

function memberNames(part: unknown): string[] {
  const names: string[] = [];
  visit(part, (node) => {
    if (node.kind === 'member') names.push(node.name);
  });
  return names;
}

function gradientsOf({ machine, loss, inputs }: Experiment) {
  return analyticGradient(machine.graph, loss, inputs);
}
