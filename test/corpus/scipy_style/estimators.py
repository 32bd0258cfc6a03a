"""Estimators in the manner of scikit-learn, fitted with scipy's minimisers."""
from functools import partial

import numpy as np
from scipy.optimize import fmin_cg, minimize


class HuberRegressor:
    def __init__(self, epsilon=1.35, alpha=0.0):
        self.epsilon = epsilon
        self.alpha = alpha

    def _total(self, w, X, y):
        r = y - X @ w
        a = np.abs(r)
        rho = np.where(a < self.epsilon, 0.5 * r ** 2, self.epsilon * a - 0.5 * self.epsilon ** 2)
        return rho.sum() + 0.5 * self.alpha * w @ w

    def _slope(self, w, X, y):  # expect: pass
        psi = np.clip(y - X @ w, -self.epsilon, self.epsilon)
        return -X.T @ psi + self.alpha * w

    def fit(self, X, y):
        res = minimize(self._total, np.zeros(X.shape[1]), args=(X, y), jac=self._slope, method="L-BFGS-B")
        self.coef_ = res.x
        return self


class SoftmaxRegression:
    def __init__(self, C=1.0):
        self.C = C

    def _objective(self, theta, X, Y):  # expect: mismatch (C missing on the data term of the gradient)
        n, d = X.shape
        k = Y.shape[1]
        W = theta.reshape(d, k)
        Z = X @ W
        Z = Z - Z.max(axis=1, keepdims=True)
        logp = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
        value = -self.C * np.sum(Y * logp) + 0.5 * np.sum(W ** 2)
        slope = X.T @ (np.exp(logp) - Y) + W
        return value, slope.ravel()

    def fit(self, X, Y):
        theta = np.zeros(X.shape[1] * Y.shape[1])
        res = minimize(self._objective, theta, args=(X, Y), jac=True, method="L-BFGS-B")
        self.coef_ = res.x.reshape(X.shape[1], Y.shape[1])
        return self


def ridge_value(w, A, b, lam):
    r = A @ w - b
    return r @ r + lam * (w @ w)


def ridge_slope(w, A, b, lam):  # expect: mismatch (lam's term lost its factor 2)
    return 2 * A.T @ (A @ w - b) + lam * w


def fit_ridge(A, b, lam=0.0):
    return fmin_cg(ridge_value, np.zeros(A.shape[1]), ridge_slope, (A, b, lam), disp=False)


def smooth_hinge(w, X, y):
    m = y * (X @ w)
    return np.sum(np.where(m >= 1, 0, np.where(m <= 0, 0.5 - m, 0.5 * (1 - m) ** 2)))


def smooth_hinge_step(w, X, y):  # expect: mismatch (middle piece has the sign of the linear one lost)
    m = y * (X @ w)
    dm = np.where(m >= 1, 0, np.where(m <= 0, -1.0, 1 - m))
    return X.T @ (y * dm)


def fit_hinge(X, y):
    return minimize(partial(smooth_hinge, X=X, y=y), np.zeros(X.shape[1]),
                    jac=partial(smooth_hinge_step, X=X, y=y)).x


def platt(ab, scores, targets):
    z = ab[0] * scores + ab[1]
    return np.sum(np.log1p(np.exp(z)) - targets * z)


def platt_direction(ab, scores, targets):  # expect: pass
    p = 1 / (1 + np.exp(-(ab[0] * scores + ab[1])))
    d = p - targets
    return np.array([np.sum(d * scores), np.sum(d)])


def calibrate(scores, labels):
    up = (np.sum(labels) + 1) / (np.sum(labels) + 2)
    targets = np.where(labels > 0, up, 1 - up)
    res = minimize(lambda ab: platt(ab, scores, targets), [1.0, 0.0],
                   jac=lambda ab: platt_direction(ab, scores, targets))
    return res.x


def temperature_nll(logT, logits, labels):
    z = logits / np.exp(logT[0])
    z = z - z.max(axis=1, keepdims=True)
    lse = np.log(np.exp(z).sum(axis=1))
    return np.mean(lse - z[np.arange(len(labels)), labels])


def temperature_direction(logT, logits, labels):  # expect: mismatch (chain rule of the exponential: sign)
    z = logits / np.exp(logT[0])
    z = z - z.max(axis=1, keepdims=True)
    p = np.exp(z)
    p /= p.sum(axis=1, keepdims=True)
    spread = np.sum(p * z, axis=1) - z[np.arange(len(labels)), labels]
    return np.array([np.mean(spread)])


def scale_temperature(logits, labels):
    return minimize(temperature_nll, x0=np.zeros(1), args=(logits, labels), jac=temperature_direction).x


def elastic_net(w, X, y, l1, l2):
    """Smoothed near zero."""
    return np.mean((X @ w - y) ** 2) + l1 * np.sum(np.sqrt(w ** 2 + 1e-4)) + l2 * np.sum(w ** 2)


def elastic_net_slope(w, X, y, l1, l2):  # expect: pass
    return 2 * X.T @ (X @ w - y) / len(y) + l1 * w / np.sqrt(w ** 2 + 1e-4) + 2 * l2 * w


def elastic_net_bend(w, X, y, l1, l2):  # expect: pass
    return 2 * X.T @ X / len(y) + np.diag(l1 * 1e-4 / (w ** 2 + 1e-4) ** 1.5 + 2 * l2)


def fit_elastic(X, y, l1=0.1, l2=0.1):
    options = {"maxiter": 100}
    return minimize(elastic_net, np.ones(X.shape[1]), (X, y, l1, l2), "trust-ncg",
                    elastic_net_slope, elastic_net_bend, options=options).x
