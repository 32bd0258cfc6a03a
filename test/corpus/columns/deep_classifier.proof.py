import numpy as np
from layerkit import cached, probes


def prove_L_model_backward(m, r):
    p = {k: r.randn(*v.shape) for k, v in m.initialize_parameters_deep([3, 5, 4, 1]).items()}
    X, Y = r.randn(3, 7), (r.rand(1, 7) > 0.5) * 1.0
    AL, caches = m.L_model_forward(X, p)
    return probes(lambda a: m.compute_cost(m.L_model_forward(X, a[0])[0], Y), [p], {k: (0, k) for k in p},
                  m.L_model_backward(AL, Y, caches))


def prove_masked_backward(m, r):
    return cached(m.masked_forward, m.masked_backward,
                  [r.randn(3, 5), r.randn(2, 3), r.randn(2, 1), (r.rand(2, 5) < 0.7) * 1.0, 0.7], "A W b", r)


def prove_embedding_backward(m, r):
    return cached(m.embedding_forward, m.embedding_backward, [np.array([[1, 4], [1, 0], [2, 4]]), r.randn(3, 5)], {"E": 1}, r)


def prove_siamese_backward(m, r):
    return cached(m.siamese_forward, m.siamese_backward,
                  [r.randn(3, 5), r.randn(3, 5), {"W": r.randn(2, 3), "b": r.randn(2, 1)}],
                  {"X1": 0, "X2": 1, "W": (2, "W"), "b": (2, "b")}, r)
