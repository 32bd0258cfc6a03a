/** Bugs that only a revealing sample shows: thresholds, repeated labels, transpositions, moved defaults. */
import { checkSamplesOf } from './inference-rows';

checkSamplesOf('samples that reveal', [
  {
    title: 'both sides of a threshold that is a hyperparameter',
    text: `
class SmoothL1:
    def __init__(self, beta=1.0):
        self.beta = beta

    def loss(self, y, y_pred):
        d = np.abs(y - y_pred)
        return np.sum(np.where(d < self.beta, 0.5 * d ** 2 / self.beta, d - 0.5 * self.beta))

    def gradient(self, y, y_pred):
        d = y_pred - y
        return np.where(np.abs(d) < self.beta, d, np.sign(d))`,
    verdict: 'mismatch',
  },
  {
    title: 'a large threshold by default is made small',
    text: `
def tukey(r, c=4.685):
    inside = np.abs(r) <= c
    return np.where(inside, c ** 2 / 6 * (1 - (1 - (r / c) ** 2) ** 3), c ** 2 / 6)


def tukey_deriv(r, c=4.685):
    return r * (1 - (r / c) ** 2) ** 2`,
    verdict: 'mismatch',
  },
  {
    title: 'a label that comes twice',
    text: `
class Embedding:
    def __init__(self, W):
        self.W = W
        self.dW = None

    def forward(self, idx):
        self.idx = idx
        return self.W[idx]

    def backward(self, dout):
        self.dW = np.zeros_like(self.W)
        for i, row in enumerate(self.idx):
            self.dW[row] = dout[i]`,
    verdict: 'mismatch',
  },
  {
    title: 'a square matrix that need not be symmetric is not',
    text: `
def logdet(A):
    return np.linalg.slogdet(A)[1]


def logdet_grad(A):
    return np.linalg.inv(A)`,
    verdict: 'unverified',
    code: 'holds-if',
  },
  {
    title: 'a gradient that comes out transposed is wrong in any size',
    text: `
class MatMul:
    def __init__(self, W):
        self.W = W
        self.dW = None

    def forward(self, x):
        self.x = x
        return np.dot(x, self.W)

    def backward(self, dout):
        self.dW = np.dot(dout.T, self.x)
        return np.dot(dout, self.W.T)`,
    verdict: 'mismatch',
  },
  {
    title: 'X of a product stays a matrix',
    text: `
def mse_loss(w, X, y):
    err = X.dot(w) - y
    loss = 0.5 * np.mean(err ** 2)
    grad = X.T.dot(err)
    return loss, grad`,
    verdict: 'unverified',
    code: 'scale',
  },
  {
    title: 'the docstring of the class names shapes',
    text: `
class Scale:
    """One slope for each channel, x: (N, C), slope: (C,)"""

    def forward(self, x, slope):
        self.saved = x, slope
        return x * slope

    def backward(self, dout):
        x, slope = self.saved
        return dout * slope, np.sum(dout * x, axis=0)`,
    origins: { slope: /docstring/ },
  },
  {
    title: 'as many parameters as names they are unpacked into',
    text: `
def nll(params, x):
    k, s = np.exp(params)
    loss = np.sum(x / s) + k
    grad = np.array([k, -np.sum(x / s)])
    return loss, grad`,
    shapes: { params: [2] },
  },
  {
    title: 'weights that may be left out are given',
    text: `
def mse(y_pred, y, weights=None):
    w = np.ones_like(y) if weights is None else weights
    return np.sum(w * (y_pred - y) ** 2)


def mse_grad(y_pred, y, weights=None):
    return 2 * (y_pred - y)`,
    verdict: 'mismatch',
  },
  {
    title: 'how often something is repeated is a whole number',
    text: `
def expand_forward(x, times):
    return np.repeat(x[:, :, None], times, axis=2), x.shape


def expand_backward(dout, shape):
    return dout.sum(axis=2)`,
    every: { times: Number.isInteger },
  },
  {
    title:
      'axes with names of their own stay apart where only the derivative would have them the same',
    text: `
def pieces(w, x):
    """w: (D, K), x: (N, D). The largest of K products."""
    return (x @ w).max(axis=1), (x, w)


def pieces_backward(dout, cache):
    x, w = cache
    winner = (x @ w).argmax(axis=1)
    dw = np.zeros_like(w)
    for k in range(w.shape[0]):
        dw[:, k] = (dout * (winner == k)) @ x
    return dw, dout[:, None] * w.T[winner]`,
    verdict: 'error',
    says: /IndexError/,
  },
]);
