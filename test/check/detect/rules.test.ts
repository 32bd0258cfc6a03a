/**
 * The table of conventions, each with what it finds and what it leaves alone: the names
 * of the targets in a text, with the convention's code.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { defaultOptions } from '../../../src/check/report';
import { findTargets } from '../../../src/check/targets';
import { loadLanguages } from '../../../src/languages';

const sine = 'def f(x):\n    return np.sin(x)\n\n';

/** What is said of a text, the text, and what is found in it: `C6 f_grad`. */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ['suffix', `${sine}def f_grad(x):\n    return np.cos(x)\n`, ['C6 f_grad']],
  ['prefix', `${sine}def df(x):\n    return np.cos(x)\n`, ['C6 df']],
  ['prime', `${sine}def f_prime(x):\n    return np.cos(x)\n`, ['C6 f_prime']],
  [
    'camel case',
    'def sigmoid(z):\n    return 1 / (1 + np.exp(-z))\n\ndef sigmoidGradient(z):\n    return sigmoid(z) * (1 - sigmoid(z))\n',
    ['C6 sigmoidGradient'],
  ],
  [
    'Hessian beside gradient',
    'def rosen(x):\n    return (x ** 2).sum()\n\ndef rosen_der(x):\n    return 2 * x\n\ndef rosen_hess(x):\n    return 2 * np.eye(len(x))\n',
    ['C6 rosen_der', 'C6 rosen_hess'],
  ],
  [
    'in one parameter',
    'def f(x, w):\n    return x * w\n\ndef df_dx(x, w):\n    return w\n\ndef dfdw(x, w):\n    return x\n\ndef f_grad_x(x, w):\n    return w\n\ndef grad_f_wrt_w(x, w):\n    return x\n\ndef f_dw(x, w):\n    return x\n',
    ['C6 df_dx', 'C6 dfdw', 'C6 f_grad_x', 'C6 grad_f_wrt_w', 'C6 f_dw'],
  ],
  [
    'in what is no parameter',
    'def f(x, w):\n    return x * w\n\ndef df_dz(x, w):\n    return w\n\ndef f_grad_batch(x, w):\n    return w\n\ndef f_delay(x, w):\n    return w\n',
    [],
  ],
  [
    'forces, and Jacobians of one letter',
    'def bond(r):\n    return r ** 2\n\ndef bond_force(r):\n    return -2 * r\n\ndef h(r):\n    return np.array([r[0] ** 2, r[1]])\n\ndef H_jacobian(r):\n    return np.array([[2 * r[0], 0], [0, 1]])\n',
    ['C6 bond_force', 'C6 H_jacobian'],
  ],
  ['no such base', 'def delta(x):\n    return x * 2\n\ndef dot(a, b):\n    return a * b\n', []],
  [
    'other parameters',
    'def payoff(a, b):\n    return a * b\n\ndef payoff_d(a, b, discount):\n    return a * b * discount\n',
    [],
  ],
  [
    'checkers are left alone',
    'def loss(x):\n    return x ** 2\n\ndef numerical_gradient(f, x):\n    return (f(x + 1e-5) - f(x)) / 1e-5\n\ndef check_grad(x):\n    return loss(x)\n',
    [],
  ],
  [
    'bodies that only raise are left alone',
    `${sine}def f_grad(x):\n    raise NotImplementedError\n`,
    [],
  ],
  [
    'forward and backward',
    'def relu_forward(x):\n    return np.maximum(0, x), x\n\ndef relu_backward(dout, cache):\n    return dout * (cache > 0)\n',
    ['C1 relu_backward'],
  ],
  [
    'plain name and backward',
    'def relu(Z):\n    return np.maximum(0, Z), Z\n\ndef relu_backward(dA, cache):\n    return dA * (cache > 0)\n',
    ['C1 relu_backward'],
  ],
  [
    'fwd and bwd',
    'def gelu_fwd(x):\n    return x * np.tanh(x)\n\ndef gelu_bwd(dout, x):\n    return dout * x\n',
    ['C1 gelu_bwd'],
  ],
  [
    'a gradient that is worked out, but not returned',
    'def pull_loss(x, y):\n    d = x - y\n    loss = np.sum(d * d)\n    dx = 2 * d\n    return loss, x\n',
    ['C5 pull_loss'],
  ],
  [
    'a closure on a tape that does nothing, beside one that does',
    'class V:\n    def exp(self):\n        out = V(np.exp(self.data))\n        def _backward():\n            self.grad += out.data * out.grad\n        out._backward = _backward\n        return out\n\n    def sin(self):\n        out = V(np.sin(self.data))\n        def _backward():\n            pass\n        out._backward = _backward\n        return out\n',
    ['C10 V.exp', 'C10 V.sin'],
  ],
  [
    'a flag behind a sign',
    'def decay(x, deriv=False):\n    s = np.exp(-x)\n    return -(s if deriv else -s)\n',
    ['C9 decay'],
  ],
  [
    'several backwards of one forward',
    'def bn_forward(x):\n    return x * 2, x\n\ndef bn_backward(dout, cache):\n    return dout * 2\n\ndef bn_backward_alt(dout, cache):\n    return 2 * dout\n',
    ['C1 bn_backward', 'C1 bn_backward_alt'],
  ],
  [
    'forward and backward that move',
    'def drive_forward(speed, seconds):\n    return speed * seconds\n\ndef drive_backward(speed, seconds):\n    return -speed * seconds\n',
    [],
  ],
  [
    'generic names',
    'def cost(w, X):\n    return (X @ w).sum()\n\ndef gradient(w, X):\n    return X.sum(axis=0)\n',
    ['C7 gradient'],
  ],
  [
    'generic words in names',
    'def compute_cost(w):\n    return w ** 2\n\ndef compute_gradient(w):\n    return 2 * w\n',
    ['C7 compute_gradient'],
  ],
  [
    'fun_X and jac_X',
    'def fun_trig(x):\n    return np.sin(x)\n\ndef jac_trig(x):\n    return np.cos(x)\n',
    ['C6 jac_trig'],
  ],
  [
    'methods of a class',
    'class Tanh:\n    def __call__(self, x):\n        return np.tanh(x)\n\n    def gradient(self, x):\n        return 1 - np.tanh(x) ** 2\n',
    ['C4 Tanh.gradient'],
  ],
  [
    'first and second derivative as methods',
    'class Id:\n    def fn(self, z):\n        return z * 1.0\n\n    def grad(self, z):\n        return np.ones_like(z)\n\n    def grad2(self, z):\n        return np.zeros_like(z)\n',
    ['C4 Id.grad', 'C4 Id.grad2'],
  ],
  [
    'loss and gradient',
    'def svm(w, x):\n    loss = (w * x) ** 2\n    dw = 2 * w * x * x\n    return loss, dw\n',
    ['C5 svm'],
  ],
  [
    'two results that are no gradient',
    'def stats(x):\n    loss = x.sum()\n    data = x * 2\n    return loss, data\n',
    [],
  ],
  [
    'a flag',
    'def nonlin(x, deriv=False):\n    if deriv:\n        return x * (1 - x)\n    return 1 / (1 + np.exp(-x))\n',
    ['C9 nonlin'],
  ],
  [
    'a flag that may ask for an angle',
    'def turn(x, grad=False):\n    if grad:\n        return x * 200 / np.pi\n    return np.deg2rad(x)\n',
    ['C9 turn'],
  ],
  [
    'an array that is filled',
    'def objective(x, grad):\n    if grad.size > 0:\n        grad[:] = 2 * x\n    return np.sum(x ** 2)\n',
    ['C9 objective'],
  ],
  [
    'a call that links',
    'def area(x):\n    return x ** 2\n\ndef slope(x):\n    return 2 * x\n\nbest = minimize(area, 1.0, jac=slope)\n',
    ['C8 slope'],
  ],
  [
    'a call that takes both from one function',
    'def area(x):\n    return x ** 2, 2 * x\n\nbest = minimize(area, 1.0, jac=True)\n',
    ['C8 area'],
  ],
  [
    'positions of derivatives in calls',
    'def r(x):\n    return x ** 2\n\ndef slope(x):\n    return 2 * x\n\nleast_squares(r, 1.0, slope)\n\ndef h(x):\n    return x ** 3\n\ndef bend(x):\n    return 3 * x ** 2\n\nroot(h, 1.0, (), "hybr", bend)\n',
    ['C8 slope', 'C8 bend'],
  ],
  [
    'a derivative that calls its own object',
    'class Kernel:\n    def __call__(self, r):\n        return np.exp(-r ** 2)\n\n    def gradient(self, r):\n        return -2 * r * self(r)\n',
    ['C4 Kernel.gradient'],
  ],
  [
    'an identity and its derivative',
    'class Id:\n    def fn(self, z):\n        return z\n\n    def grad(self, x):\n        return np.ones_like(x)\n',
    ['C4 Id.grad'],
  ],
  [
    'gradients in camel case',
    'def skip_gram(center, outside):\n    loss = np.sum(center * outside)\n    gradCenterVec = outside\n    return loss, gradCenterVec\n',
    ['C5 skip_gram'],
  ],
  [
    'grades are no gradients',
    'def term(scores):\n    total = np.sum(scores)\n    grade = np.mean(scores)\n    return total, grade\n',
    [],
  ],
  [
    'functions inside of a function',
    'def fit(X):\n    def f(w):\n        return (X @ w).sum()\n\n    def fprime(w):\n        return X.sum(axis=0)\n\n    return minimize(f, 0, jac=fprime)\n',
    ['C8 fit.fprime'],
  ],
];

describe('conventions', () => {
  for (const [name, body, expected] of rows) {
    it(name, async () => {
      const [python] = await loadLanguages(async (file) =>
        readFileSync(`node_modules/@vscode/tree-sitter-wasm/wasm/${file}`),
      );
      const program = python.parse('case.py', `import numpy as np\n\n\n${body}`);
      const { targets } = findTargets(program, defaultOptions);
      const found = targets.flatMap((each) =>
        each.kind === 'pair' ? [`${each.pair.convention.code} ${each.name}`] : [],
      );
      assert.deepEqual(found, expected);
    });
  }
});
