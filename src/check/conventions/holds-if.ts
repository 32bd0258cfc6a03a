/**
 * Formulas that are right for data of a kind: symmetric matrices, targets that are
 * zero where a mask is, rows that sum to one. A mismatch that vanishes for such data
 * holds only if the data is so.
 */
import { arrayOf, peek } from '../../trace/arrays';
import type { Frame } from '../../trace/frame';
import type { Value } from '../../trace/values';
import type { Experiment } from '../experiment';
import type { Outcome } from '../outcome';
import { type Procedure, runOnce } from '../procedures/procedure';
import type { Sample } from '../sample';
import { changed } from './changed';
import { type Case, explained, tryAgain } from './reconsider';

/** Null where no kind of data that is known makes it right. */
export function holdsOnlyIf(given: Case): Outcome | null {
  const { outcome, procedure, subject } = given;
  const [first] = outcome.experiments;
  if (first === undefined || first.sample === null) return null;
  const blamed = new Set(
    outcome.rows.flatMap(({ report }) => (report.verdict === 'mismatch' ? [report.name] : [])),
  );
  const owned = new Set(
    outcome.rows.flatMap(({ report }) => (report.source === null ? [] : [report.name])),
  );
  for (const { sentence, change } of invariantsOf(procedure, first, blamed, owned)) {
    if (tryAgain(subject, outcome, procedure, change) === null) continue;
    const reason = (name: string) => `the gradient of ${name} is right only if ${sentence}`;
    return explained(outcome, 'unverified', 'holds-if', (report) => reason(report.name));
  }
  return null;
}

/** The arrays of a sample, those of a constructor too. */
function arraysOf(procedure: Procedure, { sample, integers }: Experiment) {
  if (sample === null) return [];
  const { run } = runOnce(procedure, sample, integers);
  return [...sample.recipes].flatMap(([name, recipe]) => {
    const value = recipe.make(run.frame);
    if (value.kind !== 'array') return [];
    const { shape, type } = value;
    return [{ name, shape, type, flat: [...peek(run.machine.graph, value)] }];
  });
}

interface Invariant {
  readonly sentence: string;
  readonly change: (sample: Sample) => Sample;
}

/** The kinds of data that could be meant, by the names of what they are said of. */
function invariantsOf(
  procedure: Procedure,
  experiment: Experiment,
  blamed: ReadonlySet<string>,
  owned: ReadonlySet<string>,
): Invariant[] {
  const shapes = arraysOf(procedure, experiment);
  // The text itself may say that it is not.
  const { text } = procedure.context.compiled.program;
  const denied = procedure.bodies.some(({ span }) =>
    /(not|n't)\b[^.\n]*symmetric/i.test(text.slice(span.start, span.end)),
  );
  const blamedRoots = new Set([...blamed].map((each) => each.split('.')[0]));
  const symmetric = shapes.flatMap(({ name, shape }): Invariant[] =>
    shape.length === 2 &&
    shape[0] === shape[1] &&
    shape[0] > 1 &&
    // One whose own gradient is written, and right, is a parameter like any other, on an object whatever its name.
    !owned.has(`self.${name}`) &&
    (blamed.has(name) || !owned.has(name) || symmetricNames.test(name)) &&
    // Where other gradients are wrong, too, it is no property of this one.
    !(blamed.has(name) && blamed.size > 1) &&
    !denied &&
    // The rule of an operation is used for whatever matrix comes.
    !(procedure.byArgument === true && blamedRoots.has(name)) &&
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
              change: maskedBy(name, mask.name),
            },
          ]
        : [],
    ),
  );
  const rows = shapes.flatMap(({ name, shape, type }): Invariant[] => [
    ...(shape.length > 0 && shapes.length > 1 && type === 'float' && distributions.test(name)
      ? [
          { sentence: `the rows of ${name} sum to 1`, change: changed(name, summingToOne) },
          { sentence: `${name} is symmetric and sums to 1`, change: changed(name, symmetricSum) },
        ]
      : []),
    // Whole numbers are labels already, of any class.
    ...(shape.length > 0 && type === 'float' && !blamed.has(name) && labels.test(name)
      ? [
          { sentence: `${name} holds only 0 and 1`, change: changed(name, binary) },
          { sentence: `${name} holds only -1 and 1`, change: changed(name, signs) },
        ]
      : []),
  ]);
  return [...symmetric, ...masked, ...rows];
}

/** A sample in which an array is 0 wherever a mask is, which may be another one at each point. */
function maskedBy(name: string, mask: string): (sample: Sample) => Sample {
  return (sample) => {
    const [own, by] = [sample.recipes.get(name), sample.recipes.get(mask)];
    if (own === undefined || by === undefined) return sample;
    const make = (frame: Frame): Value => {
      const [value, zeros] = [own.make(frame), by.make(frame)];
      if (value.kind !== 'array' || zeros.kind !== 'array') return value;
      const { graph } = frame.machine;
      const kept = peek(graph, zeros);
      const data = peek(graph, value).map((each, at) => each * kept[at]);
      return arrayOf(graph, graph.constant(data, value.shape, value.type), null);
    };
    return { ...sample, recipes: new Map([...sample.recipes, [name, { ...own, make }]]) };
  };
}

const distributions =
  /^(y|t|p|q|P|Q|Y|T|y_?true|labels?|targets?|one_?hot\w*|probs?|gates?|attn|attention|pi|mix\w*|relevance|prior|coef\w*)$/i;

const symmetricNames = /^(A|K|P|S|Q|H|L|Sigma|cov\w*|gram|kernel)$/;

const labels = /^(y|t|y_?true|labels?|targets?|same|event|mask|sign|classes)$/i;

/** Weights are never of a kind: a wrong transposition would hide behind it. */
function isWeight(name: string): boolean {
  return /(^|\.)(w|W|weights?|theta|beta|params?)(_?\w{0,3})?$/.test(name);
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

/** Symmetric, without a diagonal, and of sum 1 over all entries. */
function symmetricSum(data: Float64Array, shape: readonly number[]): Float64Array {
  const [size] = shape;
  if (shape.length !== 2 || shape[1] !== size) return data;
  const even = symmetrised(data.map(Math.abs), shape);
  const bare = even.map((each, at) => (at % size === Math.floor(at / size) ? 0 : each));
  const sum = bare.reduce((total, each) => total + each, 0);
  return bare.map((each) => each / sum);
}

/** More ones than zeros, so that no sum of signs vanishes by chance. */
function binary(data: Float64Array): Float64Array {
  const sorted = [...data].sort((a, b) => a - b);
  const least = sorted[Math.max(1, Math.floor(sorted.length / 3))];
  return data.map((each) => (each < least ? 0 : 1));
}

function signs(data: Float64Array): Float64Array {
  return binary(data).map((each) => 2 * each - 1);
}
