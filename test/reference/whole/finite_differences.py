"""A checker of gradients: central differences over arrays, dicts and step sizes."""
import numpy as np


def eval_numerical_gradient(f, x, h=1e-5):
    grad = np.zeros_like(x)
    for ix in np.ndindex(x.shape):
        oldval = x[ix]
        x[ix] = oldval + h
        fxph = f(x)
        x[ix] = oldval - h
        fxmh = f(x)
        x[ix] = oldval
        grad[ix] = (fxph - fxmh) / (2 * h)
    return grad


def rel_error(x, y):
    return np.max(np.abs(x - y) / (np.maximum(1e-8, np.abs(x) + np.abs(y))))


def check(f, df, x):
    numeric = eval_numerical_gradient(f, x.copy())
    analytic = df(x)
    error = rel_error(numeric, analytic)
    return {"ok": bool(error < 1e-6), "shape": numeric.shape, "analytic": analytic}


cases = {
    "square": (lambda x: np.sum(x**2), lambda x: 2 * x),
    "log-sum-exp": (lambda x: np.log(np.exp(x).sum()), lambda x: np.exp(x) / np.exp(x).sum()),
    "product": (lambda x: np.prod(x), lambda x: np.prod(x) / x),
    "wrong": (lambda x: np.sum(np.sin(x)), lambda x: np.sin(x)),
    "norm": (lambda x: np.sqrt((x * x).sum()), lambda x: x / np.linalg.norm(x)),
}
x = np.arange(1, 7, dtype=float).reshape(2, 3) / 5
reports = {name: check(f, df, x) for name, (f, df) in cases.items()}
failed = [name for name, report in reports.items() if not report["ok"]]
steps = 10.0 ** -np.arange(1, 5)
forward_errors = [abs((np.exp(1 + h) - np.exp(1)) / h - np.exp(1)) for h in steps]
order = [round(float(np.log10(a / b)), 1) for a, b in zip(forward_errors, forward_errors[1:])]
del forward_errors, cases
