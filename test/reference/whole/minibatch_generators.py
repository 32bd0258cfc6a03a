"""Generators for minibatches, epochs, windows and early stopping around a linear model."""
import numpy as np


def permutation(n, seed):
    keys = np.sin(np.arange(n) * 78.233 + seed) * 43758.5453
    return np.argsort(keys - np.floor(keys))


def minibatches(X, y, size, epochs):
    for epoch in range(epochs):
        order = permutation(len(X), epoch)
        for start in range(0, len(X), size):
            chosen = order[start : start + size]
            yield epoch, X[chosen], y[chosen]


def windows(values, length):
    for start in range(len(values) - length + 1):
        yield values[start : start + length]


def until_flat(losses, patience):
    best, waited = float("inf"), 0
    for loss in losses:
        yield loss
        if loss < best - 1e-3:
            best, waited = loss, 0
        else:
            waited += 1
            if waited >= patience:
                return


def counter(start=0):
    while True:
        yield start
        start += 1


X = np.column_stack((np.ones(17), np.linspace(-1, 1, 17)))
y = 3 + 2 * X[:, 1] + 0.1 * np.sin(20 * X[:, 1])
w = np.zeros(2)
sizes, losses = [], []
for epoch, xb, yb in minibatches(X, y, 5, 12):
    error = xb @ w - yb
    w = w - 0.3 * xb.T @ error / len(xb)
    sizes.append(len(xb))
    if len(sizes) % 4 == 0:
        losses.append(float(np.mean((X @ w - y) ** 2)))
kept = list(until_flat(losses, 2))
smooth = [sum(part) / 3 for part in windows(losses, 3)]
batches_per_epoch = len(sizes) // 12
first = next(minibatches(X, y, 2, 1))[1]
count = counter(5)
taken = [next(count), next(count), next(count)]
pairs = list(zip("abc", counter(1)))
squares = sum(k * k for k in range(10) if k % 2)
covered = sorted(int(i) for part in np.array_split(permutation(17, 3), 4) for i in part) == list(range(17))
del count, error
