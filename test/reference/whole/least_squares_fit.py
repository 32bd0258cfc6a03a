"""Polynomial and ridge fits by normal equations, and a Gauss-Newton fit of an exponential."""
import numpy as np


def design(x, degree):
    return np.vander(x, degree + 1, increasing=True)


def ridge(X, y, lam):
    penalty = lam * np.eye(X.shape[1])
    penalty[0, 0] = 0
    return np.linalg.solve(X.T @ X + penalty, X.T @ y)


x = np.linspace(-1, 1, 15)
y = 1 - 2 * x + 3 * x**3 + 0.05 * np.cos(17 * x)
fits = {lam: ridge(design(x, 3), y, lam) for lam in (0.0, 0.1, 1.0)}
residuals = [float(np.sum((design(x, 3) @ w - y) ** 2)) for w in fits.values()]
grows = residuals == sorted(residuals)

t = np.linspace(0, 2, 10)
data = 2.5 * np.exp(-1.3 * t) + 0.01 * np.sin(9 * t)
p = np.array([1.0, -0.5])
costs = []
for iteration in range(50):
    model = p[0] * np.exp(p[1] * t)
    r = data - model
    J = np.column_stack([np.exp(p[1] * t), p[0] * t * np.exp(p[1] * t)])
    step = np.linalg.lstsq(J, r, rcond=None)[0]
    p += step
    costs.append(float(r @ r))
    if np.linalg.norm(step) < 1e-10:
        break
else:
    iteration = -1
converged = iteration > 0
costs = costs[:4]
del iteration, r, step
