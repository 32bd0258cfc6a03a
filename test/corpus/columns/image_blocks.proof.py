from layerkit import cached


def prove_conv_backward(m, r):
    return cached(m.conv_forward, m.conv_backward,
                  [r.randn(2, 5, 3, 3), r.randn(3, 3, 3, 2), r.randn(1, 1, 1, 2), {"stride": 2, "pad": 1}], "A W b", r)


def prove_pool_backward(m, r):
    return cached(m.pool_forward, lambda d, c: m.pool_backward(d, c, "average"),
                  [r.randn(2, 5, 7, 3), {"f": 3, "stride": 2}, "average"], "A", r)


def prove_conv_1x1_backward(m, r):
    return cached(m.conv_1x1_forward, m.conv_1x1_backward, [r.randn(2, 3, 2, 5), r.randn(5, 4)], "A W", r)


def prove_squeeze_excite_backward(m, r):
    return cached(m.squeeze_excite_forward, m.squeeze_excite_backward,
                  [r.randn(2, 3, 2, 5), r.randn(5, 3), r.randn(3, 5)], "A W1 W2", r)


def prove_bilinear_resize_backward(m, r):
    return cached(m.bilinear_resize_forward, m.bilinear_resize_backward, [r.randn(2, 3, 2, 2), 7], "A", r)
