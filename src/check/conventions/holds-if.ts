/**
 * Formulas that are right for data of a kind: symmetric matrices, targets that are
 * zero where a mask is, rows that sum to one. A mismatch that vanishes for such data
 * holds only if the data is so.
 */
import { arrayOf, peek } from '../../trace/arrays';
import type { Frame } from '../../trace/frame';
import type { ArrayValue, Value } from '../../trace/values';
import type { Experiment } from '../experiment';
import { attempt, finish, type Outcome } from '../outcome';
import { experimentsOf } from '../procedures/procedure';
import type { Sample } from '../sample';
import { type Case, explained } from './reconsider';

/** Null where no kind of data that is known makes it right. */
export function holdsOnlyIf(given: Case): Outcome | null {
  const { outcome, procedure, subject } = given;
  const samples = [
    ...new Set(outcome.experiments.flatMap(({ sample }) => (sample === null ? [] : [sample]))),
  ];
  const [first] = outcome.experiments;
  if (samples.length === 0 || first === undefined) return null;
  const blamed = new Set(
    outcome.rows.flatMap(({ report }) => (report.verdict === 'mismatch' ? [report.name] : [])),
  );
  for (const { sentence, change } of invariantsOf(first, blamed)) {
    const tried = attempt(() =>
      finish(
        subject,
        samples.flatMap((sample) => experimentsOf(procedure, change(sample), first.integers)),
        procedure.options,
      ),
    );
    if (tried.verdict !== 'pass' && tried.verdict !== 'kink') continue;
    const reason = (name: string) => `the gradient of ${name} is right only if ${sentence}`;
    return explained(outcome, 'unverified', 'holds-if', (report) => reason(report.name));
  }
  return null;
}

interface Invariant {
  readonly sentence: string;
  readonly change: (sample: Sample) => Sample;
}

/** The kinds of data that could be meant: never of an input whose own gradient is in question, but for its symmetry. */
function invariantsOf(experiment: Experiment, blamed: ReadonlySet<string>): Invariant[] {
  const shapes = Object.entries(experiment.at).flatMap(([name, value]) => {
    const shape = shapeOf(value);
    return shape === null ? [] : [{ name, shape, flat: [value].flat(9) as unknown[] }];
  });
  const symmetric = shapes.flatMap(({ name, shape }): Invariant[] =>
    shape.length === 2 &&
    shape[0] === shape[1] &&
    shape[0] > 1 &&
    !blamed.has(name) &&
    !isWeight(name)
      ? [{ sentence: `${name} is symmetric`, change: changed(name, symmetrised) }]
      : [],
  );
  const masks = shapes.filter(
    ({ flat, shape }) => shape.length > 0 && flat.every((each) => each === 0 || each === 1),
  );
  const masked = masks.flatMap((mask) =>
    shapes.flatMap(({ name, shape }): Invariant[] =>
      name !== mask.name && !blamed.has(name) && String(shape) === String(mask.shape)
        ? [
            {
              sentence: `${name} is 0 wherever ${mask.name} is 0`,
              change: changed(name, (data) => data.map((each, at) => each * Number(mask.flat[at]))),
            },
          ]
        : [],
    ),
  );
  const rows = shapes.flatMap(({ name, shape }): Invariant[] =>
    shape.length > 0 && !blamed.has(name) && !isWeight(name)
      ? [
          { sentence: `the rows of ${name} sum to 1`, change: changed(name, summingToOne) },
          { sentence: `${name} holds only 0 and 1`, change: changed(name, binary) },
          { sentence: `${name} holds only -1 and 1`, change: changed(name, signs) },
        ]
      : [],
  );
  return [...symmetric, ...masked, ...rows];
}

/** Weights are never of a kind: a wrong transposition would hide behind it. */
function isWeight(name: string): boolean {
  return /(^|\.)(w|W|weights?|theta|beta|params?)(_?\w{0,3})?$/.test(name);
}

function shapeOf(value: unknown): number[] | null {
  if (typeof value === 'number') return [];
  if (!Array.isArray(value)) return null;
  if (value.length === 0) return [0];
  const inner = shapeOf(value[0]);
  return inner === null ? null : [value.length, ...inner];
}

type Change = (data: Float64Array, shape: readonly number[]) => Float64Array;

/** A sample in which one parameter is of the kind. */
function changed(name: string, change: Change): (sample: Sample) => Sample {
  return (sample) => {
    const recipe = sample.recipes.get(name);
    if (recipe === undefined) return sample;
    const make = (frame: Frame): Value => {
      const value = recipe.make(frame);
      return value.kind === 'array' ? remade(frame, value, change) : value;
    };
    return { ...sample, recipes: new Map([...sample.recipes, [name, { ...recipe, make }]]) };
  };
}

function remade(frame: Frame, value: ArrayValue, change: Change): Value {
  const { graph } = frame.machine;
  const data = change(peek(graph, value), value.shape);
  return arrayOf(graph, graph.constant(data, value.shape, value.type), null);
}

function symmetrised(data: Float64Array, [size]: readonly number[]): Float64Array {
  return data.map((each, at) => (each + data[(at % size) * size + Math.floor(at / size)]) / 2);
}

function summingToOne(data: Float64Array, shape: readonly number[]): Float64Array {
  const width = shape.at(-1) ?? 1;
  return data.map((each, at) => {
    const from = at - (at % width);
    let sum = 0;
    for (let other = from; other < from + width; other++) sum += Math.abs(data[other]);
    return Math.abs(each) / sum;
  });
}

function binary(data: Float64Array): Float64Array {
  const sorted = [...data].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return data.map((each) => (each < middle ? 0 : 1));
}

function signs(data: Float64Array): Float64Array {
  return binary(data).map((each) => 2 * each - 1);
}
