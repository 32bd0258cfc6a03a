/** The underlined source line. */
import assert from 'node:assert/strict';
import { excerpt } from '../../src/render/excerpt';
import { range } from './samples';

function check(name: string, text: string, at: ReturnType<typeof range>, expected: string[]): void {
  it(name, () => assert.deepEqual(excerpt(text, at), expected));
}

describe('excerpt', () => {
  check('takes the indentation off', 'f\n    return a * b\n', range(2, 16, 17), [
    '2 | return a * b',
    '  |            ^',
  ]);
  check('widens tabs', '\treturn\ta', range(1, 9, 10), ['1 | return  a', '  |         ^']);
  check('ends at the line where the range goes on', 'g(a,\n  b)', range(1, 1, 5, 2), [
    '1 | g(a,',
    '  | ^^^^',
  ]);
  check('marks one column at least', 'x', range(1, 2, 2), ['1 | x', '  |  ^']);
  check('reads Windows line ends', 'a\r\nbc\r\n', range(2, 2, 3), ['2 | bc', '  |  ^']);
  check('has nothing for a line that is not there', 'a', range(5, 1, 2), []);
  it('cuts a long line around the place', () => {
    const [line, underline] = excerpt(`${'a + '.repeat(100)}bad`, range(1, 401, 404));
    assert.match(line, /bad$/);
    assert.equal(underline.indexOf('^^^'), line.indexOf('bad'));
    assert.ok(line.length < 120);
  });
});
