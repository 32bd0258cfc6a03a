import numpy as np
from proofkit import arguments, jacobian, scalar


def partial(name, forward, place, *values):
    """One argument of a function of several: `values` as they are, or made with the seed."""

    def prove(m, r):
        args = [each(r) if callable(each) else each for each in values]
        written = getattr(m, name)(*args)

        def at(v):
            return getattr(m, forward)(*[v if i == place else each for i, each in enumerate(args)])

        x = np.asarray(args[place], float)
        return [jacobian("argument %d" % place, at, x, written, r)]

    return prove


def normal(*shape):
    return lambda r: r.randn(*shape)


prove_dwave_dx = partial("dwave_dx", "wave", 0, 0.7, 0.3)
prove_dwavedt = partial("dwavedt", "wave", 1, 0.7, 0.3)
model = (normal(3), 0.4, normal(5, 3), normal(5))
prove_dsquared_dw = partial("dsquared_dw", "squared", 0, *model)
prove_squared_grad_b = partial("squared_grad_b", "squared", 1, *model)
prove_grad_squared_wrt_X = partial("grad_squared_wrt_X", "squared", 2, *model)
pair = (normal(3), normal(3), 1.3, 0.8)
prove_kernel_grad_x = partial("kernel_grad_x", "kernel", 0, *pair)
prove_partial_kernel_length = partial("partial_kernel_length", "kernel", 2, *pair)
prove_kernel_dheight = partial("kernel_dheight", "kernel", 3, *pair)
drive = (normal(3), normal(2), 0.1)
prove_steer_jacobian_state = partial("steer_jacobian_state", "steer_model", 0, *drive)
prove_steer_jacobian_u = partial("steer_jacobian_u", "steer_model", 1, *drive)
prove_factors_grad_V = partial("factors_grad_V", "factors", 3, normal(4), 0.3, normal(4), normal(4, 2))


def prove_Filter_F_jacobian(m, r):
    f, x, u = m.Filter(0.1), r.randn(2), r.randn(2)
    return [jacobian("x", lambda v: f.f(v, u), x, f.F_jacobian(x, u), r)]


def prove_dihedral_grad(m, r):
    points = [r.randn(3) for _ in range(4)]
    names = [(i, "p%d" % i) for i in range(4)]
    return arguments(m.dihedral, points, m.dihedral_grad(*points), names)


def prove_SoftmaxCrossEntropy(m, r):
    loss, logits, labels = m.SoftmaxCrossEntropy(), r.randn(4, 3), r.randint(0, 3, 4)
    loss.forward(logits, labels)
    written = loss.backward()
    return [scalar("logits", lambda v: m.SoftmaxCrossEntropy().forward(v, labels), logits, written)]


def prove_Gate(m, r):
    gate, x, h, up = m.Gate(3, 2), r.randn(3), r.randn(2), r.randn(2)
    gate.forward(x, h)
    dx, dh = gate.backward(up)
    proofs = [
        scalar("x", lambda v: gate.forward(v, h) @ up, x, dx),
        scalar("h", lambda v: gate.forward(x, v) @ up, h, dh),
    ]
    for name in ("Wz", "Uz", "Wc"):
        def at(v, name=name):
            before = getattr(gate, name)
            setattr(gate, name, v)
            value = gate.forward(x, h) @ up
            setattr(gate, name, before)
            return value
        proofs.append(scalar(name, at, getattr(gate, name), getattr(gate, "d" + name)))
    return proofs
