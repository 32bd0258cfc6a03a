"""Losses for the little network library: loss(y, y_pred) and gradient(y, y_pred)."""
from __future__ import division

import numpy as np


class Loss(object):
    def loss(self, y_true, y_pred):
        return NotImplementedError()

    def gradient(self, y, y_pred):
        raise NotImplementedError()

    def acc(self, y, y_pred):
        return 0


class SquareLoss(Loss):
    def loss(self, y, y_pred):
        return 0.5 * np.power((y - y_pred), 2)

    def gradient(self, y, y_pred):  # expect: pass
        return -(y - y_pred)


class CrossEntropy(Loss):
    def loss(self, y, p):
        # Avoid division by zero
        p = np.clip(p, 1e-15, 1 - 1e-15)
        return - y * np.log(p) - (1 - y) * np.log(1 - p)

    def gradient(self, y, p):  # expect: pass
        p = np.clip(p, 1e-15, 1 - 1e-15)
        return - (y / p) + (1 - y) / (1 - p)


class Huber(Loss):
    def __init__(self, delta=1.0):
        self.delta = delta

    def loss(self, y, y_pred):
        e = np.abs(y_pred - y)
        return np.where(e <= self.delta, 0.5 * e ** 2, self.delta * (e - 0.5 * self.delta))

    def gradient(self, y, y_pred):  # expect: mismatch (delta missing on the linear part)
        e = y_pred - y
        return np.where(np.abs(e) <= self.delta, e, np.sign(e))


class PseudoHuber(Loss):
    def __init__(self, delta=1.0):
        self.delta = delta

    def loss(self, y, y_pred):
        return self.delta ** 2 * (np.sqrt(1 + ((y_pred - y) / self.delta) ** 2) - 1)

    def gradient(self, y, y_pred):  # expect: pass
        e = y_pred - y
        return e / np.sqrt(1 + (e / self.delta) ** 2)


class SmoothL1(Loss):
    def __init__(self, beta=1.0):
        self.beta = beta

    def loss(self, y, y_pred):
        d = np.abs(y - y_pred)
        return np.sum(np.where(d < self.beta, 0.5 * d ** 2 / self.beta, d - 0.5 * self.beta))

    def gradient(self, y, y_pred):  # expect: mismatch (beta missing on the quadratic part)
        d = y_pred - y
        return np.where(np.abs(d) < self.beta, d, np.sign(d))


class MeanSquared(Loss):
    def loss(self, y, y_pred):
        return np.mean((y_pred - y) ** 2)

    def gradient(self, y, y_pred):  # expect: unverified scale
        return 2 * (y_pred - y)


class MeanAbsolute(Loss):
    def loss(self, y, y_pred):
        return np.abs(y_pred - y).mean()

    def gradient(self, y, y_pred):  # expect: pass
        return np.sign(y_pred - y) / y.size


class Hinge(Loss):
    """labels are -1 and 1"""
    def loss(self, y, y_pred):
        return np.sum(np.maximum(0, 1 - y * y_pred))

    def gradient(self, y, y_pred):  # expect: mismatch (sign of the label forgotten: -1 for -y)
        return np.where(y * y_pred < 1, -1.0, 0.0)


class SquaredHinge(Loss):
    def loss(self, y, y_pred):
        return np.sum(np.maximum(0, 1 - y * y_pred) ** 2)

    def gradient(self, y, y_pred):  # expect: pass
        return -2 * y * np.maximum(0, 1 - y * y_pred)


class LogCosh(Loss):
    def loss(self, y, y_pred):
        return np.log(np.cosh(y_pred - y))

    def gradient(self, y, y_pred):  # expect: mismatch (sign)
        return np.tanh(y - y_pred)


class Poisson(Loss):
    """Rates, not log rates."""
    def loss(self, y, y_pred):
        return np.mean(y_pred - y * np.log(y_pred))

    def gradient(self, y, y_pred):  # expect: mismatch (derivative of the log is 1/x, not 1/x^2)
        return (1 - y / y_pred ** 2) / y_pred.size


class Quantile(Loss):
    def __init__(self, tau=0.5):
        self.tau = tau

    def loss(self, y, y_pred):
        e = y - y_pred
        return np.maximum(self.tau * e, (self.tau - 1) * e)

    def gradient(self, y, y_pred):  # expect: mismatch (tau and 1 - tau swapped)
        return np.where(y > y_pred, self.tau - 1, self.tau)


class Tweedie(Loss):
    def __init__(self, power=1.5):
        self.power = power

    def loss(self, y, y_pred):
        r = self.power
        return np.sum(-y * y_pred ** (1 - r) / (1 - r) + y_pred ** (2 - r) / (2 - r))

    def gradient(self, y, y_pred):  # expect: pass
        return (y_pred - y) * y_pred ** (-self.power)


class Focal(Loss):
    def __init__(self, gamma=0.0):
        self.gamma = gamma

    def loss(self, y, p):
        pt = np.where(y == 1, p, 1 - p)
        return -np.sum((1 - pt) ** self.gamma * np.log(pt))

    def gradient(self, y, p):  # expect: mismatch (only one half of the product rule)
        pt = np.where(y == 1, p, 1 - p)
        sign = np.where(y == 1, 1, -1)
        return -sign * (1 - pt) ** self.gamma / pt


class Cosine(Loss):
    """1 - cos(angle) of two vectors"""
    def loss(self, y, y_pred):
        return 1 - np.dot(y, y_pred) / (np.linalg.norm(y) * np.linalg.norm(y_pred))

    def gradient(self, y, y_pred):  # expect: mismatch (norm of the prediction taken as constant)
        return -y / (np.linalg.norm(y) * np.linalg.norm(y_pred))


class Dice(Loss):
    def __init__(self, smooth=1.0):
        self.smooth = smooth

    def loss(self, y, y_pred):
        inter = np.sum(y * y_pred)
        return 1 - (2 * inter + self.smooth) / (np.sum(y) + np.sum(y_pred) + self.smooth)

    def gradient(self, y, y_pred):  # expect: pass
        inter = np.sum(y * y_pred)
        total = np.sum(y) + np.sum(y_pred) + self.smooth
        return -(2 * y * total - (2 * inter + self.smooth)) / total ** 2


class Tversky(Loss):
    def __init__(self, alpha=0.5, beta=0.5):
        self.alpha = alpha
        self.beta = beta

    def loss(self, y, p):
        tp = np.sum(y * p)
        fp = np.sum((1 - y) * p)
        fn = np.sum(y * (1 - p))
        return 1 - tp / (tp + self.alpha * fp + self.beta * fn)

    def gradient(self, y, p):  # expect: mismatch (alpha and beta swapped in the denominator's slope)
        tp = np.sum(y * p)
        den = tp + self.alpha * np.sum((1 - y) * p) + self.beta * np.sum(y * (1 - p))
        dden = y + self.beta * (1 - y) - self.alpha * y
        return -(y * den - tp * dden) / den ** 2


class BCEWithLogits(Loss):
    def loss(self, y, logits):
        return np.mean(np.maximum(logits, 0) - logits * y + np.log1p(np.exp(-np.abs(logits))))

    def gradient(self, y, logits):  # expect: pass
        return (1 / (1 + np.exp(-logits)) - y) / logits.size


class LabelSmoothing(Loss):
    """Softmax cross entropy; y is one-hot, logits are (N, C)."""
    def __init__(self, eps=0.0):
        self.eps = eps

    def _softmax(self, logits):
        e = np.exp(logits - logits.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def loss(self, y, logits):
        C = logits.shape[1]
        target = (1 - self.eps) * y + self.eps / C
        return -np.sum(target * np.log(self._softmax(logits)))

    def gradient(self, y, logits):  # expect: mismatch (hard targets instead of the smoothed ones)
        return self._softmax(logits) - y


class PerSampleMSE(Loss):
    """Mean over the features, sum over the batch."""
    def loss(self, y, y_pred):
        return np.sum(np.mean((y_pred - y) ** 2, axis=1))

    def gradient(self, y, y_pred):  # expect: unverified scale
        return 2 * (y_pred - y) / y_pred.shape[1] / y_pred.shape[0]


class RMSLE(Loss):
    def loss(self, y, y_pred):
        return np.sqrt(np.mean((np.log1p(y_pred) - np.log1p(y)) ** 2))

    def gradient(self, y, y_pred):  # expect: mismatch (outer 1/(2 sqrt) missing its value)
        d = np.log1p(y_pred) - np.log1p(y)
        return d / (1 + y_pred) / y_pred.size
