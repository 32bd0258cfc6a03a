/** Vectors cut into parts, gates side by side, lists of sizes, places in lists, what solvers hand over. */
import { checkSamplesOf } from './inference-rows';

checkSamplesOf('samples that are cut, counted and handed over', [
  {
    title: 'a vector whose last part ends before its last entry',
    text: `
def cost(theta, X, y, hidden):
    n, d = X.shape
    W = theta[:d * hidden].reshape(d, hidden)
    v = theta[d * hidden:-1]
    err = np.tanh(X @ W) @ v + theta[-1] - y
    back = np.outer(err, v) * (1 - np.tanh(X @ W) ** 2)
    grad = np.concatenate([(X.T @ back).ravel(), np.tanh(X @ W).T @ err, [err.sum()]])
    return 0.5 * np.sum(err ** 2), grad`,
    origins: { theta: /cut into parts/ },
  },
  {
    title: 'parts that are so many times a size of the constructor',
    text: `
class Pairs:
    def __init__(self, n=5):
        self.n = n

    def fun(self, v):
        n = self.n
        return np.sum(v[:n] * v[n:2 * n] * v[2 * n:])

    def grad(self, v):
        n = self.n
        x, y, z = v[:n], v[n:2 * n], v[2 * n:]
        return np.hstack((y * z, x * z, x * y))`,
    shapes: { v: [15] },
    origins: { n: /its default, 5/ },
  },
  {
    title: 'four gates side by side',
    text: `
def gates_forward(x, h, Wx, Wh):
    H = h.shape[1]
    a = x @ Wx + h @ Wh
    out = np.tanh(a[:, :H]) * a[:, H:2 * H] + h * a[:, 2 * H:3 * H] * a[:, 3 * H:]
    return out, (x, h, Wx, Wh, a)


def gates_backward(dout, cache):
    x, h, Wx, Wh, a = cache
    H = h.shape[1]
    t = np.tanh(a[:, :H])
    last = dout * h
    da = np.hstack([
        dout * a[:, H:2 * H] * (1 - t ** 2), dout * t, last * a[:, 3 * H:], last * a[:, 2 * H:3 * H]
    ])
    dh = dout * a[:, 2 * H:3 * H] * a[:, 3 * H:] + da @ Wh.T
    return da @ Wx.T, dh, x.T @ da, h.T @ da`,
  },
  {
    title: 'two gates, of which the first is cut further than the axis reaches at first',
    text: `
def mix_forward(x, h, Wx, Wh):
    H = h.shape[1]
    a = x @ Wx + h @ Wh
    f, c = np.tanh(a[:, :H]), a[:, H:2 * H]
    return f * h + (1 - f) * c, (x, h, Wx, Wh, f, c)


def mix_backward(dout, cache):
    x, h, Wx, Wh, f, c = cache
    da = np.hstack([dout * (h - c) * (1 - f ** 2), dout * (1 - f)])
    return da @ Wx.T, dout * f + da @ Wh.T, x.T @ da, h.T @ da`,
  },
  {
    title: 'rows of a matrix that a list of labels picks',
    text: `
def pull(word, places, table):
    rows = table[places]
    s = 1 / (1 + np.exp(-np.dot(rows, word)))
    loss = -np.sum(np.log(s))
    dword = np.dot(s - 1, rows)
    dtable = np.zeros_like(table)
    np.add.at(dtable, places, np.outer(s - 1, word))
    return loss, dword, dtable`,
    shapes: { word: [4], table: [3, 4] },
  },
  {
    title: 'axes that are contracted by their numbers',
    text: `
def join_forward(a, b):
    return np.tensordot(a, b, axes=2), (a, b)


def join_backward(dout, cache):
    a, b = cache
    da = np.tensordot(dout, b, axes=([1], [2]))
    return da, np.tensordot(a, dout, axes=([0], [0]))`,
    shapes: { a: [2, 3, 5], b: [3, 5, 4] },
  },
  {
    title: 'a list of layer sizes',
    text: `
class Net:
    def __init__(self, dims):
        self.params = {}
        for k in range(len(dims) - 1):
            self.params['W%d' % (k + 1)] = np.random.randn(dims[k], dims[k + 1])
        self.depth = len(dims) - 1

    def loss(self, X):
        acts = [X]
        for k in range(self.depth):
            acts.append(np.tanh(acts[-1] @ self.params['W%d' % (k + 1)]))
        loss = 0.5 * np.sum(acts[-1] ** 2)
        grads = {}
        d = acts[-1]
        for k in range(self.depth, 0, -1):
            d = d * (1 - acts[k] ** 2)
            grads['W%d' % k] = acts[k - 1].T @ d
            d = d @ self.params['W%d' % k].T
        return loss, grads`,
    origins: { dims: /used as sizes/ },
  },
  {
    title: 'widths of a padding',
    text: `
def pad_forward(x, pad):
    t, b = pad
    return np.pad(x, ((0, 0), (t, b))), pad


def pad_backward(dout, pad):
    t, b = pad
    return dout[:, t:dout.shape[1] - b]`,
    origins: { pad: /used as sizes/ },
  },
  {
    title: 'a place in a list',
    text: `
def entry(v, k):
    e = [math.exp(each) for each in v]
    return math.log(e[k] / sum(e))


def entry_gradient(v, k):
    e = [math.exp(each) for each in v]
    return [(1.0 if at == k else 0.0) - each / sum(e) for at, each in enumerate(e)]`,
    origins: { k: /used as an index/ },
  },
  {
    title: 'labels that are moved by one, and cuts in order',
    text: `
def s(z):
    return 1 / (1 + np.exp(-z))


def ordinal_loss(x, y, cuts):
    """x (N,), y (N,) grades, cuts ascending"""
    edges = np.concatenate([[-30.0], cuts, [30.0]])
    low, high = s(edges[y] - x), s(edges[y + 1] - x)
    dx = (high * (1 - high) - low * (1 - low)) / (high - low)
    loss = -np.sum(np.log(high - low))
    return loss, dx`,
  },
  {
    title: 'lists that are gone through side by side, and a label that decides',
    text: `
def dot(v, w):
    return sum(a * b for a, b in zip(v, w))


def nll(x, y, beta):
    p = 1 / (1 + math.exp(-dot(x, beta)))
    return -math.log(p) if y == 1 else -math.log(1 - p)


def nll_gradient(x, y, beta):
    p = 1 / (1 + math.exp(-dot(x, beta)))
    return [(p - y) * each for each in x]`,
    values: { y: [0, 1] },
    origins: { y: /compared with 1 and 0/ },
  },
  {
    title: 'a point that a solver hands over',
    text: `
from scipy.optimize import minimize


def fun(W, A):
    return W @ A @ W


def slope(W, A):
    return (A + A.T) @ W


def run(A):
    return minimize(fun, np.ones(len(A)), args=(A,), jac=slope)`,
    of: 'slope',
    shapes: { W: [4], A: [4, 4] },
    origins: { W: /a vector, as the call in line 17 hands it over/ },
  },
  {
    title: 'what a check of the file would be given',
    text: `
from scipy.optimize import check_grad


def fun(p, scale):
    return np.sum(np.sin(scale * p))


def slope(p, scale):
    return scale * np.cos(scale * p)


def main():
    x0 = np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
    print(check_grad(fun, slope, x0, 2.0))`,
    of: 'slope',
    shapes: { p: [6], scale: [] },
    origins: { p: /as in the call in line 18/ },
  },
  {
    title: 'a curve with a column for each of its parameters',
    text: `
from scipy.optimize import curve_fit


def curve(t, a, tau):
    return a * np.exp(-t / tau)


def columns(t, a, tau):
    e = np.exp(-t / tau)
    return np.stack([e, a * t * e / tau ** 2], axis=1)


def fit(t, y):
    return curve_fit(curve, t, y, jac=columns)`,
    of: 'columns',
    shapes: { t: [4], a: [], tau: [] },
  },
  {
    title: 'an order of axes',
    text: `
def turn_forward(x, axes):
    return np.transpose(x, axes), axes


def turn_backward(dout, axes):
    return np.transpose(dout, axes)`,
    verdict: 'mismatch',
    origins: { axes: /the order of axes/ },
  },
]);
