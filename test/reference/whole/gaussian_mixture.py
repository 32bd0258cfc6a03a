"""One EM step of a two-dimensional Gaussian mixture and its log likelihood."""
import numpy as np
from math import pi


def log_gaussian(X, mean, cov):
    d = X.shape[1]
    diff = X - mean
    solved = np.linalg.solve(cov, diff.T).T
    _, logdet = np.linalg.slogdet(cov)
    return -0.5 * (d * np.log(2 * pi) + logdet + np.sum(diff * solved, axis=1))


def e_step(X, weights, means, covs):
    logp = np.stack([np.log(w) + log_gaussian(X, m, c) for w, m, c in zip(weights, means, covs)], axis=1)
    top = logp.max(1, keepdims=True)
    total = top[:, 0] + np.log(np.exp(logp - top).sum(1))
    return np.exp(logp - total[:, None]), total.sum()


def m_step(X, resp):
    counts = resp.sum(axis=0)
    weights = counts / len(X)
    means = resp.T @ X / counts[:, None]
    covs = []
    for k in range(resp.shape[1]):
        centered = X - means[k]
        covs.append((resp[:, k, None] * centered).T @ centered / counts[k] + 1e-6 * np.eye(2))
    return weights, means, covs


i = np.arange(24)
X = np.where((i % 2 == 0)[:, None], np.c_[np.sin(i), np.cos(i)], np.c_[4 + np.sin(2 * i), np.cos(3 * i) - 1])
weights, means, covs = [0.5, 0.5], np.array([[0.5, 0.5], [3.0, 0.0]]), [np.eye(2)] * 2
likelihoods = []
for _ in range(6):
    resp, ll = e_step(X, weights, means, covs)
    likelihoods.append(ll)
    weights, means, covs = m_step(X, resp)
rising = bool(np.all(np.diff(likelihoods) > -1e-9))
hard = resp.argmax(axis=1)
