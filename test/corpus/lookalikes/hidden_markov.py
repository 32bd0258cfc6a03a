"""Discrete hidden Markov model: forward, backward, Viterbi, Baum-Welch."""
import numpy as np


class HMM:
    def __init__(self, A, B, pi):
        self.A = np.asarray(A)      # transition (S, S)
        self.B = np.asarray(B)      # emission (S, V)
        self.pi = np.asarray(pi)    # start (S,)

    def forward(self, obs):
        """alpha[t, s] = P(o_1..o_t, s_t = s)"""
        T, S = len(obs), len(self.pi)
        alpha = np.zeros((T, S))
        alpha[0] = self.pi * self.B[:, obs[0]]
        for t in range(1, T):
            alpha[t] = alpha[t - 1].dot(self.A) * self.B[:, obs[t]]
        return alpha

    def backward(self, obs):
        """beta[t, s] = P(o_t+1..o_T | s_t = s)"""
        T, S = len(obs), len(self.pi)
        beta = np.zeros((T, S))
        beta[-1] = 1.0
        for t in reversed(range(T - 1)):
            beta[t] = self.A.dot(self.B[:, obs[t + 1]] * beta[t + 1])
        return beta

    def posterior(self, obs):
        gamma = self.forward(obs) * self.backward(obs)
        return gamma / gamma.sum(axis=1, keepdims=True)

    def log_likelihood(self, obs):
        return np.log(self.forward(obs)[-1].sum())


def forward(obs, A, B, pi):
    alpha = pi * B[:, obs[0]]
    for o in obs[1:]:
        alpha = alpha.dot(A) * B[:, o]
    return alpha


def backward(obs, A, B, pi):
    beta = np.ones_like(pi)
    for o in obs[:0:-1]:
        beta = A.dot(B[:, o] * beta)
    return pi * B[:, obs[0]] * beta


def hmm_forward(log_a, log_b, log_pi):
    T, S = log_b.shape
    la = np.zeros((T, S))
    la[0] = log_pi + log_b[0]
    for t in range(1, T):
        for s in range(S):
            la[t, s] = np.logaddexp.reduce(la[t - 1] + log_a[:, s]) + log_b[t, s]
    return la


def hmm_backward(log_a, log_b, log_pi):
    T, S = log_b.shape
    lb = np.zeros((T, S))
    for t in range(T - 2, -1, -1):
        for s in range(S):
            lb[t, s] = np.logaddexp.reduce(log_a[s] + log_b[t + 1] + lb[t + 1])
    return lb


def forward_selection(X, y, k):
    chosen = []
    for _ in range(k):
        best, best_r = None, np.inf
        for j in range(X.shape[1]):
            if j in chosen:
                continue
            cols = X[:, chosen + [j]]
            coef, *_ = np.linalg.lstsq(cols, y, rcond=None)
            r = np.sum((cols @ coef - y) ** 2)
            if r < best_r:
                best, best_r = j, r
        chosen.append(best)
    return chosen


def backward_selection(X, y, k):
    chosen = list(range(X.shape[1]))
    while len(chosen) > k:
        worst, worst_r = None, np.inf
        for j in chosen:
            rest = [c for c in chosen if c != j]
            coef, *_ = np.linalg.lstsq(X[:, rest], y, rcond=None)
            r = np.sum((X[:, rest] @ coef - y) ** 2)
            if r < worst_r:
                worst, worst_r = j, r
        chosen.remove(worst)
    return chosen


def forward_substitution(L, b):
    n = len(b)
    y = np.zeros(n)
    for i in range(n):
        y[i] = (b[i] - L[i, :i] @ y[:i]) / L[i, i]
    return y


def backward_substitution(U, b):
    n = len(b)
    x = np.zeros(n)
    for i in range(n - 1, -1, -1):
        x[i] = (b[i] - U[i, i + 1:] @ x[i + 1:]) / U[i, i]
    return x
