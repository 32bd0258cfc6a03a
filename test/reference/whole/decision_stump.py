"""AdaBoost over decision stumps found by exhaustive search."""
import numpy as np


class Stump:
    def __init__(self, feature=0, threshold=0.0, polarity=1):
        self.feature = feature
        self.threshold = threshold
        self.polarity = polarity
        self.alpha = None

    def predict(self, X):
        column = X[:, self.feature]
        out = np.ones(len(X))
        if self.polarity == 1:
            out[column < self.threshold] = -1
        else:
            out[column > self.threshold] = -1
        return out


def fit(X, y, rounds):
    n, features = X.shape
    w = np.full(n, 1 / n)
    stumps = []
    for _ in range(rounds):
        best, least = Stump(), float("inf")
        for feature in range(features):
            for threshold in np.unique(X[:, feature]):
                stump = Stump(feature, float(threshold))
                error = w[stump.predict(X) != y].sum()
                if error > 0.5:
                    error, stump.polarity = 1 - error, -1
                    error = w[stump.predict(X) != y].sum()
                if error < least - 1e-9:
                    best, least = stump, error
        best.alpha = 0.5 * np.log((1 - least + 1e-10) / (least + 1e-10))
        w *= np.exp(-best.alpha * y * best.predict(X))
        w /= w.sum()
        stumps.append(best)
    return stumps, w


t = np.arange(16)
X = np.stack([np.sin(t * 2.1), np.cos(t * 1.3)], axis=1).round(3)
y = np.where(X[:, 0] + X[:, 1] > 0.1, 1.0, -1.0)
stumps, w = fit(X, y, 4)
margin = sum(s.alpha * s.predict(X) for s in stumps)
accuracy = float((np.sign(margin) == y).mean())
rules = [f"x{s.feature} {'<' if s.polarity == 1 else '>'} {s.threshold:.3f}" for s in stumps]
