/** Labels, masks, domains, options and hyperparameters that are worked out, and what is said when they are not. */
import { checkSamplesOf, type Row } from './inference-rows';

/** A function that scales by a parameter, and its derivative, which gets it, too. */
function scaled(parameter: string): string {
  const [name] = parameter.split('=');
  return `
def scaled(x, ${parameter}):
    return np.sum(x ** 2) * ${name}


def scaled_grad(x, ${parameter}):
    return 2 * x * ${name}`;
}

const hyperparameters: readonly (readonly [string, ...number[]])[] = [
  ['reg', 0.1],
  ['lambda_', 0.1],
  ['lambd', 0.1],
  ['weight_decay', 0.1],
  ['momentum', 0.9],
  ['keep_prob', 0.6],
  ['stride', 2],
  ['pad', 1, 0, 2],
  ['slope', 0.2],
  ['temperature', 1.5],
  ['learning_rate', 0.1],
  ['reg=0.0', 0.1],
  ['alpha=1.0', 0.3],
  ['weight=1.0', 1.3],
  ['margin=1.0', 0.7],
  ['eps=1e-5', 0.1],
];

checkSamplesOf(
  'hyperparameters off their neutral values',
  hyperparameters.slice(0, -1).map(([parameter, ...values]): Row => {
    const name = parameter.split('=')[0];
    return { title: parameter, text: scaled(parameter), values: { [name]: values } };
  }),
);

checkSamplesOf('inferred values', [
  {
    title: 'labels that select from rows: integers, as many as rows',
    text: `
def softmax_loss(x, y):
    N = x.shape[0]
    p = np.exp(x - x.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    dx = p.copy()
    dx[np.arange(N), y] -= 1
    dx /= N
    loss = -np.sum(np.log(p[np.arange(N), y])) / N
    return loss, dx`,
    shapes: { x: [4, 5], y: [4] },
    origins: { y: /used as labels, line \d+/ },
    every: { y: (each) => Number.isInteger(each) && each >= 0 && each < 5 },
  },
  {
    title: 'rows that are picked: indices below their number',
    text: `
def embed_forward(idx, W):
    return W[idx], (idx, W)


def embed_backward(dout, cache):
    idx, W = cache
    dW = np.zeros_like(W)
    np.add.at(dW, idx, dout)
    return dW`,
    every: { idx: (each) => Number.isInteger(each) },
  },
  {
    title: 'one label for one vector',
    text: `
def nll(z, k):
    """
    z : ndarray of shape (C,)
    k : int, the right class
    """
    return np.log(np.sum(np.exp(z))) - z[k]


def nll_grad(z, k):
    p = np.exp(z) / np.sum(np.exp(z))
    p[k] -= 1
    return p`,
    every: { k: Number.isInteger },
  },
  {
    title: 'a mask holds both values',
    text: `
def masked_forward(x, mask):
    return x * mask, mask


def masked_backward(dout, mask):
    return dout * mask`,
    verdict: 'pass',
  },
  {
    title: 'a logarithm needs positive numbers',
    text: `
def entropy(p):
    return -np.sum(p * np.log(p))


def entropy_grad(p):
    return -np.log(p) - 1`,
    every: { p: (each) => each > 0 },
  },
  {
    title: 'a probability and its complement',
    text: `
def bce(y, p):
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))


def bce_grad(y, p):
    return (p - y) / (p * (1 - p))`,
    every: { p: (each) => each > 0 && each < 1 },
  },
  {
    title: 'a domain that only the run shows',
    text: `
def root(x):
    t = 2 * x
    u = t - 2
    return math.sqrt(u)


def root_prime(x):
    return 1 / math.sqrt(2 * x - 2)`,
    every: { x: (each) => each > 1 },
    origins: { x: /where the function is defined/ },
  },
  {
    title: 'both sides of a bound are seen',
    text: `
def relu6(x):
    return np.minimum(np.maximum(x, 0), 6)


def relu6_grad(x):
    return 1.0 * (x > 0)`,
    verdict: 'mismatch',
  },
  {
    title: 'every string that is compared is tried',
    text: `
def reduce_loss(x, reduction):
    if reduction == 'mean':
        return np.mean(x ** 2)
    elif reduction == 'sum':
        return np.sum(x ** 2)
    raise ValueError(reduction)


def reduce_loss_grad(x, reduction):
    return 2 * x / (x.size if reduction == 'mean' else 1)`,
    values: { reduction: ['mean', 'sum'] },
    origins: { reduction: /compared with 'mean', 'sum'/ },
  },
  {
    title: 'an option under which the derivative ends early is left out',
    text: `
def drop_forward(x, mode):
    if mode == 'train':
        return x * 2, ('train',)
    elif mode == 'test':
        return x, None


def drop_backward(dout, cache):
    (mode,) = cache
    return dout * 2`,
    values: { mode: ['train'] },
  },
  {
    title: 'a wrong branch of an option is found',
    text: `
def scale_loss(x, reduction):
    if reduction == 'mean':
        return np.mean(x ** 3)
    return np.sum(x ** 3) if reduction == 'sum' else 0.0


def scale_loss_grad(x, reduction):
    return 3 * x ** 2 / x.size * (1 if reduction == 'mean' else 2)`,
    verdict: 'mismatch',
  },
  {
    title: 'axis 0 and the last one',
    text: `
def total(x, axis):
    return np.sum(np.sum(x ** 2, axis=axis) ** 2)


def total_grad(x, axis):
    return 4 * x * np.sum(x ** 2, axis=axis, keepdims=True)`,
    values: { axis: [0, -1] },
  },
  {
    title: 'a flag is tried both ways',
    text: `
def power_loss(x, cubic):
    if cubic:
        return np.sum(x ** 3)
    return np.sum(x ** 2)


def power_loss_grad(x, cubic):
    return 3 * x ** 2 if cubic else 2 * x`,
    values: { cubic: ['True', 'False'] },
    origins: { cubic: /used as a condition/ },
  },
  {
    title: 'a default that the derivative does not get stays',
    text: `
def leaky(x, alpha=0.01):
    return np.where(x > 0, x, alpha * x)


def leaky_grad(x):
    return np.where(x > 0, 1, 0.01)`,
  },
  {
    title: 'keys of a config with their defaults',
    text: `
def squash_forward(x, config):
    k = config['scale']
    eps = config.get('eps', 1e-5)
    return k * np.tanh(x + eps), (x, config)


def squash_backward(dout, cache):
    x, config = cache
    return dout * config['scale'] * (1 - np.tanh(x + config.get('eps', 1e-5)) ** 2)`,
    origins: { 'config.scale': /./ },
  },
  {
    title: 'a function that only raises: what it needs is said',
    text: `
def broken_forward(x, w):
    y = x * w
    assert np.sum(y) > 1e9
    return y, (x, w)


def broken_backward(dout, cache):
    x, w = cache
    return dout * w, dout * x`,
    verdict: 'unsupported',
    code: 'sample',
    says: /no sample could be worked out for broken_forward: it needs to know what `x`, `w` are; write `# @gradcheck x/,
  },
  {
    title: 'a shape that no guess fits: nobody is blamed',
    text: `
def spread_forward(x):
    return x * 2.0, x.shape


def spread_backward(dout, shape):
    return np.sum(dout) * np.ones(shape + (2,))`,
    verdict: 'unverified',
    code: 'drawn',
    says: /does not know which shapes the function expects/,
  },
  {
    title: 'wrong numbers in right shapes are a mismatch, though the sample was inferred',
    text: `
def square_forward(x):
    return x ** 2, x


def square_backward(dout, cache):
    return dout * cache * 3`,
    verdict: 'mismatch',
  },
  {
    title: 'a threshold that is off by one percent shows beside the edge',
    text: `
def ramp(x):
    return np.where(x < 1.0, x, 1.0)


def ramp_grad(x):
    return np.where(x < 1.01, 1.0, 0.0)`,
    verdict: 'mismatch',
  },
  {
    title: 'a mean is told from a sum, though nothing says that there are several numbers',
    text: `
def distance(a, target):
    d = a - target
    return np.mean(d * d)


def distance_grad(a, target):
    return 2 * (a - target)`,
    verdict: 'unverified',
    code: 'scale',
  },
  {
    title: 'a bias of several units is not taken for one number',
    text: `
def affine_forward(X, W, b):
    return X @ W + b, (X, W, b)


def affine_backward(dout, cache):
    X, W, b = cache
    return dout @ W.T, X.T @ dout, np.sum(dout, keepdims=True)`,
    verdict: 'mismatch',
    code: 'shape',
  },
  {
    title: 'the shape of another input that the function cannot take is a mistake',
    text: `
def ridge(w, X, y):
    return np.sum((X @ w - y) ** 2)


def ridge_grad(w, X, y):
    return 2 * X * np.sum(X @ w - y)`,
    verdict: 'mismatch',
    code: 'shape',
  },
  {
    title: 'a parameter that is not stepped beside one that is',
    text: `
class Dense:
    def __init__(self, n_in, n_out):
        self.W = np.random.randn(n_in, n_out)
        self.b = np.random.randn(1, n_out)

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad, lr):
        dx = grad @ self.W.T
        self.W -= lr * self.x.T @ grad
        return dx`,
    verdict: 'mismatch',
  },
]);
