/**
 * A file is read by pieces, and pieces that were read before are taken over: the program
 * is the same as when the whole is read at once and anew.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Program } from '../../../src/syntax/nodes';
import { python } from './support';

const files = ['examples', 'test/corpus'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);

/** What stands behind a text and is complained of, so that no piece is read alone. */
const complaint = '\n\n\n# @gradcheck\n';

/** What a text gives when it is parsed at once and anew; null where it is not sound. */
function whole(text: string): Program | null {
  const program = python.parse('test.py', text + complaint);
  if (program.broken.length > 0) return null;
  const last = program.problems.at(-1);
  assert.ok(last !== undefined && last.span.start > text.length);
  return { ...program, text, problems: program.problems.slice(0, -1) };
}

/** Asserts that a text is the same read in either way; false where it is not sound. */
function isSame(text: string): boolean {
  const expected = whole(text);
  if (expected === null) return false;
  assert.deepEqual(python.parse('test.py', text), expected);
  return true;
}

describe('pieces of a file', () => {
  it('give the program that the whole gives', () => {
    assert.ok(files.filter(isSame).length > 100);
  });

  const cases: readonly (readonly [string, string])[] = [
    [
      'a comment of its own above a definition',
      'x = 1\n\n# a\n\n# @gradcheck x=1\ndef f(x):\n    return x\n',
    ],
    ['a decorator apart', 'x = 1\n\n@a\n\n# b\n\ndef f(x):\n    return x\n\ndef g(): pass\n'],
    [
      'a definition inside a string',
      'x = """\n\ndef f(x):\n    return x\n\n"""\n\ndef g(): pass\n',
    ],
    ['a definition inside brackets', 'x = [\n\n1,\n\n]\n\ndef g(): pass\n'],
    ['a docstring alone', '"""d\n\n@grad x = 1\n"""\n\ndef f(x):\n    return x\n'],
    ['an ignored file', '# a\n\n"""d"""\n\n# gradlens: ignore-file\n\ndef f(x):\n    return x\n'],
    ['an ignored file, too late', 'x = 1\n\n# gradlens: ignore-file\n\ndef f(x): return x\n'],
    ['an annotation above nothing', 'x = 1\n\n# @gradcheck x=1\n\ndef f(x):\n    return x\n'],
    ['the same definition twice', 'def f(x):\n    return x\n\n\ndef f(x):\n    return x\n'],
    [
      'carriage returns',
      'x = 1\r\n\r\n# @gradcheck x=1\r\ndef f(x):\r\n    return x\r\n\r\ndef g(): pass\r\n',
    ],
  ];
  for (const [name, text] of cases) {
    it(`are those of the whole: ${name}`, () => {
      assert.ok(isSame(text));
      // Once more from memory, at another place.
      assert.ok(isSame(`\n${text}`));
    });
  }

  it('are taken over as if they were read anew', () => {
    const words = ['', '\n', '\n\n', 'x', '# a\n', '    # b\n', '"""', '(', 'def ', 'pass\n', '1'];
    const edit = fc.tuple(fc.nat(), fc.nat({ max: 30 }), fc.constantFrom(...words));
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(edit, { maxLength: 6 }), (first, edits) => {
        let text = first;
        for (const [where, length, by] of edits) {
          const at = where % (text.length + 1);
          const edited = text.slice(0, at) + by + text.slice(at + length);
          if (isSame(edited)) text = edited;
        }
      }),
      { numRuns: 60 },
    );
  });
});
