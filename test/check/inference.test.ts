/** Shapes that are worked out where no annotation gives them, and where each was learned. */
import { checkSamplesOf } from './inference-rows';

const affine = `
def affine_forward(x, w, b):
    out = x.reshape(x.shape[0], -1).dot(w) + b
    return out, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    N = x.shape[0]
    dx = dout.dot(w.T).reshape(x.shape)
    dw = x.reshape(N, -1).T.dot(dout)
    db = dout.sum(axis=0)
    return dx, dw, db
`;

checkSamplesOf('inferred shapes', [
  {
    title: 'unification through a product and a sum',
    text: affine,
    shapes: { x: [4, 3], w: [3, 5], b: [5] },
    origins: { x: /x\.shape\[0\] is read in line/, w: /guessed from its name/ },
  },
  {
    title: 'unpacked axes',
    text: `
def scale_forward(x, w):
    N, C, H, W = x.shape
    return x * w[:, None, None], (x, w)


def scale_backward(dout, cache):
    x, w = cache
    N, C, H, W = x.shape
    return dout * w[:, None, None], np.sum(dout * x, axis=(0, 2, 3))`,
    shapes: { x: [2, 3, 6, 7], w: [3] },
    origins: { x: /unpacked as N, C, H, W = x\.shape, line 6/ },
  },
  {
    title: 'a docstring in the style of courses',
    text: `
def project_forward(x, w):
    """
    - x: Input data, of shape (N, T, D)
    - w: Weights, of shape (D, M)
    """
    return x @ w, (x, w)


def project_backward(dout, cache):
    x, w = cache
    return dout @ w.T, np.tensordot(x, dout, axes=([0, 1], [0, 1]))`,
    shapes: { x: [4, 3, 5], w: [5, 2] },
    origins: { x: /docstring: Input data, of shape \(N, T, D\)/ },
  },
  {
    title: 'a numpydoc docstring',
    text: `
def quad(x, A):
    """
    Parameters
    ----------
    x : ndarray of shape (n,)
    A : ndarray of shape (n, n)
    """
    return x @ A @ x


def quad_grad(x, A):
    return (A + A.T) @ x`,
    shapes: { x: [4], A: [4, 4] },
    origins: { A: /docstring: ndarray of shape \(n, n\)/ },
  },
  {
    title: 'shapes in the prose of a docstring, with multiples and sums',
    text: `
def gates_forward(x, h, Wx, Wh):
    """x (N, D), h (N, H), Wx (D, 2H), Wh of shape (H, 2*H)"""
    a = x.dot(Wx) + h.dot(Wh)
    H = h.shape[1]
    return a[:, :H] * a[:, H:], (x, h, Wx, Wh, a)


def gates_backward(dout, cache):
    x, h, Wx, Wh, a = cache
    H = h.shape[1]
    da = np.hstack([dout * a[:, H:], dout * a[:, :H]])
    return da.dot(Wx.T), da.dot(Wh.T), x.T.dot(da), h.T.dot(da)`,
    shapes: { x: [4, 3], h: [4, 6], Wx: [3, 12], Wh: [6, 12] },
  },
  {
    title: 'what is said of all arguments',
    text: `
def gap(a, b):
    """Both of shape (N, D)."""
    return np.sum((a - b) ** 2)


def gap_grad(a, b):
    return 2 * (a - b), -2 * (a - b)`,
    shapes: { a: [3, 4], b: [3, 4] },
  },
  {
    title: 'halves of an odd axis that fit by accident are no mistake',
    text: `
def rotate_forward(x):
    t, D = x.shape
    half = D // 2
    angle = np.arange(t)[:, None] / (1 + np.arange(half))
    c, s = np.cos(angle), np.sin(angle)
    a, b = x[:, :half], x[:, half:]
    return np.concatenate([a * c - b * s, a * s + b * c], axis=1), (c, s)


def rotate_backward(dout, cache):
    c, s = cache
    half = c.shape[1]
    da, db = dout[:, :half], dout[:, half:]
    return np.concatenate([da * c + db * s, db * c - da * s], axis=1)`,
    shapes: { x: [4, 6] },
  },
  {
    title: 'a comment behind an assignment',
    text: `
def mix_forward(x, w):
    y = x  # x: (N, D), w: (D,)
    return y @ w, (x, w)


def mix_backward(dout, cache):
    x, w = cache
    return np.outer(dout, w), x.T @ dout`,
    shapes: { x: [4, 3], w: [3] },
    origins: { x: /comment/ },
  },
  {
    title: 'columns of features: a bias with one column',
    text: `
def linear_forward(A, W, b):
    return np.dot(W, A) + b, (A, W, b)


def linear_backward(dZ, cache):
    A, W, b = cache
    return np.dot(W.T, dZ), np.dot(dZ, A.T), np.sum(dZ, axis=1, keepdims=True)`,
    shapes: { A: [4, 3], W: [5, 4], b: [5, 1] },
  },
  {
    title: 'a dict of parameters in columns',
    text: `
def net_forward(X, parameters):
    W1 = parameters['W1']
    b1 = parameters['b1']
    W2 = parameters['W2']
    b2 = parameters['b2']
    A1 = np.tanh(np.dot(W1, X) + b1)
    return np.dot(W2, A1) + b2, (X, A1, W2)


def net_backward(dZ, cache, parameters):
    X, A1, W2 = cache
    dA1 = np.dot(W2.T, dZ) * (1 - A1 ** 2)
    return {
        'dW1': np.dot(dA1, X.T),
        'db1': dA1.sum(axis=1, keepdims=True),
        'dW2': np.dot(dZ, A1.T),
        'db2': dZ.sum(axis=1, keepdims=True),
    }`,
    origins: { 'parameters.W1': /guessed/, 'parameters.b2': /./ },
  },
  {
    title: 'keys that are put together: two layers',
    text: `
def stack_forward(X, parameters):
    A = X
    L = len(parameters) // 2
    for l in range(1, L + 1):
        A = np.dot(parameters['W' + str(l)], A) + parameters['b' + str(l)]
    return A


def stack_backward(dA, X, parameters):
    W1, W2 = parameters['W1'], parameters['W2']
    A1 = np.dot(W1, X) + parameters['b1']
    dA1 = np.dot(W2.T, dA)
    return {'dW1': np.dot(dA1, X.T), 'dW2': np.dot(dA, A1.T), 'dX': np.dot(W1.T, dA1)}`,
    origins: { 'parameters.W2': /./, 'parameters.b1': /./ },
  },
  {
    title: 'a recurrent step',
    text: `
def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.tanh(x.dot(Wx) + prev_h.dot(Wh) + b)
    return next_h, (x, prev_h, Wx, Wh, next_h)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, next_h = cache
    dz = (1 - next_h ** 2) * dnext_h
    return dz.dot(Wx.T), dz.dot(Wh.T), x.T.dot(dz), prev_h.T.dot(dz), dz.sum(axis=0)`,
    shapes: { x: [4, 3], prev_h: [4, 5], Wx: [3, 2], Wh: [5, 2], b: [2] },
  },
  {
    title: 'concatenation: an axis that is the sum of two',
    text: `
def gate_forward(x, h, W):
    xh = np.concatenate([x, h], axis=1)
    return xh @ W, (x, h, W, xh)


def gate_backward(dout, cache):
    x, h, W, xh = cache
    d = dout @ W.T
    D = x.shape[1]
    return d[:, :D], d[:, D:], xh.T @ dout`,
    shapes: { x: [4, 3], h: [4, 5], W: [8, 2] },
  },
  {
    title: 'a column of ones beside the data',
    text: `
def cost(theta, X, y):
    A = np.hstack([np.ones((X.shape[0], 1)), X])
    return np.sum((A.dot(theta) - y) ** 2) / 2


def cost_grad(theta, X, y):
    A = np.hstack([np.ones((X.shape[0], 1)), X])
    return A.T.dot(A.dot(theta) - y)`,
    shapes: { theta: [4], X: [4, 3], y: [4] },
  },
  {
    title: 'a vector of parameters that is cut into matrices',
    text: `
def nn_cost(theta, n_in, n_hidden, X, y):
    k = n_in * n_hidden
    W = theta[:k].reshape(n_in, n_hidden)
    v = theta[k:].reshape(n_hidden)
    r = np.tanh(X @ W) @ v - y
    return np.sum(r ** 2)


def nn_cost_grad(theta, n_in, n_hidden, X, y):
    k = n_in * n_hidden
    W = theta[:k].reshape(n_in, n_hidden)
    v = theta[k:].reshape(n_hidden)
    h = np.tanh(X @ W)
    r = 2 * (h @ v - y)
    dW = X.T @ (np.outer(r, v) * (1 - h ** 2))
    return np.concatenate([dW.ravel(), h.T @ r])`,
    origins: { n_in: /used as the size of an array/, theta: /cut into parts/ },
  },
  {
    title: 'letters of an einsum',
    text: `
def bilinear_forward(x, W, y):
    return np.einsum('nd,de,ne->n', x, W, y), (x, W, y)


def bilinear_backward(dout, cache):
    x, W, y = cache
    dx = np.einsum('n,de,ne->nd', dout, W, y)
    dW = np.einsum('n,nd,ne->de', dout, x, y)
    dy = np.einsum('n,nd,de->ne', dout, x, W)
    return dx, dW, dy`,
    shapes: { x: [4, 3], W: [3, 5], y: [4, 5] },
  },
  {
    title: 'the sizes of a constructor',
    text: `
class Linear:
    def __init__(self, n_in, n_out):
        self.W = np.random.randn(n_in, n_out)
        self.b = np.zeros(n_out)

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T`,
    shapes: { x: [5, 4] },
    origins: { n_in: /used as the size of an array/ },
  },
  {
    title: 'sizes that a constructor hands on to another class',
    text: `
class Inner:
    def __init__(self, n):
        self.W = np.random.randn(n, n)


class Outer:
    def __init__(self, width):
        self.inner = Inner(width)

    def forward(self, x):
        return x @ self.inner.W

    def backward(self, dout):
        return dout @ self.inner.W.T`,
    of: 'Outer',
    origins: { width: /size of an array/ },
  },
  {
    title: 'a loss of two arrays of one shape',
    text: `
def mse(y, y_pred):
    return np.mean((y - y_pred) ** 2)


def mse_grad(y, y_pred):
    return 2 * (y_pred - y) / y.size`,
    shapes: { y: [4], y_pred: [4] },
  },
  {
    title: 'numbers that are read one by one: the length of a vector',
    text: `
def rosen(x):
    return 100 * (x[1] - x[0] ** 2) ** 2 + (1 - x[0]) ** 2


def rosen_grad(x):
    d = x[1] - x[0] ** 2
    return np.array([-400 * x[0] * d - 2 * (1 - x[0]), 200 * d])`,
    shapes: { x: [2] },
  },
  {
    title: 'an argument that is unpacked: the length of a vector',
    text: `
def energy(p):
    x, y, z = p
    return x * y + z ** 2


def energy_grad(p):
    x, y, z = p
    return np.array([y, x, 2 * z])`,
    shapes: { p: [3] },
  },
  {
    title: 'columns that are read by number',
    text: `
def area_forward(boxes):
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]), boxes


def area_backward(dout, boxes):
    w = boxes[:, 2] - boxes[:, 0]
    h = boxes[:, 3] - boxes[:, 1]
    return np.stack([-h * dout, -w * dout, h * dout, w * dout], axis=1)`,
    shapes: { boxes: [3, 4] },
  },
  {
    title: 'a function of numbers',
    text: `
def wave(x):
    return math.sin(x) * math.exp(-x)


def wave_prime(x):
    return math.exp(-x) * (math.cos(x) - math.sin(x))`,
    shapes: { x: [] },
    origins: { x: /taken by a function of numbers/ },
  },
  {
    title: 'an axis that a reduction needs',
    text: `
def center_forward(x):
    return x - x.mean(axis=0), None


def center_backward(dout, cache):
    return dout - dout.mean(axis=0)`,
    verdict: 'pass',
    shapes: { x: [4, 3] },
  },
  {
    title: 'a call in the same file',
    text: `
def stretch_forward(x, w):
    return x * w, (x, w)


def stretch_backward(dout, cache):
    x, w = cache
    return dout * w, np.sum(dout * x, axis=(0, 1))


if __name__ == '__main__':
    x = np.random.randn(3, 2, 4)
    w = np.random.randn(4)
    print(stretch_forward(x, w))`,
    shapes: { x: [3, 2, 4], w: [4] },
    origins: { x: /as in the call in line 17/ },
  },
  {
    title: 'a call with large arrays: scaled down, equal sizes stay equal',
    text: `
def dense_forward(x, w):
    return x @ w, (x, w)


def dense_backward(dout, cache):
    x, w = cache
    return dout @ w.T, x.T @ dout


def test_dense():
    dense_forward(np.zeros((1000, 784)), np.zeros((784, 10)))`,
    of: 'dense_backward',
    shapes: { x: [4, 3], w: [3, 5] },
    origins: { w: /as in the call in line 15/ },
  },
  {
    title: 'a convolution: kernels smaller than images, stride off 1',
    text: `
def conv_forward(x, w, b, conv_param):
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    assert (H + 2 * pad - HH) % stride == 0
    assert (W + 2 * pad - WW) % stride == 0
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    Ho, Wo = 1 + (H + 2 * pad - HH) // stride, 1 + (W + 2 * pad - WW) // stride
    out = np.zeros((N, F, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            win = xp[:, :, i * stride:i * stride + HH, j * stride:j * stride + WW]
            for f in range(F):
                out[:, f, i, j] = np.sum(win * w[f], axis=(1, 2, 3)) + b[f]
    return out, (x, w, b, conv_param)


def conv_backward(dout, cache):
    x, w, b, conv_param = cache
    stride, pad = conv_param['stride'], conv_param['pad']
    F, _, HH, WW = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dxp, dw = np.zeros_like(xp), np.zeros_like(w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows = slice(i * stride, i * stride + HH)
            columns = slice(j * stride, j * stride + WW)
            for f in range(F):
                d = dout[:, f, i, j][:, None, None, None]
                dw[f] += np.sum(d * xp[:, :, rows, columns], axis=0)
                dxp[:, :, rows, columns] += d * w[f]
    dx = dxp[:, :, pad:-pad, pad:-pad]
    return dx, dw, dout.sum(axis=(0, 2, 3))`,
    shapes: { x: [2, 3, 5, 6], w: [4, 3, 3, 2], b: [4] },
    values: { conv_param: ["{'stride': 2, 'pad': 1}", "{'stride': 2, 'pad': 2}"] },
    unchecked: /^conv_param\.pad=0: what is written has another shape there/,
    origins: { 'conv_param.stride': /guessed from its name/, w: /unpacked as F, _, HH, WW/ },
  },
  {
    title: 'batch normalization: gamma and beta beside each other',
    text: `
def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get('eps', 1e-5)
    mu, var = x.mean(axis=0), x.var(axis=0)
    xhat = (x - mu) / np.sqrt(var + eps)
    return gamma * xhat + beta, (xhat, gamma, var, eps)


def batchnorm_backward(dout, cache):
    xhat, gamma, var, eps = cache
    N = dout.shape[0]
    d = dout * gamma
    dx = (N * d - d.sum(axis=0) - xhat * (d * xhat).sum(axis=0)) / (N * np.sqrt(var + eps))
    return dx, (dout * xhat).sum(axis=0), dout.sum(axis=0)`,
    shapes: { x: [4, 3], gamma: [3], beta: [3] },
  },
  {
    title: 'groups divide the channels',
    text: `
def groups_forward(x, G):
    N, C, H, W = x.shape
    g = x.reshape(N, G, C // G, H, W)
    return (g - g.mean(axis=(2, 3, 4), keepdims=True)).reshape(N, C, H, W), (x, G)


def groups_backward(dout, cache):
    x, G = cache
    N, C, H, W = x.shape
    g = dout.reshape(N, G, C // G, H, W)
    return (g - g.mean(axis=(2, 3, 4), keepdims=True)).reshape(N, C, H, W)`,
  },
  {
    title: 'asserted shapes',
    text: `
def blend_forward(a, c):
    assert a.shape == c.shape
    return a * c, (a, c)


def blend_backward(dout, cache):
    a, c = cache
    return dout * c, dout * a`,
  },
]);
