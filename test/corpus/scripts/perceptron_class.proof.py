from proofkit import elementwise as el


def prove_MLP_activation_prime(m, rng):
    z = rng.randn(5)
    out = m.MLP.activation(z)
    return [el("z", m.MLP.activation, z, m.MLP.activation_prime(out), rng)]


def pair(f, g, *rest, out=False):
    def prove(m, rng):
        F, G = getattr(m, f), getattr(m, g)
        x = rng.randn(3, 5)
        return [el("x", lambda v: F(v, *rest), x, G(F(x, *rest) if out else x, *rest), rng)]
    return prove


prove_rbf_prime = pair("rbf", "rbf_prime", 1.7)
prove_multiquadric_prime = pair("multiquadric", "multiquadric_prime", 0.6)
prove_softcap_prime = pair("softcap", "softcap_prime", 1.7, out=True)
prove_decay_prime = pair("decay", "decay_prime", 0.6, out=True)
