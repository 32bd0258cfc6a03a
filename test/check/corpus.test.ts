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

/** Verdicts that are not right yet, by file: the line and what is given there today. */
const open = JSON.parse(readFileSync(`${root}/open.json`, 'utf8')) as Record<string, string[]>;

/** What the labels say, but for the lines that are listed as open. */
function today(path: string, labels: readonly string[]): string[] {
  const listed = open[path.slice(root.length + 1)] ?? [];
  const lineOf = (text: string) => Number(text.split(':')[0]);
  const given = new Map(listed.map((each) => [lineOf(each), each]));
  const told = labels.map((each) => given.get(lineOf(each)) ?? each);
  const surplus = listed.filter((each) => !labels.some((one) => lineOf(one) === lineOf(each)));
  return [...told, ...surplus]
    .filter((each) => !each.endsWith(': not found'))
    .sort((a, b) => lineOf(a) - lineOf(b));
}

describe('corpus', () => {
  it('has files', () => assert.ok(files.length > 20));

  it('has fewer open verdicts than an eighth of its labels', () => {
    const labels = files.flatMap((path) => expected(readFileSync(path, 'utf8')));
    const listed = Object.values(open).flat();
    assert.ok(labels.length > 600);
    assert.ok(listed.length * 8 < labels.length, `${listed.length} of ${labels.length} open`);
  });

  for (const path of files) {
    it(path.slice(root.length + 1), async () => {
      const text = readFileSync(path, 'utf8');
      const labels = expected(text);
      // A verdict that has become right is to be struck off the list.
      assert.deepEqual(found(await check(text), labels), today(path, labels));
    });
  }
});
