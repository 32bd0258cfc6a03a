/**
 * All numbers of a target with every digit, as text to copy: the points, and for each
 * parameter the three gradients. Also as lines, one an entry, that a diff compares.
 */
import type { FunctionReport, JsonArray, ParameterReport } from '../check/report';
import { entryName, isList } from './number';
import { derivativeName, verdictWords } from './words';

/** Beyond this many entries a diff shows the first ones alone. */
const mostEntries = 2000;

/** `x = 3`, `d/dx analytic = 6`, `d/dx numeric = 6.000000000000012 ± 3e-12`, …: a line each. */
export function valuesText(target: FunctionReport): string {
  const lines = [`${target.name}: ${verdictWords[target.verdict].word}`];
  const sample = target.samples.find(({ verdict }) => verdict === target.verdict);
  const point = sample ?? target.samples[0];
  for (const [name, value] of Object.entries(point?.at ?? {})) {
    lines.push(`${name} = ${exact(value)}`);
  }
  if (point !== undefined && point.value !== null) lines.push(`value = ${exact(point.value)}`);
  for (const { name, analytic, numeric, numericError, written } of target.parameters) {
    const slope = derivativeName(name);
    lines.push(`${slope} analytic = ${exact(analytic)}`);
    lines.push(`${slope} numeric = ${exact(numeric)} ± ${exact(numericError)}`);
    if (written !== null) lines.push(`${slope} written = ${exact(written)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Two texts to compare, line by line; both empty where no entry differs. */
export interface Difference {
  readonly analytic: string;
  readonly written: string;
}

/** `d/d(W[0, 1]) = 0.25`: the entries of the wrong parameters that are not the same on both sides. */
export function difference(parameters: readonly ParameterReport[]): Difference {
  const wrong = parameters.filter(({ source, verdict }) => source !== null && verdict !== 'pass');
  const analytic = wrong.flatMap(({ name, analytic }) => entryLines(name, analytic));
  const written = wrong.flatMap(({ name, written }) => entryLines(name, written));
  return { analytic: without(analytic, written), written: without(written, analytic) };
}

function without(lines: readonly string[], others: readonly string[]): string {
  const same = new Set(others);
  const left = lines.filter((line) => !same.has(line));
  return left
    .slice(0, mostEntries)
    .map((line) => `${line}\n`)
    .join('');
}

function entryLines(name: string, value: JsonArray, index: readonly number[] = []): string[] {
  if (isList(value)) return value.flatMap((part, at) => entryLines(name, part, [...index, at]));
  return [`${derivativeName(entryName(name, index))} = ${exact(value)}`];
}

/** As JSON and Python write it, with blanks after commas. */
function exact(value: JsonArray | string): string {
  if (value === null) return '–';
  if (isList(value as JsonArray))
    return `[${(value as readonly JsonArray[]).map(exact).join(', ')}]`;
  return String(value);
}
