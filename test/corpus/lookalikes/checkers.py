"""Gradient checking and other tools around training."""
import numpy as np


def eval_numerical_gradient(f, x, h=1e-5):
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        ix = it.multi_index
        old = x[ix]
        x[ix] = old + h
        hi = f(x)
        x[ix] = old - h
        lo = f(x)
        x[ix] = old
        grad[ix] = (hi - lo) / (2 * h)
        it.iternext()
    return grad


def numerical_gradient(f, x):
    return eval_numerical_gradient(f, x, 1e-4)


def numerical_jacobian(f, x, eps=1e-6):
    cols = []
    for i in range(x.size):
        e = np.zeros(x.size)
        e[i] = eps
        cols.append((f(x + e) - f(x - e)) / (2 * eps))
    return np.stack(cols, axis=-1)


def num_grad(f, theta):
    return eval_numerical_gradient(f, theta.copy())


def rel_error(x, y):
    return np.max(np.abs(x - y) / np.maximum(1e-8, np.abs(x) + np.abs(y)))


def grad_check(f, x, analytic, n=5, h=1e-5):
    for _ in range(n):
        ix = tuple(np.random.randint(m) for m in x.shape)
        old = x[ix]
        x[ix] = old + h
        hi = f(x)
        x[ix] = old - h
        lo = f(x)
        x[ix] = old
        num = (hi - lo) / (2 * h)
        print("numerical %f analytic %f" % (num, analytic[ix]))


def check_gradient(cost, grad, theta):
    return rel_error(num_grad(cost, theta), grad(theta))


def gradient_checking(theta, eps, cost):
    out = np.zeros_like(theta)
    for i in range(theta.size):
        hi, lo = theta.copy(), theta.copy()
        hi[i] += eps
        lo[i] -= eps
        out[i] = (cost(hi) - cost(lo)) / (2 * eps)
    return out


def loss(history):
    return history[-1]["loss"]


def plot_loss_grad(history, ax):
    ax.plot([h["loss"] for h in history])
    ax.plot([np.linalg.norm(h["grad"]) for h in history])


def cost(history, last=10):
    return np.mean([h["loss"] for h in history[-last:]])


def print_cost_gradient(history):
    for i, h in enumerate(history):
        print(i, h["loss"], np.linalg.norm(h["grad"]))


def relu(x):
    return np.maximum(x, 0)


def test_relu_grad():
    x = np.random.randn(5)
    assert rel_error(numerical_gradient(lambda v: relu(v).sum(), x), (x > 0) * 1.0) < 1e-6


def check_relu_grad(x):
    return np.all((x > 0) | (x == 0) | (x < 0))


def clip_gradient(grads, limit):
    norm = np.sqrt(sum(np.sum(g ** 2) for g in grads))
    return [g * min(1.0, limit / norm) for g in grads]


def clip(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]


def accumulate(a, b):
    return [x + y for x, y in zip(a, b)]


def accumulate_grad(a, b, n):
    return [x + y / n for x, y in zip(a, b)]


def zero(params):
    return {k: np.zeros_like(v) for k, v in params.items()}


def zero_grad(params):
    for p in params.values():
        p.grad = None
