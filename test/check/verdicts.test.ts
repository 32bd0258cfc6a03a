/** Verdicts of small programs: one row a case, the program as a user writes it. */
import assert from 'node:assert/strict';
import type { Verdict } from '../../src/check/report';
import { check, named } from './support';

interface Row {
  readonly title: string;
  readonly text: string;
  /** Verdict by target name; a target that is not named must not be there. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** A part of the reason of the first target. */
  readonly says?: RegExp;
  readonly code?: string;
  /** Codes of problems with their lines, in order. */
  readonly problems?: readonly string[];
}

const rows: readonly Row[] = [
  {
    title: 'a right claim',
    text: '# @gradcheck x=2, y=3\n# @grad x = y + 2*x\n# @grad y = x\ndef f(x, y):\n    return x * y + x**2\n',
    verdicts: { f: 'pass' },
    problems: [],
  },
  {
    title: 'a wrong claim stands at its expression',
    text: '# @gradcheck x=2, y=3\n# @grad x = y + 2*x\n# @grad y = x + 1\ndef f(x, y):\n    return x * y + x**2\n',
    verdicts: { f: 'mismatch' },
    says: /∂f\/∂y is 2 at x=2, y=3, `@grad` claims 3/,
    problems: ['mismatch@3'],
  },
  {
    title: 'a claim that is a rounded decimal',
    text: '# @gradcheck x=3\n# @grad x = -0.111\ndef f(x):\n    return 1 / x\n',
    verdicts: { f: 'pass' },
    code: 'rounded',
  },
  {
    title: 'two digits are too few to count as rounded',
    text: '# @gradcheck x=3\n# @grad x = -0.11\ndef f(x):\n    return 1 / x\n',
    verdicts: { f: 'mismatch' },
  },
  {
    title: 'a sign error is named',
    text: '# @gradcheck x=3, gradient=g\ndef f(x):\n    return x * x\n\n\ndef g(x):\n    return -2 * x\n',
    verdicts: { f: 'mismatch' },
    says: /the sign is wrong/,
    problems: ['mismatch@6'],
  },
  {
    title: 'what is infinite is close to no gradient',
    text: 'import numpy as np\n\n\n# @gradcheck x=3, gradient=g\ndef f(x):\n    return x * x\n\n\ndef g(x):\n    return 2 * x / np.float64(0)\n',
    verdicts: { f: 'mismatch' },
    says: /`g` returns ∞$/,
  },
  {
    title: 'an infinite entry among right ones',
    text: 'import numpy as np\n\n\n# @gradcheck x=[1.0, 2], gradient=g\ndef f(x):\n    return np.sum(x ** 2)\n\n\ndef g(x):\n    return np.array([2 * x[0], -np.inf])\n',
    verdicts: { f: 'mismatch' },
    says: /∂f\/∂x\[1\] is 4 .* returns -∞/,
  },
  {
    title: 'where it is wrong for one option alone, the option is named',
    text: `import numpy as np


def total_forward(x, squared):
    if squared:
        return np.sum(x * x), (x, squared)
    return np.sum(x), (x, squared)


def total_backward(dout, cache):
    x, squared = cache
    return dout * 2 * x
`,
    verdicts: { total_backward: 'mismatch' },
    says: /; only at 1 of 3 points, where `squared`, line 5, is false$/,
  },
  {
    title: 'gradients in the places of each other, of other shapes',
    text: `import numpy as np


class WeightedSum:
    """hs (N, T, H), a (N, T)"""

    def forward(self, hs, a):
        self.saved = hs, a
        return np.sum(hs * a[:, :, None], axis=1)

    def backward(self, dout):
        hs, a = self.saved
        dt = dout[:, None, :]
        return np.sum(dt * hs, axis=2), dt * a[:, :, None]
`,
    verdicts: { WeightedSum: 'mismatch' },
    says: /must have its shape \(4, 3, 6\), but `backward` returns \(4, 3\): this is the gradient of a, not of hs$/,
  },
  {
    title: 'a missing factor is named',
    text: '# @gradcheck x=3, gradient=g\ndef f(x):\n    return x * x\n\n\ndef g(x):\n    return x\n',
    verdicts: { f: 'mismatch' },
    says: /lacks a factor 2/,
  },
  {
    title: 'of= checks the annotated function as the gradient of another',
    text: 'def cost(x):\n    return x**3\n\n\n# @gradcheck of=cost, x=2\ndef cost_prime(x):\n    return 3 * x**2\n',
    verdicts: { cost_prime: 'pass' },
  },
  {
    title: 'any slope between the one-sided ones is right at a kink',
    text: '# @gradcheck x=0\n# @grad x = 0.25\ndef f(x):\n    return abs(x)\n',
    verdicts: { f: 'kink' },
    says: /-1 from the left and 1 from the right/,
    problems: [],
  },
  {
    title: 'a slope outside is a mismatch at a kink',
    text: '# @gradcheck x=0\n# @grad x = 1.5\ndef f(x):\n    return abs(x)\n',
    verdicts: { f: 'mismatch' },
    problems: ['mismatch@2'],
  },
  {
    title: 'a kink by an if is seen as well',
    text: '# @gradcheck x=0\ndef f(x):\n    if x > 0:\n        return 2 * x\n    return x\n',
    verdicts: { f: 'kink' },
  },
  {
    title: 'a class pair found without annotation',
    text: 'class Square:\n    def forward(self, x):\n        self.x = x\n        return x * x\n\n    def backward(self, dout):\n        return dout * 2 * self.x\n',
    verdicts: { Square: 'pass' },
  },
  {
    title: 'a backward that ignores its upstream is caught by the second one',
    text: '# @gradcheck x=3\nclass Square:\n    def forward(self, x):\n        self.x = x\n        return x * x\n\n    def backward(self, dout):\n        return 2 * self.x\n',
    verdicts: { Square: 'mismatch' },
  },
  {
    title: 'the head of a loss may ignore an upstream that has a default',
    text: '# @gradcheck p=2, t=5\nclass Loss:\n    def forward(self, p, t):\n        self.d = p - t\n        return self.d**2\n\n    def backward(self, dout=1):\n        return 2 * self.d, -2 * self.d\n',
    verdicts: { Loss: 'pass' },
  },
  {
    title: 'fan-out that overwrites instead of adding',
    text: 'x = 2\ny = 3\na = x * y\nb = x * x\nout = a + b\ndx = y\ndx = 2 * x  # @grad d(out)/d(x)\n',
    verdicts: { dx: 'mismatch' },
    says: /∂out\/∂x is 7/,
    problems: ['mismatch@7'],
  },
  {
    title: 'a claim with respect to an intermediate variable',
    text: 'x = 2\nh = x * x\nout = h * h * h\ndh = 3 * h * h  # @grad d(out)/d(h)\n',
    verdicts: { dh: 'pass' },
  },
  {
    title: 'a claim is judged at the end of its loop, before later updates',
    text: 'w = 2.0\nloss = 0.0\nfor k in range(3):\n    loss = loss + w * k\ndw = 0.0\nfor k in range(3):\n    dw += k  # @grad d(loss)/d(w)\ndw = 0.1 * dw\nw -= dw\n',
    verdicts: { dw: 'pass' },
  },
  {
    title: 'claims inside a function',
    text: '# @gradcheck x=2\ndef f(x):\n    h = x * x\n    out = h + x\n    dx = 2 * x + 1  # @grad d(out)/d(x)\n    dh = 2  # @grad d(out)/d(h)\n    return out\n',
    verdicts: { f: 'pass', dx: 'pass', dh: 'mismatch' },
  },
  {
    title: 'a claim about what does not depend on it',
    text: 'x = 2\ny = 3\nout = y * y\ndx = 0  # @grad d(out)/d(x)\n',
    verdicts: { dx: 'unsupported' },
    says: /out was not computed from x/,
  },
  {
    title: "the user's own error",
    text: '# @gradcheck x=2\ndef f(x):\n    return x / (x - 2)\n',
    verdicts: { f: 'error' },
    says: /ZeroDivisionError/,
    problems: ['error@3'],
  },
  {
    title: 'a misspelled name',
    text: '# @gradcheck value=2\ndef f(value):\n    return valeu * 2\n',
    verdicts: { f: 'error' },
    says: /did you mean value/,
    problems: ['error@3'],
  },
  {
    title: 'a loop that never ends',
    text: '# @gradcheck x=2\ndef f(x):\n    while True:\n        x = x + 1\n    return x\n',
    verdicts: { f: 'limit' },
    code: 'steps',
  },
  {
    title: 'a recursion that never ends',
    text: '# @gradcheck x=2\ndef f(x):\n    return f(x) + 1\n',
    verdicts: { f: 'limit' },
    code: 'depth',
  },
  {
    title: 'a value used twice in every round makes no endless formula',
    text: '# @gradcheck x=1\n# @grad x = 1\ndef f(x):\n    for _ in range(60):\n        x = 0.5 * x + 0.5 * x\n    return x\n',
    verdicts: { f: 'pass' },
  },
  {
    title: 'a long chain is no deep one',
    text: '# @gradcheck x=1\n# @grad x = 1\ndef f(x):\n    for _ in range(20000):\n        x = x + 1\n    return x\n',
    verdicts: { f: 'pass' },
  },
  {
    title: 'the smallest number of all is no kink',
    text: '# @gradcheck x=5e-324\n# @grad x = 2*x\ndef f(x):\n    return x * x\n',
    verdicts: { f: 'pass' },
  },
  {
    title: 'an unknown library stops only who uses it',
    text: 'import nowhere\n\n\n# @gradcheck x=2\ndef f(x):\n    return nowhere.f(x)\n\n\n# @gradcheck x=2\ndef g(x):\n    return x * x\n',
    verdicts: { f: 'unsupported', g: 'pass' },
    says: /nowhere is not supported/,
    problems: ['unsupported@5'],
  },
  {
    title: 'a file that cannot be read is an unknown value',
    text: 'data = open("data.csv").read()\nk = 3\n\n\n# @gradcheck x=2\ndef f(x):\n    return k * x\n',
    verdicts: { f: 'pass' },
  },
  {
    title: 'a whole number is real, and becomes an integer where one is needed',
    text: '# @gradcheck x=2, n=3\ndef f(x, n):\n    total = 0.0\n    for k in range(n):\n        total = total + x**k\n    return total\n',
    verdicts: { f: 'pass' },
  },
  {
    title: 'an unknown item of an annotation',
    text: '# @gradcheck z=2\ndef f(x):\n    return x\n',
    verdicts: { f: 'unsupported' },
    says: /`z` is neither a parameter nor an option/,
    problems: ['annotation@1'],
  },
  {
    title: 'skip says its reason',
    text: '# @gradcheck skip: sampled inputs make no sense\ndef f(x):\n    return x\n',
    verdicts: { f: 'unverified' },
    says: /sampled inputs make no sense/,
    problems: [],
  },
  {
    title: 'scale=-1 claims the negative gradient',
    text: '# @gradcheck x=2, gradient=force, scale=-1\ndef energy(x):\n    return x**2\n\n\ndef force(x):\n    return -2 * x\n',
    verdicts: { energy: 'pass' },
  },
  {
    title: 'a half-typed file keeps the others',
    text: '# @gradcheck x=2\ndef f(x):\n    return x * (x +\n\n\n# @gradcheck x=2\n# @grad x = 1\ndef g(x):\n    return x * x\n',
    verdicts: { g: 'mismatch' },
  },
  {
    title: 'dense upstreams do not show what zeros in them would',
    text: 'import numpy as np\n\n\n# @gradcheck x: (4,)\nclass Square:\n    def forward(self, x):\n        self.x = x\n        return x * x\n\n    def backward(self, dout):\n        return np.where(dout == 0, 1.0, dout) * 2 * self.x\n',
    verdicts: { Square: 'pass' },
  },
  {
    title: 'mode=full takes the output entry by entry',
    text: 'import numpy as np\n\n\n# @gradcheck x: (4,), mode=full\nclass Square:\n    def forward(self, x):\n        self.x = x\n        return x * x\n\n    def backward(self, dout):\n        return np.where(dout == 0, 1.0, dout) * 2 * self.x\n',
    verdicts: { Square: 'mismatch' },
    says: /∂Square\[0\]\/∂x\[\d\] is 0 /,
  },
  {
    title: 'the entries that differ are told',
    text: 'import numpy as np\n\n\n# @gradcheck x: (4, 20), gradient=g\ndef f(x):\n    return np.sum(np.tanh(x))\n\n\ndef g(x):\n    d = 1 - np.tanh(x) ** 2\n    d[2, 3] = d[2, 3] * 2\n    d[2, 5] = 0\n    return d\n',
    verdicts: { f: 'mismatch' },
    says: /∂f\/∂x\[2, 5\] is .*2 of 80 entries differ: \[2, 3\], \[2, 5\]/,
  },
  {
    title: 'a block of entries that differ is told as a slice',
    text: 'import numpy as np\n\n\n# @gradcheck x: (4, 20), gradient=g\ndef f(x):\n    return np.sum(np.tanh(x))\n\n\ndef g(x):\n    d = 1 - np.tanh(x) ** 2\n    d[:, -1] = 0\n    return d\n',
    verdicts: { f: 'mismatch' },
    says: /4 of 80 entries differ: \[:, 19\]/,
  },
  {
    title: 'a view into the vector of all parameters moves with it',
    text: 'import numpy as np\n\n\nclass Net:\n    def __init__(self, n=3, m=4):\n        self.theta = np.random.randn(n * m)\n        self.W = self.theta.reshape(n, m)\n\n    def forward(self, x):\n        self.x = x\n        return x @ self.W\n\n    def backward(self, dout):\n        self.dtheta = (self.x.T @ dout).ravel()\n        return dout @ self.W.T\n',
    verdicts: { Net: 'pass' },
  },
  {
    title: 'gradients of different shapes behind each other',
    text: 'import numpy as np\n\n\n# @gradcheck X: (2, 3), W: (3, 4), gradient=g\ndef f(X, W):\n    return np.sum(np.tanh(X @ W))\n\n\ndef g(X, W):\n    d = 1 - np.tanh(X @ W) ** 2\n    return d @ W.T, X.T @ d\n',
    verdicts: { f: 'pass' },
  },
  {
    title: 'no finite value at the point',
    text: 'import math\n\n\n# @gradcheck x=0\ndef f(x):\n    return math.inf * x\n',
    verdicts: { f: 'undefined' },
  },
];

describe('verdicts', () => {
  for (const row of rows) {
    it(row.title, async () => {
      const report = await check(row.text);
      const found = Object.fromEntries(report.functions.map((each) => [each.name, each.verdict]));
      const [first] = Object.keys(row.verdicts);
      assert.deepEqual({ ...found, ...pick(found, row.verdicts) }, { ...found, ...row.verdicts });
      const target = named(report, first);
      assert.match(target.reason, row.says ?? /./);
      assert.equal(target.code, row.code ?? target.code);
      const problems = report.problems.map((each) => `${each.code}@${each.line}`);
      assert.deepEqual(problems, row.problems ?? problems);
    });
  }

  it('annotated detection leaves pairs without annotation alone', async () => {
    const text =
      'class S:\n    def forward(self, x):\n        return x\n\n    def backward(self, d):\n        return d\n';
    assert.equal((await check(text, { detect: 'annotated' })).functions.length, 0);
    assert.equal((await check(text)).functions.length, 1);
  });
});

/** The entries of `found` whose names are expected. */
function pick<T>(found: Readonly<Record<string, T>>, expected: object): Record<string, T> {
  return Object.fromEntries(Object.keys(expected).map((name) => [name, found[name]]));
}
