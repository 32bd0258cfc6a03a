"""Negative log likelihoods with gradients, for scipy's minimisers (jac=True)."""
import numpy as np
from scipy.special import gammaln, digamma


def gp_nll(theta, X, y):  # expect: pass
    """Gaussian process with a squared exponential kernel.

    theta = [log lengthscale, log signal, log noise]
    """
    ell, sf, sn = np.exp(theta)
    d2 = (X[:, None] - X[None, :]) ** 2
    K0 = sf ** 2 * np.exp(-0.5 * d2 / ell ** 2)
    K = K0 + sn ** 2 * np.eye(len(X))
    Kinv = np.linalg.inv(K)
    alpha = Kinv @ y
    nll = 0.5 * y @ alpha + 0.5 * np.linalg.slogdet(K)[1] + 0.5 * len(X) * np.log(2 * np.pi)

    Q = Kinv - np.outer(alpha, alpha)
    grad = np.array([
        0.5 * np.sum(Q * (K0 * d2 / ell ** 2)),
        0.5 * np.sum(Q * 2 * K0),
        0.5 * np.trace(Q) * 2 * sn ** 2,
    ])
    return nll, grad


def poisson_nll(beta, X, y, offset=0.0):  # expect: mismatch (exposure missing in the gradient)
    """Poisson regression with log link; offset is the log exposure."""
    eta = X @ beta
    nll = np.sum(np.exp(eta + offset) - y * (eta + offset) + gammaln(y + 1))
    grad = X.T @ (np.exp(eta) - y)
    return nll, grad


def negbin_nll(beta, X, y, r):  # expect: pass
    mu = np.exp(X.dot(beta))
    nll = -np.sum(gammaln(y + r) - gammaln(r) - gammaln(y + 1)
                  + r * np.log(r / (r + mu)) + y * np.log(mu / (r + mu)))
    grad = X.T.dot((mu - y) * r / (r + mu))
    return nll, grad


def gamma_nll(params, x):  # expect: mismatch (digamma taken of the log shape)
    """params = log(shape), log(scale)"""
    k, s = np.exp(params)
    n = len(x)
    nll = n * gammaln(k) + n * k * np.log(s) - (k - 1) * np.sum(np.log(x)) + np.sum(x) / s
    dk = n * digamma(params[0]) + n * np.log(s) - np.sum(np.log(x))
    ds = n * k / s - np.sum(x) / s ** 2
    return nll, np.array([dk * k, ds * s])


def cox_nll(beta, X, time, event):  # expect: pass
    """Negative partial log likelihood, no ties."""
    nll = 0.0
    grad = np.zeros_like(beta)
    risk = np.exp(X @ beta)
    for i in range(len(time)):
        if not event[i]:
            continue
        at_risk = time >= time[i]
        s0 = np.sum(risk[at_risk])
        s1 = risk[at_risk] @ X[at_risk]
        nll -= X[i] @ beta - np.log(s0)
        grad -= X[i] - s1 / s0
    return nll, grad


def cauchy_nll(p, x):  # expect: mismatch (scale's gradient lost the n / gamma)
    """p = (location, scale)"""
    z = (x - p[0]) / p[1]
    nll = np.sum(np.log(np.pi * p[1] * (1 + z ** 2)))
    g = np.zeros(2)
    g[0] = -np.sum(2 * z / (1 + z ** 2)) / p[1]
    g[1] = -np.sum(2 * z ** 2 / (1 + z ** 2)) / p[1]
    return nll, g


def mvn_nll(mu, X, P):  # expect: unverified holds-if (P symmetric)
    """Mean of a Gaussian with known precision P; X is (N, D)."""
    D = X - mu
    nll = 0.5 * np.sum(D.dot(P) * D)
    dmu = -P.dot(D.sum(axis=0))
    return nll, dmu


def ar1_nll(phi, x):  # expect: mismatch (stationary start not differentiated)
    """AR(1) with unit innovations, x[0] from the stationary law."""
    e = x[1:] - phi * x[:-1]
    nll = 0.5 * np.sum(e ** 2) + 0.5 * (1 - phi ** 2) * x[0] ** 2 - 0.5 * np.log(1 - phi ** 2)
    dphi = -np.sum(e * x[:-1]) - phi * x[0] ** 2
    return nll, dphi


def laplace_map(w, X, y, prior_var=1.0):  # expect: mismatch (prior variance in the loss only)
    """Bayesian logistic regression, y in {-1, 1}."""
    m = y * X.dot(w)
    energy = np.sum(np.log(1 + np.exp(-m))) + 0.5 * w.dot(w) / prior_var
    grad = -X.T.dot(y / (1 + np.exp(m))) + w
    return energy, grad
