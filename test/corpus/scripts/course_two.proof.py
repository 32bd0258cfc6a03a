import numpy as np
from proofkit import scalar


def _cost(name, call, x):
    return [scalar(name, lambda v: call(v)[0], x, call(x)[1])]


def prove_network_cost(m, rng):
    sizes = [3, 5, 4, 2]
    X, Y = rng.randn(6, 3), rng.rand(6, 2)
    count = sum(a * b + b for a, b in zip(sizes[:-1], sizes[1:]))
    return _cost("flat", lambda v: m.network_cost(v, sizes, X, Y, 0.3), rng.randn(count))


def prove_linear_cost(m, rng):
    X, y = rng.randn(6, 3), rng.randn(6)
    return _cost("theta", lambda v: m.linear_cost(v, X, y), rng.randn(4))


def prove_softmax_regression(m, rng):
    X, labels = rng.randn(6, 3), rng.randint(1, 5, 6)
    return _cost("theta", lambda v: m.softmax_regression(v, X, labels, 4), rng.randn(12))


def prove_autoencoder_cost(m, rng):
    X = rng.rand(5, 7)
    return _cost("theta", lambda v: m.autoencoder_cost(v, 5, 3, 0.4, X), rng.randn(2 * 15 + 3 + 5))


def prove_rating_cost(m, rng):
    Y, R = rng.randn(4, 5), (rng.rand(4, 5) > 0.4) * 1.0
    return _cost("params", lambda v: m.rating_cost(v, Y, R, 4, 5, 3, 0.2), rng.randn(27))


def prove_split_head_backward(m, rng):
    x, w = rng.randn(5, 6), rng.randn(3, 4)
    out, cache = m.split_head_forward(x, w)
    dout = rng.randn(*out.shape)
    dx, dw = m.split_head_backward(dout, cache)
    return [("x", lambda v: float(np.sum(dout * m.split_head_forward(v, w)[0])), x, dx)]


def prove_gated_backward(m, rng):
    args = [rng.randn(5, 3), rng.randn(5, 4), rng.randn(3, 8), rng.randn(4, 8), rng.randn(8)]
    out, cache = m.gated_forward(*args)
    dout = rng.randn(*out.shape)
    found = []
    for i, written in enumerate(m.gated_backward(dout, cache)):
        def at(v, i=i):
            own = list(args)
            own[i] = v
            return float(np.sum(dout * m.gated_forward(*own)[0]))
        found.append((str(i), at, args[i], written))
    return found


def prove_crop_backward(m, rng):
    x, margins = rng.randn(2, 3, 4, 5), (1, 2, 3, 1)
    out, cache = m.crop_forward(x, margins)
    dout = rng.randn(*out.shape)
    return [("x", lambda v: float(np.sum(dout * m.crop_forward(v, margins)[0])), x, m.crop_backward(dout, cache))]


def prove_pick_backward(m, rng):
    v = rng.randn(5)
    out, cache = m.pick_forward(v, 2)
    return [scalar("v", lambda u: m.pick_forward(u, 2)[0], v, m.pick_backward(1.0, cache))]


def prove_bucket_loss(m, rng):
    x, grades, cuts = rng.randn(6), rng.randint(0, 4, 6), np.array([-1.0, 0.2, 1.1])
    return _cost("x", lambda v: m.bucket_loss(v, grades, cuts), x)
