/** Gradients that backward stores for the parameters of an object, and those that it leaves out. */
import { checkSamplesOf } from '../inference-rows';

const dense = (stores: string) => `
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW = self.db = None

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        ${stores}
        self.db = dout.sum(axis=0)
        return dout @ self.W.T`;

const stack = (dW: string, db: string) => `
class Stack:
    def __init__(self, sizes=(4, 5, 3)):
        self.W = [np.random.randn(a, b) for a, b in zip(sizes[:-1], sizes[1:])]
        self.b = [np.zeros(b) for b in sizes[1:]]

    def forward(self, x):
        self.inputs = [x]
        for W, b in zip(self.W, self.b):
            x = np.tanh(x @ W + b)
            self.inputs.append(x)
        return x

    def backward(self, dout):
        n = len(self.W)
        self.dW, self.db = [None] * n, [None] * n
        for i in reversed(range(n)):
            dout = dout * (1 - self.inputs[i + 1] ** 2)
            ${dW}
            self.db[i] = ${db}
            dout = dout @ self.W[i].T
        return dout`;

const layered = (stores: string) => `
class Module:
    def __init__(self):
        self.params, self.grads = {}, {}

    def zero_grad(self):
        for k in self.params:
            self.grads[k] = np.zeros_like(self.params[k])


class Linear(Module):
    def __init__(self, n, m):
        super().__init__()
        self.params['weight'] = np.random.randn(n, m)
        self.params['bias'] = np.zeros(m)
        self.zero_grad()

    def forward(self, x):
        self.x = x
        return x @ self.params['weight'] + self.params['bias']

    def backward(self, dout):
        ${stores}
        self.grads['bias'] += dout.sum(axis=0)
        return dout @ self.params['weight'].T`;

const keyed = (times: string) => `
class Mix:
    def __init__(self, n):
        self.p = {k: np.random.randn(n, n) for k in ('a', 'b')}
        self.g = {}

    def forward(self, x):
        self.x = x
        return np.tanh(x @ self.p['a']) + x @ self.p['b']

    def backward(self, dout):
        dx = 0
        inner = dout * (1 - np.tanh(self.x @ self.p['a']) ** 2)
        for name, d in zip('ab', (inner, dout)):
            self.g[name] = ${times}self.x.T @ d
            dx = dx + d @ self.p[name].T
        return dx`;

checkSamplesOf('gradients that are stored', [
  {
    title: 'each in its attribute',
    text: dense('self.dW = self.x.T @ dout'),
  },
  {
    title: 'one left None',
    text: dense('pass'),
    verdict: 'unsupported',
    code: 'skeleton',
    says: /backward leaves self.dW None, where the gradient of self.W belongs/,
  },
  {
    title: 'one that another method computes',
    text: `${dense('pass')}

    def gradients(self, dout):
        self.dW = self.x.T @ dout`,
  },
  {
    title: 'a list for a list of parameters',
    text: stack('self.dW[i] = self.inputs[i].T @ dout', 'dout.sum(axis=0)'),
    says: /self\.W\[0\], self\.W\[1\], self\.b\[0\], self\.b\[1\]/,
  },
  {
    title: 'a wrong one in a list',
    text: stack('self.dW[i] = self.inputs[i].T @ dout', 'dout.mean(axis=0)'),
    verdict: 'mismatch',
  },
  {
    title: 'one number in a list for a parameter of several',
    text: stack('self.dW[i] = self.inputs[i].T @ dout', 'dout.sum()'),
    verdict: 'mismatch',
    code: 'shape',
  },
  {
    title: 'items of a list left None',
    text: stack('pass', 'dout.sum(axis=0)'),
    verdict: 'unsupported',
    code: 'skeleton',
  },
  {
    title: 'a key that the base class sets to zero',
    text: layered("self.grads['weight'] += self.x.T @ dout"),
  },
  {
    title: 'a key that stays zero',
    text: layered('pass'),
    verdict: 'mismatch',
    says: /self\.params\.weight/,
  },
  {
    title: 'keys by name in a loop',
    text: keyed(''),
    says: /self\.p\.a, self\.p\.b/,
  },
  {
    title: 'wrong ones by name in a loop',
    text: keyed('-'),
    verdict: 'mismatch',
  },
]);
