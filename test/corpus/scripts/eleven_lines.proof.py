from proofkit import elementwise as el


def prove_nonlin(m, rng):
    x = rng.randn(3, 5)
    return [el("x", m.nonlin, x, m.nonlin(m.nonlin(x), True), rng)]
