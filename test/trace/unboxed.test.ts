/**
 * Expressions on registers against the general road: the same value to the bit,
 * the same type, the same sentence of an error. An operand inside a list display
 * keeps an expression from registers.
 */
import * as assert from 'node:assert/strict';
import type { LanguageFrontEnd } from '../../src/languages';
import { Stop } from '../../src/trace/limits';
import { plain, python, run } from './python';

const numbers = [
  '0', '1', '-3', '7', '9007199254740991', '-0.0', '0.0', '0.5', '-2.5', '1e308', '-1e308',
  'math.inf', '-math.inf', 'math.nan', 'True', 'grid[1, 0]', 'grid[0, 0]', 'whole[1]', 'rows[1][0]',
]; // biome-ignore format: a table

const operations = [
  'A + B', 'A - B', 'A * B', 'A / B', 'A // B', 'A % B', 'A ** B', '-A * B', 'A * B - A / (B + 1)',
  '(A + B) * (A - B) + 2', 'A < B', 'A <= B', 'A > B', 'A >= B', 'A == B', 'A != B', 'A < B < 2',
  'abs(A) + abs(B)', 'math.exp(A) * B', 'math.sqrt(A) + B', 'math.sin(A) - B', '1 if A < B else 2',
  'values[A] + B', 'grid[A, B] * 2', 'rows[A][B] - 1', 'whole[A] * B', 'a_name_that_is_not * A',
]; // biome-ignore format: a table

const statements = [
  'result = A\nresult += B', 'values[0] -= A * B\nresult = values', 'values[-3] /= A\nresult = values',
  'grid[1, 0] *= A\nresult = grid', 'whole[0] += A\nresult = whole', 'grid[A, B] += 1\nresult = grid',
  'p, q = A, B\np, q = q * 2, p - 1\nresult = [p, q]', 'result = [k for k in range(A % 5, B % 7)]',
]; // biome-ignore format: a table

const setting = `
import math
import numpy as np
grid = np.array([[0.0, -0.0], [2.5, -7.0]])
whole = np.array([3, -4])
values = [0.25, 8, True]
rows = [[1, 2.0], (3.0, 4)]
`;

/** What an expression gives, as text that tells -0, nan, types and errors apart. */
function outcome(language: LanguageFrontEnd, text: string): string {
  try {
    const { machine, value } = run(language, text);
    return JSON.stringify(plain(machine, value('result')), (_, each) =>
      typeof each === 'number' ? (Object.is(each, -0) ? '-0' : String(each)) : each,
    );
  } catch (stop) {
    if (stop instanceof Stop) return `${stop.kind} ${stop.code}: ${stop.message}`;
    throw stop;
  }
}

describe('expressions on registers', () => {
  let language: LanguageFrontEnd;
  before(async () => {
    language = await python();
  });

  for (const operation of operations) {
    it(`${operation} is what the general road makes of it`, () => {
      for (const a of numbers) {
        for (const b of numbers) {
          const given = `${setting}a = ${a}\nb = ${b}\n`;
          const on = (left: string, right: string) =>
            `${given}result = ${operation.replace(/A/g, left).replace(/B/g, right)}\n`;
          const fast = outcome(language, on('a', 'b'));
          assert.equal(fast, outcome(language, on('[a][0]', '[b][0]')), `${operation}, ${a}, ${b}`);
        }
      }
    });
  }

  for (const statement of statements) {
    it(`${JSON.stringify(statement)} leaves what the general road leaves`, () => {
      for (const a of numbers) {
        for (const b of ['1', '-0.0', '2.5', 'grid[1, 0]', 'whole[1]']) {
          const on = (left: string, right: string) =>
            `${setting}a = ${a}\nb = ${b}\n${statement.replace(/A/g, left).replace(/B/g, right)}\n`;
          const fast = outcome(language, on('a', 'b'));
          assert.equal(fast, outcome(language, on('[a][0]', '[b][0]')), `${statement}, ${a}, ${b}`);
        }
      }
    });
  }

  it('goes back and forth between traced and plain numbers', () => {
    const text = 'def f(x):\n    return x * x - 3 * x + 1\nresult = []\n';
    const calls = 'for k in range(40):\n    result.append(f(t if k % 7 == 3 else 0.5 * k))\n';
    const { machine, value } = run(language, `t = 2.0\n${text}${calls}`, (made, name, bound) => {
      if (name !== 't' || bound.kind !== 'number') return bound;
      return { ...bound, entry: made.graph.input('t', [bound.value], []) };
    });
    const result = value('result');
    if (result.kind !== 'list') throw new Error('a list');
    for (const [k, item] of result.items.entries()) {
      if (item.kind !== 'number') throw new Error('a number');
      const x = k % 7 === 3 ? 2 : 0.5 * k;
      assert.equal(item.value, x * x - 3 * x + 1);
      assert.equal(item.entry >= 0 && machine.graph.dependsOnInput(item.entry), k % 7 === 3);
    }
  });

  it('counts a call in registers as one step', () => {
    const counted = (step: string) =>
      outcome(language, `n = 0\nwhile n < 400000:\n    n = ${step}\nresult = n`);
    assert.match(counted('n + 1'), /400000/);
    // With the call, a round takes three of the million steps.
    assert.match(counted('abs(n) + 1'), /stopped after/);
  });
});
