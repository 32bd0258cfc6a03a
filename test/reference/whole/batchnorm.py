"""Batch normalisation in training and test mode, and its backward pass in two forms."""
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    mode = bn_param["mode"]
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    N, D = x.shape
    running_mean = bn_param.get("running_mean", np.zeros(D, dtype=x.dtype))
    running_var = bn_param.get("running_var", np.zeros(D, dtype=x.dtype))
    out, cache = None, None
    if mode == "train":
        mu = x.mean(axis=0)
        xc = x - mu
        var = np.mean(xc**2, axis=0)
        std = np.sqrt(var + eps)
        xn = xc / std
        out = gamma * xn + beta
        cache = (mode, x, gamma, xc, std, xn)
        running_mean = momentum * running_mean + (1 - momentum) * mu
        running_var = momentum * running_var + (1 - momentum) * var
    elif mode == "test":
        out = gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta
    else:
        raise ValueError('Invalid forward batchnorm mode "%s"' % mode)
    bn_param["running_mean"] = running_mean
    bn_param["running_var"] = running_var
    return out, cache


def batchnorm_backward(dout, cache):
    _, x, gamma, xc, std, xn = cache
    N = x.shape[0]
    dbeta = dout.sum(axis=0)
    dgamma = np.sum(xn * dout, axis=0)
    dxn = gamma * dout
    dxc = dxn / std
    dstd = -np.sum(dxn * xc / (std * std), axis=0)
    dvar = 0.5 * dstd / std
    dxc += (2.0 / N) * xc * dvar
    dmu = np.sum(dxc, axis=0)
    return dxc - dmu / N, dgamma, dbeta


def batchnorm_backward_alt(dout, cache):
    _, x, gamma, xc, std, xn = cache
    N = len(x)
    return gamma / (N * std) * (N * dout - dout.sum(0) - xn * (dout * xn).sum(0))


x = np.sin(np.arange(20.0)).reshape(5, 4) * 3 + 1
gamma, beta = np.array([1.0, 2.0, 0.5, 1.5]), np.arange(4.0)
param = {"mode": "train"}
for _ in range(3):
    out, cache = batchnorm_forward(x, gamma, beta, param)
dout = np.cos(np.arange(20.0)).reshape(5, 4)
dx, dgamma, dbeta = batchnorm_backward(dout, cache)
agree = np.allclose(dx, batchnorm_backward_alt(dout, cache))
param["mode"] = "test"
test_out, nothing = batchnorm_forward(x[:2], gamma, beta, param)
try:
    batchnorm_forward(x, gamma, beta, {"mode": "sleep"})
except ValueError as problem:
    message = str(problem)
del cache
