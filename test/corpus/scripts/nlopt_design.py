"""Beam design and trajectory smoothing with NLopt: f(x, grad) fills grad in place."""
import numpy as np

try:
    import nlopt
except ImportError:
    nlopt = None


def weight(x, grad):  # expect: pass
    if grad.size > 0:
        grad[0] = x[1]
        grad[1] = x[0]
    return x[0] * x[1]


def stress(x, grad, a=2.0, b=0.0):  # expect: mismatch (chain rule: a missing)
    if grad.size > 0:
        grad[0] = 3 * (a * x[0] + b) ** 2
        grad[1] = -1.0
    return (a * x[0] + b) ** 3 - x[1]


def roughness(x, grad):  # expect: mismatch (last point not written by the shifted slice)
    d = x[1:] - x[:-1]
    if grad.size > 0:
        grad[:] = 0
        grad[1:-1] += 2 * d[:-1]
        grad[:-1] -= 2 * d
    return float(np.sum(d ** 2))


def distance(x, grad):  # expect: pass
    target = np.arange(1, len(x) + 1) * 0.5
    r = x - target
    norm = np.sqrt(np.sum(r * r) + 1e-3)
    if grad.size > 0:
        grad[:] = r / norm
    return norm


def clearance(x, grad, radius=0.5):  # expect: mismatch (slope of the hinge where it is inactive)
    gap = radius - np.abs(x)
    if grad.size > 0:
        grad[:] = -2 * gap * np.sign(x)
    return np.sum(np.maximum(gap, 0) ** 2)


def solve():
    opt = nlopt.opt(nlopt.LD_MMA, 2)
    opt.set_lower_bounds([0.0, 0.0])
    opt.set_min_objective(weight)
    opt.add_inequality_constraint(lambda x, g: stress(x, g, 2, 0), 1e-8)
    opt.set_xtol_rel(1e-4)
    return opt.optimize([1.234, 5.678])


if __name__ == "__main__" and nlopt:
    print(solve())
