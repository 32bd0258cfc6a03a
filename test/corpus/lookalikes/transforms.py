"""Scales, smoothers and decoders with a forward and a backward direction."""
import numpy as np


class BoxCox:
    def __init__(self, lam=0.5):
        self.lam = lam

    def forward(self, x):
        if self.lam == 0:
            return np.log(x)
        return (x ** self.lam - 1) / self.lam

    def backward(self, y):
        """Back to the original scale."""
        if self.lam == 0:
            return np.exp(y)
        return (self.lam * y + 1) ** (1 / self.lam)


class MinMax:
    def __init__(self, lo, hi):
        self.lo, self.hi = lo, hi

    def fwd(self, x):
        return (x - self.lo) / (self.hi - self.lo)

    def bwd(self, z):
        return z * (self.hi - self.lo) + self.lo


class Kalman:
    """Scalar random walk, seen with noise."""

    def __init__(self, q=0.1, r=1.0):
        self.q, self.r = q, r

    def forward_pass(self, ys):
        m, p = 0.0, 1.0
        self.track = []
        for y in ys:
            p = p + self.q
            k = p / (p + self.r)
            m = m + k * (y - m)
            p = (1 - k) * p
            self.track.append((m, p))
        return np.array([m for m, _ in self.track])

    def backward_pass(self, ys):
        """Rauch-Tung-Striebel smoother."""
        self.forward_pass(ys)
        out = [self.track[-1][0]]
        for m, p in self.track[-2::-1]:
            g = p / (p + self.q)
            out.append(m + g * (out[-1] - m))
        return np.array(out[::-1])


def ctc_forward(probs, labels):
    T, L = len(probs), len(labels)
    a = np.zeros((T, L))
    a[0, 0] = probs[0, labels[0]]
    for t in range(1, T):
        for s in range(L):
            a[t, s] = (a[t - 1, s] + (a[t - 1, s - 1] if s else 0)) * probs[t, labels[s]]
    return a


def ctc_backward(probs, labels):
    return ctc_forward(probs[::-1], labels[::-1])[::-1, ::-1]


def exponential_forward(x, a):
    y = np.array(x, dtype=float)
    for t in range(1, len(y)):
        y[t] = a * y[t - 1] + (1 - a) * y[t]
    return y


def exponential_backward(x, a):
    return exponential_forward(x[::-1], a)[::-1]


def filtfilt(x, a):
    return exponential_backward(exponential_forward(x, a), a)


def beam_forward(scores, width):
    beams = [((), 0.0)]
    for row in scores:
        grown = [(p + (k,), s + v) for p, s in beams for k, v in enumerate(row)]
        beams = sorted(grown, key=lambda b: -b[1])[:width]
    return beams


def beam_backward(scores, width):
    return [(p[::-1], s) for p, s in beam_forward(scores[::-1], width)]


class Undo:
    def __init__(self):
        self.done, self.undone = [], []

    def forward(self, doc):
        if self.undone:
            self.done.append(self.undone.pop())
            doc = self.done[-1][1]
        return doc

    def backward(self, doc):
        if self.done:
            self.undone.append(self.done.pop())
            doc = self.undone[-1][0]
        return doc


class Interpreter:
    """Turtle commands."""

    def __init__(self):
        self.x = self.y = self.heading = 0.0
        self.path = []

    def forward(self, d):
        self.x += d * np.cos(self.heading)
        self.y += d * np.sin(self.heading)
        self.path.append((self.x, self.y))

    def backward(self, d):
        self.forward(-d)


class Reader:
    def __init__(self, text):
        self.text, self.i = text, 0

    def forward(self, n=1):
        out = self.text[self.i:self.i + n]
        self.i += n
        return out

    def backward(self, n=1):
        self.i = max(0, self.i - n)
        return self.text[self.i:self.i + n]


def leap_forward(x, v, a, dt):
    return x + v * dt + 0.5 * a * dt ** 2, v + a * dt


def leap_backward(x, v, a, dt):
    return leap_forward(x, v, a, -dt)


def rotate_forward(v, angle):
    c, s = np.cos(angle), np.sin(angle)
    return np.array([c * v[0] - s * v[1], s * v[0] + c * v[1]])


def rotate_backward(v, angle):
    return rotate_forward(v, -angle)


def translate_fwd(word, table):
    return table.get(word, word)


def translate_bwd(word, table):
    return {v: k for k, v in table.items()}.get(word, word)
