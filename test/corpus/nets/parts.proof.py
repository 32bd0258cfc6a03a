import numpy as np
from proofkit import arguments, entries, scalar


def prove_DeepNet_loss(m, rng):
    net = m.DeepNet([3, 4, 5, 2], l2=0.3)
    for name in ("b1", "b2", "b3"):
        net.params[name] = rng.randn(*net.params[name].shape)
    X, y = rng.randn(6, 3), rng.randn(6, 2)
    grads = net.loss(X, y)[1]

    def at(params):
        net.params = params
        return net.loss(X, y)[0]
    return entries(at, dict(net.params), grads)


def prove_Coupling(m, rng):
    A, x, dy = rng.randn(3, 3), rng.randn(4, 6), rng.randn(4, 6)
    layer = m.Coupling(A)
    layer.forward(x)
    dx = layer.backward(dy)
    return [
        ("x", lambda v: float(np.sum(dy * m.Coupling(A).forward(v))), x, dx),
        ("A", lambda v: float(np.sum(dy * m.Coupling(v).forward(x))), A, layer.dA),
    ]


def prove_Leaky(m, rng):
    Wx, Wh, b = rng.randn(3, 4), rng.randn(4, 4), rng.randn(4)
    xs, dhs = rng.randn(2, 5, 3), rng.randn(2, 5, 4)
    layer = m.Leaky(Wx, Wh, b)
    layer.forward(xs)
    dxs = layer.backward(dhs)
    return [("xs", lambda v: float(np.sum(dhs * m.Leaky(Wx, Wh, b).forward(v))), xs, dxs)]


def prove_lstm_cell_backward(m, rng):
    args = [rng.randn(5, 3), rng.randn(5, 4), rng.randn(5, 4), rng.randn(3, 16), rng.randn(4, 16), rng.randn(16)]
    out, cache = m.lstm_cell_forward(*args)
    dout = rng.randn(*out.shape)
    written = m.lstm_cell_backward(dout, cache)
    return arguments(lambda *a: np.sum(dout * m.lstm_cell_forward(*a)[0]), args, written, list(enumerate("xhc") )
                     + [(3, "Wx"), (4, "Wh"), (5, "b")])


def prove_point_loss_gradient(m, rng):
    x, beta = list(rng.randn(4)), rng.randn(4)
    return [scalar(f"y={y}", lambda v, y=y: m.point_loss(x, y, list(v)), beta, m.point_loss_gradient(x, y, list(beta)))
            for y in (0, 1)]


def prove_spread_gradient(m, rng):
    v, centre = rng.randn(4), rng.randn(4)
    return [scalar("v", lambda u: m.spread(u, centre, 1.7), v, m.spread_gradient(v, centre, 1.7))]


def prove_rnn_symbols_loss(m, rng):
    inputs, targets = [1, 3, 0, 2], [3, 0, 2, 2]
    args = [inputs, targets, rng.randn(3), rng.randn(3, 4), rng.randn(3, 3), rng.randn(4, 3), rng.randn(3), rng.randn(4)]
    loss, *written = m.rnn_symbols_loss(*args)
    names = [(3, "Wxh"), (4, "Whh"), (5, "Why"), (6, "bh"), (7, "by")]
    return arguments(lambda *a: m.rnn_symbols_loss(*a)[0], args, written, names)


def prove_sum_affine_backward(m, rng):
    xs, ws = [rng.randn(4, 3) for _ in range(2)], [rng.randn(3, 5) for _ in range(2)]
    out, cache = m.sum_affine_forward(xs, ws)
    dout = rng.randn(*out.shape)
    dws = m.sum_affine_backward(dout, cache)[1]
    return [("w", lambda v: float(np.sum(dout * m.sum_affine_forward(xs, [v, ws[1]])[0])), ws[0], dws[0])]
