/** The titles of lenses, for hand-built reports. */
import assert from 'node:assert/strict';
import type { FunctionReport } from '../../src/check/report';
import { lensTitle } from '../../src/render/lens';
import { target, wrong } from './samples';

function check(shown: FunctionReport, expected: string): void {
  it(expected, () => assert.equal(lensTitle(shown), expected));
}

describe('lens', () => {
  check(target(), '$(pass)\u00a0correct, no written gradient');
  check(wrong, '$(error)\u00a0mismatch, compared with df');
  check({ ...wrong, ignored: true }, '$(error)\u00a0mismatch (ignored), compared with df');
  check(target({ of: 'sigmoid', written: 'f' }), '$(pass)\u00a0correct, gradient of sigmoid');
  check(target({ verdict: 'unsupported', parameters: [] }), '$(circle-slash)\u00a0not supported');
});
