import numpy as np
from proofkit import arguments


def prove_VariationalLoss_grad(m, rng):
    y = (rng.rand(3, 5) > 0.5) * 1.0
    args = [y, rng.uniform(0.2, 0.8, (3, 5)), rng.randn(3, 2), rng.randn(3, 2)]
    L = m.VariationalLoss()
    dp, dlv, dm = L.grad(*args)
    return arguments(L.loss, args, [dp, dm, dlv], [(1, "y_pred"), (2, "t_mean"), (3, "t_log_var")])


def prove_KLGaussian_grad(m, rng):
    L = m.KLGaussian(0.4, 1.7)
    args = [rng.randn(3, 2), rng.randn(3, 2)]
    return arguments(L.cost, args, L.grad(*args), [(0, "mu"), (1, "logvar")])


def prove_WassersteinCritic_gradient(m, rng):
    L = m.WassersteinCritic()
    args = [np.sign(rng.randn(7)), rng.randn(7)]
    return arguments(L.loss, args, [L.gradient(*args)], [(1, "y_pred")])


def prove_LeastSquaresGAN_gradient(m, rng):
    L = m.LeastSquaresGAN(0.9)
    args = [(rng.rand(7) > 0.5) * 1.0, rng.randn(7)]
    return arguments(L.loss, args, [L.gradient(*args)], [(1, "y_pred")])


def prove_CategoricalKL_gradient(m, rng):
    L = m.CategoricalKL()
    p, q = rng.rand(3, 5) + 0.1, rng.rand(3, 5) + 0.1
    args = [p / p.sum(1, keepdims=True), q / q.sum(1, keepdims=True)]
    return arguments(L.loss, args, [L.gradient(*args)], [(1, "y_pred")])
