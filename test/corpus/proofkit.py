"""Short ways to write the proofs that stand beside the corpus files.

Each returns (name, f, x, written): a scalar function of one array, the point, and what the corpus
code gives as its gradient there.
"""
import numpy as np


def elementwise(name, f, x, written, rng):
    """An elementwise function and its elementwise derivative."""
    w = rng.uniform(0.5, 2.0, np.shape(x)) * np.sign(rng.randn(*np.shape(x)))
    return (name, lambda v: float(np.sum(w * f(v))), x, w * written)


def jacobian(name, f, x, J, rng):
    """J[..., i] = d f[...] / d x[i], x flat."""
    w = rng.randn(*np.shape(f(x)))
    J = np.asarray(J)
    return (name, lambda v: float(np.sum(w * f(v))), x, np.tensordot(w, J, axes=np.ndim(w)))


def scalar(name, f, x, written):
    return (name, lambda v: float(f(v)), x, np.asarray(written))


def entries(f, params, written, keys=None):
    """One proof per entry of a dict of parameters: f(params) is a scalar."""
    out = []
    for k in keys or sorted(params):
        def at(v, k=k):
            p = dict(params)
            p[k] = v
            return float(f(p))
        out.append((k, at, params[k], written[k]))
    return out


def arguments(f, args, written, names):
    """One proof per argument named (position, name) of f(*args)."""
    out = []
    for (i, name), w in zip(names, written):
        def at(v, i=i):
            a = list(args)
            a[i] = v
            return float(f(*a))
        out.append((name, at, args[i], w))
    return out
