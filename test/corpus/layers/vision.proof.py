from layerkit import layer


def prove_Conv2D(m, r):
    return (layer(m.Conv2D(2, 5, 3, 2), r.randn(2, 2, 5, 7), r, "weights biases", "d_weights d_biases")
            + layer(m.Conv2D(2, 3, 2, 1, 'valid'), r.randn(2, 2, 3, 5), r, "weights biases", "d_weights d_biases"))


def prove_DepthwiseConv2D(m, r):
    return layer(m.DepthwiseConv2D(2, 2), r.randn(2, 2, 5, 3), r, "weights", "d_weights")


def prove_MaxPool2D(m, r):
    return layer(m.MaxPool2D(3, 2), r.randn(2, 3, 5, 7), r)


def prove_BatchNorm2D(m, r):
    o = m.BatchNorm2D(3)
    o.gamma = r.randn(1, 3, 1, 1)
    return layer(o, r.randn(2, 3, 2, 5), r, "gamma beta", "dgamma dbeta")


def prove_ResidualBlock(m, r):
    return layer(m.ResidualBlock(2), r.randn(2, 2, 3, 5), r, "conv1.weights conv2.weights conv2.biases",
                 "conv1.d_weights conv2.d_weights conv2.d_biases")


def prove_ZeroPad2D(m, r):
    return layer(m.ZeroPad2D(), r.randn(2, 3, 2, 5), r)


def prove_AdaptiveAvgPool(m, r):
    return layer(m.AdaptiveAvgPool(2), r.randn(2, 3, 5, 7), r)


def prove_ChannelShuffle(m, r):
    return layer(m.ChannelShuffle(2), r.randn(2, 6, 1, 3), r)
