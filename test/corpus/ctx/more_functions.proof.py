import numpy as np
from layerkit import context


def of(name, args, wrt):
    return lambda m, r: context(getattr(m, name), args(r), wrt, r)


prove_LayerNormFunction = of("LayerNormFunction", lambda r: [r.randn(2, 5), r.randn(5), r.randn(5), 1e-5], "x w b _")
prove_Snake = of("Snake", lambda r: [r.randn(2, 3, 5), r.rand(3) + 0.5], "x a")
prove_Roll = of("Roll", lambda r: [r.randn(2, 5), 2], "x _")
prove_TwoOutputs = of("TwoOutputs", lambda r: [r.randn(2, 3), r.randn(2, 3)], "a b")
prove_Addcmul = of("Addcmul", lambda r: [r.randn(2, 3), r.randn(2, 3), r.randn(2, 3), 1.7], "x a b _")
prove_GroupedSoftmax = of("GroupedSoftmax", lambda r: [r.randn(2, 6), 2], "x _")
prove_FocalLoss = of("FocalLoss", lambda r: [r.randn(3, 5), np.array([4, 1, 0]), 2.5], "x _ _")
prove_KeepTopK = of("KeepTopK", lambda r: [r.randn(3, 5), 2], "x _")
prove_BilinearPooling = of("BilinearPooling", lambda r: [r.randn(2, 3, 5), r.randn(2, 4, 5)], "x y")
prove_LogCosh = of("LogCosh", lambda r: [r.randn(3, 5), 1.7], "x _")
