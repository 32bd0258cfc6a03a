import numpy as np
from layerkit import layer

P, U, F = ("forward_pass", "backward_pass"), ("_forward", "_backward"), ("fprop", "bprop")


def prove_LogisticUnit(m, r):
    return layer(m.LogisticUnit(3), r.randn(5, 3), r, "weights bias", "grad_weights grad_bias", P)


def prove_Standardizer(m, r):
    return layer(m.Standardizer(r.randn(3)), r.randn(5, 3), r, "gain", "grad_gain", U)


def prove_Spline(m, r):
    return layer(m.Spline(r.rand(4), r.randn(4)), r.rand(7) * 2, r, "w knots", "w_grad knots_grad", F)


def prove_LowRank(m, r):
    o = m.LowRank([r.randn(3), r.randn(3)], [r.randn(3), r.randn(3)])
    return layer(o, r.randn(5, 3), r, "us.0 us.1 vs.0 vs.1", "dus.0 dus.1 dvs.0 dvs.1", ("_fwd", "_bwd"))


def prove_DecisionStump(m, r):
    o = m.DecisionStump(np.array(0.2), np.array(-0.7), np.array(1.3))
    return layer(o, r.randn(7), r, "t left right", "dt dleft dright", P)


def prove_Codebook(m, r):
    return layer(m.Codebook(r.randn(5, 2)), r.randn(3, 5), r, "codes", "dcodes", F)


def prove_RecurrentFilter(m, r):
    return layer(m.RecurrentFilter(np.array([0.7]), np.array([1.3])), r.randn(2, 5), r, "a b", "da db", U)


def prove_SmoothFilter(m, r):
    return layer(m.SmoothFilter(np.array([0.3])), r.randn(5), r, "k", "dk", U)


def boxes(stem):
    return lambda m, r: layer(m.BoxOps(), r.rand(3, 4) + 0.5, r, verbs=(stem + "_forward", stem + "_backward"))


prove_BoxOps_area_backward = boxes("area")
prove_BoxOps_center_backward = boxes("center")
prove_BoxOps_corners_backward = boxes("corners")
