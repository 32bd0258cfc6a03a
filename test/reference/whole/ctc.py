"""The forward algorithm of CTC in the log domain, and greedy decoding."""
import numpy as np

BLANK = 0
NEG = -float("inf")


def logaddexp(*terms):
    top = max(terms)
    if top == NEG:
        return NEG
    return top + np.log(sum(np.exp(t - top) for t in terms))


def ctc_loss(log_probs, target):
    extended = [BLANK]
    for label in target:
        extended += [label, BLANK]
    S, T = len(extended), len(log_probs)
    alpha = np.full((T, S), NEG)
    alpha[0, 0] = log_probs[0, BLANK]
    alpha[0, 1] = log_probs[0, extended[1]]
    for t in range(1, T):
        for s in range(S):
            terms = [alpha[t - 1, s]]
            if s >= 1:
                terms.append(alpha[t - 1, s - 1])
            if s >= 2 and extended[s] != BLANK and extended[s] != extended[s - 2]:
                terms.append(alpha[t - 1, s - 2])
            alpha[t, s] = logaddexp(*terms) + log_probs[t, extended[s]]
    return -logaddexp(alpha[-1, -1], alpha[-1, -2]), alpha


def collapse(path):
    out, previous = [], None
    for label in path:
        if label != previous and label != BLANK:
            out.append(label)
        previous = label
    return out


scores = np.sin(np.arange(24) * 2.3).reshape(6, 4)
log_probs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
target = [1, 3, 3]
loss, alpha = ctc_loss(log_probs, target)
greedy = log_probs.argmax(axis=1).tolist()
decoded = collapse(greedy)
brute = 0.0
for code in range(4**6):
    path = [(code // 4**t) % 4 for t in range(6)]
    if collapse(path) == target:
        brute += np.exp(sum(log_probs[t, p] for t, p in enumerate(path)))
agree = np.isclose(-np.log(brute), loss)
reachable = int(np.isfinite(alpha).sum())
