/** Spans are UTF-16 offsets, exact behind astral characters and in every slice of a broken file. */
import assert from 'node:assert/strict';
import type { Expression, Program, Statement } from '../../../src/syntax/nodes';
import { covered, parse } from './support';

/** The value of the last assignment. */
function lastValue(program: Program): Expression {
  const values = program.body.flatMap((node) => (node.kind === 'assign' ? [node.value] : []));
  return values[values.length - 1];
}

function check(python: string, expected: string): void {
  it(python, () => {
    const program = parse(python);
    assert.equal(covered(program, lastValue(program).span), expected);
  });
}

describe('python spans', () => {
  check('s = "😀😀"; y = abc', 'abc');
  check('# 😀\n𝐱 = 𝐲 + 1  # 😀', '𝐲 + 1');
  check('y = f("😀", k=2)[0]', 'f("😀", k=2)[0]');
  check('\ufeffy = abc', 'abc');
  check(`${'# 😀\n'.repeat(3000)}y = abc`, 'abc');
  check('def f(x: pass\n\ndef g(): pass\ny = "😀" + abc', '"😀" + abc');
  check('y = (a)', 'a');
  check('y = 1, 2', '1, 2');

  it('cover names, parameters, decorators and members', () => {
    const program = parse('s = "😀"\n@d\ndef forward(𝐱, y=2, *rest):\n  return y.shape\n');
    const definitions = program.body.flatMap((node) =>
      node.kind === 'function' ? [node.definition] : [],
    );
    const texts = definitions.flatMap((definition) => [
      covered(program, definition.nameSpan),
      ...definition.parameters.map((parameter) => covered(program, parameter.span)),
      ...definition.decorators.map((decorator) => covered(program, decorator.span)),
      covered(program, definition.span).slice(0, 7),
      ...definition.body.map((statement) => covered(program, memberName(statement))),
    ]);
    assert.deepEqual(texts, ['forward', '𝐱', 'y', 'rest', 'd', '@d\ndef ', 'shape']);
  });
});

/** The span of `b` in `return a.b`. */
function memberName(statement: Statement) {
  const value = statement.kind === 'return' ? statement.value : null;
  return value?.kind === 'member' ? value.nameSpan : statement.span;
}
