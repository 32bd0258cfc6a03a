/** The Python front end for tests, and the text of what a span covers. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPython } from '../../../src/languages/python/python';
import type { Program } from '../../../src/syntax/nodes';
import { printBlock } from '../../../src/syntax/print';
import type { Span } from '../../../src/syntax/span';

const directory = join('node_modules', '@vscode', 'tree-sitter-wasm', 'wasm');

export const python = await loadPython((name) => readFile(join(directory, name)));

export function parse(text: string): Program {
  return python.parse('test.py', text);
}

/** The core text of some Python. */
export function core(text: string): string {
  return printBlock(parse(text).body);
}

export function covered(program: Program, span: Span): string {
  return program.text.slice(span.start, span.end);
}

/** Each problem as the text that it underlines and its sentence. */
export function problemsOf(program: Program): string[] {
  return program.problems.map(
    (problem) => `${covered(program, problem.span)} | ${problem.message}`,
  );
}
