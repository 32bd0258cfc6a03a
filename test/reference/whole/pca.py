"""Principal components by power iteration with deflation."""
import numpy as np


def power_iteration(C, rounds=500, tolerance=1e-14):
    v = np.ones(C.shape[0]) / np.sqrt(C.shape[0])
    value = 0.0
    for k in range(rounds):
        w = C @ v
        new_value = v @ w
        v = w / np.linalg.norm(w)
        if abs(new_value - value) < tolerance:
            break
        value = new_value
    return new_value, v


def pca(X, n_components):
    centered = X - X.mean(axis=0)
    C = centered.T @ centered / (len(X) - 1)
    values, vectors = [], []
    for _ in range(n_components):
        value, v = power_iteration(C)
        if v[np.argmax(np.abs(v))] < 0:
            v = -v
        values.append(value)
        vectors.append(v)
        C = C - value * np.outer(v, v)
    return np.array(values), np.array(vectors)


s = np.arange(40.0)
X = np.c_[np.sin(s), 2 * np.sin(s) + 0.1 * np.cos(3 * s), np.cos(2 * s)]
values, vectors = pca(X, 2)
projected = ((X - X.mean(0)) @ vectors.T)[:5]
explained = values / np.var(X, axis=0, ddof=1).sum()
orthogonal = bool(abs(vectors[0] @ vectors[1]) < 1e-5)
