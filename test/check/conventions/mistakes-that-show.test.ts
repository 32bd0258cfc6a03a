/** Mistakes that one kind of point shows and another hides, and explanations that are none. */
import { checkSamplesOf } from '../inference-rows';

const tensor = (times: string) => `
def unbroadcast(grad, shape):
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            grad = grad.sum(axis=axis, keepdims=True)
    return grad


class Tensor:
    def __init__(self, data, _prev=()):
        self.data = np.asarray(data, dtype=float)
        self.grad = np.zeros_like(self.data)
        self._backward = lambda: None

    def mul(self, other):
        out = Tensor(self.data * other.data, (self, other))

        def _backward():
            self.grad = self.grad + ${times}
            other.grad = other.grad + unbroadcast(out.grad * self.data, other.data.shape)
        out._backward = _backward
        return out`;

checkSamplesOf('mistakes that a point shows', [
  {
    title: 'an operand that is spread over the other',
    text: tensor('out.grad * other.data'),
    verdict: 'mismatch',
    says: /spread over the other/,
  },
  {
    title: 'an operand that is spread, and summed',
    text: tensor('unbroadcast(out.grad * other.data, self.data.shape)'),
  },
  {
    title: 'a field of a dataclass that is zero by default',
    text: `
from dataclasses import dataclass

@dataclass
class Ridge:
    l2: float = 0.0

    def cost(self, w: np.ndarray) -> float:
        return 0.5 * self.l2 * np.sum(w * w) + np.sum(np.cos(w))

    def grad(self, w: np.ndarray) -> np.ndarray:
        return 2 * self.l2 * w - np.sin(w)`,
    verdict: 'mismatch',
  },
  {
    title: 'a target that is None by default, without which there is no loss',
    text: `
class Net:
    def __init__(self, n, k):
        self.params = {'W': np.random.randn(n, k)}

    def loss(self, X, y=None):
        scores = X @ self.params['W']
        if y is None:
            return scores
        d = scores - y
        grads = {'W': X.T @ d}
        return np.sum(d ** 2), grads`,
    verdict: 'mismatch',
  },
  {
    title: 'rows by range: a label for each',
    text: `
class Net:
    def __init__(self, n, k):
        self.params = {'W': np.random.randn(n, k)}

    def loss(self, X, y):
        scores = X @ self.params['W']
        N = X.shape[0]
        loss = -np.sum(scores[range(N), y])
        d = np.zeros_like(scores)
        d[range(N), y] -= 1
        grads = {}
        grads['W'] = X.T @ d
        return loss, grads`,
    shapes: { y: [3] },
  },
  {
    title: 'a label that stands for none',
    text: `
class Loss:
    def __init__(self):
        self.ignore_label = -1

    def forward(self, x, t):
        self.t, self.mask = t, t != self.ignore_label
        return -np.sum(x[np.arange(len(t)), t] * self.mask)

    def backward(self, dout=1):
        dx = np.zeros((len(self.t), 3))
        dx[np.arange(len(self.t)), self.t] -= dout
        return dx`,
    verdict: 'mismatch',
  },
  {
    title: 'windows of two and more along an axis',
    text: `
def pool_forward(x, size):
    N, H, W = x.shape
    h, w = H // size, W // size
    out = x[:, :h * size, :w * size].reshape(N, h, size, w, size).mean(axis=(2, 4))
    return out, (x.shape, size)


def pool_backward(dout, cache):
    (N, H, W), size = cache
    h, w = H // size, W // size
    dx = np.zeros((N, H, W))
    d = dout[:, :, None, :, None] * np.ones((N, h, size, w, size)) / size ** 2
    dx[:, :h * size, :w * size] = d.transpose(0, 1, 3, 2, 4).reshape(N, h * size, w * size)
    return dx`,
    verdict: 'mismatch',
  },
  {
    title: 'an operation whose second argument is called y',
    text: `
import torch

class Scale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, y, c):
        ctx.c = c
        return x * c + y

    @staticmethod
    def backward(ctx, g):
        return g * ctx.c, g * ctx.c, None`,
    verdict: 'mismatch',
  },
  {
    title: 'a default that a rule gets like any argument',
    text: `
import jax
import jax.numpy as jnp

@jax.custom_jvp
def root(x, b=4.0):
    return jnp.sqrt(x * x + b)

@root.defjvp
def root_jvp(primals, tangents):
    x, b = primals
    dx, db = tangents
    return root(x, b), (x * dx + 0.5 * db) / jnp.sqrt(x * x + 4.0)`,
    verdict: 'mismatch',
  },
  {
    title: 'a margin around a distance',
    text: `
def margin_loss(u, v, margin=1.0):
    d = np.sqrt(np.sum((u - v) ** 2))
    hinge = np.maximum(margin - d, 0)
    loss = hinge ** 2
    du = hinge * (u - v) / d
    return loss, du, -du`,
    verdict: 'mismatch',
  },
  {
    title: 'a smoothing of zero by default',
    text: `
class Smoothing:
    def __init__(self, eps=0.0):
        self.eps = eps

    def loss(self, y, logits):
        target = (1 - self.eps) * y + self.eps / logits.shape[1]
        return -np.sum(target * np.log(logits))

    def gradient(self, y, logits):
        return -y / logits`,
    verdict: 'mismatch',
  },
]);

checkSamplesOf('kinds of data that explain nothing', [
  {
    title: 'the matrix of an operation may be any',
    text: `
import autograd.numpy as np
from autograd.extend import primitive, defvjp

@primitive
def solve(A, b):
    return np.linalg.solve(A, b)

defvjp(solve,
       lambda ans, A, b: lambda g: -np.outer(np.linalg.solve(A, g), ans),
       lambda ans, A, b: lambda g: np.linalg.solve(A, g))`,
    verdict: 'mismatch',
  },
  {
    title: 'labels are whole numbers already',
    text: `
def svm(x, y, delta=1.0):
    N = x.shape[0]
    correct = x[np.arange(N), y]
    loss = np.sum(np.maximum(0, x - correct[:, np.newaxis] + delta)) - N * delta
    violated = x - correct[:, np.newaxis] + 1.0 > 0
    dx = violated.astype(float)
    dx[np.arange(N), y] -= np.sum(violated, axis=1)
    return loss, dx`,
    verdict: 'mismatch',
  },
]);
