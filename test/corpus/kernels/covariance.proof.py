import numpy as np
from proofkit import elementwise as el, scalar


def pair(cls, f, g, *args, lo=0.1, hi=2.5):
    def prove(m, rng):
        k = getattr(m, cls)(*args)
        r = rng.uniform(lo, hi, 11)
        return [el("r", getattr(k, f), r, getattr(k, g)(r), rng)]
    return prove


prove_SquaredExponential_gradient = pair("SquaredExponential", "__call__", "gradient", 1.7, 0.6)
prove_RationalQuadratic_gradient = pair("RationalQuadratic", "__call__", "gradient", 1.7, 0.6)
prove_Matern32_gradient = pair("Matern32", "__call__", "gradient", 1.7)
prove_Matern52_gradient = pair("Matern52", "__call__", "gradient", 1.7)
prove_Periodic_derivative = pair("Periodic", "__call__", "derivative", 1.7, 0.6)
prove_Wendland_derivative = pair("Wendland", "__call__", "derivative", 1.7)
prove_ThinPlate_grad = pair("ThinPlate", "fn", "grad")
prove_ThinPlate_grad2 = pair("ThinPlate", "grad", "grad2")
prove_CubicSpline_grad = pair("CubicSpline", "fn", "grad", 0.9)
prove_ArcCosine_derivative = pair("ArcCosine", "__call__", "derivative")
prove_FeneBond_grad = pair("FeneBond", "fn", "grad", 3.0, 1.7, hi=1.5)
prove_FeneBond_grad2 = pair("FeneBond", "grad", "grad2", 3.0, 1.7, hi=1.5)


def prove_Spring_grad(m, rng):
    s, x = m.Spring(1.7, 0.6), rng.randn(3)
    return [scalar("x", s.energy, x, s.grad(x))]


def prove_Gravity_gradient(m, rng):
    g, x = m.Gravity(rng.rand(5) + 0.5, 0.3), rng.randn(5, 3)
    return [scalar("x", g.energy, x, g.gradient(x))]
