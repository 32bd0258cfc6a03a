"""Exercises of an online course, rewritten with numpy by their solvers."""
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def network_cost(flat, sizes, X, Y, reg):  # expect: pass
    """Any number of layers; sizes = [inputs, hidden..., outputs], flat holds W1, b1, W2, b2, ... in a row."""
    Ws, bs, at = [], [], 0
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        Ws.append(flat[at:at + n_in * n_out].reshape(n_in, n_out))
        at += n_in * n_out
        bs.append(flat[at:at + n_out])
        at += n_out
    acts = [X]
    for W, b in zip(Ws, bs):
        acts.append(sigmoid(acts[-1] @ W + b))
    m = X.shape[0]
    cost = 0.5 * np.sum((acts[-1] - Y) ** 2) / m + 0.5 * reg * sum(np.sum(W * W) for W in Ws)
    delta = (acts[-1] - Y) * acts[-1] * (1 - acts[-1]) / m
    parts = []
    for k in range(len(Ws) - 1, -1, -1):
        parts.append(delta.sum(axis=0))
        parts.append((acts[k].T @ delta + reg * Ws[k]).ravel())
        delta = (delta @ Ws[k].T) * acts[k] * (1 - acts[k])
    grad = np.concatenate(parts[::-1])
    return cost, grad


def linear_cost(theta, X, y):  # expect: mismatch (intercept's entry summed, not averaged)
    """theta[0] is the intercept, X has no column of ones."""
    m, n = X.shape
    err = theta[0] + X.dot(theta[1:]) - y
    cost = err.dot(err) / (2 * m)
    grad = np.zeros(n + 1)
    grad[0] = err.sum()
    grad[1:] = X.T.dot(err) / m
    return cost, grad


def softmax_regression(theta, X, labels, n_classes):  # expect: pass
    """theta is flat, (n_classes, n); labels count from 1."""
    m, n = X.shape
    W = theta.reshape(n_classes, n)
    scores = X.dot(W.T)
    scores = scores - scores.max(axis=1, keepdims=True)
    logp = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    target = np.zeros((m, n_classes))
    for i in range(m):
        target[i, labels[i] - 1] = 1
    cost = -np.sum(target * logp) / m
    grad = (np.exp(logp) - target).T.dot(X) / m
    return cost, grad.ravel()


def autoencoder_cost(theta, visible, hidden, lam, X):  # expect: mismatch (decoder's weight decay left out)
    W1 = theta[:visible * hidden].reshape(hidden, visible)
    W2 = theta[visible * hidden:2 * visible * hidden].reshape(visible, hidden)
    b1 = theta[2 * visible * hidden:2 * visible * hidden + hidden]
    b2 = theta[2 * visible * hidden + hidden:]
    m = X.shape[1]
    a = sigmoid(W1 @ X + b1[:, None])
    out = sigmoid(W2 @ a + b2[:, None])
    cost = 0.5 * np.sum((out - X) ** 2) / m + 0.5 * lam * (np.sum(W1 ** 2) + np.sum(W2 ** 2))
    d2 = (out - X) * out * (1 - out) / m
    d1 = W2.T @ d2 * a * (1 - a)
    grad = np.concatenate([(d1 @ X.T + lam * W1).ravel(), (d2 @ a.T).ravel(), d1.sum(axis=1), d2.sum(axis=1)])
    return cost, grad


def rating_cost(params, Y, R, n_users, n_items, n_factors, lam):  # expect: pass
    U = params[:n_users * n_factors].reshape(n_users, n_factors)
    V = params[n_users * n_factors:].reshape(n_items, n_factors)
    err = (U @ V.T - Y) * R
    cost = 0.5 * np.sum(err ** 2) + 0.5 * lam * np.sum(params ** 2)
    dU = err @ V + lam * U
    dV = err.T @ U + lam * V
    return cost, np.r_[dU.ravel(), dV.ravel()]


def split_head_forward(x, w):
    """First half of the features gates the second one: x (N, 2 H), w (H, M)."""
    h = x.shape[1] // 2
    gate = sigmoid(x[:, :h])
    out = (gate * x[:, h:]) @ w
    return out, (x, w, gate)


def split_head_backward(dout, cache):  # expect: mismatch (gate's slope forgotten)
    x, w, gate = cache
    h = x.shape[1] // 2
    inner = dout @ w.T
    dx = np.concatenate([inner * x[:, h:], inner * gate], axis=1)
    dw = (gate * x[:, h:]).T @ dout
    return dx, dw


def gated_forward(x, state, Wx, Wh, bias):
    """Minimal gated unit with both gates side by side."""
    H = state.shape[1]
    a = x @ Wx + state @ Wh + bias
    f = sigmoid(a[:, :H])
    c = np.tanh(a[:, H:2 * H])
    return f * state + (1 - f) * c, (x, state, Wx, Wh, f, c)


def gated_backward(dout, cache):  # expect: pass
    x, state, Wx, Wh, f, c = cache
    df = dout * (state - c) * f * (1 - f)
    dc = dout * (1 - f) * (1 - c ** 2)
    da = np.hstack([df, dc])
    return da @ Wx.T, dout * f + da @ Wh.T, x.T @ da, state.T @ da, da.sum(axis=0)


def crop_forward(x, margins):
    """x (N, C, H, W); margins = (top, bottom, left, right) are filled with zeros around it."""
    top, bottom, left, right = margins
    return np.pad(x, ((0, 0), (0, 0), (top, bottom), (left, right))), margins


def crop_backward(dout, cache):  # expect: pass
    top, bottom, left, right = cache
    return dout[:, :, top:dout.shape[2] - bottom, left:dout.shape[3] - right]


def pick_forward(v, k):
    """Logarithm of the probability of entry k."""
    e = [np.exp(each) for each in v]
    return np.log(e[k] / sum(e)), (e, k)


def pick_backward(dout, cache):  # expect: mismatch (probabilities not normalised)
    e, k = cache
    d = [-each for each in e]
    d[k] += 1
    return np.array(d) * dout


def bucket_loss(x, grades, cuts):  # expect: pass
    """Ordered logit: x (N,), grades (N,) count buckets, cuts in ascending order."""
    edges = np.concatenate([[-40.0], cuts, [40.0]])
    low, high = sigmoid(edges[grades] - x), sigmoid(edges[grades + 1] - x)
    loss = -np.sum(np.log(high - low))
    dx = (high * (1 - high) - low * (1 - low)) / (high - low)
    return loss, dx
