from layerkit import cached


def prove_affine_backward(m, r):
    return cached(m.affine_forward, m.affine_backward, [r.randn(2, 3, 5), r.randn(15, 4), r.randn(4)], "x w b", r)


def prove_relu_backward(m, r):
    return cached(m.relu_forward, m.relu_backward, [r.randn(3, 4)], "x", r)


def prove_affine_relu_backward(m, r):
    return cached(m.affine_relu_forward, m.affine_relu_backward, [r.randn(2, 3), r.randn(3, 5), r.randn(5)], "x w b", r)


def prove_leaky_relu_backward(m, r):
    return cached(m.leaky_relu_forward, m.leaky_relu_backward, [r.randn(3, 4), 0.3], "x", r)


def prove_maxout_backward(m, r):
    return cached(m.maxout_forward, m.maxout_backward, [r.randn(2, 3), r.randn(4, 3, 5), r.randn(4, 5)], "x w b", r)


def prove_bilinear_backward(m, r):
    return cached(m.bilinear_forward, m.bilinear_backward, [r.randn(2, 3), r.randn(2, 5), r.randn(3, 5, 4)], "x1 x2 W", r)


def prove_scale_shift_backward(m, r):
    return (cached(m.scale_shift_forward, m.scale_shift_backward, [r.randn(2, 3), r.randn(3), r.randn(3)], "x g b", r)
            + cached(m.scale_shift_forward, m.scale_shift_backward, [r.randn(2, 3), r.randn(2), r.randn(2), 0], "x g b", r))


def prove_residual_backward(m, r):
    return cached(m.residual_forward, m.residual_backward,
                  [r.randn(2, 3), r.randn(3, 5), r.randn(5), r.randn(5, 3), r.randn(3)], "x w1 b1 w2 b2", r)


def prove_softplus_backward(m, r):
    return cached(m.softplus_forward, m.softplus_backward, [r.randn(3, 4), 1.7], "x", r)


def prove_l2_normalize_backward(m, r):
    return cached(m.l2_normalize_forward, m.l2_normalize_backward, [r.randn(3, 4)], "x", r)
