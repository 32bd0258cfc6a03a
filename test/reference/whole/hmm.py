"""Scaled forward and backward passes of a hidden Markov model, and one Baum-Welch step."""
import numpy as np

A = np.array([[0.7, 0.2, 0.1], [0.3, 0.5, 0.2], [0.2, 0.3, 0.5]])
B = np.array([[0.6, 0.3, 0.1], [0.1, 0.6, 0.3], [0.2, 0.2, 0.6]])
pi = np.array([0.5, 0.3, 0.2])
observed = [0, 1, 2, 2, 1, 0, 0, 2]


def forward(obs):
    T, N = len(obs), len(pi)
    alpha = np.zeros((T, N))
    scale = np.zeros(T)
    alpha[0] = pi * B[:, obs[0]]
    scale[0] = alpha[0].sum()
    alpha[0] /= scale[0]
    for t in range(1, T):
        for j in range(N):
            alpha[t, j] = np.dot(alpha[t - 1], A[:, j]) * B[j, obs[t]]
        scale[t] = alpha[t].sum()
        alpha[t] /= scale[t]
    return alpha, scale


def backward(obs, scale):
    T, N = len(obs), len(pi)
    beta = np.ones((T, N))
    for t in range(T - 2, -1, -1):
        beta[t] = (A * B[:, obs[t + 1]] * beta[t + 1]).sum(axis=1) / scale[t + 1]
    return beta


alpha, scale = forward(observed)
beta = backward(observed, scale)
log_likelihood = np.sum(np.log(scale))
gamma = alpha * beta
xi = np.zeros((3, 3))
for t in range(len(observed) - 1):
    xi += np.outer(alpha[t], B[:, observed[t + 1]] * beta[t + 1]) * A / scale[t + 1]
A_new = xi / gamma[:-1].sum(axis=0)[:, None]
B_new = np.zeros_like(B)
for symbol in range(3):
    chosen = [t for t, o in enumerate(observed) if o == symbol]
    B_new[:, symbol] = gamma[chosen].sum(axis=0)
B_new /= gamma.sum(axis=0).reshape(-1, 1)
best = gamma.argmax(axis=1).tolist()
