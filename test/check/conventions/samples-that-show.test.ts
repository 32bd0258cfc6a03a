/** Samples that hide no mistake: shapes that are not fitted to what is wrong, options on both sides. */
import { checkSamplesOf } from '../inference-rows';

checkSamplesOf('samples that show a mistake', [
  {
    title: 'a bias whose gradient is not summed over the examples',
    text: `
def layer_forward(A, W, b):
    Z = np.dot(W, A) + b
    return np.tanh(Z), (A, W, b, Z)


def layer_backward(dA, cache):
    A, W, b, Z = cache
    dZ = dA * (1 - np.tanh(Z) ** 2)
    return np.dot(W.T, dZ), np.dot(dZ, A.T), dZ`,
    verdict: 'mismatch',
    code: 'shape',
    says: /gradient of b/,
  },
  {
    title: 'a bias whose gradient is summed over its units',
    text: `
def layer_forward(A, W, b):
    Z = np.dot(W, A) + b
    return np.tanh(Z), (A, W, b, Z)


def layer_backward(dA, cache):
    A, W, b, Z = cache
    dZ = dA * (1 - np.tanh(Z) ** 2)
    return np.dot(W.T, dZ), np.dot(dZ, A.T), np.sum(dZ, axis=0, keepdims=True)`,
    verdict: 'mismatch',
    code: 'shape',
    says: /gradient of b/,
  },
  {
    title: 'a bias that is one column',
    text: `
def layer_forward(A, W, b):
    Z = np.dot(W, A) + b
    return np.tanh(Z), (A, W, b, Z)


def layer_backward(dA, cache):
    A, W, b, Z = cache
    dZ = dA * (1 - np.tanh(Z) ** 2)
    return np.dot(W.T, dZ), np.dot(dZ, A.T), np.sum(dZ, axis=1, keepdims=True)`,
    shapes: { A: [4, 3], W: [5, 4], b: [5, 1] },
  },
  {
    title: 'the dim of a constructor is a size, no axis',
    text: `
class Scaled:
    def __init__(self, dim):
        self.table = np.zeros((50, dim))
        self.scale = np.sqrt(dim)

    def forward(self, x):
        return x * self.scale + self.table[:x.shape[1]]

    def backward(self, dout):
        return dout`,
    verdict: 'mismatch',
  },
  {
    title: 'a default whose sign decides',
    text: `
class Soft:
    def __init__(self, alpha=0.25):
        self.alpha = alpha

    def activation(self, x):
        if self.alpha < 0:
            return -np.log(1 - self.alpha * (x + self.alpha)) / self.alpha
        return (np.exp(self.alpha * x) - 1) / self.alpha + self.alpha

    def derivative(self, x):
        if self.alpha < 0:
            return 2 / (1 - self.alpha * (self.alpha + x))
        return np.exp(self.alpha * x)`,
    verdict: 'mismatch',
  },
  {
    title: 'one number for all slopes',
    text: `
class Tanh:
    def fn(self, z):
        if z.ndim == 1:
            z = z.reshape(1, -1)
        return np.tanh(z)

    def grad(self, z):
        return 1.0`,
    verdict: 'mismatch',
    code: 'shape',
  },
  {
    title: 'parameters of which the first is read by its number, too',
    text: `
def cost(theta, X, y, lambda_):
    rest = theta.copy()
    rest[0] = 0
    err = X @ theta - y
    return 0.5 * err @ err + 0.5 * lambda_ * rest @ rest


def cost_grad(theta, X, y, lambda_):
    return X.T @ (X @ theta - y)`,
    verdict: 'mismatch',
  },
  {
    title: 'rows along the last axis',
    text: `
def softmax(Z):
    e = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def softmax_backward(dout, Z):
    p = softmax(Z)
    return p * (dout - np.sum(p * dout, axis=0, keepdims=True))`,
    verdict: 'mismatch',
  },
]);
