"""Shape of a can, a hanging rope and a portfolio, with SLSQP and trust-constr."""
import numpy as np
from scipy.optimize import Bounds, NonlinearConstraint, check_grad, fmin_l_bfgs_b, fmin_ncg, fmin_tnc, minimize


def surface(x):
    r, h = x
    return 2 * np.pi * r * (r + h)


def surface_slope(x):  # expect: pass
    r, h = x
    return np.array([2 * np.pi * (2 * r + h), 2 * np.pi * r])


def volume(x):
    r, h = x
    return np.pi * r ** 2 * h


def volume_slope(x):  # expect: mismatch (2 r h lost its 2)
    r, h = x
    return np.array([np.pi * r * h, np.pi * r ** 2])


def can():
    con = NonlinearConstraint(volume, 1.0, 1.0, jac=volume_slope)
    return minimize(surface, [0.6, 0.9], jac=surface_slope, constraints=[con], method="trust-constr",
                    bounds=Bounds([0.1, 0.1], [2, 2]))


def risk(w, cov, mu, aversion):
    return 0.5 * aversion * w @ cov @ w - mu @ w


def direction(w, cov, mu, aversion):  # expect: mismatch (risk aversion missing)
    return cov @ w - mu


def budget(w):
    return np.sum(w) - 1


def budget_normal(w):  # expect: pass
    return np.ones_like(w)


def portfolio(cov, mu):
    n = len(mu)
    return minimize(risk, np.ones(n) / n, args=(cov, mu, 3.0), jac=direction, method="SLSQP",
                    constraints={"type": "eq", "fun": budget, "jac": budget_normal})


def rope(y):  # expect: pass
    """Potential and elastic energy of the joints, with its derivative."""
    full = np.r_[0.0, y, 0.0]
    energy = np.sum(y) + 2.0 * np.sum((full[1:] - full[:-1]) ** 2)
    gradient = 1 + 4.0 * (2 * y - full[:-2] - full[2:])
    return energy, gradient


def simulate(n=5):
    return fmin_l_bfgs_b(rope, np.zeros(n))


def well(x, depth):
    return -depth * np.exp(-np.sum(x ** 2)) + 0.1 * np.sum(x ** 4)


def climb(x, depth):  # expect: pass
    return 2 * depth * x * np.exp(-np.sum(x ** 2)) + 0.4 * x ** 3


def curvature(x, depth):  # expect: mismatch (outer product of the exponential missing)
    e = np.exp(-np.sum(x ** 2))
    return np.diag(2 * depth * e + 1.2 * x ** 2)


def settle(depth=1.5):
    return fmin_ncg(well, np.array([0.3, -0.2]), fprime=climb, fhess=curvature, args=(depth,), disp=0)


def entropy(p):
    return np.sum(p * np.log(p))


def entropy_slope(p):  # expect: mismatch (+ 1 forgotten)
    return np.log(p)


def trial(n=3):
    p = np.full(n, 1.0 / n)
    print(check_grad(entropy, entropy_slope, p))
    return fmin_tnc(surface, [0.5, 0.5], fprime=surface_slope, bounds=[(0.1, 1), (0.1, 1)], disp=0)


def elastic(x, A, b):  # expect: mismatch (sign of the linear term in the gradient)
    """Value and gradient at once."""
    Ax = A.dot(x)
    return 0.5 * x.dot(Ax) - b.dot(x), 0.5 * (Ax + A.T.dot(x)) + b


def relax(A, b):
    return minimize(elastic, np.zeros(len(b)), args=(A, b), jac=True, method="L-BFGS-B").x


def spline_fit(c, B, y, lam):  # expect: pass
    """Second difference penalty on the coefficients."""
    r = B @ c - y
    d = np.diff(c, 2)
    value = r @ r + lam * d @ d
    g = 2 * B.T @ r
    g[:-2] += 2 * lam * d
    g[1:-1] -= 4 * lam * d
    g[2:] += 2 * lam * d
    return value, g


def smooth(B, y):
    return minimize(spline_fit, np.zeros(B.shape[1]), args=(B, y, 0.1), jac=True).x
