import numpy as np
from layerkit import cached, dot, probes


def prove_cdist_backward(m, r):
    return cached(m.cdist_forward, m.cdist_backward, [r.randn(2, 3), r.randn(5, 3)], "a b", r)


def prove_conv_backward_strides(m, r):
    out = []
    for conv in ({'stride': 2, 'pad': 1}, {'stride': 1, 'pad': 0}):
        out += cached(m.conv_forward_strides, m.conv_backward_strides,
                      [r.randn(2, 3, 5, 3), r.randn(4, 3, 3, 3), r.randn(4), conv], "x w b", r)
    return out


def prove_interp_backward(m, r):
    return cached(m.interp_forward, m.interp_backward, [r.rand(7) * 4, r.randn(5)], "x table", r)


def prove_affine_bn_relu_backward(m, r):
    return cached(m.affine_bn_relu_forward, m.affine_bn_relu_backward,
                  [r.randn(5, 3), r.randn(3, 2), r.randn(2), r.randn(2), r.randn(2)], "x w b gamma beta", r)


def prove_gumbel_softmax_backward(m, r):
    return cached(m.gumbel_softmax_forward, m.gumbel_softmax_backward, [r.randn(3, 5), r.rand(3, 5), 0.7], "x", r)


def prove_highway_step_backward(m, r):
    return cached(m.highway_step_forward, m.highway_step_backward, [r.randn(2, 3), r.randn(3, 3), r.randn(3), 4], "h W b", r)


def prove_quadratic_form_backward(m, r):
    return cached(m.quadratic_form_forward, m.quadratic_form_backward, [r.randn(2, 3), r.randn(3, 3)], "x A", r)


def prove_sort_pool_backward(m, r):
    return cached(m.sort_pool_forward, m.sort_pool_backward, [r.randn(3, 5), 2], "x", r)


def prove_soft_assign_backward(m, r):
    return cached(m.soft_assign_forward, m.soft_assign_backward, [r.randn(2, 3), r.randn(5, 3), np.array(0.7)], "x c beta", r)


def prove_standardize_backward(m, r):
    return cached(m.standardize_forward, m.standardize_backward, [r.randn(3, 5)], "x", r)


def prove_multi_affine_backward(m, r):
    xs, ws = [r.randn(2, 3), r.randn(2, 5)], [r.randn(3, 4), r.randn(5, 4)]
    d = r.randn(2, 4)
    dxs, dws = m.multi_affine_backward(d, m.multi_affine_forward(xs, ws)[1])
    return probes(lambda a: dot(m.multi_affine_forward(*a)[0], d), [xs, ws],
                  {"x0": (0, 0), "x1": (0, 1), "w0": (1, 0), "w1": (1, 1)}, dxs + dws)


def prove_bag_of_words_backward(m, r):
    x = np.array([[1, 2, 0, 0], [3, 1, 1, 0]])
    return cached(m.bag_of_words_forward, m.bag_of_words_backward, [x, r.randn(5, 2)], {"W": 1}, r)


def prove_cumsum_backward(m, r):
    return cached(m.cumsum_forward, m.cumsum_backward, [r.randn(2, 4, 3)], "x", r)
