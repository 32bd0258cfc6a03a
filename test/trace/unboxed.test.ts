/**
 * Expressions on registers against the general road: the same value to the bit,
 * the same type, the same sentence of an error. An operand inside a list display
 * keeps an expression from registers.
 */
import * as assert from 'node:assert/strict';
import type { LanguageFrontEnd } from '../../src/languages';
import { defaultLimits, Stop } from '../../src/trace/limits';
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

const loops = [
  'for k in range(5):\n    n += A * k - B',
  'for k in range(7, -3, -2):\n    n -= k / A\n    last = n ** 2',
  'while n < 6:\n    n = n + 1\n    last = abs(n - A) * B',
  'while n < 9:\n    n += 1\n    if n == 3:\n        continue\n    if n > 6:\n        break\n    last = A\nelse:\n    n = 100',
  'for k in range(4):\n    n += values[k - 1] * A\nelse:\n    n = -n',
  'for i in range(2):\n    for j in range(1, 2):\n        if i != j:\n            last = rows[i][j] - B\n        else:\n            n += A % 3',
  'for i in range(2):\n    for j in range(2):\n        last = 0.0\n        last += grid[i, j] * A\n        n += last',
  'for i in range(3):\n    n, last = last, n\n    last = whole[i - 1] // B',
  'for i in range(3):\n    last = math.sin(n) + math.sqrt(A)\n    n -= last',
  'for i in range(3):\n    n = A\n    last = n',
  'for i in range(6):\n    j = 0\n    while j < i:\n        j += 1\n        n += B\n        if n > 4:\n            break',
  'for i in range(4):\n    n = n * 9007199254740991 + A',
  'for i in range(3):\n    for j in range(A, 3, B):\n        n += j',
  'for i in range(3):\n    if i > 1:\n        n = n_is_not_bound + A\n    last = i',
  'for k in range(0):\n    last = A',
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

  for (const loop of loops) {
    it(`${JSON.stringify(loop)} leaves what the general road leaves`, () => {
      for (const a of numbers) {
        for (const b of ['1', '0', '-2', '2.5', '-0.0', 'grid[1, 0]', 'whole[1]', 'math.nan']) {
          const on = (left: string, right: string) => {
            const body = loop.replace(/\bA\b/g, left).replace(/\bB\b/g, right);
            const text = `${setting}a = ${a}\nb = ${b}\nn, last = 0, 0.5\nk = i = j = None\n${body}\n`;
            return outcome(language, `${text}result = [n, last, k, i, j]\n`);
          };
          const general = on('[a][0]', '[b][0]');
          assert.equal(on('a', 'b'), general, `${loop}, ${a}, ${b}`);
        }
      }
    });
  }

  it('counts the steps of a loop as the general road does', () => {
    const steps = (text: string) => {
      const { machine } = run(language, setting + text);
      let [affordable, beyond] = [0, defaultLimits.steps + 1];
      while (beyond - affordable > 1) {
        const middle = Math.floor((affordable + beyond) / 2);
        if (machine.affords(middle)) affordable = middle;
        else beyond = middle;
      }
      return defaultLimits.steps - affordable;
    };
    for (const loop of loops.filter((each) => !/n_is_not|9007/.test(each))) {
      const on = (left: string) => {
        const body = loop.replace(/\bA\b/g, left).replace(/\bB\b/g, '1');
        return steps(`a = 2\nn, last = 0, 0.5\n${body}\n`);
      };
      assert.equal(on('a'), on('[a][0]'), loop);
    }
  });

  it('stops a loop at the step and the place at which the general road stops it', () => {
    const stopped = (given: string) => {
      try {
        run(language, `a = 1\nn = 0\nwhile n >= 0:\n    n += ${given}\n`);
      } catch (stop) {
        if (stop instanceof Stop) return [stop.message, stop.place?.start];
      }
      throw new Error('it ends');
    };
    assert.deepEqual(stopped('a'), stopped('[a][0]'));
  });

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
