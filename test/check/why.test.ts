/** Why something is a target or not: a program and a name, and what the answer must say. */
import assert from 'node:assert/strict';
import { type CheckOptions, defaultOptions } from '../../src/check/report';
import type { WhyReport } from '../../src/check/why-report';
import { check, checker, named } from './support';

async function why(
  text: string,
  which: string | number,
  options: Partial<CheckOptions> = {},
): Promise<WhyReport | null> {
  return (await checker()).why({ path: 'case.py', text }, { ...defaultOptions, ...options }, which);
}

type Row = readonly [title: string, text: string, name: string, expected: readonly RegExp[]];

function rows(subject: string, target: boolean, all: readonly Row[]): void {
  describe(subject, () => {
    for (const [title, text, name, expected] of all) {
      it(title, async () => {
        const report = await why(text, name);
        assert.equal(report?.target, target, JSON.stringify(report));
        const said = report?.reasons.join('\n') ?? '';
        for (const part of expected) assert.match(said, part);
      });
    }
  });
}

const sigmoid = `import numpy as np
def sigmoid(x):
    return 1 / (1 + np.exp(-x))
def sigmoid_grad(x):
    return sigmoid(x) * (1 - sigmoid(x))
`;
const annotated = `# @gradcheck x=3, gradient=dsq
def sq(x):
    return x**2
def dsq(x):
    return 2 * x
`;
const affine = `class Affine:
    def __init__(self, W):
        self.W = W
    def forward(self, x):
        self.x = x
        return x @ self.W
    def backward(self, dout):
        self.dW = self.x.T @ dout
        return dout @ self.W.T
`;
const claim = 'x = 2.0\ny = x ** 2\ndx = 2 * x  # @grad d(y)/d(x)\n';

rows('why it is a target', true, [
  [
    'named by `of=`',
    'def cost(x):\n    return x**2\n\n# @gradcheck of=cost, x=3\ndef slope(x):\n    return 2*x\n',
    'cost',
    [/annotation of `slope` says that this is what it differentiates, line 4/],
  ],
  ['annotated', annotated, 'sq', [/annotation asks for it, line 1/, /written gradient is `dsq`/]],
  ['named by an annotation', annotated, 'dsq', [/annotation of `sq` names it as its gradient/]],
  [
    'the written half',
    sigmoid,
    'sigmoid_grad',
    [/derivative of `sigmoid`.*\(C6\)/, /nothing open/],
  ],
  ['the forward half', sigmoid, 'sigmoid', [/^it is checked as part of `sigmoid_grad`/]],
  ['a class', affine, 'Affine', [/methods `forward` and `backward`.*\(C2\)/]],
  ['a method of a class', affine, 'Affine.backward', [/^it is checked as part of `Affine`/]],
  ['a method by its last name', affine, 'forward', [/^it is checked as part of `Affine`/]],
  ['a claim', claim, 'dx', [/`# @grad` claims its value, line 3/]],
  [
    'what was open',
    'def f(x):\n    return x**2\ndef df(x):\n    return 2*x\n',
    'df',
    [/names alone do not settle .* the shape of a gradient/],
  ],
]);

const advice = /write `# @gradcheck` above it$/;

rows('why it is none', false, [
  [
    'a method without its value',
    'class Kernel:\n    def build(self, x):\n        return x * 2\n    def gradient(self, x):\n        return x * 2\n',
    'Kernel.gradient',
    [/class Kernel has no method whose derivative `gradient` could be/],
  ],
  [
    'a generic name with nothing beside it',
    'def jac(x):\n    return 2 * x\n',
    'jac',
    [/nothing beside it is named as what `jac` would be the derivative of/],
  ],
  [
    'a loss with something else behind it',
    'import numpy as np\ndef measure(w):\n    loss = np.sum(w ** 2)\n    accuracy = np.mean(w > 0)\n    return loss, accuracy\n',
    'measure',
    [/returns `loss` first, but nothing behind it is named as a gradient/],
  ],
  [
    'a flag that does not decide',
    'import numpy as np\ndef act(x, deriv=False):\n    return np.tanh(x) * (1 + deriv)\n',
    'act',
    [/parameter `deriv` does not decide alone/],
  ],
  [
    'a closure that is not kept',
    'class V:\n    def __init__(self, data):\n        self.data = data\n        self.grad = 0\n    def mul(self, other):\n        out = V(self.data * other.data)\n        def _backward():\n            self.grad += other.data * out.grad\n        return out\n',
    'V.mul',
    [/defines `_backward`, but keeps it nowhere \(`out._backward = _backward`\)/],
  ],
  [
    'a gradient function of several arguments',
    'import numpy as np\ndef f(x):\n    def grad(a, b):\n        return a * b\n    return np.sin(x), grad\n',
    'f',
    [/returns `grad` behind its value, but the parameters of `grad` do not read as one cotangent/],
  ],
  [
    'a context without a backward',
    'class Op:\n    @staticmethod\n    def forward(ctx, x):\n        return x * x\n',
    'Op.forward',
    [/takes a context, but the class Op has no `backward`/],
  ],
  [
    'a function whose rule is missing',
    'import jax\n@jax.custom_vjp\ndef f(x):\n    return x * x\n',
    'f',
    [/decorated with custom_vjp, but no rule is registered for it \(`f.defvjp\(...\)`\)/],
  ],
  [
    'no function for a gradient',
    'def foo_grad(x):\n    return 2*x\n',
    'foo_grad',
    [/no function in this scope .*`foo_grad` would be/, advice],
  ],
  [
    'no forward for a backward',
    'def foo_backward(dout):\n    return 2*dout\n',
    'foo_backward',
    [/`foo_forward` and the like/, advice],
  ],
  [
    'other arguments',
    'def foo(x):\n    return x*x\ndef foo_grad(q, r):\n    return 2*q\n',
    'foo_grad',
    [/derivative of `foo`, but takes other arguments/],
  ],
  ['a checker', 'def check_x(a):\n    return a * 2\n', 'check_x', [/helper.*`check`/, advice]],
  ['takes a function', 'def slope(f, x):\n    return f(x)\n', 'slope', [/calls its parameter `f`/]],
  [
    'not written',
    'def later(x):\n    raise NotImplementedError\n',
    'later',
    [/only passes or raises/],
  ],
  [
    'no number',
    'def loader(path):\n    return 3 * 2\ndef loader_grad(path):\n    return 2 * 2\n',
    'loader_grad',
    [/derivative of `loader` \(C6\), but .*takes `path`, which is no number/, advice],
  ],
  [
    'nothing looks like a pair',
    'def plain(x):\n    return x * 2\n',
    'plain',
    [/`plain_grad`, `dplain`/, advice],
  ],
  [
    'no pair after all',
    'def f(x):\n    return x[0] ** 2 + x[1]\ndef df(x):\n    return (x[0], x[1], 3.0, 4.0)\n',
    'df',
    [/\(C6\)/, /but it is no pair after all/, advice],
  ],
  [
    'a class without a pair',
    'class A:\n    def run(self):\n        return 1\n',
    'A',
    [/`forward`\/`backward`/],
  ],
  [
    'a class whose pair is not plausible',
    'class A:\n    def forward(self, x):\n        return 2 * x\n    def backward(self):\n        pass\n',
    'A',
    [/named as a pair, but the body of `backward` only passes or raises/],
  ],
  [
    'inside a function',
    'def outer(a):\n    def inner(x):\n        return a * x\n    return inner\n',
    'outer.inner',
    [/inside `outer`.*move it to the top level/],
  ],
]);

describe('why', () => {
  it('tells where each input comes from', async () => {
    const given = await why(annotated, 'sq');
    assert.deepEqual(given?.sample, [{ name: 'x', value: '3', origin: 'given in the annotation' }]);
    const drawn = await why(affine, 'Affine');
    assert.deepEqual(
      drawn?.sample.map(({ name }) => name),
      ['x', 'self.W'],
    );
    assert.match(drawn?.sample[1].origin ?? '', /as the object sets it; `W`: /);
  });

  it('answers for the innermost definition that holds an offset', async () => {
    assert.equal((await why(affine, affine.indexOf('dout @')))?.name, 'Affine.backward');
    assert.equal((await why(affine, affine.indexOf('Affine')))?.name, 'Affine');
    assert.equal(await why(`x = 1\n\n${affine}`, 0), null);
  });

  it('knows nothing of other names, and lists those that there are', async () => {
    assert.equal(await why(sigmoid, 'sigmoi'), null);
    const source = { path: 'case.py', text: affine };
    const names = (await checker()).names(source, defaultOptions);
    assert.deepEqual(names, ['Affine', 'Affine.__init__', 'Affine.forward', 'Affine.backward']);
  });

  it('says that pairs are not looked for where the setting says so', async () => {
    const report = await why(sigmoid, 'sigmoid', { detect: 'annotated' });
    assert.match(report?.reasons[0] ?? '', /`detect` is set to `annotated`/);
  });

  it('reports what an annotation links under the name that it gives', async () => {
    const text =
      'def cost(x):\n    return x**2\n\n# @gradcheck of=cost, x=3\ndef slope(x):\n    return 2*x\n';
    const target = named(await check(text), 'slope');
    assert.equal(target.convention, null);
    assert.equal(target.of, 'cost');
    assert.match(target.why ?? '', /annotation says that it is the gradient of `cost`/);
    assert.deepEqual(target.ofRange, { line: 1, column: 5, endLine: 1, endColumn: 9 });
  });

  it('agrees with the report, which bears the convention and the forward name', async () => {
    const target = named(await check(sigmoid), 'sigmoid_grad');
    assert.equal(target.convention?.code, 'C6');
    assert.match(target.why ?? '', /derivative of `sigmoid`/);
    assert.equal(target.of, 'sigmoid');
    assert.deepEqual(target.ofRange, { line: 2, column: 5, endLine: 2, endColumn: 12 });
    const report = await why(sigmoid, 'sigmoid_grad');
    assert.deepEqual(report?.outcome, { verdict: target.verdict, reason: target.reason });
  });
});
