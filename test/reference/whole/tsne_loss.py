"""The loss of t-SNE with perplexities by bisection, and its gradient."""
import numpy as np


def conditional(row, beta):
    p = np.exp(-row * beta)
    total = p.sum()
    entropy = np.log(total) + beta * np.sum(row * p) / total
    return p / total, entropy


def joint(X, perplexity):
    n = len(X)
    D = np.square(X[:, None] - X[None]).sum(-1)
    P = np.zeros((n, n))
    target = np.log(perplexity)
    for i in range(n):
        others = np.r_[0:i, i + 1 : n]
        beta, low, high = 1.0, -np.inf, np.inf
        for _ in range(50):
            p, entropy = conditional(D[i, others], beta)
            gap = entropy - target
            if abs(gap) < 1e-5:
                break
            if gap > 0:
                low = beta
                beta = beta * 2 if high == np.inf else (beta + high) / 2
            else:
                high = beta
                beta = beta / 2 if low == -np.inf else (beta + low) / 2
        P[i, others] = p
    return np.maximum((P + P.T) / (2 * n), 1e-12)


def loss_grad(Y, P):
    diff = Y[:, np.newaxis] - Y[np.newaxis]
    inv = 1 / (1 + np.sum(diff**2, axis=2))
    np.fill_diagonal(inv, 0.0)
    Q = np.maximum(inv / inv.sum(), 1e-12)
    loss = np.sum(P * np.log(P / Q))
    grad = 4 * np.einsum("ij,ijk->ik", (P - Q) * inv, diff)
    return loss, grad


X = np.array([[np.sin(i), np.cos(2 * i), (i % 3) * 2.0] for i in range(9)])
P = joint(X, 3.0)
Y = 0.1 * np.c_[np.cos(np.arange(9)), np.sin(np.arange(9))]
losses = []
velocity = np.zeros_like(Y)
for step in range(15):
    loss, grad = loss_grad(Y, P)
    velocity = 0.5 * velocity - 0.5 * grad
    Y = Y + velocity
    Y -= Y.mean(axis=0)
    losses.append(loss)
normalised = abs(P.sum() - 1) < 1e-6
del step
