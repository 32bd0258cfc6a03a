import numpy as np
from layerkit import dot, layer, listed, probes


def static(name, args, wrt):
    """Static methods of the home-made framework, with its own context."""
    def prove(m, r):
        cls, a = getattr(m, name), args(r)
        forward = lambda b, ctx: cls.forward(ctx, *b)
        ctx = m.Context()
        d = r.randn(*forward(a, ctx).shape)
        names = wrt.split()
        written = listed(cls.backward(ctx, d), names)
        keep = {n: i for i, n in enumerate(names) if n != "_"}
        return probes(lambda b: dot(forward(b, m.Context()), d), a, keep, [written[i] for i in keep.values()])
    return prove


prove_Pow = static("Pow", lambda r: [r.rand(2, 3) + 0.5, r.randn(2, 3)], "x p")
prove_LogSumExp = static("LogSumExp", lambda r: [r.randn(2, 5)], "x")
prove_Expand = static("Expand", lambda r: [r.randn(2, 3), 5], "x _")
prove_Conv1D = static("Conv1D", lambda r: [r.randn(2, 3, 7), r.randn(5, 3, 3), 1], "x w _")
prove_Where = static("Where", lambda r: [r.rand(2, 3) > 0.5, r.randn(2, 3), r.randn(2, 3)], "_ a b")


def prove_Sin(m, r):
    return layer(m.Sin(), r.randn(2, 3), r)


def prove_MeanSquaredError(m, r):
    return layer(m.MeanSquaredError(), (r.randn(5, 3), r.randn(5, 3)), r)


def prove_SumTo(m, r):
    return layer(m.SumTo((3, 1)), r.randn(3, 5), r) + layer(m.SumTo((1, 5)), r.randn(3, 5), r)


def prove_GetItem(m, r):
    return layer(m.GetItem(np.array([1, 4, 1])), r.randn(5, 3), r)


def prove_Linear(m, r):
    return (layer(m.Linear(), (r.randn(2, 3), r.randn(3, 5), r.randn(5)), r)
            + layer(m.Linear(), (r.randn(2, 3), r.randn(3, 5), r.randn(1, 5)), r))
