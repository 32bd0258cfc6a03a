/**
 * Random formulas of one variable have the derivative that mathjs finds by
 * symbols. On failure fast-check prints its seed and the smallest formula.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addDependencies,
  cosDependencies,
  create,
  derivativeDependencies,
  divideDependencies,
  expDependencies,
  logDependencies,
  multiplyDependencies,
  parseDependencies,
  powDependencies,
  sechDependencies,
  sinDependencies,
  sqrtDependencies,
  subtractDependencies,
  tanhDependencies,
  unaryMinusDependencies,
} from 'mathjs';
import { check, named } from './support';

const decimal = fc.integer({ min: -40, max: 40 }).map((each) => each / 16);

/** A formula of one variable, for mathjs and for Python. */
interface Formula {
  readonly symbols: string;
  readonly python: string;
}

const formula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula; leaf: Formula }>((tie) => ({
  leaf: fc.oneof(
    fc.constant({ symbols: 'x', python: 'x' }),
    decimal.map((value) => ({ symbols: `(${value})`, python: `(${value})` })),
  ),
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.tuple(fc.constantFrom('sin', 'cos', 'tanh'), tie('formula')).map(([name, inner]) => ({
      symbols: `${name}(${inner.symbols})`,
      python: `math.${name}(${inner.python})`,
    })),
    fc.tuple(fc.constantFrom('log', 'sqrt'), tie('formula')).map(([name, inner]) => ({
      symbols: `${name}(1.5 + (${inner.symbols})^2)`,
      python: `math.${name}(1.5 + (${inner.python}) ** 2)`,
    })),
    tie('formula').map((inner) => ({
      symbols: `exp(tanh(${inner.symbols}))`,
      python: `math.exp(math.tanh(${inner.python}))`,
    })),
    fc
      .tuple(fc.constantFrom('+', '-', '*'), tie('formula'), tie('formula'))
      .map(([sign, a, b]) => ({
        symbols: `(${a.symbols} ${sign} ${b.symbols})`,
        python: `(${a.python} ${sign} ${b.python})`,
      })),
    fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => ({
      symbols: `(${a.symbols} / (1.5 + (${b.symbols})^2))`,
      python: `(${a.python} / (1.5 + (${b.python}) ** 2))`,
    })),
  ),
})).formula;

const math = create({
  addDependencies,
  cosDependencies,
  derivativeDependencies,
  divideDependencies,
  expDependencies,
  logDependencies,
  multiplyDependencies,
  parseDependencies,
  powDependencies,
  sechDependencies,
  sinDependencies,
  sqrtDependencies,
  subtractDependencies,
  tanhDependencies,
  unaryMinusDependencies,
});

describe('random formulas', () => {
  it('of one variable have the derivative that symbols give', async () => {
    await fc.assert(
      fc.asyncProperty(formula, decimal, async ({ symbols, python }, x) => {
        const text = `import math\n\n\n# @gradcheck x=${x}\ndef f(x):\n    return x * 0.0 + ${python}\n`;
        const expected = Number(math.derivative(symbols, 'x', { simplify: false }).evaluate({ x }));
        const target = named(await check(text), 'f');
        assert.ok(['pass', 'unverified'].includes(target.verdict), `${target.reason}\n${text}`);
        const found = Number(target.parameters[0].analytic);
        const close = Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
        assert.ok(close, `${found} instead of ${expected} in\n${text}`);
      }),
      { numRuns: 600 },
    );
  }).timeout(60_000);
});
