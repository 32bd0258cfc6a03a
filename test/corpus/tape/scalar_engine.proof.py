from layerkit import tape


def of(op, *xs):
    def prove(m, r):
        return tape(m.Value, lambda *v: getattr(v[0], op)(*v[1:]), xs, r)
    return prove


def prove_Value___add__(m, r):
    return tape(m.Value, lambda v: v + v, [0.7], r)


def prove_Value___mul__(m, r):
    return of("__mul__", 0.7, -1.3)(m, r) + tape(m.Value, lambda v: v * v, [0.7], r)


def prove_Value___pow__(m, r):
    return tape(m.Value, lambda v: v ** 3, [0.7], r)


prove_Value___truediv__ = of("__truediv__", 0.7, -1.3)
prove_Value_relu = lambda m, r: of("relu", 0.7)(m, r) + of("relu", -0.3)(m, r)
prove_Value_tanh = of("tanh", 0.7)
prove_Value_sigmoid = of("sigmoid", 0.7)
prove_Value_exp = of("exp", 0.7)
prove_Value_log = of("log", 0.7)
prove_Value_step = of("step", 0.7)
