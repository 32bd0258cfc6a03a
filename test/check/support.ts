/** One checker for all tests of this folder, on the real grammar. */
import { readFileSync } from 'node:fs';
import { type Checker, createChecker } from '../../src/check/checker';
import {
  type CheckOptions,
  defaultOptions,
  type FileReport,
  type FunctionReport,
} from '../../src/check/report';

let made: Promise<Checker> | null = null;

export function checker(): Promise<Checker> {
  made ??= createChecker(readGrammar);
  return made;
}

export async function readGrammar(name: string): Promise<Uint8Array> {
  return readFileSync(`node_modules/@vscode/tree-sitter-wasm/wasm/${name}`);
}

export async function check(
  text: string,
  options: Partial<CheckOptions> = {},
): Promise<FileReport> {
  return (await checker()).check({ path: 'case.py', text }, { ...defaultOptions, ...options });
}

/** The report of one target by name. */
export function named(report: FileReport, name: string): FunctionReport {
  const found = report.functions.find((each) => each.name === name);
  if (found === undefined) {
    throw new Error(`no ${name} among ${report.functions.map((each) => each.name).join(', ')}`);
  }
  return found;
}
