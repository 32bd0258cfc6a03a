import numpy as np


def prover(make, data):
    def prove(m, rng):
        net = make(m)
        for k in net.params:
            net.params[k] = rng.randn(*net.params[k].shape)
        args = data(rng)
        _, grads = net.loss(*args)
        out = []
        for k in sorted(net.params):
            def f(v, k=k):
                keep = net.params[k]
                net.params[k] = v
                value = float(net.loss(*args)[0])
                net.params[k] = keep
                return value
            out.append((k, f, net.params[k].copy(), grads[k]))
        return out
    return prove


prove_TwoLayerNet_loss = prover(lambda m: m.TwoLayerNet(4, 5, 3),
                                lambda r: (r.randn(7, 4), r.randint(0, 3, 7), 0.2))
prove_TanhRegressor_loss = prover(lambda m: m.TanhRegressor(4, 3, reg=0.3), lambda r: (r.randn(7, 4), r.randn(7)))
prove_LogisticUnit_loss = prover(lambda m: m.LogisticUnit(5, l1=0.2),
                                 lambda r: (r.randn(7, 5), (r.rand(7) > 0.5) * 1.0))
prove_WeightTied_loss = prover(lambda m: m.WeightTied(5, 2), lambda r: (r.randn(7, 5),))
prove_FourLayerNet_loss = prover(lambda m: m.FourLayerNet([4, 5, 3], reg=0.1),
                                 lambda r: (r.randn(7, 4), r.randint(0, 3, 7)))
