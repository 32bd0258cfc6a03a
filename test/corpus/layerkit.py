"""Short ways to write proofs for layers: cached functions, objects with state, tapes and contexts.

A path says where an array stands: `"x"` of an object, `"params.W"`, `(2, "W1")` of a list of arguments.
"""
import copy

import numpy as np


def steps(path):
    if isinstance(path, str):
        return [int(p) if p.lstrip("-").isdigit() else p for p in path.split(".")]
    return list(path) if isinstance(path, (tuple, list)) else [path]


def get(o, path):
    for p in steps(path):
        o = o[p] if isinstance(p, int) or isinstance(o, dict) else getattr(o, p)
    return o


def put(o, path, value):
    *way, last = steps(path)
    o = get(o, way)
    if isinstance(last, int) or isinstance(o, dict):
        o[last] = value
    else:
        setattr(o, last, value)


def upstream(out, rng):
    if isinstance(out, (tuple, list)):
        return type(out)(upstream(o, rng) for o in out)
    if np.ndim(out) == 0:
        return float(rng.randn())
    return rng.randn(*np.shape(out))


def dot(out, up):
    if isinstance(up, (tuple, list)):
        return sum(dot(o, u) for o, u in zip(out, up))
    return float(np.sum(np.asarray(out) * np.asarray(up)))


def listed(written, names):
    """The written gradients in the order of the names."""
    if isinstance(written, dict):
        return [written[n] if n in written else written["d" + n] for n in names]
    return list(written) if isinstance(written, (tuple, list)) else [written]


def probes(value, args, wrt, written):
    """One entry per path of `wrt` (names, or {name: path}); value(args) is a scalar."""
    if isinstance(wrt, str):
        wrt = {n: i for i, n in enumerate(wrt.split()) if n != "_"}
    out = []
    for (name, path), w in zip(wrt.items(), listed(written, list(wrt))):
        def f(v, path=path):
            a = copy.deepcopy(list(args))
            put(a, path, v)
            return value(a)
        out.append((name, f, get(args, path), w))
    return out


def cached(forward, backward, args, wrt, rng, up=None, out_of=None):
    """forward(*args) -> (out, cache); backward(dout, cache) -> gradients in the order of wrt."""
    fresh = lambda: copy.deepcopy(list(args))
    out_of = out_of or (lambda r: r[0])
    result = forward(*fresh())
    d = upstream(out_of(result), rng) if up is None else up
    written = backward(copy.deepcopy(d), result[-1])
    return probes(lambda a: dot(out_of(forward(*a)), d), list(args), wrt, copy.deepcopy(written))


def layer(obj, x, rng, params="", grads="", verbs=("forward", "backward"), extra=(), back=(), dx=True,
          lazy=False, up=None, x_of=None):
    """An object with state: its gradient for the input and those that it leaves behind."""
    xs = x if isinstance(x, tuple) else (x,)
    if lazy:
        getattr(obj, verbs[0])(*copy.deepcopy(xs), *extra)
    new = lambda: copy.deepcopy(obj)
    o = new()
    out = getattr(o, verbs[0])(*copy.deepcopy(xs), *extra)
    d = upstream(out, rng) if up is None else up
    args = () if up == () else (copy.deepcopy(d),)
    got = getattr(o, verbs[1])(*args, *back)
    value = (lambda r: float(r)) if up == () else (lambda r: dot(r, d))
    entries = []
    if dx:
        got = got if isinstance(got, (tuple, list)) and len(xs) > 1 else (got,)
        got = [x_of(o) if x_of else g for g in got]
        for i, g in enumerate(got):
            def f(v, i=i):
                a = list(copy.deepcopy(xs))
                a[i] = v
                return value(getattr(new(), verbs[0])(*a, *extra))
            entries.append(("x%d" % i, f, xs[i], copy.deepcopy(g)))
    for p, g in zip(params.split(), grads.split()):
        def f(v, p=p):
            n = new()
            put(n, p, v)
            return value(getattr(n, verbs[0])(*copy.deepcopy(xs), *extra))
        entries.append((p, f, get(obj, p), copy.deepcopy(get(o, g))))
    return entries


def already(node, grad, rng):
    """A gradient that flowed to the node before, as from another use of it; returns it."""
    now = getattr(node, grad, None)
    if now is None:
        return 0.0
    start = now + rng.uniform(0.5, 1.5, np.shape(now))
    setattr(node, grad, float(start) if np.ndim(start) == 0 else start)
    return copy.deepcopy(start)


def tape(make, op, xs, rng, data="data", grad="grad", back=lambda out: out._backward()):
    """op on nodes of a tape; its own backward closure, with a random upstream."""
    nodes = [make(copy.deepcopy(x)) for x in xs]
    out = op(*nodes)
    d = upstream(getattr(out, data), rng)
    setattr(out, grad, copy.deepcopy(d))
    before = [already(n, grad, rng) for n in nodes]
    back(out)
    entries = []
    for i, x in enumerate(xs):
        def f(v, i=i):
            a = [make(copy.deepcopy(y)) for y in xs]
            a[i] = make(v if np.ndim(v) else float(v))
            return dot(getattr(op(*a), data), d)
        entries.append(("x%d" % i, f, np.asarray(x, float), getattr(nodes[i], grad) - before[i]))
    return entries


def context(cls, args, wrt, rng, needs=None):
    """A Function with static forward(ctx, ...) and backward(ctx, g); wrt names arguments, _ skips one."""
    import torch
    from torch.autograd.function import FunctionCtx, run
    as_t = lambda a: torch._t(np.array(a)) if isinstance(a, np.ndarray) else a
    names = wrt.split()

    def forward(a):
        ctx = FunctionCtx(needs or [n != "_" for n in names])
        return run(cls, ctx, [as_t(v) for v in a]), ctx

    out, ctx = forward(args)
    d = upstream(out, rng)
    written = cls.backward(ctx, *([as_t(v) for v in d] if isinstance(d, tuple) else [as_t(d)]))
    written = listed(written, names)
    keep = {n: i for i, n in enumerate(names) if n != "_"}
    return probes(lambda a: dot(forward(a)[0], d), list(args), keep, [written[i] for i in keep.values()])
