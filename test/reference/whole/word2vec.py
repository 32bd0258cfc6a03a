"""Skip-gram with negative sampling where the samples follow a formula."""
import numpy as np

corpus = "the cat sat on the mat the dog sat on the log".split()
vocabulary = sorted(set(corpus))
word_to_index = dict(zip(vocabulary, range(len(vocabulary))))
counts = {}
for word in corpus:
    counts[word] = counts.get(word, 0) + 1
size, dim, window, negatives = len(vocabulary), 4, 2, 3
U = np.sin(np.arange(size * dim)).reshape(size, dim) / dim
V = np.cos(np.arange(size * dim)).reshape(size, dim) / dim


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def pairs():
    for center, word in enumerate(corpus):
        for offset in range(-window, window + 1):
            context = center + offset
            if offset == 0 or not 0 <= context < len(corpus):
                continue
            yield word_to_index[word], word_to_index[corpus[context]]


def negative_samples(context, step):
    chosen = []
    candidate = step
    while len(chosen) < negatives:
        candidate = (candidate * 5 + 3) % size
        if candidate != context and candidate not in chosen:
            chosen.append(candidate)
        step += 1
        if step % 7 == 0:
            candidate += 1
    return chosen


losses = []
for epoch in range(3):
    total, n = 0.0, 0
    for step, (center, context) in enumerate(pairs()):
        rows = [context] + negative_samples(context, step)
        labels = np.array([1] + [0] * negatives)
        score = sigmoid(V[rows] @ U[center])
        total -= np.log(np.where(labels == 1, score, 1 - score)).sum()
        error = score - labels
        dU = error @ V[rows]
        np.add.at(V, rows, -0.1 * error[:, None] * U[center])
        U[center] -= 0.1 * dU
        n += 1
    losses.append(total / n)
norm = U / np.linalg.norm(U, axis=1, keepdims=True)
similar = {w: vocabulary[int(np.argsort(norm @ norm[i])[-2])] for w, i in word_to_index.items()}
del dU, error, score, labels
