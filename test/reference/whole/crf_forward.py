"""The forward algorithm of a linear-chain CRF and the score of one path."""
import numpy as np


def logsumexp(a, axis=None):
    m = np.max(a, axis=axis, keepdims=True)
    s = m + np.log(np.sum(np.exp(a - m), axis=axis, keepdims=True))
    return np.squeeze(s, axis=axis) if axis is not None else s.item()


def log_partition(emissions, transitions, start, stop):
    alpha = start + emissions[0]
    for e in emissions[1:]:
        alpha = logsumexp(alpha[:, np.newaxis] + transitions, axis=0) + e
    return logsumexp(alpha + stop)


def path_score(emissions, transitions, start, stop, tags):
    score = start[tags[0]] + emissions[0, tags[0]]
    for i in range(1, len(tags)):
        score += transitions[tags[i - 1], tags[i]] + emissions[i, tags[i]]
    return score + stop[tags[-1]]


n, k = 5, 3
emissions = np.sin(np.arange(n * k)).reshape(n, k)
transitions = np.cos(np.arange(k * k)).reshape(k, k) / 2
start, stop = np.array([0.1, -0.2, 0.0]), np.array([0.0, 0.3, -0.1])
tags = [0, 2, 2, 1, 0]
logZ = log_partition(emissions, transitions, start, stop)
score = path_score(emissions, transitions, start, stop, tags)
nll = logZ - score
everything = 0.0
for code in range(k**n):
    path, rest = [], code
    for _ in range(n):
        path.append(rest % k)
        rest //= k
    everything += np.exp(path_score(emissions, transitions, start, stop, path))
same = abs(np.log(everything) - logZ) < 1e-9
