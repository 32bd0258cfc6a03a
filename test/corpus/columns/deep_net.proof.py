import numpy as np
from layerkit import cached


def act(fwd, bwd):
    return lambda m, r: cached(getattr(m, fwd), getattr(m, bwd), [r.randn(3, 5)], "Z", r)


prove_relu_backward = act("relu", "relu_backward")
prove_sigmoid_backward = act("sigmoid", "sigmoid_backward")
prove_tanh_backward = act("tanh", "tanh_backward")
prove_softmax_backward = act("softmax_forward", "softmax_backward")


def prove_linear_backward(m, r):
    return cached(m.linear_forward, m.linear_backward, [r.randn(3, 5), r.randn(2, 3), r.randn(2, 1)], "A W b", r)


def prove_linear_activation_backward(m, r):
    out = []
    for kind in ("relu", "sigmoid"):
        out += cached(m.linear_activation_forward, lambda d, c: m.linear_activation_backward(d, c, kind),
                      [r.randn(3, 5), r.randn(2, 3), r.randn(2, 1), kind], "A W b", r)
    return out


def prove_batch_norm_backward(m, r):
    return cached(m.batch_norm_forward, m.batch_norm_backward, [r.randn(3, 5), r.randn(3, 1), r.randn(3, 1)], "Z g b", r)


def prove_dropout_backward(m, r):
    return cached(m.dropout_forward, m.dropout_backward, [r.randn(3, 5), (r.rand(3, 5) < 0.7) * 1.0, 0.7], "A", r)


def prove_maxnorm_linear_backward(m, r):
    W = r.randn(4, 3) * np.array([[2], [0.3], [1.5], [0.2]])
    return cached(m.maxnorm_linear_forward, m.maxnorm_linear_backward, [r.randn(3, 5), W, r.randn(4, 1), 1.1], "A W b", r)


def prove_L_layers_backward(m, r):
    p = {"W1": r.randn(4, 3), "b1": r.randn(4, 1), "W2": r.randn(2, 4), "b2": r.randn(2, 1),
         "W3": r.randn(5, 2), "b3": r.randn(5, 1)}
    return cached(m.L_layers_forward, m.L_layers_backward, [r.randn(3, 7), p], {k: (1, k) for k in p}, r)
