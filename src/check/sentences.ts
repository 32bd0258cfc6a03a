/** The sentences of a report: what is right or wrong, with the user's names and numbers. */
import type { Experiment, Input, Written } from './experiment';
import type { Judgement } from './judge';
import type { Estimated } from './numeric/line';
import { multiIndex } from './plain';
import type { JsonArray } from './report';

/** A number for a sentence: six significant digits, whole numbers plain. */
export function shortNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return String(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '-∞';
  return String(Number(value.toPrecision(6)));
}

const points = new WeakMap<Experiment['at'], string>();

/** "x=2, y=3": the point, arrays by their shape when they are long; put into words once for all rows. */
export function pointText(at: Experiment['at']): string {
  let text = points.get(at);
  if (text === undefined) {
    text = Object.entries(at)
      .map(([name, value]) => `${name}=${shortValue(value)}`)
      .join(', ');
    points.set(at, text);
  }
  return text;
}

/** A value for a sentence: arrays by their shape when they are long. */
export function shortValue(value: JsonArray | string): string {
  if (typeof value === 'number') return shortNumber(value);
  if (typeof value === 'string') return value;
  if (value === null) return '?';
  const shape = shapeOf(value);
  const long = `an array of shape (${shape.join(', ')})`;
  // With a comma each, more numbers than half of the room cannot fit.
  if (shape.reduce((size, extent) => size * extent, 1) > longestValue / 2) return long;
  const text = listText(value);
  return text.length <= longestValue ? text.replaceAll(',', ', ') : long;
}

function listText(value: JsonArray): string {
  if (Array.isArray(value)) return `[${value.map(listText).join(',')}]`;
  return typeof value === 'number' ? shortNumber(value) : JSON.stringify(value);
}

/** How many characters of an array a sentence has room for. */
const longestValue = 40;

function shapeOf(value: JsonArray): number[] {
  return Array.isArray(value) ? [value.length, ...(value.length > 0 ? shapeOf(value[0]) : [])] : [];
}

/** "x", or "x[0, 1]" for an entry of an array. */
function variableName({ name, shape }: Pick<Input, 'name' | 'shape'>, position: number): string {
  return shape.length === 0 ? name : `${name}[${multiIndex(position, shape).join(', ')}]`;
}

/**
 * "∂f/∂x" or "∂f/∂x[0, 1]" for an entry of an array; "∂²f/∂x[1]∂x[0]" for a second derivative,
 * of which `first` is the variable of the first one: "∂(∇f·v)/∂x[0]" where it is taken along a vector.
 */
function partialName(
  target: string,
  input: Input,
  position: number,
  first: string | null | undefined,
): string {
  const variable = variableName(input, position);
  if (first === undefined) return `∂${target}/∂${variable}`;
  if (first === null) return `∂(∇${target}·v)/∂${variable}`;
  const own = first === '' || first === variable;
  return own ? `∂²${target}/∂${variable}²` : `∂²${target}/∂${first}∂${variable}`;
}

/**
 * The variable of the first derivative that an experiment differentiates; '': the same one, entry by
 * entry; null: a vector's direction; undefined: it differentiates none.
 */
export function firstVariable({
  order,
  inputs,
  entry,
  cotangent,
}: Experiment): string | null | undefined {
  if (order === 1) return undefined;
  const [input] = inputs;
  const scalars = inputs.every(({ shape }) => shape.length === 0);
  const at = entry ?? (cotangent.length === 1 ? 0 : null);
  if (at === null) return cotangent.every((each) => each === 1) ? '' : null;
  return scalars ? inputs[at].name : variableName(input, at);
}

/** What the sentence for one input is made of. */
export interface Told {
  readonly target: string;
  /** Of a second derivative: the variable of the first; see `firstVariable`. */
  readonly first: string | null | undefined;
  readonly at: Experiment['at'];
  readonly input: Input;
  readonly analytic: Float64Array;
  /** At the worst entry; null where it was not differenced. */
  readonly difference: Estimated | null;
  readonly written: Written | null;
  readonly judged: Judgement;
  /** The op that sits on a tie at the point, with its rule. */
  readonly tie: string | null;
  /** What causes most of the rounding noise. */
  readonly noise: () => string | null;
  /** Why there is no finite derivative. */
  readonly singularity: () => string | null;
}

/** One sentence for the verdict on one input. */
export function rowSentence(told: Told): string {
  const { target, input, analytic, difference, written, judged, tie } = told;
  const at = pointText(told.at);
  const where = at === '' ? '' : ` at ${at}`;
  const said = written === null ? 'the analytic gradient' : `\`${written.source}\``;
  const verb = written?.source === '@grad' ? 'claims' : 'returns';
  if (judged.code === 'shape' && written !== null) {
    const own = `${input.shape.length === 0 ? 'be' : 'have its shape'} ${shapeWords(input.shape)}`;
    return `the gradient of ${input.name} must ${own}, but ${said} ${verb} ${shapeWords(written.shape)}`;
  }
  const name = partialName(target, input, Math.max(0, judged.worst), told.first);
  const position = Math.max(0, judged.worst);
  const value = analytic[position];
  const tested = written === null ? value : written.data[position];
  switch (judged.verdict) {
    case 'pass':
      return judged.code === 'rounded'
        ? `${name} is ${shortNumber(value)}${where}, rounded to ${shortNumber(tested)}`
        : `${name} is ${shortNumber(value)}${where}`;
    case 'mismatch':
      if (judged.slopes !== null) {
        return `${name} has no single value${where} (slope ${shortNumber(judged.slopes.left)} from the left, ${shortNumber(judged.slopes.right)} from the right${because(tie)}), but ${said} ${verb} ${shortNumber(tested)}, which is outside`;
      }
      return `${name} is ${shortNumber(value)}${where}, ${said} ${verb} ${shortNumber(tested)}`;
    case 'kink': {
      const slopes = judged.slopes ?? { left: Number.NaN, right: Number.NaN };
      return `${target} has a kink${where}: its slope in ${input.name} is ${shortNumber(slopes.left)} from the left and ${shortNumber(slopes.right)} from the right; ${shortNumber(tested)} lies between${because(tie)}`;
    }
    case 'undefined':
      return judged.code === 'jump'
        ? `${target} jumps${where}, so ${name} does not exist there${because(tie)}`
        : `${name} is not defined${where}: ${told.singularity() ?? 'the function has no finite value there or beside it'}`;
    case 'unverified':
      return `${name} ${doubtWords(told, where, tested)}`;
    case 'error':
      return `GradLens doubts its own result: ${name} is ${shortNumber(value)} analytically but ${shortNumber(difference?.value ?? Number.NaN)} numerically${where}${written === null ? '' : `, as ${said} says`}. Please report this`;
    default:
      return `${name} could not be checked${where}`;
  }
}

function because(reason: string | null): string {
  return reason === null ? '' : `; ${reason}`;
}

/** Why an entry is neither confirmed nor refuted. */
function doubtWords(told: Told, where: string, tested: number): string {
  const { difference, judged, analytic, written } = told;
  if (difference === null) return `could not be verified${where}`;
  const number = `${shortNumber(difference.value)} ± ${shortNumber(difference.error)}`;
  const value = shortNumber(analytic[Math.max(0, judged.worst)]);
  const noise = told.noise();
  switch (judged.code) {
    case 'flat':
      return `cannot be verified numerically${where}: the function does not change in any step${noise === null ? '' : ` (${noise})`}`;
    case 'unreliable':
      return difference.second === undefined
        ? `is ${number} numerically${where}: no step size settles it`
        : `is ${shortNumber(difference.value)} numerically${where} with one ladder of steps and ${shortNumber(difference.second)} with another: the function changes on a finer scale than the steps`;
    case 'numeric-alone':
      return `is ${value}${where}, as \`${written?.source}\` says too; only the numeric derivative is ${number}: part of the function may be kept from being differentiated on purpose, or GradLens is wrong`;
    case 'three-ways':
      return `is ${value}${where} analytically, ${number} numerically, and \`${written?.source}\` says ${shortNumber(tested)}: where the three differ nothing is claimed`;
    case 'blurred':
      return `is ${value}${where} analytically, but ${number} numerically: the analytic derivative loses its digits there${noise === null ? '' : ` (${noise})`}`;
    default: {
      const size = Math.max(Math.abs(difference.value), 1e-300);
      const digits = Math.max(0, Math.floor(-Math.log10(difference.error / size)));
      return `is ${number} numerically${where}: good to ${digits} digits only${noise === null ? '' : ` (${noise})`}, too few to verify it`;
    }
  }
}

/** What has a shape, in words: "a single number", "(2, 3)". */
function shapeWords(shape: readonly number[]): string {
  if (shape.length === 0) return 'a single number';
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}
