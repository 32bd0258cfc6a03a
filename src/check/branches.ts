/**
 * Where a written gradient is wrong only in part, the side of a comparison that has to do
 * with it: among the entries of one point, or among several points.
 */
import type { Entry, EntryId, Graph } from '../engine/graph';
import type { OpName } from '../engine/op';
import type { Machine } from '../trace/machine';
import type { Experiment } from './experiment';
import { quoted } from './quoted';
import { dependencies } from './ties';

const comparisons = new Set<OpName>([
  'less',
  'lessEqual',
  'greater',
  'greaterEqual',
  'equal',
  'notEqual',
]);

/** What chooses, entry by entry, how a value is computed. */
interface Choice {
  readonly id: EntryId;
  readonly sides: readonly boolean[];
  /** What is true on either side, behind the source: "is true", "takes its first argument". */
  readonly words: (side: boolean) => string;
}

/** "where `x > 0`, line 7, is false": the side on which all wrong entries of one input lie, and no right ones; null: none. */
export function sidesWords(
  experiment: Experiment,
  index: number,
  wrong: readonly number[],
  path: string,
): string | null {
  const { machine, inputs } = experiment;
  const { size } = machine.graph.entry(inputs[index].entry);
  for (const choice of choicesOf(experiment)) {
    const { sides } = choice;
    if (sides.length !== size) continue;
    const side = sides[wrong[0]];
    const there = sides.filter((each) => each === side).length;
    if (there === size || there !== wrong.length) continue;
    if (!wrong.every((at) => sides[at] === side)) continue;
    const words = choiceWords(machine, choice, side, path);
    if (words !== null) return `where ${words}`;
  }
  return null;
}

/** "`x > 0`, line 7, is false": what all wrong runs of a program took, and no right one; null: none. */
export function branchWords(
  wrong: readonly Experiment[],
  right: readonly Experiment[],
  path: string,
): string | null {
  const [first] = wrong;
  if (first === undefined || right.length === 0) return null;
  const taken = wrong.map(outcomes);
  const others = right.map(outcomes);
  for (const choice of choicesOf(first)) {
    const key = keyOf(first.machine.graph, choice.id);
    const [side] = choice.sides;
    if (key === null || !choice.sides.every((each) => each === side)) continue;
    const always = (all: ReadonlyMap<string, string>) => all.get(key) === String(side);
    if (!taken.every(always) || others.some(always)) continue;
    const words = choiceWords(first.machine, choice, side, path);
    if (words !== null) return words;
  }
  return takenWords(first, wrong, right, path);
}

/** The same of what the program decided without a number that is differentiated: options, shapes. */
function takenWords(
  first: Experiment,
  wrong: readonly Experiment[],
  right: readonly Experiment[],
  path: string,
): string | null {
  for (const [key, { test, yes, no }] of first.machine.branches.taken) {
    if (yes === no) continue;
    const took = ({ machine: { branches } }: Experiment) => branches.took(key, yes);
    const tookOther = ({ machine: { branches } }: Experiment) => branches.took(key, no);
    if (!wrong.every(took) || wrong.some(tookOther) || right.some(took)) continue;
    const text = quoted(first.machine, test, path);
    if (text !== null) return `${text}, is ${yes}`;
  }
  return null;
}

/** By the place of a choice: `true` or `false` where it always fell to that side. */
function outcomes(experiment: Experiment): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, sides } of choicesOf(experiment)) {
    const key = keyOf(experiment.machine.graph, id);
    if (key === null) continue;
    const all = new Set([...sides.map(String), ...(found.has(key) ? [found.get(key)!] : [])]);
    found.set(key, all.size === 1 ? [...all][0] : 'both');
  }
  return found;
}

function keyOf(graph: Graph, id: EntryId): string | null {
  const { place } = graph.entry(id);
  return place === null ? null : `${place.path}:${place.start}:${place.end}`;
}

function choicesOf({ machine, loss, pins }: Experiment): Choice[] {
  const { graph } = machine;
  const chosen = graph.pins.slice(0, pins).map(({ entry }) => entry);
  return dependencies(graph, [loss, ...chosen]).flatMap((id) => {
    const choice = choiceOf(graph, graph.entry(id));
    return choice === null ? [] : [{ id, ...choice }];
  });
}

function choiceOf(graph: Graph, entry: Entry): Omit<Choice, 'id'> | null {
  const values = graph.value(entry.id);
  if (comparisons.has(entry.op)) {
    return { sides: Array.from(values, (each) => each !== 0), words: (side) => `is ${side}` };
  }
  const [first] = entry.inputs;
  if (entry.op === 'abs') {
    const sides = Array.from(graph.value(first), (each) => each < 0);
    return { sides, words: (side) => `has a ${side ? 'negative' : 'positive'} argument` };
  }
  if (entry.op !== 'maximum' && entry.op !== 'minimum') return null;
  const varying = entry.inputs.filter((input) => graph.dependsOnInput(input));
  // A threshold beside a value: which one it is does not depend on the order.
  const own = graph.value(varying[0]);
  if (own.length !== values.length) return null;
  const sides = Array.from(values, (each, at) => each === own[at]);
  if (varying.length > 1) {
    return { sides, words: (side) => `takes its ${side ? 'first' : 'second'} argument` };
  }
  return { sides, words: (side) => (side ? 'lets its argument pass' : 'cuts its argument off') };
}

function choiceWords(
  machine: Machine,
  { id, words }: Choice,
  side: boolean,
  path: string,
): string | null {
  const text = quoted(machine, machine.graph.entry(id).place, path);
  return text === null ? null : `${text}, ${words(side)}`;
}
