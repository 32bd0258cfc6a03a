import numpy as np
from proofkit import arguments


def check(name, make, names):
    def prove(m, rng):
        fn, a = getattr(m, name), make(rng)
        out = fn(*a)
        return arguments(lambda *b: fn(*b)[0], a, out[1:], names)
    return prove


def sign(rng, n):
    return np.sign(rng.randn(n))


prove_lasso_cost = check("lasso_cost", lambda r: [r.randn(3), r.randn(7, 3), r.randn(7), 0.3], [(0, "w")])
prove_weighted_log_loss = check("weighted_log_loss", lambda r: [r.randn(3), r.randn(7, 3), sign(r, 7), r.rand(7) + 0.5, 1.7], [(0, "w")])
prove_mlp_cost = check("mlp_cost", lambda r: [r.randn(3 * 5 + 5 + 5 + 1), r.randn(7, 3), r.randn(7), 5], [(0, "theta")])
prove_ica_cost = check("ica_cost", lambda r: [r.randn(2, 3), r.randn(3, 7), 0.4], [(0, "W")])
prove_total_variation = check("total_variation", lambda r: [r.randn(3, 5), r.randn(3, 5), 0.6], [(0, "img")])
prove_content_loss = check("content_loss", lambda r: [r.randn(2, 3), r.randn(2, 3), 0.7], [(0, "features")])
prove_style_loss = check("style_loss", lambda r: [r.randn(2, 3, 5), (lambda A: A @ A.T)(r.randn(2, 3)), 0.7], [(0, "features")])
prove_attention_energy = check("attention_energy", lambda r: [r.randn(3), r.randn(5, 3), 1.7], [(0, "q")])
prove_ranknet_cost = check("ranknet_cost", lambda r: [r.randn(5), [(0, 1), (2, 4), (0, 3)], 1.4], [(0, "scores")])
prove_listnet_loss = check("listnet_loss", lambda r: [r.randn(5), r.randn(5)], [(0, "scores")])
prove_svdd_cost = check("svdd_cost", lambda r: [r.randn(3), r.randn(7, 3), 1.3], [(0, "c")])
prove_hinge_objective = check("hinge_objective", lambda r: [r.randn(3), np.array(0.3), r.randn(7, 3), sign(r, 7), 0.2], [(0, "w"), (1, "b")])
prove_kernel_nll = check("kernel_nll", lambda r: [r.randn(5), (lambda A: A @ A.T)(r.randn(5, 3)), sign(r, 5)], [(0, "alpha")])
prove_mixture_nll = check("mixture_nll", lambda r: [r.randn(3), r.randn(7), np.array([0.2, 0.5, 0.3]), r.rand(3) + 0.5], [(0, "mu")])
prove_bradley_terry = check("bradley_terry", lambda r: [r.randn(5), r.randint(0, 4, (5, 5)) * 1.0], [(0, "params")])


def prove_batch_loss(m, rng):
    a = [rng.randn(3, 5) * 0.5, rng.randn(3, 1), rng.randn(5, 7), (rng.rand(3, 7) > 0.5) * 1.0]
    g = m.batch_loss(*a)[1]
    return arguments(lambda *b: m.batch_loss(*b)[0], a, [g["dW"], g["db"]], [(0, "W"), (1, "b")])
