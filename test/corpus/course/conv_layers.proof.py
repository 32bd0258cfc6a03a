from layerkit import cached


def prove_conv_backward_naive(m, r):
    return cached(m.conv_forward_naive, m.conv_backward_naive,
                  [r.randn(2, 3, 5, 3), r.randn(2, 3, 3, 3), r.randn(2), {'stride': 2, 'pad': 1}], "x w b", r)


def prove_max_pool_backward_naive(m, r):
    return cached(m.max_pool_forward_naive, m.max_pool_backward_naive,
                  [r.randn(2, 3, 5, 4), {'pool_height': 3, 'pool_width': 2, 'stride': 1}], "x", r)


def prove_avg_pool_backward(m, r):
    return cached(m.avg_pool_forward, m.avg_pool_backward, [r.randn(2, 3, 5, 7), 3, 2], "x", r)


def prove_global_avg_pool_backward(m, r):
    return cached(m.global_avg_pool_forward, m.global_avg_pool_backward, [r.randn(2, 3, 5, 7)], "x", r)


def prove_conv1d_backward(m, r):
    return cached(m.conv1d_forward, m.conv1d_backward, [r.randn(2, 3, 7), r.randn(5, 3, 3), r.randn(5)], "x w b", r)


def prove_depthwise_conv_bwd(m, r):
    return cached(m.depthwise_conv_fwd, m.depthwise_conv_bwd, [r.randn(2, 3, 5, 7), r.randn(3, 3, 3), 2], "x w", r)


def prove_upsample_backward(m, r):
    return cached(m.upsample_forward, m.upsample_backward, [r.randn(2, 3, 2, 3), 3], "x", r)


def prove_pixel_shuffle_backward(m, r):
    return cached(m.pixel_shuffle_forward, m.pixel_shuffle_backward, [r.randn(2, 8, 3, 5), 2], "x", r)


def prove_pad_backward(m, r):
    return cached(m.pad_forward, m.pad_backward, [r.randn(2, 1, 3, 5), (1, 2, 0, 3)], "x", r)


def prove_transposed_conv_backward(m, r):
    return cached(m.transposed_conv_forward, m.transposed_conv_backward, [r.randn(2, 3, 2, 4), r.randn(3, 5, 3, 3), 2], "x w", r)
