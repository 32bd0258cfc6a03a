/** From a hypothesis to a sample: recipes that draw what each parameter is taken to be. */
import type { Place } from '../../engine/graph';
import { arrayOf } from '../../trace/arrays';
import type { Frame } from '../../trace/frame';
import { Stop } from '../../trace/limits';
import { bool, float, int, keyOf, list, none, text, tuple, type Value } from '../../trace/values';
import type { GivenItem } from '../options';
import { type Source, seeded } from '../random';
import { givenRecipe, type Recipe, type Sample } from '../sample';
import type { Dimension } from './dimensions';
import { drawnFunctions } from './drawn-functions';
import type { Domain, Hypothesis, Kind, Literal } from './hypothesis';
import { isOrder } from './names';

/** Which draw it is: seed and key, and the number of the point, which chooses among options. */
export interface Draw {
  readonly seed: number;
  readonly key: string;
  readonly round: number;
}

/** What lies between the seeds of two points. */
const roundSeed = 7919;

export function sampleOf(hypothesis: Hypothesis, items: readonly GivenItem[], draw: Draw): Sample {
  const recipes = new Map<string, Recipe>();
  const origins: Record<string, string> = {};
  const inferred: string[] = [];
  for (const item of items) recipes.set(item.name, givenRecipe(item, draw.seed, draw.key));
  for (const [path, { kind, origin }] of hypothesis.known) {
    if (kind.kind === 'given') continue;
    if (kind.kind !== 'dict') origins[path] = origin;
    if (kind.kind === 'absent' || path.includes('.') || path.endsWith('[]')) continue;
    inferred.push(path);
    recipes.set(path, {
      fixed: isFixed(hypothesis, path),
      make: (frame) => make(frame, hypothesis, path, path, draw),
    });
  }
  return {
    given:
      inferred.length === 0 && items.length > 0 && items.every((each) => each.kind === 'value'),
    recipes,
    inferred,
    strangers: drawnFunctions(hypothesis).strangers,
    seed: draw.seed + roundSeed * draw.round,
    origins,
  };
}

/** Whether nothing in it is differentiated. */
function isFixed(hypothesis: Hypothesis, path: string): boolean {
  const kind = hypothesis.kind(path);
  switch (kind?.kind) {
    case 'array':
    case 'number':
      return kind.fixed;
    case 'list':
      return isFixed(hypothesis, `${path}[]`);
    case 'dict':
      return partsOf(hypothesis, path).every((each) => isFixed(hypothesis, each));
    default:
      return true;
  }
}

/** The keys of a dict, as paths. */
function partsOf(hypothesis: Hypothesis, path: string): string[] {
  return [...hypothesis.known.keys()].filter(
    (each) => each.startsWith(`${path}.`) && !/[.[]/.test(each.slice(path.length + 1)),
  );
}

function make(
  frame: Frame,
  hypothesis: Hypothesis,
  path: string,
  shown: string,
  draw: Draw,
): Value {
  const kind = hypothesis.kind(path);
  const place: Place = { path: frame.scope.path, start: 0, end: 0 };
  const source = () => seeded(draw.seed, `${shown}@${draw.key}`);
  const sizes = (shape: readonly Dimension[]) =>
    shape.map((each) => hypothesis.dimensions.size(each));
  switch (kind?.kind) {
    case 'number':
      return float(drawnNumber(shown, kind.domain, draw));
    case 'array': {
      const shape = sizes(kind.shape);
      if (shape.length === 0) return float(drawnNumber(shown, kind.domain, draw));
      return array(frame, shape, 'float', filled(kind, shape, source()));
    }
    case 'labels': {
      const classes = hypothesis.dimensions.size(kind.classes);
      const shape = sizes(kind.shape);
      // The largest one is always there: an axis that is too short for it shows at once.
      const odd = Math.floor(source().uniform() * 3) * 2 + 1;
      // One that is divided by the number of classes would take the same one each time.
      const step = odd % classes === 0 ? 1 : odd;
      if (shape.length === 0) return int((1 + draw.seed + draw.round) % classes);
      const data = Array.from(
        { length: count(shape) },
        (_, at) => (classes - 1 + at * step) % classes,
      );
      // One of them comes twice: what is added up per label differs from what is overwritten.
      const often = data.length > 2 || (data.length === 2 && draw.round > 0);
      if (often && data.length <= classes && !isOrder(path)) {
        data[data.length - 1] = data[0];
      }
      if (kind.ignored !== undefined && data.length > 1) data[1] = kind.ignored;
      return array(frame, shape, 'int', Float64Array.from(data));
    }
    case 'mask': {
      const shape = sizes(kind.shape);
      if (shape.length === 0) return bool(draw.round % 2 === 0);
      const start = source().uniform() < 0.5 ? 0 : 1;
      const data = Array.from({ length: count(shape) }, (_, at) => ((at % 3) + start) % 2);
      return array(frame, shape, 'bool', Float64Array.from(data));
    }
    case 'size':
      return int(hypothesis.dimensions.size(kind.dimension));
    case 'sizes': {
      const items = sizes(kind.of).map((each) => int(each));
      return kind.tuple ? tuple(items) : list(items);
    }
    case 'choice':
      return literal(kind.options[optionAt(kind, draw.round)]);
    case 'list': {
      const length = hypothesis.dimensions.size(kind.length);
      return list(
        Array.from({ length }, (_, at) =>
          make(frame, hypothesis, `${path}[]`, `${shown}[${at}]`, draw),
        ),
      );
    }
    case 'dict': {
      const entries = new Map<string, { key: Value; value: Value }>();
      for (const each of partsOf(hypothesis, path)) {
        if (hypothesis.kind(each)?.kind === 'absent') continue;
        const key = text(each.slice(path.length + 1));
        entries.set(keyOf(key) ?? '', { key, value: make(frame, hypothesis, each, each, draw) });
      }
      return { kind: 'dict', entries };
    }
    case 'function': {
      const library = frame.machine.library('numpy', place);
      const name = drawnFunctions(hypothesis).names.get(path) ?? 'tanh';
      const found = library.kind === 'module' ? library.names(name, place) : null;
      return found ?? none;
    }
    default:
      return none;
  }
}

/** The option of a point: all in turn where they are to be spread, else the one that is tried. */
function optionAt(kind: Extract<Kind, { kind: 'choice' }>, round: number): number {
  return kind.spread ? (kind.at + round) % kind.options.length : kind.at;
}

function literal(value: Literal): Value {
  switch (value.kind) {
    case 'text':
      return text(value.value);
    case 'boolean':
      return bool(value.value);
    case 'none':
      return none;
    case 'order':
      return tuple(value.value.map((each) => int(each)));
    case 'whole':
      return int(value.value);
    case 'real':
      return float(value.value);
  }
}

function real(source: Source, domain: Domain | null): number {
  if (domain === null) return source.normal();
  return domain.low + (domain.high - domain.low) * source.uniform();
}

/** A wide interval is gone through in thirds, so that single numbers see all of it. */
function stratum(domain: Domain | null, round: number): Domain | null {
  if (domain === null || domain.high - domain.low < 2) return domain;
  const width = (domain.high - domain.low) / 3;
  const low = domain.low + (round % 3) * width;
  return { low, high: low + width };
}

/** The number that is drawn for a path, by which it is known again in a run. */
export function drawnNumber(path: string, domain: Domain | null, draw: Draw): number {
  const value = real(seeded(draw.seed, `${path}@${draw.key}`), stratum(domain, draw.round));
  if (domain !== null || draw.round === 0) return value;
  // From point to point the sign changes, so that both are seen.
  const first = seeded(draw.seed, `${path}@${draw.key.replace(/\d+$/, '0')}`).normal();
  const positive = first > 0 === (draw.round % 2 === 0);
  return positive ? Math.abs(value) : -Math.abs(value);
}

/** The numbers that are drawn for an array. */
export function drawnData(
  hypothesis: Hypothesis,
  path: string,
  kind: Extract<Kind, { kind: 'array' }>,
  draw: Draw,
): Float64Array {
  const shape = kind.shape.map((each) => hypothesis.dimensions.size(each));
  return filled(kind, shape, seeded(draw.seed, `${path}@${draw.key}`));
}

/** The part of an interval from which one of several numbers is drawn. */
function slice(domain: Domain, at: number, size: number): Domain {
  const width = (domain.high - domain.low) / size;
  return { low: domain.low + at * width, high: domain.low + (at + 1) * width };
}

/** Elements of an array up to which it is drawn: a hypothesis that multiplies sizes is given up. */
const mostDrawn = 20_000;

function filled(
  kind: Extract<Kind, { kind: 'array' }>,
  shape: readonly number[],
  source: Source,
): Float64Array {
  const size = count(shape);
  if (size > mostDrawn) {
    const message = `an array of ${size} elements is too large for a sample`;
    throw new Stop('limit', 'elements', message, null);
  }
  const [rows, columns] = shape;
  if (shape.length === 2 && kind.fill === 'oneHot' && columns > 1) {
    const data = new Float64Array(size);
    for (let row = 0; row < rows; row++) data[row * columns + ((2 * row + 1) % columns)] = 1;
    return data;
  }
  if (shape.length === 2 && kind.fill === 'oneHotColumns' && rows > 1) {
    const data = new Float64Array(size);
    for (let column = 0; column < columns; column++) {
      data[((2 * column + 1) % rows) * columns + column] = 1;
    }
    return data;
  }
  const { domain } = kind;
  const spread = domain !== null && domain.high - domain.low > 2 && size > 1;
  const data = Float64Array.from({ length: size }, (_, at) =>
    spread ? real(source, slice(domain, at, size)) : real(source, domain),
  );
  const positive = data.filter((each) => each > 0).length;
  // Both signs are there.
  if (domain === null && size > 2 && positive % size === 0) data[1] = -data[1];
  if (kind.fill === 'ascending' && shape.length === 1) return data.sort();
  if (shape.length !== 2 || rows !== columns) return data;
  return kind.fill === 'definite'
    ? definite(data, rows)
    : kind.fill === 'dominant'
      ? dominant(data, rows)
      : data;
}

/** 1 + A / 2n: not symmetric, and its determinant is positive where no entry of A is beyond 2. */
function dominant(data: Float64Array, rows: number): Float64Array {
  return data.map((each, at) => (at % (rows + 1) === 0 ? 1 : 0) + each / (2 * rows));
}

/** A·Aᵀ + n: symmetric and positive definite. */
function definite(factor: Float64Array, rows: number): Float64Array {
  const data = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < rows; j++) {
      let sum = i === j ? rows : 0;
      for (let k = 0; k < rows; k++) sum += factor[i * rows + k] * factor[j * rows + k];
      data[i * rows + j] = sum;
    }
  }
  return data;
}

function array(
  frame: Frame,
  shape: readonly number[],
  type: 'float' | 'int' | 'bool',
  data: Float64Array,
): Value {
  const { machine } = frame;
  if (data.length > machine.limits.elements) {
    throw new Stop('limit', 'elements', 'the sample would be too large', null);
  }
  return arrayOf(machine.graph, machine.graph.constant(data, shape, type), null);
}

function count(shape: readonly number[]): number {
  let size = 1;
  for (const each of shape) size *= each;
  return size;
}
