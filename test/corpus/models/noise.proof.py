import numpy as np
from layerkit import dot, layer, probes


def prove_NoisyLinear(m, r):
    o = m.NoisyLinear(r.randn(3, 5))
    x, d = r.randn(2, 3), r.randn(2, 5)

    def out(x, W):
        o.W = W
        np.random.seed(3)
        return dot(o.forward(x), d)
    out(x, o.W)
    dx = o.backward(d)
    return probes(lambda a: out(*a), [x, o.W], "x W", [dx, o.dW])


def prove_GaussianDropout(m, r):
    return "the noise is drawn in forward and not kept"


def prove_Reparameterize(m, r):
    o = m.Reparameterize()
    xs, d = [r.randn(2, 3), r.randn(2, 3)], r.randn(2, 3)

    def out(mu, logvar):
        np.random.seed(3)
        return dot(o.forward(mu, logvar), d)
    out(*xs)
    return probes(lambda a: out(*a), xs, "mu logvar", o.backward(d))


def prove_ClipByNorm(m, r):
    return layer(m.ClipByNorm(r.randn(3, 3)), r.randn(5, 3), r, "W", "dW")
