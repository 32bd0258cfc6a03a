/** Which reports end in which exit code. */
import assert from 'node:assert/strict';
import type { FileReport, FunctionReport } from '../../src/check/report';
import { exitCodeOf } from '../../src/cli/exit';
import { file, range, target } from '../render/samples';

function check(name: string, files: readonly FileReport[], expected: number): void {
  it(`${expected}: ${name}`, () => assert.equal(exitCodeOf(files), expected));
}

const one = (changes: Partial<FunctionReport>) => [file([target(), target(changes)])];

function problem(severity: 'error' | 'warning', ignored = false): FileReport[] {
  const at = range(1, 1, 2);
  return [file([], [{ ...at, code: 'x', severity, message: 'm', related: [], ignored }])];
}

describe('exit code', () => {
  check('nothing at all', [], 0);
  check('all correct', one({}), 0);
  check('a mismatch', one({ verdict: 'mismatch' }), 1);
  check('a mismatch found by convention', one({ verdict: 'mismatch', annotated: false }), 1);
  check('a silenced mismatch', one({ verdict: 'mismatch', ignored: true }), 0);
  for (const verdict of ['unsupported', 'undefined', 'error', 'limit'] as const) {
    check(`${verdict}, asked for`, one({ verdict }), 1);
    check(`${verdict}, found by convention`, one({ verdict, annotated: false }), 0);
    check(`${verdict}, silenced`, one({ verdict, ignored: true }), 0);
  }
  for (const verdict of ['kink', 'unverified'] as const) check(verdict, one({ verdict }), 0);
  check('a malformed annotation', problem('error'), 1);
  check('a warning', problem('warning'), 0);
  check('a silenced problem', problem('error', true), 0);
});
