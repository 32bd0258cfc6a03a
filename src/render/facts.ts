/**
 * The numbers that stand beside a verdict: the gradient in short, the largest
 * relative error, the points; and the rows of the table of the three gradients.
 */
import type {
  FunctionReport,
  JsonNumber,
  ParameterReport,
  SampleReport,
  Verdict,
} from '../check/report';
import {
  digitsToTell,
  entryAt,
  entryName,
  formatArray,
  formatNumber,
  formatPoint,
  formatRelative,
  formatShape,
  formatWithError,
  isList,
  missing,
} from './number';
import { count, derivativeName } from './words';

export interface GradientRow {
  /** `x`, `W (3, 4)` or `W[0, 2]`. */
  readonly name: string;
  readonly analytic: string;
  readonly numeric: string;
  readonly written: string;
  readonly relativeError: string;
  readonly verdict: Verdict;
}

const longestValue = 36;
const longestGradient = 64;
const longestPoint = 36;

/** `d/dx = 6 · df agrees, relative error 1.2e-13 · at x = 3` of a pass; '' where nothing was computed. */
export function factsText(target: FunctionReport): string {
  const { parameters, samples } = target;
  const parts = [
    gradientText(parameters, samples.length === 1),
    agreementText(target),
    probedText(parameters),
  ];
  if (samples.length > 0) parts.push(pointsText(samples));
  parts.push(uncheckedText(target));
  return parts.filter((part) => part !== '').join(' · ');
}

/** What a pass does not speak of, in short: `1 part not checked`; '' where there is nothing. */
export function uncheckedText({ unchecked }: FunctionReport): string {
  return unchecked.length === 0 ? '' : `${count(unchecked.length, 'part')} not checked`;
}

/** The same in full, a line each. */
export function uncheckedLines({ unchecked }: Pick<FunctionReport, 'unchecked'>): string[] {
  return unchecked.map((each) => `not checked: ${each}`);
}

/** `at x = 3` for one point that fits, else `3 points`. */
export function pointsText(samples: readonly SampleReport[]): string {
  if (samples.length === 1) {
    const point = formatPoint(samples[0].at, 24);
    if (point !== '' && point.length <= longestPoint) return `at ${point}`;
  }
  return count(samples.length, 'point');
}

/**
 * One row for a scalar or a small array, and one more for the worst entry of an
 * array, which is the only one for a large array. Numbers that differ are written with enough digits to look different.
 */
export function gradientRows(parameter: ParameterReport): GradientRow[] {
  const { name, shape, worstIndex } = parameter;
  const rows: GradientRow[] = [];
  const entries = shape.reduce((product, extent) => product * extent, 1);
  const relativeError = formatRelative(parameter.relativeError);
  if (shape.length === 0 || entries === 1 || worstIndex === null) {
    const index = shape.length > 0 && entries === 1 ? shape.map(() => 0) : [];
    if (!isList(parameter.analytic) || index.length > 0) {
      return [entryRow(parameter, index, relativeError)];
    }
  }
  const analytic = formatArray(parameter.analytic, longestValue);
  const numeric = formatArray(parameter.numeric, longestValue);
  const written = formatArray(parameter.written, longestValue);
  const shown = [analytic, numeric, written].some((text) => text.startsWith('['));
  const right = parameter.verdict === 'pass';
  if (shown || worstIndex === null) {
    rows.push({
      name: `${name} ${formatShape(shape)}`,
      analytic,
      numeric,
      written,
      relativeError: worstIndex === null || right ? relativeError : '',
      verdict: parameter.verdict,
    });
  }
  // Where all entries are shown and right, the worst one says nothing more.
  if (worstIndex !== null && !(shown && right)) {
    rows.push(entryRow(parameter, worstIndex, relativeError));
  }
  return rows;
}

function entryRow(
  parameter: ParameterReport,
  index: readonly number[],
  relativeError: string,
): GradientRow {
  const analytic = entryAt(parameter.analytic, index);
  const numeric = entryAt(parameter.numeric, index);
  const written = entryAt(parameter.written, index);
  const digits = digitsToTell(written === null ? [analytic] : [analytic, written]);
  return {
    name: entryName(parameter.name, index),
    analytic: formatNumber(analytic, digits),
    numeric: formatWithError(numeric, entryAt(parameter.numericError, index), digits),
    written: formatNumber(written, digits),
    relativeError,
    verdict: parameter.verdict,
  };
}

/** The gradient itself where there is one point and it fits on a line, else its shapes. */
function gradientText(parameters: readonly ParameterReport[], onePoint: boolean): string {
  const known = parameters.filter(({ analytic }) => analytic !== null);
  if (known.length === 0) return '';
  const values = known
    .map(({ name, analytic }) => `${derivativeName(name)} = ${formatArray(analytic, longestValue)}`)
    .join(', ');
  if (onePoint && values.length <= longestGradient) return values;
  const shapes = known.map(({ name, shape }) =>
    shape.length === 0 ? derivativeName(name) : `${derivativeName(name)} ${formatShape(shape)}`,
  );
  const text = shapes.join(', ');
  return text.length <= longestGradient ? text : `gradients of ${count(known.length, 'parameter')}`;
}

function agreementText({ code, parameters, written }: FunctionReport): string {
  const worst = worstError(parameters);
  if (worst === null) return '';
  const detail = code === 'rounded' ? 'rounded' : `relative error ${formatRelative(worst)}`;
  return `${written ?? 'numeric'} agrees, ${detail}`;
}

/** `numeric: 4 of 300 entries of W and 2 directions`; '' where every entry was differenced. */
function probedText(parameters: readonly ParameterReport[]): string {
  const probed = parameters.filter(({ checked }) => checked === 'probes');
  if (probed.length === 0) return '';
  if (probed.length === 1) return `numeric: ${coverageText(probed[0])}`;
  const total = (read: (parameter: ParameterReport) => number) =>
    probed.reduce((sum, each) => sum + read(each), 0);
  const differenced = total(({ coverage }) => coverage.differenced);
  const entries = total(({ coverage }) => coverage.entries);
  const directions = total(({ coverage }) => coverage.directions);
  return `numeric: ${differenced} of ${entries} entries and ${directions} directions`;
}

function coverageText({ name, coverage }: ParameterReport): string {
  const { differenced, entries, directions } = coverage;
  return `${differenced} of ${entries} entries of ${name} and ${directions} directions`;
}

/** For each parameter that was probed, how: lines for details and hover. */
export function coverageLines(parameters: readonly ParameterReport[]): string[] {
  return parameters
    .filter(({ checked }) => checked === 'probes')
    .map((each) => {
      const rest = each.source === null ? '' : '; analytic and written are compared in every entry';
      return `numeric: ${coverageText(each)}${rest}`;
    });
}

function worstError(parameters: readonly ParameterReport[]): JsonNumber | null {
  let worst: JsonNumber | null = null;
  for (const { relativeError } of parameters) {
    if (relativeError === null) continue;
    if (
      worst === null ||
      Number.isNaN(Number(relativeError)) ||
      Number(relativeError) > Number(worst)
    )
      worst = relativeError;
  }
  return worst;
}

/** How a pair was found, on one line: `sigmoid_grad` is named as ... (C6); '' for what is none. */
export function foundText({ why, convention }: FunctionReport): string {
  if (why === null) return '';
  return convention === null ? why : `found by convention ${convention.code}: ${why}`;
}

/** Inputs of the first point that nobody gave, each with where it comes from. */
export function originsOf({ samples }: FunctionReport): readonly (readonly [string, string])[] {
  return Object.entries(samples[0]?.origins ?? {});
}

/** Whether a column of the table has anything in it. */
export function anyWritten(rows: readonly GradientRow[]): boolean {
  return rows.some(({ written }) => written !== missing);
}
