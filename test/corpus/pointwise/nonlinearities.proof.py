from proofkit import elementwise as el


def first(cls, **kw):
    def prove(m, rng):
        a = getattr(m, cls)(**kw)
        v = rng.randn(3, 5) * 1.7
        return [el("x", a.fn, v, a.grad(v), rng)]
    return prove


def second(cls, **kw):
    def prove(m, rng):
        a = getattr(m, cls)(**kw)
        v = rng.randn(3, 5) * 1.3
        return [el("x", a.grad, v, a.grad2(v), rng)]
    return prove


prove_Sigmoid_grad = first("Sigmoid")
prove_Sigmoid_grad2 = second("Sigmoid")
prove_Tanh_grad = first("Tanh")
prove_Tanh_grad2 = second("Tanh")
prove_Affine_grad = first("Affine", slope=1.7, intercept=-0.3)
prove_ELU_grad = first("ELU", alpha=0.6)
prove_Exponential_grad = first("Exponential", base=2.0)
prove_HardSigmoid_grad = first("HardSigmoid")
prove_HardSigmoid_grad2 = second("HardSigmoid")
prove_SoftPlus_grad = first("SoftPlus")
prove_SoftPlus_grad2 = second("SoftPlus")
prove_BentIdentity_grad = first("BentIdentity")
prove_BentIdentity_grad2 = second("BentIdentity")
prove_Mish_grad = first("Mish")
