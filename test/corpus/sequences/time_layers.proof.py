import copy
import numpy as np
from layerkit import dot, layer, probes

P3, G3 = "params.0 params.1 params.2", "grads.0 grads.1 grads.2"


def prove_RNN(m, r):
    return layer(m.RNN(r.randn(3, 5), r.randn(5, 5), r.randn(5)), (r.randn(2, 3), r.randn(2, 5)), r, P3, G3)


def prove_TimeRNN(m, r):
    return layer(m.TimeRNN(r.randn(3, 5), r.randn(5, 5), r.randn(5)), r.randn(2, 4, 3), r, P3, G3)


def prove_LSTM(m, r):
    o = m.LSTM(r.randn(3, 20), r.randn(5, 20), r.randn(20))
    xs = [r.randn(2, 3), r.randn(2, 5), r.randn(2, 5)]
    up = r.randn(2, 5), r.randn(2, 5)
    a = copy.deepcopy(o)
    a.forward(*xs)
    dx = a.backward(*up)
    out = probes(lambda b: dot(copy.deepcopy(o).forward(*b), up), xs, "x h c", dx)

    def at(b):
        n = copy.deepcopy(o)
        n.params = b
        return dot(n.forward(*xs), up)
    return out + probes(at, o.params, "Wx Wh b", a.grads)


def prove_TimeAffine(m, r):
    return layer(m.TimeAffine(r.randn(3, 5), r.randn(5)), r.randn(2, 4, 3), r, "params.0 params.1", "grads.0 grads.1")


def prove_TimeSoftmaxWithLoss(m, r):
    return layer(m.TimeSoftmaxWithLoss(), r.randn(2, 3, 5), r, extra=(np.array([[1, 4, -1], [0, -1, -1]]),), up=1)


def prove_TimeEmbedding(m, r):
    return layer(m.TimeEmbedding(r.randn(5, 2)), np.array([[1, 1, 3], [2, 3, 1]]), r, "params.0", "grads.0", dx=False)
