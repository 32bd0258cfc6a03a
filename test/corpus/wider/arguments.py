"""Course exercises whose costs take what they need behind theta, as scipy hands it over."""
import numpy as np
from scipy.optimize import fmin_bfgs, fmin_cg, minimize


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def cost(theta, *args):
    X, y = args
    h = sigmoid(X @ theta)
    return -np.mean(y * np.log(h) + (1 - y) * np.log(1 - h))


def gradient(theta, *args):  # expect: pass
    X, y = args
    return X.T @ (sigmoid(X @ theta) - y) / len(y)


def cost_reg(theta, *args):
    X = args[0]
    y = args[1]
    lam = args[2]
    r = X @ theta - y
    return 0.5 * np.mean(r ** 2) + 0.5 * lam * np.sum(theta[1:] ** 2)


def gradient_reg(theta, *args):  # expect: mismatch (the first weight is penalised, too)
    X, y, lam = args
    return X.T @ (X @ theta - y) / len(y) + lam * theta


def train(X, y):
    first = fmin_cg(cost, np.zeros(X.shape[1]), fprime=gradient, args=(X, y))
    return fmin_bfgs(cost_reg, first, fprime=gradient_reg, args=(X, y, 0.1))


def damped(t, *p):
    a, w, d = p
    return a * np.cos(w * t) * np.exp(-d * t)


def damped_deriv(t, *p):  # expect: mismatch (damping's share missing)
    a, w, d = p
    return -a * w * np.sin(w * t) * np.exp(-d * t)


def polynomial(x, *c):
    out = 0.0
    for ck in reversed(c):
        out = out * x + ck
    return out


def polynomial_der(x, *c):  # expect: pass
    out = 0.0
    for k in range(len(c) - 1, 0, -1):
        out = out * x + k * c[k]
    return out


def huber(w, X, y, delta=1.35):
    r = X @ w - y
    small = np.abs(r) <= delta
    return np.sum(np.where(small, 0.5 * r ** 2, delta * (np.abs(r) - 0.5 * delta)))


def slope_of_huber(w, X, y, delta=1.35):  # expect: mismatch (outside, the sign is not multiplied by delta)
    r = X @ w - y
    return X.T @ np.where(np.abs(r) <= delta, r, np.sign(r))


def robust_fit(X, y):
    return minimize(huber, np.zeros(X.shape[1]), args=(X, y), jac=slope_of_huber).x


def weighted_squares(beta, X, y, w):
    return np.sum(w * (y - X @ beta) ** 2)


def normal_equations(beta, X, y, w):  # expect: pass
    return -2 * X.T @ (w * (y - X @ beta))


def curvature(beta, X, y, w):  # expect: mismatch (weights squared)
    return 2 * X.T @ (w[:, None] ** 2 * X)


def newton(X, y, w):
    return minimize(weighted_squares, np.zeros(X.shape[1]), (X, y, w), "Newton-CG", normal_equations, curvature).x
