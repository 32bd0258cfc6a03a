/**
 * A lesson: one run of a hypothesis that ended early, with the means to say whose
 * axes the values of the failing operation have. Sizes differ, so a size tells.
 */
import type { EntryId, Graph } from '../../engine/graph';
import { peek } from '../../trace/arrays';
import type { Operands, Stop } from '../../trace/limits';
import type { ArrayValue, Value } from '../../trace/values';
import type { Clues } from './clues';
import type { Dimension } from './dimensions';
import { type Draw, drawnData, drawnNumber } from './draw';
import type { Form, Hypothesis } from './hypothesis';
import type { Question } from './question';

export interface Lesson {
  readonly question: Question;
  readonly clues: Clues;
  readonly hypothesis: Hypothesis;
  readonly stop: Stop;
  readonly draw: Draw;
}

/** The line where the run ended, for origins. */
export function lineOf({ clues, stop, question }: Lesson): string {
  const { place } = stop;
  return place === null || place.path !== question.program.path
    ? ''
    : `, line ${clues.line(place.start)}`;
}

/** Arrays among the operands, those inside lists and tuples too. */
export function arraysIn(values: readonly Value[]): ArrayValue[] {
  return values.flatMap((each) => {
    if (each.kind === 'array') return [each];
    return each.kind === 'list' || each.kind === 'tuple' ? arraysIn(each.items) : [];
  });
}

/** The inputs that a value is computed from, as paths of the hypothesis. */
export function ownersOf(lesson: Lesson, graph: Graph, value: Value): Set<string> {
  const owners = new Set<string>();
  const entry =
    value.kind === 'array' ? value.storage.entry : value.kind === 'number' ? value.entry : -1;
  const seen = new Set<EntryId>();
  const pending = entry < 0 ? [] : [entry];
  for (let at = pending.pop(); at !== undefined && seen.size < 2000; at = pending.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const { op, parameters, inputs } = graph.entry(at);
    if (op === 'input') owners.add(pathOf(lesson, (parameters as { name: string }).name));
    else if (inputs.length === 0 && graph.entry(at).size > 1) {
      for (const path of drawnAs(lesson, graph.value(at))) owners.add(path);
    }
    pending.push(...inputs);
  }
  if (owners.size === 0 && value.kind === 'number' && value.type === 'float') {
    for (const [path, { kind }] of lesson.hypothesis.known) {
      const domain = kind.kind === 'number' || kind.kind === 'array' ? kind.domain : null;
      if (drawnNumber(path, domain, lesson.draw) === value.value) owners.add(path);
    }
  }
  const single = singleOf(graph, value);
  if (owners.size === 0 && single !== null && !Number.isInteger(single)) {
    for (const [path, { kind }] of lesson.hypothesis.known) {
      if (kind.kind !== 'array' || !kind.fixed) continue;
      if (drawnData(lesson.hypothesis, path, kind, lesson.draw).includes(single)) owners.add(path);
    }
  }
  if (owners.size === 0 && value.kind === 'array') {
    for (const path of alike(lesson, arrayPaths(lesson.hypothesis), value.shape)) {
      const kind = lesson.hypothesis.kind(path);
      if (kind?.kind === 'array' && kind.fixed) owners.add(path);
    }
  }
  return new Set([...owners].filter((each) => lesson.hypothesis.known.has(each)));
}

const drawn = new WeakMap<Lesson, ReadonlyMap<number, string>>();

/** The array that was drawn with these numbers: what is not differentiated is known by them. */
function drawnAs(lesson: Lesson, data: Float64Array): string[] {
  let known = drawn.get(lesson);
  if (known === undefined) {
    const { hypothesis, draw } = lesson;
    const found = new Map<number, string>();
    for (const [path, { kind }] of hypothesis.known) {
      if (kind.kind !== 'array' || kind.shape.length === 0 || path.endsWith('[]')) continue;
      found.set(drawnData(hypothesis, path, kind, draw)[0], path);
    }
    known = found;
    drawn.set(lesson, known);
  }
  const path = known.get(data[0]);
  return path === undefined || Number.isInteger(data[0]) ? [] : [path];
}

/** The number that a value is; null for an array of several. */
function singleOf(graph: Graph, value: Value): number | null {
  if (value.kind === 'number') return value.value;
  return value.kind === 'array' && value.shape.length === 0 ? peek(graph, value)[0] : null;
}

/** `xs[2]` is an item of `xs[]`; the data of a tape's number are the number. */
function pathOf({ hypothesis }: Lesson, name: string): string {
  const path = name.replace(/\[\d+\]/g, '[]');
  return hypothesis.known.has(path) ? path : path.replace(/\.\w+$/, '');
}

/** The paths whose array has just these sizes: the value may be a view of it, or elementwise in it. */
export function alike(
  lesson: Lesson,
  owners: Iterable<string>,
  shape: readonly number[],
): string[] {
  const { hypothesis } = lesson;
  return [...owners].filter((path) => {
    const own = hypothesis.shape(path);
    return (
      own !== null &&
      own.length === shape.length &&
      own.every((each, axis) => hypothesis.dimensions.size(each) === shape[axis])
    );
  });
}

/** All array paths, where nothing tells which one it is. */
export function arrayPaths(hypothesis: Hypothesis): string[] {
  return [...hypothesis.known.keys()].filter((path) => hypothesis.shape(path) !== null);
}

export function dimensionsOf(hypothesis: Hypothesis, owners: Iterable<string>): Dimension[] {
  return [...owners].flatMap((path) => [...(hypothesis.shape(path) ?? [])]);
}

/** Two sizes of two values that are to be the same. */
export interface Pair {
  readonly a: Value;
  readonly sizeA: number;
  readonly b: Value;
  readonly sizeB: number;
}

/** The hypothesis with the dimensions behind two sizes united; null when that changes nothing. */
export function unify(
  lesson: Lesson,
  operands: Operands,
  pairs: readonly Pair[],
  cost: number,
): Hypothesis | null {
  const next = lesson.hypothesis.copy(cost);
  // What sizes mean is read off before any two are united, which moves the others.
  const meanings: (readonly [Dimension, Dimension])[] = [];
  for (const { a, sizeA, b, sizeB } of pairs) {
    if (sizeA === 0 || sizeB === 0) return null;
    const meaning = (value: Value, size: number) =>
      next.dimensions.explain(size, dimensionsOf(next, ownersOf(lesson, operands.graph, value)));
    meanings.push([meaning(a, sizeA), meaning(b, sizeB)]);
  }
  return joined(next, meanings);
}

/** The same for one pair, in every way in which the two sizes can be understood. */
export function unifications(
  lesson: Lesson,
  operands: Operands,
  pair: Pair,
  cost: number,
): Hypothesis[] {
  const found: (Hypothesis | null)[] = [];
  const { a, sizeA, b, sizeB } = pair;
  const [ownersA, ownersB] = [a, b].map((each) => ownersOf(lesson, operands.graph, each));
  // Where both are made of inputs, the first reading is the likeliest by far.
  const step = ownersA.size > 0 && ownersB.size > 0 ? 0.5 : 0.12;
  if (sizeA > 0 && sizeB > 0) {
    // All that the two sizes may be, as dimensions of one hypothesis.
    const base = lesson.hypothesis.copy();
    const firsts = base.dimensions.explanations(sizeA, dimensionsOf(base, ownersA));
    const seconds = base.dimensions.explanations(sizeB, dimensionsOf(base, ownersB));
    for (let rank = 0; rank < 5; rank++) {
      for (let first = 0; first <= rank; first++) {
        const [one, two] = [firsts[first], seconds[rank - first]];
        if (one === undefined || two === undefined) continue;
        found.push(joined(base.copy(cost + rank * step), [[one, two]]));
      }
    }
  }
  // Patches of one window have a factor in common: what differs is the rest.
  const common = greatestDivisor(sizeA, sizeB);
  if (common > 1) {
    const rest = { ...pair, sizeA: sizeA / common, sizeB: sizeB / common };
    const isFactor = rest.sizeA > 1 && rest.sizeB > 1;
    if (isFactor) found.push(unify(lesson, operands, [rest], cost + 0.4));
  }
  return present(found);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** The hypothesis with each two dimensions united; null when that cannot be, or changes nothing. */
function joined(
  hypothesis: Hypothesis,
  pairs: readonly (readonly [Dimension, Dimension])[],
): Hypothesis | null {
  const { dimensions } = hypothesis;
  let changed = false;
  for (const [one, two] of pairs) {
    if (dimensions.root(one) === dimensions.root(two)) continue;
    if (!dimensions.unite(one, two)) return null;
    changed = true;
  }
  return changed ? hypothesis : null;
}

/** The hypothesis with another number of axes for one path; new axes stand at the end. */
export function withForm(
  hypothesis: Hypothesis,
  path: string,
  form: Form,
  origin: string,
  cost: number,
  firm = false,
): Hypothesis | null {
  const known = hypothesis.known.get(path);
  const shape = hypothesis.shape(path) ?? (known?.kind.kind === 'number' ? [] : null);
  if (known === undefined || shape === null || known.kind.kind === 'given') return null;
  const rank = form === 'column' ? 2 : form;
  if (rank < known.least || (rank === shape.length && form !== 'column')) return null;
  const next = hypothesis.copy(cost);
  const axes: Dimension[] = shape.slice(0, rank);
  while (axes.length < rank) {
    const isColumn = form === 'column' && axes.length === 1;
    axes.push(isColumn ? next.dimensions.literal(1) : next.dimensions.fresh());
  }
  if (form === 'column' && shape.length === 2) axes[1] = next.dimensions.literal(1);
  next.reshape(path, axes, origin, firm);
  const after = next.known.get(path);
  if (after !== undefined) {
    next.known.set(path, { ...after, forms: after.forms.filter((each) => each !== form) });
  }
  return next;
}

/** Whether the number of axes of a path was only guessed. */
export function isOpen(hypothesis: Hypothesis, path: string): boolean {
  const known = hypothesis.known.get(path);
  return (
    known !== undefined && known.kind.kind !== 'given' && (!known.firm || known.forms.length > 0)
  );
}

export function present(found: readonly (Hypothesis | null)[]): Hypothesis[] {
  return found.filter((each) => each !== null);
}
