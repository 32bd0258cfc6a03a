"""Scaled dot-product attention with a causal mask, forward and backward."""
import numpy as np


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def attention(Q, K, V, mask=None):
    scores = Q @ K.T / np.sqrt(Q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -1e9)
    weights = softmax(scores)
    return weights @ V, weights


def attention_backward(dout, Q, K, V, weights):
    dV = weights.T @ dout
    dweights = dout @ V.T
    dscores = weights * (dweights - (dweights * weights).sum(-1, keepdims=True))
    dscores /= np.sqrt(Q.shape[-1])
    return dscores @ K, dscores.T @ Q, dV


n, d = 6, 4
Q, K, V = (np.sin(np.arange(n * d) + shift).reshape(n, d) for shift in (0, 1, 2))
causal = np.tril(np.ones((n, n), dtype=bool))
out, weights = attention(Q, K, V, causal)
dQ, dK, dV = attention_backward(np.ones_like(out), Q, K, V, weights)
free, _ = attention(Q, K, V)
rows = weights.sum(axis=1)
first_sees_itself = weights[0, 0] == 1.0
