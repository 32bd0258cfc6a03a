import numpy as np
from proofkit import jacobian


def matrix(f, J, x, *rest, time=None, turn=False):
    def prove(m, rng):
        v = np.array(x)
        F, G = getattr(m, f), getattr(m, J)
        def call(h, q):
            a = (q,) if time is None else ((q, 0.3) if time else (0.3, q))
            return np.asarray(h(*a, *rest), dtype=float)
        out = call(G, v)
        return [jacobian("x", lambda q: call(F, q), v, out.T if turn else out, rng)]
    return prove


def single(f, J, x, *rest):
    def prove(m, rng):
        return [("x", lambda v: float(getattr(m, f)(float(v), *rest)), np.array(x),
                 np.array(getattr(m, J)(x, *rest)))]
    return prove


prove_robertson_matrix = matrix("robertson", "robertson_matrix", [0.7, 0.4, 0.3], 0.4, 1.3, 2.1, time=True)
prove_linearised = matrix("predator", "linearised", [0.7, 0.4], 1.3, 0.6, time=False)
prove_pendulum_columns = matrix("pendulum", "pendulum_columns", [0.7, 0.4], 1.7, 0.3, time=True, turn=True)
prove_kepler_slope = single("kepler", "kepler_slope", 0.8, 0.6, 0.3)
prove_kepler_bend = single("kepler_slope", "kepler_bend", 0.8, 0.6, 0.3)
prove_balance_matrix = matrix("balance", "balance_matrix", [1.7, 0.4])
prove_stoichiometry = matrix("chemistry", "stoichiometry", [0.3, 0.4, 0.5], 0.7, 0.2)
prove_colebrook_tangent = single("colebrook", "colebrook_tangent", 0.03, 200.0, 0.01)
