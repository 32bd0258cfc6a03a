import numpy as np
from proofkit import elementwise as el, jacobian


def act(name, key):
    def prove(m, rng):
        f = getattr(m.Activations(0.3, 1.7), name)
        x = rng.randn(3, 5)
        return [el("x", f, x, f(x, **{key: True}), rng)]
    return prove


def cost(name, **kw):
    def prove(m, rng):
        f = getattr(m.Costs, name)
        y, a = rng.uniform(0.2, 0.9, 7), rng.uniform(0.2, 0.9, 7)
        return [("a", lambda v: float(f(y, v, **kw)), a, f(y, a, prime=True, **kw))]
    return prove


prove_Activations_leaky = act("leaky", "derivative")
prove_Activations_swish = act("swish", "derivative")
prove_Activations_arctan = act("arctan", "deriv")
prove_Activations_bent = act("bent", "deriv")
prove_Costs_quadratic = cost("quadratic")
prove_Costs_hellinger = cost("hellinger")
prove_Costs_itakura_saito = cost("itakura_saito")
prove_Costs_exponential = cost("exponential", tau=1.7)


def prove_Activations_softmax(m, rng):
    f, x = m.Activations().softmax, rng.randn(5)
    return [jacobian("x", f, x, f(x, deriv=True), rng)]
