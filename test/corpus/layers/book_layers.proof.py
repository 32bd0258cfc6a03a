import numpy as np
from layerkit import dot, layer


def prove_MulLayer(m, r):
    return layer(m.MulLayer(), (r.randn(2, 3), r.randn(2, 3)), r)


def prove_Relu(m, r):
    return layer(m.Relu(), r.randn(3, 5), r)


def prove_Sigmoid(m, r):
    return layer(m.Sigmoid(), r.randn(3, 5), r)


def prove_Affine(m, r):
    return layer(m.Affine(r.randn(6, 5), r.randn(5)), r.randn(4, 2, 3), r, "W b", "dW db")


def prove_MatMul(m, r):
    return layer(m.MatMul(r.randn(3, 5)), r.randn(2, 3), r, "params.0", "grads.0")


def prove_Embedding(m, r):
    return layer(m.Embedding(r.randn(5, 3)), np.array([1, 4, 1, 0]), r, "params.0", "grads.0", dx=False)


def prove_EmbeddingDot(m, r):
    return layer(m.EmbeddingDot(r.randn(5, 3)), r.randn(4, 3), r, "params.0", "grads.0", extra=(np.array([1, 4, 1, 0]),))


def prove_SoftmaxWithLoss(m, r):
    onehot = layer(m.SoftmaxWithLoss(), r.randn(3, 5), r, extra=(np.eye(5)[[4, 1, 0]],), up=1)
    return onehot + layer(m.SoftmaxWithLoss(), r.randn(3, 5), r, extra=(np.array([4, 1, 0]),), up=1)


def prove_SigmoidWithLoss(m, r):
    return layer(m.SigmoidWithLoss(), r.randn(5), r, extra=(np.array([1, 0, 0, 1, 1]),))


def prove_Dropout(m, r):
    o = m.Dropout(0.4)
    o.forward = seeded(o.forward)
    x = r.randn(3, 5)
    d = r.randn(3, 5)
    o.forward(x)
    return [("x", lambda v: dot(o.forward(v), d), x, o.backward(d))]


def seeded(forward):
    def call(*args):
        np.random.seed(3)
        return forward(*args)
    return call


def prove_WeightSum(m, r):
    return layer(m.WeightSum(), (r.randn(2, 5, 3), r.randn(2, 5)), r)


def prove_AttentionWeight(m, r):
    return layer(m.AttentionWeight(), (r.randn(2, 5, 3), r.randn(2, 3)), r)
