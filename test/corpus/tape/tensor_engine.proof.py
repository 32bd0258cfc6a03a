import numpy as np
from layerkit import tape


def prove_Tensor_add(m, r):
    return tape(m.Tensor, lambda a, b: a.add(b), [r.randn(2, 3), r.randn(1, 3)], r)


def prove_Tensor_mul(m, r):
    return tape(m.Tensor, lambda a, b: a.mul(b), [r.randn(2, 3), r.randn(1, 3)], r)


def prove_Tensor_matmul(m, r):
    return tape(m.Tensor, lambda a, b: a.matmul(b), [r.randn(2, 3), r.randn(3, 5)], r)


def prove_Tensor_sum(m, r):
    return tape(m.Tensor, lambda a: a.sum(axis=1), [r.randn(2, 3)], r) + tape(m.Tensor, lambda a: a.sum(), [r.randn(2, 3)], r)


def prove_Tensor_mean(m, r):
    return tape(m.Tensor, lambda a: a.mean(axis=0), [r.randn(2, 3)], r) + tape(m.Tensor, lambda a: a.mean(axis=1), [r.randn(2, 3)], r)


def prove_Tensor_max(m, r):
    return tape(m.Tensor, lambda a: a.max(axis=1), [r.randn(2, 3)], r)


def prove_Tensor___getitem__(m, r):
    return tape(m.Tensor, lambda a: a[np.array([1, 4, 1])], [r.randn(5, 2)], r)


def prove_Tensor_transpose(m, r):
    return tape(m.Tensor, lambda a: a.transpose(1, 2, 0), [r.randn(2, 3, 5)], r)


def prove_Tensor_log_softmax(m, r):
    return tape(m.Tensor, lambda a: a.log_softmax(), [r.randn(2, 5)], r)


def prove_Tensor_concat(m, r):
    return tape(m.Tensor, lambda a, b: a.concat(b, 1), [r.randn(2, 3), r.randn(2, 3)], r)


def prove_Tensor_clip(m, r):
    return tape(m.Tensor, lambda a: a.clip(-0.5, 0.8), [r.randn(3, 5)], r)


def prove_Tensor_detach(m, r):
    return tape(m.Tensor, lambda a: a.detach(), [r.randn(2, 3)], r)
