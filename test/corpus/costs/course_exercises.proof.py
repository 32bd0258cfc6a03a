import numpy as np
from proofkit import elementwise


def design(rng, n=7, d=3):
    return np.hstack([np.ones((n, 1)), rng.randn(n, d)])


def theta_first(name, *rest):
    def prove(m, rng):
        fn = getattr(m, name)
        X, y, t = design(rng), (rng.rand(7) > 0.5) * 1.0, rng.randn(4)
        J, g = fn(t, X, y, *rest)
        return [("theta", lambda v: float(fn(v, X, y, *rest)[0]), t, g)]
    return prove


prove_costFunction = theta_first("costFunction")
prove_costFunctionReg = theta_first("costFunctionReg", 1.3)
prove_lrCostFunction = theta_first("lrCostFunction", 1.3)


def prove_linearRegCostFunction(m, rng):
    X, y, t = design(rng), rng.randn(7), rng.randn(4)
    return [("theta", lambda v: float(m.linearRegCostFunction(X, y, v, 0.8)[0]), t,
             m.linearRegCostFunction(X, y, t, 0.8)[1])]


def cofi(fn, rng, masked):
    users, movies, k = 5, 3, 2
    R = (rng.rand(movies, users) > 0.4) * 1.0
    R[0, 0], R[1, 1] = 1, 0
    Y = rng.randint(1, 6, (movies, users)) * 1.0
    if masked:
        Y = Y * R
    p = rng.randn((users + movies) * k)
    rest = (Y, R, users, movies, k, 0.7)
    return [("params", lambda v: float(fn(v, *rest)[0]), p, fn(p, *rest)[1])]


def prove_cofiCostFunc(m, rng):
    return cofi(m.cofiCostFunc, rng, True)


def prove_cofi_cost(m, rng):
    return cofi(m.cofi_cost, rng, True)


def prove_sigmoidGradient(m, rng):
    x = rng.randn(3, 5)
    return [elementwise("z", m.sigmoid, x, m.sigmoidGradient(x), rng)]


def prove_nnCostFunction(m, rng):
    p, X, y = rng.randn(5 * 4 + 2 * 6), rng.randn(7, 3), rng.randint(1, 3, 7)
    rest = (3, 5, 2, X, y, 0.9)
    return [("nn_params", lambda v: float(m.nnCostFunction(v, *rest)[0]), p, m.nnCostFunction(p, *rest)[1])]


def prove_nn_cost(m, rng):
    p, X, Y = rng.randn(5 * 4 + 2 * 6), rng.randn(7, 3), np.eye(2)[rng.randint(0, 2, 7)]
    rest = (3, 5, 2, X, Y, 0.9)
    return [("nn_params", lambda v: float(m.nn_cost(v, *rest)[0]), p, m.nn_cost(p, *rest)[1])]


def prove_sparseAutoencoderCost(m, rng):
    p = rng.randn(2 * 15 + 3 + 5) * 0.5
    rest = (5, 3, 0.01, 0.1, 2.0, rng.rand(5, 7))
    return [("theta", lambda v: float(m.sparseAutoencoderCost(v, *rest)[0]), p, m.sparseAutoencoderCost(p, *rest)[1])]


def prove_softmaxCost(m, rng):
    p = rng.randn(15)
    rest = (3, 5, 0.2, rng.randn(5, 7), rng.randint(0, 3, 7))
    return [("theta", lambda v: float(m.softmaxCost(v, *rest)[0]), p, m.softmaxCost(p, *rest)[1])]
