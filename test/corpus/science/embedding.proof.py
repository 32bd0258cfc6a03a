import numpy as np
from proofkit import arguments, scalar


def distances(rng, n):
    D = rng.rand(n, n) + 0.5
    D = D + D.T
    np.fill_diagonal(D, 0)
    return D


def affinities(rng, n):
    P = distances(rng, n)
    return P / P.sum()


def prove_stress_gradient(m, rng):
    Y, D = rng.randn(5, 2), distances(rng, 5)
    return [scalar("Y", lambda v: m.stress(v, D), Y, m.stress_gradient(Y, D))]


def prove_sammon_gradient(m, rng):
    Y, D = rng.randn(5, 2), distances(rng, 5)
    return [scalar("Y", lambda v: m.sammon(v, D), Y, m.sammon_gradient(Y, D))]


def prove_tsne_loss(m, rng):
    Y, P = rng.randn(5, 2), affinities(rng, 5)
    return [scalar("Y", lambda v: m.tsne_loss(v, P)[0], Y, m.tsne_loss(Y, P)[1])]


def prove_tsne_early(m, rng):
    return "the affinities are exaggerated in the gradient only, as the method has it"


def prove_smoothness_grad(m, rng):
    f, W = rng.randn(5), rng.rand(5, 5)
    return [scalar("f", lambda v: m.smoothness(v, W), f, m.smoothness_grad(f, W))]


def factors(name):
    def prove(m, rng):
        fn = getattr(m, name)
        a = [rng.rand(5, 2) + 0.2, rng.rand(2, 3) + 0.2, rng.rand(5, 3) + 0.2]
        return arguments(lambda *b: fn(*b)[0], a, fn(*a)[1:], [(0, "W"), (1, "H")])
    return prove


prove_nmf_loss = factors("nmf_loss")
prove_nmf_kl_loss = factors("nmf_kl_loss")


def prove_clipped_loss(m, rng):
    return "the norm is limited on purpose"


def prove_char_rnn_loss(m, rng):
    H, V = 3, 5
    a = [[1, 4, 0, 2], [4, 0, 2, 2], rng.randn(H), rng.randn(H, V), rng.randn(H, H), rng.randn(V, H),
         rng.randn(H), rng.randn(V)]
    return arguments(lambda *b: m.char_rnn_loss(*b)[0], a, m.char_rnn_loss(*a)[1:],
                     [(3, "Wxh"), (4, "Whh"), (5, "Why"), (6, "bh"), (7, "by")])
