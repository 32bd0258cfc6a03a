/** Notebooks as text: which lines stay, where cells begin, and what is no notebook. */
import assert from 'node:assert/strict';
import { readNotebook } from '../../src/cli/notebook';

const code = (source: unknown) => ({ cell_type: 'code', source });
const notebook = (cells: unknown, metadata = {}) => JSON.stringify({ cells, metadata });

function check(name: string, cells: unknown[], expected: string, metadata = {}): void {
  it(name, () => {
    const read = readNotebook(notebook(cells, metadata));
    assert.equal(typeof read === 'string' ? read : read.text, expected);
  });
}

/** What becomes of the lines of one cell. */
function checkCell(lines: readonly string[], expected: readonly string[]): void {
  const text = expected.map((line) => `${line}\n`).join('');
  check(JSON.stringify(lines), [code(lines.join('\n'))], text);
}

describe('notebooks', () => {
  check('cells in order', [code(['a = 1\n', 'b = 2']), code('c = 3')], 'a = 1\nb = 2\n\n\nc = 3\n');
  check('only code', [{ cell_type: 'markdown', source: '# a' }, code('b'), {}, null, 7], 'b\n');
  check('a cell that cannot be read', [code(7), code(['a', 1]), code('b')], 'b\n');
  check('another language', [code('x <- 1')], '', { language_info: { name: 'R' } });
  check('another kernel', [code('x = 1')], '', { kernelspec: { language: 'julia' } });

  checkCell(['%matplotlib inline', 'a = 1'], ['', 'a = 1']);
  checkCell(['!pip install x', '?a', 'a?', 'a.b??', 'b'], ['', '', '', '', 'b']);
  checkCell(['if a:', '    !ls', '    %time f()'], ['if a:', '    pass', '    pass']);
  checkCell(['%%time', 'a = 1'], ['', 'a = 1']);
  checkCell(['', '%%capture out', 'a = 1'], ['', '', 'a = 1']);
  checkCell(['%%bash', 'rm (', 'x'], ['', '', '']);
  checkCell(['a = !ls', 'b, c = %magic'], ['a = get_ipython()', 'b, c = get_ipython()']);
  checkCell(['a = (b', '%c', '!= d)', '%e'], ['a = (b', '%c', '!= d)', '']);
  checkCell(['a = b \\', '%c', '%d'], ['a = b \\', '%c', '']);
  checkCell(['a = """', '!b', '%c"""', '!d'], ['a = """', '!b', '%c"""', '']);
  checkCell(["a = '('  # (", '!b', 'c = "\\"("', '!d'], ["a = '('  # (", '', 'c = "\\"("', '']);
  checkCell(['a = b %c', 'd != e'], ['a = b %c', 'd != e']);

  it('cells have the numbers of all cells and the lines of the text', () => {
    const cells = [{ cell_type: 'markdown' }, code('a\nb'), { cell_type: 'raw' }, code('c')];
    const read = readNotebook(notebook(cells));
    assert.deepEqual(typeof read === 'string' ? read : read.cells, [
      { number: 2, line: 1 },
      { number: 4, line: 5 },
    ]);
  });

  for (const [json, message] of [
    ['{', 'not a notebook: its JSON cannot be read'],
    ['null', 'not a notebook: it has no list of cells'],
    ['{"cells": 1}', 'not a notebook: it has no list of cells'],
  ]) {
    it(`${json} is none`, () => assert.equal(readNotebook(json), message));
  }
});
