/**
 * Samples: for each point the value of every parameter, from the annotation or
 * worked out (inference/). A sample is a recipe, evaluated anew in every run, so
 * that no run can leak into the next.
 */
import { arrayOf, castTo } from '../trace/arrays';
import { toArray, toInteger } from '../trace/convert';
import type { Frame } from '../trace/frame';
import { Stop } from '../trace/limits';
import { entryOf } from '../trace/operate';
import { evaluateIn } from '../trace/program';
import { float, type Value } from '../trace/values';
import { type GivenItem, numberOf } from './options';
import { seeded } from './random';

/** The value of one parameter in a run. `fixed` values are never differentiated. */
export interface Recipe {
  readonly fixed: boolean;
  readonly make: (frame: Frame) => Value;
}

export interface Sample {
  /** Every value was given by the user. */
  readonly given: boolean;
  /** By parameter name; dotted names (`self.W`) replace attributes. */
  readonly recipes: ReadonlyMap<string, Recipe>;
  /** Parameters that GradLens worked out by itself. */
  readonly inferred: readonly string[];
  /** Functions among them that may have to be derivatives of others, and are not. */
  readonly strangers: readonly string[];
  /** Of the random numbers that the code itself draws: another one at each point. */
  readonly seed: number;
  /** Where each of their values comes from, by name. */
  readonly origins: Readonly<Record<string, string>>;
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The value that an item of an annotation gives. */
export function givenRecipe(item: GivenItem, seed: number, key: string): Recipe {
  if (item.kind === 'value') {
    const { value } = item;
    const callee = value.kind === 'call' && value.callee.kind === 'name' ? value.callee.name : '';
    return {
      fixed: callee === 'int' || callee === 'labels',
      make: (frame) =>
        realised(
          frame,
          evaluateAnnotation(frame, () => evaluateIn(frame, value)),
        ),
    };
  }
  return {
    fixed: false,
    make: (frame) => {
      const { machine } = frame;
      const place = { path: frame.scope.path, ...item.span };
      const extents = evaluateAnnotation(frame, () =>
        (item.shape ?? []).map((each) =>
          toInteger(machine, evaluateIn(frame, each), `the shape of ${item.name}`, place),
        ),
      );
      const bound = (side: 'low' | 'high') => {
        const expression = item.interval?.[side];
        if (expression === undefined) return 0;
        const literal = numberOf(expression);
        if (literal !== null) return literal;
        const value = evaluateAnnotation(frame, () => evaluateIn(frame, expression));
        return value.kind === 'number' || value.kind === 'array'
          ? machine.graph.number(entryOf(machine, value, place))
          : Number.NaN;
      };
      const interval = item.interval === null ? null : { low: bound('low'), high: bound('high') };
      if (interval !== null && !(interval.low < interval.high)) {
        throw new Stop('error', 'annotation', `the interval of ${item.name} is empty`, place);
      }
      return drawnRecipe(item.name, extents, interval, seed, key).make(frame);
    },
  };
}

/** Standard normal, or uniform in an interval, from a stream named after the parameter. */
function drawnRecipe(
  name: string,
  shape: readonly number[],
  interval: Interval | null,
  seed: number,
  key: string,
): Recipe {
  return {
    fixed: false,
    make: (frame) => {
      const source = seeded(seed, `${name}@${key}`);
      const draw = () =>
        interval === null
          ? source.normal()
          : interval.low + (interval.high - interval.low) * source.uniform();
      let size = 1;
      for (const extent of shape) size *= extent;
      if (size > frame.machine.limits.elements) {
        throw new Stop('limit', 'elements', `the shape of ${name} is too large`, null);
      }
      if (shape.length === 0) return float(draw());
      const data = Float64Array.from({ length: size }, draw);
      const { graph } = frame.machine;
      return arrayOf(graph, graph.constant(data, shape), null);
    },
  };
}

/** Evaluates with the names that annotations know without a prefix. */
export function evaluateAnnotation<T>(frame: Frame, evaluate: () => T): T {
  const { machine } = frame;
  const before = machine.annotating;
  machine.annotating = true;
  try {
    return evaluate();
  } finally {
    machine.annotating = before;
  }
}

/** Literals of numbers are real: a nested list of them is a float array, in dicts and lists too. */
function realised(frame: Frame, value: Value): Value {
  if (value.kind === 'dict') {
    const entries = [...value.entries].map(
      ([key, each]) => [key, { key: each.key, value: realised(frame, each.value) }] as const,
    );
    return { kind: 'dict', entries: new Map(entries) };
  }
  if (value.kind !== 'list' && value.kind !== 'tuple') return value;
  const numeric = (each: Value): boolean =>
    each.kind === 'number' ||
    ((each.kind === 'list' || each.kind === 'tuple') && each.items.every(numeric));
  if (value.items.length === 0) return value;
  if (!numeric(value) || isRagged(value)) {
    return { kind: value.kind, items: value.items.map((each) => realised(frame, each)) };
  }
  const { machine } = frame;
  const place = { path: frame.scope.path, start: 0, end: 0 };
  const array = toArray(machine, value, place);
  if (array === null) return value;
  const entry = castTo(machine.graph, entryOf(machine, array, place), 'float', place);
  return arrayOf(machine.graph, entry, null);
}

function isRagged(value: Value): boolean {
  if (value.kind !== 'list' && value.kind !== 'tuple') return false;
  const [first] = value.items;
  return value.items.some((each) => lengthOf(each) !== lengthOf(first) || isRagged(each));
}

/** -1 for a number. */
function lengthOf(value: Value): number {
  return value.kind === 'list' || value.kind === 'tuple' ? value.items.length : -1;
}
