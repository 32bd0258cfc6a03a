import numpy as np
from proofkit import jacobian


def spread(f, J, p):
    def prove(m, rng):
        x = rng.uniform(0.3, 2, 7)
        F, G = getattr(m, f), getattr(m, J)
        v = np.array(p)
        return [jacobian("p", lambda q: F(x, *q), v, G(x, *v), rng)]
    return prove


def packed(f, J, p, turn=False):
    def prove(m, rng):
        x, y = rng.uniform(-2, 2, 7), rng.randn(7)
        F, G = getattr(m, f), getattr(m, J)
        v = np.array(p)
        out = G(v, x, y)
        return [jacobian("p", lambda q: F(q, x, y), v, out.T if turn else out, rng)]
    return prove


prove_decay_partials = spread("decay", "decay_partials", [1.3, 0.7, 0.2])
prove_sensitivities = spread("hill", "sensitivities", [1.3, 0.7, 1.6])
prove_gauss_columns = packed("gauss_residuals", "gauss_columns", [1.3, 0.4, 0.8])
prove_line_rows = packed("line", "line_rows", [0.3, 1.4], turn=True)
prove_wave_partials = packed("plane_waves", "wave_partials", [1.3, 0.4, 0.8])
