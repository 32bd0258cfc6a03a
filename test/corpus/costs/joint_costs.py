"""Cost and gradient in one go, as the minimisers like it."""
import numpy as np


def expit(z):
    return 1 / (1 + np.exp(-z))


def lasso_cost(w, X, y, lam, eps=1e-3):  # expect: pass
    n = len(y)
    r = X @ w - y
    s = np.sqrt(w ** 2 + eps)
    J = r @ r / (2 * n) + lam * np.sum(s)
    grad = X.T @ r / n + lam * w / s
    return J, grad


def weighted_log_loss(w, X, y, sample_weight, C):  # expect: mismatch (sample weights forgotten in the gradient)
    z = X.dot(w)
    losses = np.log(1 + np.exp(-y * z))
    cost = C * np.sum(sample_weight * losses) + 0.5 * w.dot(w)
    dw = C * X.T.dot(-y * expit(-y * z)) + w
    return cost, dw


def mlp_cost(theta, X, y, hidden):  # expect: pass
    """One tanh layer, linear output, theta = [W1, b1, w2, b2] in a row."""
    n, d = X.shape
    W1 = theta[:d * hidden].reshape(d, hidden)
    b1 = theta[d * hidden:d * hidden + hidden]
    w2 = theta[d * hidden + hidden:-1]
    b2 = theta[-1]
    H = np.tanh(X @ W1 + b1)
    err = H @ w2 + b2 - y
    cost = 0.5 * np.mean(err ** 2)
    d_out = err / n
    d_hid = np.outer(d_out, w2) * (1 - H ** 2)
    grad = np.concatenate([(X.T @ d_hid).ravel(), d_hid.sum(axis=0), H.T @ d_out, [d_out.sum()]])
    return cost, grad


def ica_cost(W, X, lam):  # expect: mismatch (reconstruction: only one of two uses of W)
    """Reconstruction ICA; W (k, d), X (d, n)."""
    n = X.shape[1]
    Z = W @ X
    R = W.T @ Z - X
    s = np.sqrt(Z ** 2 + 1e-2)
    cost = lam * np.sum(s) + 0.5 * np.sum(R ** 2) / n
    dW = lam * (Z / s) @ X.T + (Z @ R.T) / n
    return cost, dW


def total_variation(img, noisy, lam=1.0):  # expect: pass
    """Smoothed total variation of a picture (H, W)."""
    dx = img[:, 1:] - img[:, :-1]
    dy = img[1:, :] - img[:-1, :]
    nx, ny = np.sqrt(dx ** 2 + 0.01), np.sqrt(dy ** 2 + 0.01)
    energy = 0.5 * np.sum((img - noisy) ** 2) + lam * (nx.sum() + ny.sum())
    grad = img - noisy
    grad[:, 1:] += lam * dx / nx
    grad[:, :-1] -= lam * dx / nx
    grad[1:, :] += lam * dy / ny
    grad[:-1, :] -= lam * dy / ny
    return energy, grad


def content_loss(features, target, weight):  # expect: pass
    diff = features - target
    loss = weight * np.sum(diff * diff)
    dfeatures = 2 * weight * diff
    return loss, dfeatures


def style_loss(features, gram_target, weight):  # expect: mismatch (gradient of the Gram matrix itself, target forgotten)
    """features (C, H, W)"""
    C, H, W = features.shape
    F = features.reshape(C, H * W)
    G = F @ F.T / (C * H * W)
    diff = G - gram_target
    loss = weight * np.sum(diff ** 2)
    dF = 2 * weight * (G + G.T) @ F / (C * H * W)
    return loss, dF.reshape(C, H, W)


def attention_energy(q, K, beta=1.0):  # expect: mismatch (beta kept although 1 / beta cancels it)
    """Hopfield energy of a state q (d,) among patterns K (n, d)."""
    s = beta * K @ q
    m = s.max()
    e = np.exp(s - m)
    energy = 0.5 * q @ q - (m + np.log(e.sum())) / beta
    dq = q - beta * K.T @ (e / e.sum())
    return energy, dq


def ranknet_cost(scores, pairs, sigma=1.0):  # expect: mismatch (sigma missing)
    """pairs: list of (better, worse)"""
    cost = 0.0
    dscores = np.zeros_like(scores)
    for i, j in pairs:
        d = sigma * (scores[i] - scores[j])
        cost += np.log(1 + np.exp(-d))
        lam = -1 / (1 + np.exp(d))
        dscores[i] += lam
        dscores[j] -= lam
    return cost, dscores


def listnet_loss(scores, relevance):  # expect: pass
    p = np.exp(scores) / np.sum(np.exp(scores))
    t = np.exp(relevance) / np.sum(np.exp(relevance))
    loss = -np.sum(t * np.log(p))
    dscores = p - t
    return loss, dscores


def svdd_cost(c, X, nu=0.5):  # expect: pass
    d2 = np.sum((X - c) ** 2, axis=1)
    w = np.where(d2 > nu, 1.0, 0.0)
    J = np.sum(w * (d2 - nu)) / len(X)
    dJ = -2 * np.sum(w[:, None] * (X - c), axis=0) / len(X)
    return J, dJ


def hinge_objective(w, b, X, y, lam):  # expect: pass
    """Two gradients; y in {-1, 1}."""
    margin = 1 - y * (X @ w + b)
    on = margin > 0
    obj = np.mean(np.maximum(margin, 0)) + lam * w @ w
    grad_w = -(X * y[:, None])[on].sum(axis=0) / len(y) + 2 * lam * w
    grad_b = -y[on].sum() / len(y)
    return obj, grad_w, grad_b


def kernel_nll(alpha, K, y):  # expect: unverified holds-if (K symmetric)
    f = K @ alpha
    nll = np.sum(np.log1p(np.exp(-y * f))) + 0.5 * alpha @ K @ alpha
    g = K @ (-y * expit(-y * f)) + K @ alpha
    return nll, g


def mixture_nll(mu, x, pi, sigma):  # expect: pass
    """Means of a 1-d Gaussian mixture: mu, pi, sigma (K,), x (N,)."""
    z = (x[:, None] - mu[None, :]) / sigma
    logp = np.log(pi) - np.log(sigma) - 0.5 * z ** 2 - 0.5 * np.log(2 * np.pi)
    top = logp.max(axis=1, keepdims=True)
    lse = top[:, 0] + np.log(np.exp(logp - top).sum(axis=1))
    resp = np.exp(logp - lse[:, None])
    nll = -lse.sum()
    dmu = -(resp * z / sigma).sum(axis=0)
    return nll, dmu


def bradley_terry(params, wins):  # expect: pass
    """params (n,), wins[i, j]: how often i beat j"""
    d = params[:, None] - params[None, :]
    nll = np.sum(wins * np.log1p(np.exp(-d)))
    flow = wins * expit(-d)
    grad = flow.sum(axis=0) - flow.sum(axis=1)
    return nll, grad


def batch_loss(W, b, X, Y):  # expect: mismatch (bias gradient summed over the outputs)
    """Columns are examples: X (n_x, m), Y (n_y, m), b (n_y, 1)."""
    m = X.shape[1]
    A = expit(W @ X + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    dZ = A - Y
    dW = dZ @ X.T / m
    db = np.sum(dZ, axis=0).sum() / m * np.ones_like(b)
    return cost, {"dW": dW, "db": db}
