import numpy as np
from layerkit import context


def prove_LinearFunction(m, r):
    with_bias = context(m.LinearFunction, [r.randn(2, 3), r.randn(5, 3), r.randn(5)], "x w b", r)
    return with_bias + context(m.LinearFunction, [r.randn(2, 3), r.randn(5, 3)], "x w", r)


def prove_MulConstantAdd(m, r):
    return context(m.MulConstantAdd, [r.randn(2, 3), r.randn(2, 3), 1.7], "x y _", r)


def prove_RMSNormFn(m, r):
    return context(m.RMSNormFn, [r.randn(2, 5), r.randn(5)], "x w", r)


def prove_SoftmaxFn(m, r):
    return context(m.SoftmaxFn, [r.randn(2, 3, 5), 1], "x _", r)


def prove_CrossEntropyFn(m, r):
    return context(m.CrossEntropyFn, [r.randn(3, 5), np.array([4, 0, 1]), 0.2], "x _ _", r)


def prove_EmbeddingBag(m, r):
    return context(m.EmbeddingBag, [np.array([[1, 1, 3], [2, 3, 1]]), r.randn(5, 2)], "_ table", r)


def prove_GatherRows(m, r):
    return context(m.GatherRows, [r.randn(5, 2), np.array([1, 4, 1])], "table _", r)


def prove_BatchedCosine(m, r):
    return context(m.BatchedCosine, [r.randn(2, 3), r.randn(2, 3)], "a b", r)


def prove_MaskedMean(m, r):
    return context(m.MaskedMean, [r.randn(2, 3, 5), np.array([[1., 1, 0], [1, 0, 0]])], "x _", r)


def prove_ScaledDotProduct(m, r):
    return context(m.ScaledDotProduct, [r.randn(2, 3, 5), r.randn(2, 3, 5), r.randn(2, 3, 4)], "q k v", r)


def prove_BatchMatMul(m, r):
    return context(m.BatchMatMul, [r.randn(2, 3, 3), r.randn(2, 3, 3)], "a b", r)


def prove_SinkhornStep(m, r):
    return context(m.SinkhornStep, [r.randn(3, 5)], "s", r)


def prove_WeightedHuber(m, r):
    return context(m.WeightedHuber, [r.randn(7), r.randn(7), r.rand(7), 0.8], "pred _ _ _", r)


def prove_ReprojectionError(m, r):
    return "returns None"
