"""Functions with flags that look like derivative switches."""
import numpy as np


def report(x, grad=True):
    if grad:
        print("gradient norm", np.linalg.norm(x))
    return x


def summary(model, prime=False):
    if prime:
        print("prime time!")
    return {"n": len(model), "prime": prime}


def forward_only(x, grad=False):
    y = np.tanh(x)
    if grad:
        y = y.copy()
        print("keeping graph")
    return y


def evaluate(x, deriv=False):
    """`deriv` chooses the derived unit (km/h in place of m/s)."""
    if deriv:
        return str(x * 3.6) + " km/h"
    return str(x) + " m/s"


def convert(text, deriv=None):
    if deriv:
        return text.replace("_", deriv)
    return text


def chart(series, derivative=False, ax=None):
    if derivative:
        series = np.diff(series)
    if ax is not None:
        ax.plot(series)
    return ax


def option_price(kind, derivative="call"):
    if derivative == "call":
        return "C:" + kind
    return "P:" + kind


def train(model, X, grad=None):
    if grad is None:
        grad = {}
    for k in model:
        model[k] = model[k] - 0.1 * grad.get(k, 0.0)
    return model


def sample(n, prime=True):
    if prime:
        return [p for p in range(2, n) if all(p % q for q in range(2, p))]
    return list(range(n))


def degrees(x, grad=False):
    """Angle to degrees, or to gradians if `grad`."""
    if grad:
        return x * 200 / np.pi
    return x * 180 / np.pi


def enrol(name, grad=False):
    if grad:
        return "graduate " + name
    return "undergraduate " + name


class Tensor:
    def __init__(self, data, grad=False):
        self.data = np.asarray(data)
        self.requires_grad = grad
        if grad:
            self.grad = np.zeros_like(self.data)


def no_grad(fn):
    def wrapper(*args):
        return fn(*args)
    return wrapper


def set_grad(enabled):
    return enabled
