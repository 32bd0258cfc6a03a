/**
 * The points at which tests failed: each is kept until its test fails at another one, so that it
 * can be run there again after an edit, and only there.
 */
import type * as vscode from 'vscode';
import type { Moved } from '../check/graph-report';
import type { FileReport, FunctionReport, JsonArray } from '../check/report';
import { isList } from '../render/number';
import { reportIn } from './cells';
import { type CheckServices, openDocument, readFile } from './check-text';

/** The inputs of the first sample that has the verdict of its target, as far as they are numbers. */
export function failedPoint({ samples, verdict }: FunctionReport): Moved {
  const failed = samples.find((sample) => sample.verdict === verdict) ?? samples[0];
  const inputs = Object.entries(failed?.at ?? {}).map(([name, value]) => [name, numbersOf(value)]);
  return Object.fromEntries(inputs.filter(([, numbers]) => numbers !== null));
}

/** The report of one target at a point; null when it was given up, or is not there any more. */
export async function checkPoint(
  { client, projects, modules }: CheckServices,
  uri: vscode.Uri,
  name: string,
  at: Moved,
  signal: AbortSignal,
): Promise<FileReport | null> {
  const document = openDocument(uri) ?? (await readFile(uri));
  if (document === null) return null;
  const options = await projects.options(document);
  const source = await modules.load(document, options, signal);
  const outcome = await client.ask({ kind: 'checkPoint', source, options, name, at }, signal);
  if (outcome.kind !== 'answer' || outcome.answer === null) return null;
  return reportIn(document, outcome.answer);
}

/** All numbers of an input, flat; null where it holds anything else. */
function numbersOf(value: JsonArray | string): number[] | null {
  if (typeof value === 'number') return [value];
  if (typeof value === 'string' || value === null || !isList(value)) return null;
  const parts = value.map(numbersOf);
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
}
