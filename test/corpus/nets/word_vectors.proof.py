import numpy as np
from proofkit import arguments


def first(fn):
    return lambda *a: fn(*a)[0]


def prove_naiveSoftmaxLossAndGradient(m, rng):
    a = [rng.randn(3), 2, rng.randn(5, 3)]
    _, gc, go = m.naiveSoftmaxLossAndGradient(*a)
    return arguments(first(m.naiveSoftmaxLossAndGradient), a, [gc, go], [(0, "center"), (2, "outside")])


def prove_negSamplingLossAndGradient(m, rng):
    a = [rng.randn(3), 2, rng.randn(7, 3), [1, 4, 4, 6]]
    _, gc, go = m.negSamplingLossAndGradient(*a)
    return arguments(first(m.negSamplingLossAndGradient), a, [gc, go], [(0, "center"), (2, "outside")])


def prove_glove_cost(m, rng):
    a = [rng.randn(5, 2), rng.randn(3, 2), rng.randn(5), rng.randn(3), rng.randint(1, 30, (5, 3)) * 1.0]
    return arguments(first(m.glove_cost), a, m.glove_cost(*a)[1:], [(0, "W"), (1, "C"), (2, "b"), (3, "c")])


def prove_cbow_loss(m, rng):
    a = [[1, 3, 3], 0, rng.randn(5, 2), rng.randn(5, 2)]
    return arguments(first(m.cbow_loss), a, m.cbow_loss(*a)[1:], [(2, "V"), (3, "U")])


def prove_bpr_loss(m, rng):
    a = [rng.randn(3), rng.randn(3), rng.randn(3), 0.3]
    return arguments(first(m.bpr_loss), a, m.bpr_loss(*a)[1:], [(0, "p"), (1, "q_pos"), (2, "q_neg")])


def prove_triplet_loss(m, rng):
    a = [rng.randn(5, 3), rng.randn(5, 3), rng.randn(5, 3), 0.5]
    return arguments(first(m.triplet_loss), a, m.triplet_loss(*a)[1:],
                     [(0, "anchor"), (1, "positive"), (2, "negative")])


def prove_info_nce(m, rng):
    a = [rng.randn(5, 3), rng.randn(5, 3), 0.4]
    return arguments(first(m.info_nce), a, m.info_nce(*a)[1:], [(0, "z"), (1, "keys")])
