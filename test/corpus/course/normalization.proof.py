import numpy as np
from layerkit import cached


def bn(r):
    return [r.randn(5, 3), r.randn(3), r.randn(3), {'mode': 'train'}]


def prove_batchnorm_backward(m, r):
    return cached(m.batchnorm_forward, m.batchnorm_backward, bn(r), "x gamma beta", r)


def prove_batchnorm_backward_alt(m, r):
    return cached(m.batchnorm_forward, m.batchnorm_backward_alt, bn(r), "x gamma beta", r)


def prove_layernorm_backward(m, r):
    return cached(m.layernorm_forward, m.layernorm_backward, [r.randn(3, 5), r.randn(5), r.randn(5), {}], "x gamma beta", r)


def prove_spatial_batchnorm_backward(m, r):
    return cached(m.spatial_batchnorm_forward, m.spatial_batchnorm_backward,
                  [r.randn(2, 3, 2, 5), r.randn(3), r.randn(3), {'mode': 'train'}], "x gamma beta", r)


def prove_spatial_groupnorm_backward(m, r):
    return cached(m.spatial_groupnorm_forward, m.spatial_groupnorm_backward,
                  [r.randn(2, 6, 2, 3), r.randn(1, 6, 1, 1), r.randn(1, 6, 1, 1), 2, {}], "x gamma beta", r)


def prove_instancenorm_backward(m, r):
    return cached(m.instancenorm_forward, m.instancenorm_backward, [r.randn(2, 3, 2, 5)], "x", r)


def prove_rmsnorm_backward(m, r):
    return cached(m.rmsnorm_forward, m.rmsnorm_backward, [r.randn(2, 3, 5), r.randn(5)], "x g", r)


def prove_weightnorm_backward(m, r):
    return cached(m.weightnorm_forward, m.weightnorm_backward, [r.randn(2, 3), r.randn(3, 5), r.randn(5)], "x v g", r)


def prove_dropout_backward(m, r):
    return (cached(m.dropout_forward, m.dropout_backward, [r.randn(5, 7), {'p': 0.6, 'mode': 'train', 'seed': 3}], "x", r)
            + cached(m.dropout_forward, m.dropout_backward, [r.randn(2, 3), {'p': 0.6, 'mode': 'test'}], "x", r))


def prove_dropconnect_backward(m, r):
    def forward(x, w):
        np.random.seed(3)
        return m.dropconnect_forward(x, w)
    return cached(forward, m.dropconnect_backward, [r.randn(2, 3), r.randn(3, 5)], "x w", r)


def prove_rrelu_backward(m, r):
    return "the slope is drawn in forward and not kept"


def prove_alpha_dropout_backward(m, r):
    return cached(m.alpha_dropout_forward, m.alpha_dropout_backward, [r.randn(3, 5), (r.rand(3, 5) > 0.4) * 1.0, 0.4], "x", r)
