import numpy as np
from random import shuffle


def softmax_loss_naive(W, X, y, reg):  # expect: mismatch (regulariser gradient lacks the 2)
    """
    Softmax loss function, naive implementation (with loops)

    Inputs have dimension D, there are C classes, and we operate on minibatches
    of N examples.

    Inputs:
    - W: A numpy array of shape (D, C) containing weights.
    - X: A numpy array of shape (N, D) containing a minibatch of data.
    - y: A numpy array of shape (N,) containing training labels; y[i] = c means
      that X[i] has label c, where 0 <= c < C.
    - reg: (float) regularization strength

    Returns a tuple of loss and gradient with respect to W
    """
    loss = 0.0
    dW = np.zeros_like(W)
    num_train = X.shape[0]
    num_classes = W.shape[1]
    for i in range(num_train):
        scores = X[i].dot(W)
        scores -= np.max(scores)
        probs = np.exp(scores) / np.sum(np.exp(scores))
        loss += -np.log(probs[y[i]])
        for j in range(num_classes):
            dW[:, j] += X[i] * (probs[j] - (j == y[i]))
    loss /= num_train
    dW /= num_train
    loss += reg * np.sum(W * W)
    dW += reg * W
    return loss, dW


def softmax_loss_vectorized(W, X, y, reg):  # expect: pass
    """Same as above, without loops."""
    N = X.shape[0]
    scores = X.dot(W)
    scores -= scores.max(axis=1, keepdims=True)
    p = np.exp(scores)
    p /= p.sum(axis=1, keepdims=True)
    loss = -np.log(p[np.arange(N), y]).mean() + reg * np.sum(W * W)

    p[np.arange(N), y] -= 1
    dW = X.T.dot(p) / N + 2 * reg * W
    return loss, dW


def svm_loss_naive(W, X, y, reg):  # expect: mismatch (the correct class gets no gradient)
    dW = np.zeros(W.shape)
    num_classes = W.shape[1]
    num_train = X.shape[0]
    loss = 0.0
    for i in range(num_train):
        scores = X[i].dot(W)
        correct_class_score = scores[y[i]]
        for j in range(num_classes):
            if j == y[i]:
                continue
            margin = scores[j] - correct_class_score + 1  # note delta = 1
            if margin > 0:
                loss += margin
                dW[:, j] += X[i]

    # Right now the loss is a sum over all training examples, but we want it
    # to be an average instead so we divide by num_train.
    loss /= num_train
    dW /= num_train
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    return loss, dW


def svm_loss_vectorized(W, X, y, reg):  # expect: pass
    num_train = X.shape[0]
    scores = X.dot(W)
    correct = scores[np.arange(num_train), y][:, np.newaxis]
    margins = np.maximum(0, scores - correct + 1)
    margins[np.arange(num_train), y] = 0
    loss = margins.sum() / num_train + 0.5 * reg * np.sum(W * W)

    mask = (margins > 0).astype(float)
    mask[np.arange(num_train), y] = -mask.sum(axis=1)
    dW = X.T.dot(mask) / num_train + reg * W
    return loss, dW


def svm_loss(x, y, delta=1.0):  # expect: mismatch (margin of the gradient fixed at 1)
    """Multiclass hinge on scores x of shape (N, C), labels y of shape (N,)."""
    N = x.shape[0]
    correct = x[np.arange(N), y]
    loss = np.sum(np.maximum(0, x - correct[:, np.newaxis] + delta)) / N - delta
    violated = x - correct[:, np.newaxis] + 1.0 > 0
    dx = violated.astype(x.dtype)
    dx[np.arange(N), y] -= np.sum(violated, axis=1)
    dx /= N
    return loss, dx


def softmax_loss(x, y):  # expect: mismatch (probabilities divided by N, the one-hot not)
    shifted = x - np.max(x, axis=1, keepdims=True)
    logZ = np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    log_probs = shifted - logZ
    N = x.shape[0]
    loss = -np.sum(log_probs[np.arange(N), y]) / N
    dx = np.exp(log_probs) / N
    dx[np.arange(N), y] -= 1
    return loss, dx


def squared_hinge_loss(x, y, w_pos=1.0):  # expect: pass
    """One-vs-rest squared hinge; positives may weigh more."""
    N, C = x.shape
    sign = -np.ones((N, C))
    sign[np.arange(N), y] = 1.0
    weight = np.ones((N, C))
    weight[np.arange(N), y] = w_pos
    slack = np.maximum(0, 1 - sign * x)
    loss = np.sum(weight * slack ** 2) / N
    dx = -2 * weight * sign * slack / N
    return loss, dx


def ordinal_loss(x, y, cuts):  # expect: mismatch (upper cut's term forgotten)
    """Cumulative logit model: x (N,) latent scores, y (N,) grades, cuts ascending inner borders."""
    N = x.shape[0]
    borders = np.concatenate([[-30.0], cuts, [30.0]])
    lo = 1 / (1 + np.exp(-(borders[y] - x)))
    hi = 1 / (1 + np.exp(-(borders[y + 1] - x)))
    loss = -np.mean(np.log(hi - lo))
    dx = -lo * (1 - lo) / (hi - lo) / N
    return loss, dx


def shuffled(X, y):
    idx = list(range(len(y)))
    shuffle(idx)
    return X[idx], y[idx]
