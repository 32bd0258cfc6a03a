from layerkit import cached, layer


def prove_LeNetOps_conv_backward(m, r):
    o = m.LeNetOps(2, 1)
    return cached(o.conv_forward, o.conv_backward, [r.randn(2, 3, 5, 7), r.randn(4, 3, 3, 3), r.randn(4)], "x w b", r)


def prove_LeNetOps_pool_backward(m, r):
    o = m.LeNetOps()
    return cached(o.pool_forward, o.pool_backward, [r.randn(2, 3, 5, 7), 2], "x", r)


def prove_LeNetOps_flat_backward(m, r):
    o = m.LeNetOps()
    return cached(o.flat_forward, o.flat_backward, [r.randn(2, 3, 5)], "x", r)


def prove_Perceptron(m, r):
    return layer(m.Perceptron(3, 5, 2), r.randn(7, 3), r, "w1 w2", "dw1 dw2", ("forward_propagation", "backward_propagation"))


def prove_Autoencoder(m, r):
    return layer(m.Autoencoder(5, 3), r.randn(2, 5), r, "W b c", "grads.W grads.b grads.c", ("_forward", "_backward"))


def prove_Polynomial(m, r):
    return layer(m.Polynomial(r.randn(4)), r.randn(2, 3), r, "coef", "dcoef", ("_fwd", "_bwd"))


P = ("forward_pass", "backward_pass")


def prove_FeatureCross(m, r):
    return layer(m.FeatureCross(r.randn(3), r.randn(3)), (r.randn(2, 3), r.randn(2, 3)), r, "w b", "dw db", P)


def prove_FactorizationMachine(m, r):
    return layer(m.FactorizationMachine(5, 3), r.randn(2, 5), r, "w0 w V", "dw0 dw dV", P)


def prove_HardSwish(m, r):
    return layer(m.HardSwish(), r.randn(3, 5) * 2, r, verbs=("forward_cpu", "backward_cpu"))


def prove_StochasticDepth(m, r):
    return "a coin is thrown in forward and not kept"
