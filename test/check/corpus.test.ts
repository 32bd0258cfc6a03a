/**
 * The corpus: files in the manner of real ones, without annotations. Each pair's verdict
 * stands in a comment on its own line (`# expect: pass`); whatever else is found is a mistake.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileReport } from '../../src/check/report';
import { check } from './support';

const root = 'test/corpus';

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((each) => each.isFile() && /\.py$/.test(each.name) && !/\.proof\.py$/.test(each.name))
  .map((each) => join(each.parentPath, each.name).replaceAll('\\', '/'))
  .filter((path) => path.split('/').length === 4 && !path.includes('/standins/'))
  .sort();

/** `12: pass output-form`, by line. */
function expected(text: string): string[] {
  return text.split('\n').flatMap((line, at) => {
    const label = /# expect: ([a-z]+(?: [a-z-]+)?)/.exec(line)?.[1];
    return label === undefined ? [] : [`${at + 1}: ${label.trim()}`];
  });
}

/** What was found, with its code where the label has one. */
function found(report: FileReport, labels: readonly string[]): string[] {
  return report.functions.map(({ line, verdict, code }) => {
    const label = labels.find((each) => each.startsWith(`${line}: `)) ?? '';
    const detailed = label.split(' ').length > 2;
    return `${line}: ${verdict}${detailed && code !== null ? ` ${code}` : ''}`;
  });
}

describe('corpus', () => {
  it('has files', () => assert.ok(files.length > 20));

  for (const path of files) {
    it(path.slice(root.length + 1), async () => {
      const text = readFileSync(path, 'utf8');
      const labels = expected(text);
      assert.deepEqual(found(await check(text), labels), labels);
    });
  }
});
