from proofkit import elementwise as el


def prove_act(m, rng):
    x = rng.randn(3, 5)
    return [el("z", m.act, x, m.act(m.act(x), deriv=True), rng)]
