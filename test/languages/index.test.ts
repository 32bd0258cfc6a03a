/** Which language reads a file. */
import assert from 'node:assert/strict';
import { languageOf } from '../../src/languages';
import { python } from './python/support';

function check(path: string, languageId: string | undefined, expected: string | null): void {
  it(`${path} (${languageId ?? 'no id'})`, () => {
    assert.equal(languageOf([python], path, languageId)?.id ?? null, expected);
  });
}

describe('languages: the language of a file', () => {
  check('a/b.py', undefined, 'python');
  check('a/B.PY', undefined, 'python');
  check('a/b.pyi', undefined, 'python');
  check('a/b.txt', undefined, null);
  check('Untitled-1', 'python', 'python');
  check('a/b.py', 'plaintext', 'python');
  check('a/py', undefined, null);
});
