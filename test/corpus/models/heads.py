"""Loss heads: forward gives a number, backward its gradient for the predictions."""
import numpy as np


class MSELoss:  # expect: unverified scale
    def forward(self, pred, target):
        self.diff = pred - target
        return np.sum(self.diff ** 2) / (2 * len(pred))

    def backward(self):
        return self.diff


class CrossEntropyLoss:  # expect: pass
    """logits (N, C), labels (N,) of integers, optional class weights (C,)"""

    def __init__(self, weight=None, reduction='mean'):
        self.weight = weight
        self.reduction = reduction

    def forward(self, logits, labels):
        n = logits.shape[0]
        z = logits - logits.max(axis=1, keepdims=True)
        self.logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.labels = labels
        self.w = np.ones(n) if self.weight is None else self.weight[labels]
        total = -np.sum(self.w * self.logp[np.arange(n), labels])
        return total / self.w.sum() if self.reduction == 'mean' else total

    def backward(self, dout=1.0):
        n = len(self.labels)
        d = np.exp(self.logp)
        d[np.arange(n), self.labels] -= 1
        d *= self.w[:, None]
        if self.reduction == 'mean':
            d /= self.w.sum()
        return d * dout


class HingeLoss:  # expect: mismatch (pull on the right class counted once, not once per violation)
    def __init__(self, margin=1.0):
        self.margin = margin

    def forward(self, scores, y):
        n = len(y)
        self.y = y
        right = scores[np.arange(n), y][:, None]
        self.over = np.maximum(0, scores - right + self.margin)
        self.over[np.arange(n), y] = 0
        return self.over.sum() / n

    def backward(self):
        n = len(self.y)
        d = (self.over > 0).astype(float)
        d[np.arange(n), self.y] = -1
        return d / n


class DiceLoss:  # expect: mismatch (denominator taken as constant)
    """1 - 2 sum(p t) / (sum p^2 + sum t^2), over whole masks p, t of equal shape"""

    def forward(self, p, t):
        self.p, self.t = p, t
        self.inter = np.sum(p * t)
        self.total = np.sum(p ** 2) + np.sum(t ** 2)
        return 1 - 2 * self.inter / self.total

    def backward(self, dout=1):
        return -2 * self.t / self.total * dout


class ContrastiveLoss:  # expect: pass
    """same (N,): 1 for pairs that belong together; a, b (N, D)"""

    def __init__(self, margin=2.0):
        self.margin = margin

    def forward(self, a, b, same):
        self.diff = a - b
        self.dist = np.sqrt(np.sum(self.diff ** 2, axis=1))
        self.same = same
        apart = np.maximum(self.margin - self.dist, 0)
        return np.mean(same * self.dist ** 2 + (1 - same) * apart ** 2) / 2

    def backward(self):
        n = len(self.dist)
        apart = np.maximum(self.margin - self.dist, 0)
        coef = self.same - (1 - self.same) * apart / self.dist
        da = coef[:, None] * self.diff / n
        return da, -da


class KLWithTemperature:  # expect: mismatch (temperature squared in the loss, not in its slope)
    """Distillation: T^2 KL(softmax(teacher / T), softmax(student / T)), mean over rows; (N, C) each"""

    def __init__(self, T=3.0):
        self.T = T

    def _softmax(self, z):
        e = np.exp(z / self.T - (z / self.T).max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def forward(self, student, teacher):
        self.q = self._softmax(student)
        self.p = self._softmax(teacher)
        return self.T ** 2 * np.mean(np.sum(self.p * (np.log(self.p) - np.log(self.q)), axis=1))

    def backward(self, dout=1):
        return dout * (self.q - self.p) / (len(self.q) * self.T)


class RidgeHead:  # expect: mismatch (penalty's slope missing)
    """Mean squared error of x w plus reg / 2 |w|^2"""

    def __init__(self, w, reg=0.0):
        self.w = w
        self.reg = reg

    def forward(self, x, y):
        self.x, self.y = x, y
        self.r = x @ self.w - y
        return np.mean(self.r ** 2) + 0.5 * self.reg * self.w @ self.w

    def backward(self):
        n = len(self.y)
        self.dw = 2 * self.x.T @ self.r / n
        return 2 * np.outer(self.r, self.w) / n


class CTCGreedy:  # expect: unsupported skeleton
    def forward(self, logits, length):
        self.logits = logits
        return -np.sum(logits[:length].max(axis=1))

    def backward(self):
        grad = None
        # left as an exercise
        return grad


class BCELoss:  # expect: unverified scale
    """mean over all entries of p, t (N,) of probabilities and 0/1 targets"""

    def forward(self, p, t):
        self.p, self.t = p, t
        return -np.mean(t * np.log(p) + (1 - t) * np.log(1 - p))

    def backward(self):
        return (self.p - self.t) / (self.p * (1 - self.p))


class PoissonHead:  # expect: mismatch (target subtracted before the exponential)
    """exp(z) - t z, summed; z = log of the rate"""

    def forward(self, z, t):
        self.z, self.t = z, t
        return np.sum(np.exp(z) - t * z)

    def backward(self, dout=1):
        return dout * np.exp(self.z - self.t)
