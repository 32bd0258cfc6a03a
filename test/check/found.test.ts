/** What a check would look at, told without running anything: names with their lines. */
import assert from 'node:assert/strict';
import { defaultOptions } from '../../src/check/report';
import { checker } from './support';

const text = `
# @gradcheck x=2
def endless(x):
    while True:
        x = x + 1

def square(x):
    return x**2

def square_grad(x):
    return 2 * x

class Scale:
    def forward(self, x):
        return x
    def backward(self, dout):
        return dout

x = 2.0
y = x**2
dx = 2 * x  # @grad d(y)/d(x)

def plain(x):
    return x
`;

describe('targets found', () => {
  it('are those of a check, in their order, without a run', async () => {
    const core = await checker();
    const source = { path: 'a.py', text };
    const listed = core.found(source, defaultOptions);
    assert.deepEqual(
      listed.map(({ name, range }) => `${range.line} ${name}`),
      ['3 endless', '10 square_grad', '13 Scale', '21 dx'],
    );
    const { functions } = core.check(source, defaultOptions);
    assert.deepEqual(
      listed.map(({ name }) => name),
      functions.map(({ name }) => name),
    );
  });
});
