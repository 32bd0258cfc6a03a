import copy

import numpy as np
from layerkit import dot, upstream


def stepped(make, x, r, names, rate, back=(), dx=True):
    """What a layer passes on, and the gradients that its steps speak of."""
    o = make()
    new = lambda: copy.deepcopy(o)
    a = new()
    before = {n: np.array(getattr(a, n), float) for n in names}
    d = upstream(a.forward(np.array(x)), r)
    got = a.backward(np.array(d), *back)
    entries = []
    if dx:
        entries.append(("x", lambda v: dot(new().forward(v), d), np.array(x, float), got))
    for n in names:
        def f(v, n=n):
            b = new()
            setattr(b, n, v)
            return dot(b.forward(np.array(x)), d)
        entries.append((n, f, before[n], (before[n] - getattr(a, n)) / rate))
    return entries


class Steps:
    def update(self, w, g):
        return w - g


def prove_Dense(m, r):
    return stepped(lambda: m.Dense(3, 4), r.randn(3, 1), r, ["weights", "bias"], 0.3, (0.3,))


def prove_HastyDense(m, r):
    return stepped(lambda: m.HastyDense(3, 4), r.randn(3, 1), r, ["weights", "bias"], 0.3, (0.3,))


def prove_Softmax(m, r):
    return stepped(m.Softmax, r.randn(4, 1), r, [], 0.3, (0.3,))


def prove_Affine(m, r):
    return stepped(lambda: m.Affine(3, 4, 0.2), r.randn(5, 3), r, ["W", "b"], 0.2)


def prove_Embedding(m, r):
    return stepped(lambda: m.Embedding(5, 3, Steps()), np.array([1, 3, 1]), r, ["E"], 1.0, dx=False)


def prove_Scale(m, r):
    return stepped(lambda: m.Scale(3, Steps()), r.randn(5, 3), r, ["gamma"], 1.0)
