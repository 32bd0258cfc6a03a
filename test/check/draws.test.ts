/** What must come out whatever the seed: points that GradLens draws see both sides of a function. */
import assert from 'node:assert/strict';
import { defaultOptions } from '../../src/check/report';
import { check, named } from './support';

/** The verdict on the last target of a text, for each of ten seeds. */
async function verdicts(text: string): Promise<string[]> {
  const found: string[] = [];
  for (let seed = 0; seed < 10; seed++) {
    const report = await check(text, { ...defaultOptions, seed });
    const { name } = report.functions[report.functions.length - 1];
    found.push(named(report, name).verdict);
  }
  return found;
}

const always = (verdict: string) => Array.from({ length: 10 }, () => verdict);

describe('drawn points, for any seed', () => {
  it('have numbers of both signs', async () => {
    const text = `def softsign(x):
    return x / (1 + abs(x))

def softsign_grad(x):
    return 1 / (1 + x) ** 2
`;
    assert.deepEqual(await verdicts(text), always('mismatch'));
  });

  it('have arrays with entries of both signs', async () => {
    const text = `import numpy as np

def leaky(x):
    return np.where(x > 0, x, 0.2 * x)

def leaky_grad(x):
    return np.where(x > 0, 1.0, 0.3)
`;
    assert.deepEqual(await verdicts(text), always('mismatch'));
  });

  it('have other whole numbers at each point', async () => {
    const text = `import numpy as np

class Roll:
    def forward(self, x, shift):
        self.shift = shift
        return x[:, (np.arange(x.shape[1]) - shift) % x.shape[1]]

    def backward(self, dout):
        return dout[:, (np.arange(dout.shape[1]) - self.shift) % dout.shape[1]]
`;
    assert.deepEqual(await verdicts(text), always('mismatch'));
  });

  it('are drawn anew where a derivative hides in rounding', async () => {
    const text = `import numpy as np

def pick(x, beta):
    e = np.exp(8 * beta * x)
    return e / e.sum(axis=1, keepdims=True)

def pick_backward(dout, x, beta):
    p = pick(x, beta)
    ds = p * (dout - (dout * p).sum(axis=1, keepdims=True))
    return 8 * beta * ds, 8 * (ds * x).sum()
`;
    const found = await verdicts(text);
    assert.ok(found.filter((each) => each === 'pass').length >= 8, found.join(' '));
    assert.ok(!found.includes('mismatch'), found.join(' '));
  });

  it('say of a gradient that is turned by a factor of either sign that it is', async () => {
    const text = `class GradientReversal:
    def forward(self, x, alpha):
        self.alpha = alpha
        return x * 1.0

    def backward(self, dout):
        return -self.alpha * dout
`;
    assert.deepEqual(await verdicts(text), always('unverified'));
  });
});
