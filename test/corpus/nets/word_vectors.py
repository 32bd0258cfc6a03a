"""word2vec costs with their gradients."""
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x):
    e = np.exp(x - np.max(x))
    return e / e.sum()


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors):  # expect: pass
    """
    centerWordVec -- numpy ndarray, shape (word vector length, )
    outsideWordIdx -- integer, the index of the outside word
    outsideVectors -- shape (num words in vocab, word vector length)
    """
    y_hat = softmax(np.dot(outsideVectors, centerWordVec))
    loss = -np.log(y_hat[outsideWordIdx])
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    gradCenterVec = np.dot(outsideVectors.T, delta)
    gradOutsideVecs = np.outer(delta, centerWordVec)
    return loss, gradCenterVec, gradOutsideVecs


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, negSampleIndices):  # expect: mismatch (a word drawn twice is counted once)
    u_o = outsideVectors[outsideWordIdx]
    u_k = outsideVectors[negSampleIndices]
    s_o = sigmoid(np.dot(u_o, centerWordVec))
    s_k = sigmoid(-np.dot(u_k, centerWordVec))
    loss = -np.log(s_o) - np.sum(np.log(s_k))

    gradCenterVec = (s_o - 1) * u_o + np.dot(1 - s_k, u_k)
    gradOutsideVecs = np.zeros_like(outsideVectors)
    gradOutsideVecs[outsideWordIdx] = (s_o - 1) * centerWordVec
    gradOutsideVecs[negSampleIndices] = np.outer(1 - s_k, centerWordVec)
    return loss, gradCenterVec, gradOutsideVecs


def glove_cost(W, C, b, c, counts, x_max=10.0, alpha=0.75):  # expect: pass
    """Weighted least squares on log counts; counts > 0 everywhere."""
    f = np.minimum((counts / x_max) ** alpha, 1.0)
    diff = W.dot(C.T) + b[:, None] + c[None, :] - np.log(counts)
    cost = 0.5 * np.sum(f * diff ** 2)
    g = f * diff
    dW = g.dot(C)
    dC = g.T.dot(W)
    db = g.sum(axis=1)
    dc = g.sum(axis=0)
    return cost, dW, dC, db, dc


def cbow_loss(context, target, V, U):  # expect: mismatch (mean over the context, gradient of the sum)
    """context: list of word ids, target: word id, V and U: (vocabulary, dim)"""
    h = V[context].mean(axis=0)
    p = softmax(U.dot(h))
    loss = -np.log(p[target])
    delta = p
    delta[target] -= 1
    dU = np.outer(delta, h)
    dV = np.zeros(V.shape)
    np.add.at(dV, context, U.T.dot(delta))
    return loss, dV, dU


def bpr_loss(p, q_pos, q_neg, reg=0.0):  # expect: pass
    """Bayesian personalised ranking for one (user, item, item) triple."""
    x = p.dot(q_pos - q_neg)
    loss = np.log1p(np.exp(-x)) + 0.5 * reg * (p.dot(p) + q_pos.dot(q_pos) + q_neg.dot(q_neg))
    s = -1 / (1 + np.exp(x))
    dp = s * (q_pos - q_neg) + reg * p
    dq_pos = s * p + reg * q_pos
    dq_neg = -s * p + reg * q_neg
    return loss, dp, dq_pos, dq_neg


def triplet_loss(anchor, positive, negative, margin=0.2):  # expect: mismatch (sign of the negative's gradient)
    """All of shape (N, D)."""
    dp = anchor - positive
    dn = anchor - negative
    slack = np.sum(dp ** 2, axis=1) - np.sum(dn ** 2, axis=1) + margin
    loss = np.sum(np.maximum(0, slack))
    active = (slack > 0)[:, None]
    d_anchor = 2 * active * (negative - positive)
    d_positive = -2 * active * dp
    d_negative = -2 * active * dn
    return loss, d_anchor, d_positive, d_negative


def info_nce(z, keys, tau=1.0):  # expect: mismatch (temperature missing in the gradient)
    """z (N, D) queries, keys (N, D), row i of each belong together."""
    N = z.shape[0]
    logits = z.dot(keys.T) / tau
    logits = logits - logits.max(axis=1, keepdims=True)
    p = np.exp(logits)
    p = p / p.sum(axis=1, keepdims=True)
    loss = -np.log(np.diag(p)).sum() / N
    dlogits = (p - np.eye(N)) / N
    dz = dlogits.dot(keys)
    dkeys = dlogits.T.dot(z)
    return loss, dz, dkeys
