from proofkit import elementwise as el


def out(f, g):
    def prove(m, rng):
        x = rng.randn(3, 5)
        F, G = getattr(m, f), getattr(m, g)
        return [el("x", F, x, G(F(x)), rng)]
    return prove


prove_logistic_derivative = out("logistic", "logistic_derivative")
prove_dtanh = out("tanh", "dtanh")
prove_scaled_tanh_prime = out("scaled_tanh", "scaled_tanh_prime")
prove_bipolar_derivative = out("bipolar", "bipolar_derivative")
