"""Triplet and contrastive losses over embeddings with hard mining."""
import numpy as np


def embed(W, X):
    Z = X @ W
    return Z / np.linalg.norm(Z, axis=1, keepdims=True)


def distances(Z):
    squares = np.sum(Z * Z, axis=1)
    D2 = squares[:, None] + squares[None, :] - 2 * Z @ Z.T
    return np.sqrt(np.maximum(D2, 0) + 1e-12)


def batch_hard(Z, labels, margin):
    D = distances(Z)
    same = labels[:, None] == labels[None, :]
    eye = np.eye(len(labels), dtype=bool)
    hardest_positive = np.where(same & ~eye, D, -np.inf).max(axis=1)
    hardest_negative = np.where(same, np.inf, D).min(axis=1)
    losses = np.maximum(hardest_positive - hardest_negative + margin, 0.0)
    return losses.mean(), losses


def contrastive(Z, pairs, margin):
    total = 0.0
    for i, j, alike in pairs:
        d = np.sqrt(((Z[i] - Z[j]) ** 2).sum())
        total += d**2 if alike else max(0.0, margin - d) ** 2
    return total / len(pairs)


X = np.sin(np.arange(24.0) ** 1.5).reshape(8, 3)
labels = np.array([0, 0, 1, 1, 2, 2, 0, 1])
W = np.array([[1.0, 0.2], [-0.3, 1.0], [0.4, 0.4]])
Z = embed(W, X)
loss, each = batch_hard(Z, labels, 0.5)
pairs = [(i, j, bool(labels[i] == labels[j])) for i in range(8) for j in range(i + 1, 8)]
pair_loss = contrastive(Z, pairs, 1.0)
grad = np.zeros_like(W)
for index in np.ndindex(*W.shape):
    shift = np.zeros_like(W)
    shift[index] = 1e-6
    grad[index] = (batch_hard(embed(W + shift, X), labels, 0.5)[0] - batch_hard(embed(W - shift, X), labels, 0.5)[0]) / 2e-6
grad = grad.round(6)
alike = sum(pair[2] for pair in pairs)
active = np.flatnonzero(each)
