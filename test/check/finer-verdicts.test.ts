/** Finer verdicts: the code, and the sentence that names numbers, operation and line. */
import assert from 'node:assert/strict';
import { createChecker } from '../../src/check/checker';
import { defaultOptions, type Verdict } from '../../src/check/report';
import { defaultLimits } from '../../src/trace/limits';
import { check, named, readGrammar } from './support';

interface Row {
  readonly title: string;
  /** The body of a file behind `import numpy as np`, which is line 1. */
  readonly text: string;
  readonly verdict: Verdict;
  readonly code: string | null;
  readonly says: RegExp;
}

const rows: readonly Row[] = [
  {
    title: 'digits lost by cancellation',
    text: '# @gradcheck x=1e-7\ndef f(x):\n    return (1 - np.cos(x)) / x\n',
    verdict: 'unverified',
    code: 'blurred',
    says: /loses its digits there \(cancellation in `1 - np\.cos\(x\)`, line 4\)/,
  },
  {
    title: 'a numeric derivative of few digits',
    text: '# @gradcheck x=40\ndef f(x):\n    return 1e8 + np.sin(x)\n',
    verdict: 'unverified',
    code: 'weak',
    says: /good to [0-5] digits only \((cancellation|rounding)/,
  },
  {
    title: 'an analytic derivative that cancels is no proof for a written one that cancels alike',
    text: '# @gradcheck x=1e-7\n# @grad x = np.sin(x) / x - (1 - np.cos(x)) / x**2\ndef f(x):\n    return (1 - np.cos(x)) / x\n',
    verdict: 'unverified',
    code: 'blurred',
    says: /analytically, but 0\.5 ± \S+ numerically.*loses its digits there \(cancellation in `1 - np\.cos\(x\)`, line 5\)/,
  },
  {
    title: 'a saturated function',
    text: '# @gradcheck x=40\ndef f(x):\n    return np.tanh(x)\n',
    verdict: 'unverified',
    code: 'flat',
    says: /does not change in any step \(rounding in `np\.tanh\(x\)`, line 4\)/,
  },
  {
    title: 'what is absorbed by a sum',
    text: '# @gradcheck x=-40\ndef f(x):\n    return np.log(1 + np.exp(x))\n',
    verdict: 'unverified',
    code: 'flat',
    says: /rounding in `1 \+ np\.exp\(x\)`, line 4/,
  },
  {
    title: 'a flat function whose gradient is zero is right',
    text: '# @gradcheck x=3\ndef f(x):\n    return 0 * x\n',
    verdict: 'pass',
    code: null,
    says: /agree/,
  },
  {
    title: 'a sum that normalisation makes constant is right, though rounding leaves something',
    text: '# @gradcheck x=[[0.3, 1.7], [0.9, -0.4], [-1.1, 0.2]]\ndef f(x):\n    z = (x - np.mean(x, axis=0)) / np.std(x, axis=0)\n    return np.sum(z)\n',
    verdict: 'pass',
    code: null,
    says: /agree/,
  },
  {
    title: 'the rule of a kink',
    text: '# @gradcheck x=0\ndef f(x):\n    return np.maximum(x, 0)\n',
    verdict: 'kink',
    code: 'kink',
    says: /`np\.maximum\(x, 0\)`, line 4: at a tie the gradient is shared equally/,
  },
  {
    title: 'the comparison that makes a kink',
    text: '# @gradcheck x=0\ndef f(x):\n    if x > 0:\n        return 2 * x\n    return x\n',
    verdict: 'kink',
    code: 'kink',
    says: /`x > 0`, line 4: the operands of the comparison are equal/,
  },
  {
    title: 'a claim outside the slopes of a kink',
    text: '# @gradcheck x=0\n# @grad x = 3\ndef f(x):\n    return abs(x)\n',
    verdict: 'mismatch',
    code: 'kink',
    says: /slope -1 from the left, 1 from the right; `abs\(x\)`, line 5: .*claims 3, which is outside/,
  },
  {
    title: 'a jump',
    text: '# @gradcheck x=0\ndef f(x):\n    return np.floor(x) + x\n',
    verdict: 'undefined',
    code: 'jump',
    says: /jumps at x=0, .*`np\.floor\(x\)`, line 4/,
  },
  {
    title: 'no value at the edge of a domain',
    text: '# @gradcheck x=0\ndef f(x):\n    return x * np.log(x)\n',
    verdict: 'undefined',
    code: 'domain',
    says: /`np\.log\(x\)`, line 4, is -∞/,
  },
  {
    title: 'no finite slope at the edge of a domain',
    text: '# @gradcheck x=0\ndef f(x):\n    return np.sqrt(x)\n',
    verdict: 'undefined',
    code: 'domain',
    says: /the slope of `np\.sqrt\(x\)`, line 4, is not finite/,
  },
  {
    title: 'a sawtooth that is finer than every step',
    text: '# @gradcheck x=0.3\ndef f(x):\n    return x + np.floor(x * 1e13) * 1e-6\n',
    verdict: 'unverified',
    code: 'unreliable',
    says: /no step size settles it|finer scale/,
  },
  {
    title: 'random numbers',
    text: '# @gradcheck x=1\n# @grad x = 1\ndef f(x):\n    return x + np.random.randn()\n',
    verdict: 'unverified',
    code: 'nondeterministic',
    says: /random numbers.*line 5/,
  },
  {
    title: 'the side of a where on which a gradient is wrong',
    text: '# @gradcheck x: (4, 5), gradient=g\ndef f(x):\n    return np.sum(np.where(x > 0, x, 0.1 * x))\n\n\ndef g(x):\n    return np.where(x > 0, 1.0, 0.2)\n',
    verdict: 'mismatch',
    code: null,
    says: /\d+ of 20 entries differ, where `x > 0`, line 4, is false/,
  },
  {
    title: 'a mask that was forgotten',
    text: '# @gradcheck x: (4, 5), gradient=g\ndef f(x):\n    return np.sum(np.maximum(0, x) ** 2)\n\n\ndef g(x):\n    return 2 * x\n',
    verdict: 'mismatch',
    code: null,
    says: /where `np\.maximum\(0, x\)`, line 4, cuts its argument off/,
  },
  {
    title: 'the branch that is wrong, among several points',
    text: '# @gradcheck x=1, gradient=g\n# @gradcheck x=-1\n# @gradcheck x=-2\ndef f(x):\n    if x > 0:\n        return x * x\n    return 3 * x\n\n\ndef g(x):\n    return 2 * x if x > 0 else 1\n',
    verdict: 'mismatch',
    code: null,
    says: /only at 2 of 3 points, where `x > 0`, line 6, is false/,
  },
  {
    title: 'wrong everywhere is said of no branch',
    text: '# @gradcheck x=1, gradient=g\n# @gradcheck x=-1\ndef f(x):\n    if x > 0:\n        return x * x\n    return 3 * x\n\n\ndef g(x):\n    return 5 * x * x\n',
    verdict: 'mismatch',
    code: null,
    says: /`g` returns 5[^;]*$/,
  },
];

describe('finer verdicts', () => {
  for (const row of rows) {
    it(row.title, async () => {
      const found = named(await check(`import numpy as np\n${row.text}`), 'f');
      assert.equal(found.verdict, row.verdict, found.reason);
      assert.equal(found.code, row.code, found.reason);
      assert.match(found.reason, row.says);
    });
  }

  it('what fails of ours in one function leaves the others alone', async () => {
    let failures = 1;
    // A clock that breaks once: the interpreter reads its limits with each run.
    const limits = {
      ...defaultLimits,
      get depth() {
        if (failures-- > 0) throw new Error('the limit is broken');
        return defaultLimits.depth;
      },
    };
    const text =
      '# @gradcheck x=2\ndef f(x):\n    return x\n\n\n# @gradcheck x=3\ndef g(x):\n    return x * x\n';
    const broken = await createChecker(readGrammar, limits);
    const found = broken.check({ path: 'case.py', text }, defaultOptions);
    const [first, second] = found.functions;
    assert.deepEqual([first.verdict, first.code], ['error', 'internal']);
    assert.match(first.reason, /the limit is broken/);
    assert.equal(second.verdict, 'pass', second.reason);
    assert.deepEqual(
      found.problems.map(({ severity, line }) => [severity, line]),
      [['warning', 2]],
    );
  });
});
