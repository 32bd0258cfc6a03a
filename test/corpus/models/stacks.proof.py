import numpy as np
from layerkit import layer


def prove_LinearLayer(m, r):
    return layer(m.LinearLayer(3, 5), r.randn(2, 3), r, "params.weight params.bias", "grads.weight grads.bias")


def prove_ELUModule(m, r):
    return layer(m.ELUModule(0.6), r.randn(3, 5), r)


def prove_CosineClassifier(m, r):
    return layer(m.CosineClassifier(5, 3), r.randn(2, 3), r, "params.w", "grads.w")


def prove_Sequential(m, r):
    return layer(m.Sequential(3), r.randn(2, 3), r, "layers.0.params.weight layers.1.params.weight",
                 "layers.0.grads.weight layers.1.grads.weight")


def prove_MLP(m, r):
    return layer(m.MLP(), r.randn(2, 4), r, "W.0 b.0 W.1 b.1", "dW.0 db.0 dW.1 db.1")


def prove_GraphConvolution(m, r):
    A = r.rand(4, 4)
    return layer(m.GraphConvolution(r.randn(3, 5)), r.randn(4, 3), r, "W", "dW", extra=(A + A.T,))


def prove_GatedTable(m, r):
    g = r.rand(2, 3)
    return layer(m.GatedTable(), (g / g.sum(1, keepdims=True), r.randn(3, 5)), r)


def prove_MaskedAttentionPool(m, r):
    mask = np.array([[1., 1, 0, 1], [1, 1, 0, 0]])
    return layer(m.MaskedAttentionPool(r.randn(3)), r.randn(2, 4, 3), r, "w", "dw", extra=(mask,))


def prove_MixtureDensity(m, r):
    return layer(m.MixtureDensity(r.randn(3, 5)), r.randn(2, 3), r, "W", "dW")


def prove_TwinHead(m, r):
    return layer(m.TwinHead(3, 5, 2, 4), r.randn(2, 3), r, "params.T params.A params.B", "grads.T grads.A grads.B")
