/**
 * All numbers of a target with every digit, as text to copy: the points, and for each
 * parameter the three gradients. Also as sorted lines, one an entry, that a diff compares.
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

/** `d/dW[0, 1] = 0.25`: every entry of one side of the comparison, as a diff wants it. */
export function entryLines(
  parameters: readonly ParameterReport[],
  side: 'analytic' | 'written',
): string {
  const lines: string[] = [];
  for (const parameter of parameters) {
    if (parameter.source === null) continue;
    collect(parameter.name, parameter[side], [], lines);
  }
  return `${lines.slice(0, mostEntries).join('\n')}\n`;
}

function collect(name: string, value: JsonArray, index: readonly number[], lines: string[]): void {
  if (lines.length >= mostEntries) return;
  if (isList(value)) {
    for (const [at, part] of value.entries()) collect(name, part, [...index, at], lines);
  } else lines.push(`${derivativeName(entryName(name, index))} = ${exact(value)}`);
}

/** As JSON and Python write it, with blanks after commas. */
function exact(value: JsonArray | string): string {
  if (value === null) return '–';
  if (isList(value as JsonArray))
    return `[${(value as readonly JsonArray[]).map(exact).join(', ')}]`;
  return String(value);
}
