/**
 * What is off on purpose: a surrogate for a step (straight-through, spikes), a gradient
 * that is clipped, one that is stopped. Named, never blamed.
 */

import type { EntryId, Graph } from '../../engine/graph';
import type { FunctionDefinition } from '../../syntax/nodes';
import { analyticGradient } from '../derivative';
import type { Experiment } from '../experiment';
import { usedNames } from '../needed';
import type { Outcome } from '../outcome';
import type { Procedure } from '../procedures/procedure';
import { type Case, explained } from './reconsider';

/** Null where nothing tells that the difference is meant. */
export function deliberate({ outcome, procedure }: Case): Outcome | null {
  const written = procedure.bodies[1] ?? procedure.bodies[0];
  const reason =
    surrogate(outcome) ??
    stopped(outcome, written) ??
    clipped(outcome, procedure, written) ??
    truncated(outcome, procedure.bodies);
  return reason === null ? null : explained(outcome, 'unverified', 'deliberate', () => reason);
}

/** Forward is a step: its derivative is zero wherever there is one, and something else is written. */
function surrogate(outcome: Outcome): string | null {
  const step = outcome.experiments.every((each) => {
    const wrong = each.written.map(({ input }) => input);
    const { gradients } = gradientsOf(each);
    const flat = wrong.every((input) => gradients[input].every((value) => value === 0));
    return flat && wrong.length > 0 && isStep(each);
  });
  if (!step) return null;
  const name = outcome.rows[0]?.report.source ?? 'what is written';
  return `forward is a step, whose derivative is 0: \`${name}\` is a surrogate for it (straight-through), which no check can judge`;
}

/** The loss varies with the inputs, but along no path that has a slope. */
function isStep({ machine, loss, inputs }: Experiment): boolean {
  const { graph } = machine;
  if (!graph.dependsOnInput(loss)) return true;
  return (
    !graph.entry(loss).active || reached(graph, loss, new Set(inputs.map((each) => each.entry)))
  );
}

const flatOps = new Set(['sign', 'floor', 'ceil', 'round', 'trunc']);

/** Every path from the inputs to the loss leads through an op that is flat. */
function reached(graph: Graph, loss: EntryId, inputs: ReadonlySet<EntryId>): boolean {
  const seen = new Set<EntryId>();
  const open = [loss];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (inputs.has(id)) return false;
    if (seen.has(id) || flatOps.has(graph.entry(id).op)) continue;
    seen.add(id);
    open.push(...graph.entry(id).inputs.filter((each) => graph.entry(each).active));
  }
  return true;
}

const stopWords = /detach|stop_?grad|no_?grad|straight_?through|surrogate|ste\b/i;

/** Zero is written, and the text says that it is meant. */
function stopped(outcome: Outcome, written: FunctionDefinition): string | null {
  const zero = outcome.experiments.every((each) =>
    each.written.every(({ data }) => data.every((value) => value === 0)),
  );
  if (!zero || !stopWords.test(written.name)) return null;
  return `\`${written.name}\` stops the gradient on purpose`;
}

/** What is written is the gradient, clipped to an interval or to a norm. */
function clipped(
  outcome: Outcome,
  procedure: Procedure,
  written: FunctionDefinition,
): string | null {
  const { text } = procedure.context.compiled.program;
  if (!/clip|clamp|max_?norm|minimum/i.test(text.slice(written.span.start, written.span.end)))
    return null;
  const bounds = outcome.experiments.flatMap((each) => {
    const { gradients } = gradientsOf(each);
    return each.written.map(({ input, data }) => boundOf(data, gradients[input]));
  });
  if (bounds.includes(null) || bounds.every((each) => each === Number.POSITIVE_INFINITY))
    return null;
  return 'what is written is the gradient clipped to a bound, on purpose: only what lies within the bound was compared';
}

/** The largest magnitude that is written, when all smaller ones are right and all others lie beyond it. */
function boundOf(written: Float64Array, truth: Float64Array): number | null {
  if (written.length !== truth.length) return null;
  const bound = written.reduce((largest, each) => Math.max(largest, Math.abs(each)), 0);
  let cut = 0;
  for (let at = 0; at < truth.length; at++) {
    const right = Math.abs(written[at] - truth[at]) <= 1e-9 * Math.abs(truth[at]);
    if (right) continue;
    const held = Math.abs(written[at]) >= bound * (1 - 1e-12);
    if (!held || Math.sign(written[at]) !== Math.sign(truth[at])) return null;
    if (Math.abs(truth[at]) < bound) return null;
    cut += 1;
  }
  if (cut === 0) return Number.POSITIVE_INFINITY;
  // One entry beyond is any number; a bound shows when it is a round number or several share it.
  const round = Number(bound.toPrecision(3)) === bound;
  return cut > 1 || round ? bound : null;
}

const truncation = /trunc|bptt_steps|tbptt/i;

/** Time is cut off: the text has a parameter or attribute for it. */
function truncated(outcome: Outcome, bodies: readonly FunctionDefinition[]): string | null {
  const words = bodies.flatMap((definition) => [
    ...definition.parameters.map((each) => each.name),
    ...usedNames({ kind: 'function', definition, span: definition.span }),
    ...memberNames(definition.body),
  ]);
  const word = words.find((each) => truncation.test(each));
  if (word === undefined || outcome.experiments.length === 0) return null;
  return `the gradient is truncated in time on purpose (\`${word}\`): what is left out cannot be judged`;
}

function memberNames(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(memberNames);
  if (part === null || typeof part !== 'object') return [];
  const { kind, name } = part as { kind?: string; name?: string };
  const own = kind === 'member' && name !== undefined ? [name] : [];
  return [...own, ...Object.values(part).flatMap(memberNames)];
}

function gradientsOf({ machine, loss, inputs }: Experiment) {
  return analyticGradient(machine.graph, loss, inputs);
}
