"""Multiclass SVM by loops and by arrays, and a binary one by Pegasos."""
import numpy as np


def svm_loss_naive(W, X, y, reg):
    dW = np.zeros(W.shape)
    num_classes = W.shape[1]
    num_train = X.shape[0]
    loss = 0.0
    for i in range(num_train):
        scores = X[i].dot(W)
        correct = scores[y[i]]
        for j in range(num_classes):
            if j == y[i]:
                continue
            margin = scores[j] - correct + 1
            if margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    loss /= num_train
    dW /= num_train
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    return loss, dW


def svm_loss_vectorized(W, X, y, reg):
    n = X.shape[0]
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[np.arange(n), y][:, None] + 1)
    margins[range(n), list(y)] = 0
    loss = margins.sum() / n + reg * np.sum(W * W)
    mask = np.zeros(margins.shape)
    mask[margins > 0] = 1
    mask[np.arange(n), y] = -mask.sum(axis=1)
    return loss, X.T.dot(mask) / n + 2 * reg * W


X = np.sin(np.arange(30.0) * 1.3).reshape(6, 5)
y = np.array([0, 2, 1, 0, 1, 2])
W = 0.3 * np.cos(np.arange(15.0)).reshape(5, 3)
loss1, grad1 = svm_loss_naive(W, X, y, 0.1)
loss2, grad2 = svm_loss_vectorized(W, X, y, 0.1)
difference = np.linalg.norm(grad1 - grad2, ord="fro") < 1e-12

labels = 2 * (y > 0) - 1
w, lam = np.zeros(5), 0.1
for t in range(1, 61):
    i = t % len(X)
    eta = 1 / (lam * t)
    inside = labels[i] * (w @ X[i]) < 1
    w = (1 - eta * lam) * w
    if inside:
        w += eta * labels[i] * X[i]
objective = lam / 2 * w @ w + np.mean([max(0, 1 - l * (w @ x)) for l, x in zip(labels, X)])
