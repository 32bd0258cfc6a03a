/** Shapes that are worked out from products of vectors, points in space, picking labels and numbered names. */
import { checkSamplesOf } from './inference-rows';

checkSamplesOf('inferred vectors', [
  {
    title: 'cross products are of vectors of three',
    text: `
def turned(q, v):
    w, u = q[0], q[1:]
    return w * np.cross(u, v) + (u @ v) * u


def turned_jac_v(q, v):
    w, u = q[0], q[1:]
    K = np.array([[0, -u[2], u[1]], [u[2], 0, -u[0]], [-u[1], u[0], 0]])
    return w * K + np.outer(u, u)`,
    verdict: 'pass',
    shapes: { q: [4], v: [3] },
  },
  {
    title: 'what is numbered alike gets axes together',
    text: `
def bend(p0, p1, p2):
    a, b = p0 - p1, p2 - p1
    return a @ b


def bend_grad(p0, p1, p2):
    a, b = p0 - p1, p2 - p1
    return b, -a - b, a`,
    verdict: 'pass',
    shapes: { p0: [4], p1: [4], p2: [4] },
    origins: { p2: /numbered like `p0`|numbered like `p1`/ },
  },
  {
    title: 'both ends of a quadratic form are vectors',
    text: `
def U(q, M):
    return 0.5 * q @ M @ q


def grad_U(q, M):
    return 0.5 * (M + M.T) @ q`,
    verdict: 'pass',
    shapes: { q: [4], M: [4, 4] },
    origins: { q: /a vector, as its products need/ },
  },
  {
    title: 'factors of outer products are vectors',
    text: `
class Unit:
    def __init__(self, n, m):
        self.W = np.random.randn(n, m)

    def forward(self, x):
        self.x = x
        return x @ self.W

    def backward(self, g):
        self.dW = np.outer(self.x, g)
        return self.W @ g`,
    verdict: 'pass',
    shapes: { x: [4] },
  },
  {
    title: 'an intercept is one number, and the weights beside it a vector',
    text: `
def predict(x, w0, w):
    return w0 + x @ w


def predict_grad_w(x, w0, w):
    return x`,
    verdict: 'pass',
    shapes: { x: [4, 3], w0: [], w: [3] },
  },
  {
    title: 'there is one label for each row that it picks from',
    text: `
class Loss:
    def forward(self, scores, labels):
        e = np.exp(scores)
        self.p, self.labels = e / e.sum(axis=1, keepdims=True), labels
        return -np.log(self.p[np.arange(len(labels)), labels]).mean()

    def backward(self):
        d = self.p.copy()
        d[np.arange(len(self.labels)), self.labels] -= 1
        return d / len(self.labels)`,
    verdict: 'pass',
    shapes: { scores: [4, 5], labels: [4] },
  },
  {
    title: 'components in a docstring are entries, not axes',
    text: `
def move(x, p):
    """x = (a, b, c, tx, ty, tz): angles and a shift."""
    return np.sum((np.cross(x[:3], p) + x[3:]) ** 2)


def move_grad_x(x, p):
    d = 2 * (np.cross(x[:3], p) + x[3:])
    return np.concatenate([np.cross(p, d), d])`,
    verdict: 'pass',
    shapes: { x: [6], p: [3] },
  },
  {
    title: 'a determinant whose logarithm is taken is positive',
    text: `
def barrier(F, mu, lam):
    return mu * np.log(np.linalg.det(F)) + lam * np.log(np.linalg.det(F)) ** 2


def barrier_grad_F(F, mu, lam):
    return (mu + 2 * lam * np.log(np.linalg.det(F))) * np.linalg.inv(F).T`,
    verdict: 'pass',
    shapes: { F: [4, 4], mu: [], lam: [] },
    origins: { F: /its determinant is positive/ },
  },
]);
