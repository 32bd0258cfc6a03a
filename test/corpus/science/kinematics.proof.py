import numpy as np
from proofkit import elementwise, jacobian


def matrix(f, J, n, *rest, lo=0.3, hi=1.5):
    def prove(m, rng):
        x = rng.uniform(lo, hi, n)
        r = [a(rng) if callable(a) else a for a in rest]
        return [jacobian("x", lambda v: getattr(m, f)(v, *r), x, getattr(m, J)(x, *r), rng)]
    return prove


def single(f, g, x, *rest, first=()):
    def prove(m, rng):
        F, G = getattr(m, f), getattr(m, g)
        r = [a(rng) if callable(a) else a for a in rest]
        w = rng.randn(*np.shape(F(*first, x, *r)))
        return [("x", lambda v: float(np.sum(w * F(*first, float(v), *r))), np.array(x),
                 np.sum(w * G(*first, x, *r)))]
    return prove


prove_fk_jacobian = matrix("fk", "fk_jacobian", 3, lambda r: r.rand(3) + 0.5)
prove_project_jacobian = matrix("project", "project_jacobian", 3, 1.7, 0.3, 0.2)
prove_distort_jacobian = matrix("distort", "distort_jacobian", 2, 0.3, 0.4)
prove_d_rot2 = single("rot2", "d_rot2", 0.7)
prove_jac_unicycle = matrix("unicycle", "jac_unicycle", 3, 1.7, 0.3, 0.2)
prove_bearing_jac = matrix("bearing", "bearing_jac", 3, np.array([2.3, 3.1]))
prove_quat_rotate_jac = matrix("quat_rotate", "quat_rotate_jac", 4, lambda r: r.randn(3))
prove_kuramoto_jacobian = matrix("kuramoto", "kuramoto_jacobian", 5, lambda r: r.randn(5), 1.7)
prove_bezier_deriv = single("bezier", "bezier_deriv", 0.37, lambda r: r.randn(4, 2))
prove_horner_d = single("horner", "horner_d", 0.8, first=([1.3, -0.7, 0.4, 2.1],))
prove_dvan_der_waals = single("van_der_waals", "dvan_der_waals", 1.9, 1.3, 0.7, 0.4)


def prove_legendre_deriv(m, rng):
    x = rng.uniform(-0.9, 0.9, 5)
    return [elementwise("x", lambda v: m.legendre(4, v), x, m.legendre_deriv(4, x), rng)]
