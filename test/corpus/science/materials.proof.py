import numpy as np
from proofkit import scalar


def stretched(r):
    return np.eye(3) + 0.2 * r.randn(3, 3)


def prove_neo_hookean_grad(m, r):
    F = stretched(r)
    return [scalar("F", lambda v: m.neo_hookean(v, 1.3, 0.7), F, m.neo_hookean_grad(F, 1.3, 0.7))]


def prove_log_volume_grad(m, r):
    F = stretched(r)
    F = F + F.T
    return [scalar("F", lambda v: m.log_volume(v, 1.3, 0.7), F, m.log_volume_grad(F, 1.3, 0.7))]


def prove_grad_U(m, r):
    q, A = r.randn(3), r.randn(3, 3)
    precision = A + A.T
    return [scalar("q", lambda v: m.U(v, precision), q, m.grad_U(q, precision))]


def prove_point_to_plane_grad(m, r):
    x, p, q, n = r.randn(6), r.randn(3), r.randn(3), r.randn(3)
    return [scalar("x", lambda v: m.point_to_plane(v, p, q, n), x, m.point_to_plane_grad(x, p, q, n))]


def prove_Recurrent(m, r):
    net, xs, h, up = m.Recurrent(3, 2), [r.randn(4, 3) for _ in range(3)], r.randn(4, 2), r.randn(3, 4, 2)
    net.forward(xs, h)
    dxs, dh = net.backward(up)
    proofs = [
        scalar("xs", lambda v: np.sum(net.forward(list(v), h) * up), np.array(xs), dxs),
        scalar("h0", lambda v: np.sum(net.forward(xs, v) * up), h, dh),
    ]
    for name in ("Wx", "Wh"):
        def at(v, name=name):
            before = getattr(net, name)
            setattr(net, name, v)
            value = np.sum(net.forward(xs, h) * up)
            setattr(net, name, before)
            return value
        proofs.append(scalar(name, at, getattr(net, name), getattr(net, "d" + name)))
    return proofs
