from layerkit import context


def of(name, wrt="x", *rest):
    return lambda m, r: context(getattr(m, name), [r.randn(3, 5)] + list(rest), wrt, r)


prove_SwishFn = of("SwishFn")
prove_MishFn = of("MishFn")
prove_ClampedExp = of("ClampedExp", "x _", 0.4)
prove_SignSTE = of("SignSTE")
prove_RoundSTE = of("RoundSTE", "x _", 2)
prove_GradientReversal = of("GradientReversal", "x _", 0.7)
prove_SoftThreshold = of("SoftThreshold", "x _", 0.3)
prove_SquashFn = of("SquashFn")


def prove_PReLU(m, r):
    return context(m.PReLU, [r.randn(3, 5), r.randn(5)], "x w", r)
