import numpy as np
from proofkit import jacobian, scalar


def gradient(fname, gname, *rest, lo=-2, hi=2, n=5):
    def prove(m, rng):
        f, g = getattr(m, fname), getattr(m, gname)
        x = rng.uniform(lo, hi, n)
        return [scalar("x", lambda v: f(v, *rest), x, g(x.copy(), *rest))]
    return prove


prove_rosen_der = gradient("rosen", "rosen_der")
prove_rastrigin_grad = gradient("rastrigin", "rastrigin_grad")
prove_ackley_grad = gradient("ackley", "ackley_grad", 17.0, 0.3, 2.0)
prove_griewank_grad = gradient("griewank", "griewank_grad")
prove_styblinski_tang_grad = gradient("styblinski_tang", "styblinski_tang_grad")
prove_dixon_price_grad = gradient("dixon_price", "dixon_price_grad")
prove_zakharov_grad = gradient("zakharov", "zakharov_grad")
prove_trid_gradient = gradient("trid", "trid_gradient")
prove_levy_gradient = gradient("levy", "levy_gradient")
prove_d_michalewicz = gradient("michalewicz", "d_michalewicz", 2, lo=0.5, hi=3, n=3)


def prove_rosen_hess(m, rng):
    x = rng.uniform(-2, 2, 5)
    return [jacobian("x", m.rosen_der, x, m.rosen_hess(x), rng)]


def prove_rosen_hess_prod(m, rng):
    x, p = rng.uniform(-2, 2, 5), rng.randn(5)
    return [("x", lambda v: float(m.rosen_der(v) @ p), x, m.rosen_hess_prod(x, p))]
