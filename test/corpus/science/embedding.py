"""Embeddings: distances in the plane that match given distances or affinities."""
import numpy as np


def stress(Y, D):
    """Raw MDS stress; Y (n, d) points, D (n, n) wanted distances, zero diagonal."""
    diff = Y[:, None, :] - Y[None, :, :]
    dist = np.sqrt(np.sum(diff ** 2, axis=-1) + np.eye(len(Y)))
    e = (dist - D) * (1 - np.eye(len(Y)))
    return 0.25 * np.sum(e ** 2)


def stress_gradient(Y, D):  # expect: unverified holds-if (D symmetric)
    diff = Y[:, None, :] - Y[None, :, :]
    dist = np.sqrt(np.sum(diff ** 2, axis=-1) + np.eye(len(Y)))
    e = (dist - D) * (1 - np.eye(len(Y)))
    return np.sum((e / dist)[:, :, None] * diff, axis=1)


def sammon(Y, D):
    total = 0.0
    n = len(Y)
    for i in range(n):
        for j in range(i + 1, n):
            d = np.sqrt(np.sum((Y[i] - Y[j]) ** 2))
            total += (D[i, j] - d) ** 2 / D[i, j]
    return total


def sammon_gradient(Y, D):  # expect: mismatch (division by the wanted distance missing)
    n = len(Y)
    G = np.zeros_like(Y)
    for i in range(n):
        for j in range(i + 1, n):
            d = np.sqrt(np.sum((Y[i] - Y[j]) ** 2))
            g = 2 * (d - D[i, j]) * (Y[i] - Y[j]) / d
            G[i] += g
            G[j] -= g
    return G


def _q(Y):
    s = np.sum(Y ** 2, axis=1)
    num = 1 / (1 + s[:, None] + s[None, :] - 2 * Y @ Y.T)
    num[np.arange(len(Y)), np.arange(len(Y))] = 0
    return num, num / np.sum(num)


def tsne_loss(Y, P):  # expect: unverified holds-if (P symmetric, with sum one)
    """KL divergence of the affinities; P >= 0 with zero diagonal."""
    num, Q = _q(Y)
    eps = 1e-12
    loss = np.sum(P * np.log((P + eps) / (Q + eps)))
    PQ = (P - Q) * num
    dY = 4 * (np.diag(PQ.sum(axis=1)) - PQ) @ Y
    return loss, dY


def tsne_early(Y, P, exaggeration=4.0):  # expect: unverified deliberate (early exaggeration)
    """The first hundred iterations pull on exaggerated affinities; the cost shown is the plain one."""
    num, Q = _q(Y)
    eps = 1e-12
    cost = np.sum(P * np.log((P + eps) / (Q + eps)))
    PQ = (exaggeration * P - Q) * num
    grad = 4 * (np.diag(PQ.sum(axis=1)) - PQ) @ Y
    return cost, grad


def smoothness(f, W):
    """Graph smoothness: sum of W_ij (f_i - f_j)^2 over all ordered pairs, halved."""
    return 0.5 * np.sum(W * (f[:, None] - f[None, :]) ** 2)


def smoothness_grad(f, W):  # expect: pass
    S = W + W.T
    return S.sum(axis=1) * f - S @ f


def nmf_loss(W, H, V):  # expect: pass
    """0.5 |V - WH|^2"""
    R = W @ H - V
    loss = 0.5 * np.sum(R * R)
    dW = R @ H.T
    dH = W.T @ R
    return loss, dW, dH


def nmf_kl_loss(W, H, V):  # expect: mismatch (column sums where row sums belong)
    A = W @ H
    loss = np.sum(V * np.log(V / A) - V + A)
    dW = H.sum(axis=1)[None, :] - (V / A) @ H.T
    dH = W.sum(axis=1).sum() * np.ones(H.shape) - W.T @ (V / A)
    return loss, dW, dH


def clipped_loss(W, X, y, max_norm=0.25):  # expect: unverified deliberate (gradient clipped by its norm)
    p = 1 / (1 + np.exp(-X @ W))
    loss = -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))
    grad = X.T @ (p - y)
    norm = np.linalg.norm(grad)
    if norm > max_norm:
        grad *= max_norm / norm
    return loss, grad


def char_rnn_loss(inputs, targets, hprev, Wxh, Whh, Why, bh, by):  # expect: pass
    """inputs, targets: lists of symbols of the same length; hprev (H,), Wxh (H, V), Why (V, H)"""
    xs, hs, ps = {}, {-1: hprev}, {}
    loss = 0.0
    V = Wxh.shape[1]
    for t in range(len(inputs)):
        xs[t] = np.zeros(V)
        xs[t][inputs[t]] = 1
        hs[t] = np.tanh(Wxh @ xs[t] + Whh @ hs[t - 1] + bh)
        s = Why @ hs[t] + by
        ps[t] = np.exp(s) / np.sum(np.exp(s))
        loss += -np.log(ps[t][targets[t]])
    dWxh, dWhh, dWhy = np.zeros_like(Wxh), np.zeros_like(Whh), np.zeros_like(Why)
    dbh, dby = np.zeros_like(bh), np.zeros_like(by)
    dhnext = np.zeros_like(hprev)
    for t in reversed(range(len(inputs))):
        ds = np.copy(ps[t])
        ds[targets[t]] -= 1
        dWhy += np.outer(ds, hs[t])
        dby += ds
        dh = Why.T @ ds + dhnext
        draw = (1 - hs[t] * hs[t]) * dh
        dbh += draw
        dWxh += np.outer(draw, xs[t])
        dWhh += np.outer(draw, hs[t - 1])
        dhnext = Whh.T @ draw
    return loss, dWxh, dWhh, dWhy, dbh, dby
