/**
 * A file of 2,000 lines with 50 pairs that nobody annotated: its first check in a fresh
 * process, and checks after one edit (the median of several times), as shares of the first.
 */
import { readFileSync } from 'node:fs';
import { type Checker, createChecker } from '../../src/check/checker';
import { defaultOptions } from '../../src/check/report';
import { bigFile, pairs } from './big-file';
import type { Row } from './measure';

const mostMilliseconds = 2000;
const mostShare = 1 / 20;
/** How often each edit is made and taken back. */
const times = 5;

export async function checkedFile(): Promise<Row[]> {
  const text = bigFile();
  const checker = await createChecker(async (name) =>
    readFileSync(`node_modules/@vscode/tree-sitter-wasm/wasm/${name}`),
  );
  const first = time(checker, text);
  if (first.found < pairs) throw new Error(`${first.found} pairs found, not ${pairs}`);
  const rows = Object.entries(edits).map(([what, edit]) => {
    const edited = edit(text);
    if (edited === text) throw new Error(`the edit changes nothing: ${what}`);
    const again = Array.from({ length: times }, () => {
      // Each edit is one of the same text.
      time(checker, text);
      return time(checker, edited).milliseconds;
    }).sort((a, b) => a - b);
    return row(`re-check: ${what}`, again[(times - 1) / 2], first.milliseconds, mostShare);
  });
  return [row('check file', first.milliseconds, mostMilliseconds, 1), ...rows];
}

const edits: Readonly<Record<string, (text: string) => string>> = {
  // Three pairs use this function.
  'a helper': (text) =>
    text.replace('x.reshape(N, -1).dot(w) + b', 'x.reshape(N, -1).dot(w) + 2 * b'),
  'a gradient': (text) =>
    text.replace('dk = dout * (winner == k)', 'dk = 2 * dout * (winner == k)'),
  'a line more': (text) =>
    text.replace('    x, w, b = cache\n', '    x, w, b = cache\n    # unpacked\n'),
  'a comment': (text) => text.replace(/# (?!expect)(\w+)/, '# so $1'),
  'line numbers': (text) => `\n${text}`,
};

function row(name: string, milliseconds: number, against: number, most: number): Row {
  return {
    name,
    ours: 1000 * milliseconds,
    byHand: 1000 * against,
    ratio: milliseconds / against,
    most,
  };
}

function time(checker: Checker, text: string): { milliseconds: number; found: number } {
  const start = performance.now();
  const report = checker.check({ path: 'big.py', text }, defaultOptions);
  return { milliseconds: performance.now() - start, found: report.functions.length };
}
