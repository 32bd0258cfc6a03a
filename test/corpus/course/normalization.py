"""Batch, layer, group and instance normalization, plus dropout."""
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    """
    Input:
    - x: Data of shape (N, D)
    - gamma: Scale parameter of shape (D,)
    - beta: Shift parameter of shape (D,)
    - bn_param: Dictionary with the following keys:
      - mode: 'train' or 'test'; required
      - eps: Constant for numeric stability
      - momentum: Constant for running mean / variance.
    """
    mode = bn_param['mode']
    eps = bn_param.get('eps', 1e-5)
    momentum = bn_param.get('momentum', 0.9)
    N, D = x.shape
    running_mean = bn_param.get('running_mean', np.zeros(D, dtype=x.dtype))
    running_var = bn_param.get('running_var', np.zeros(D, dtype=x.dtype))

    if mode == 'train':
        mu = x.mean(axis=0)
        var = x.var(axis=0)
        std = np.sqrt(var + eps)
        x_hat = (x - mu) / std
        out = gamma * x_hat + beta
        cache = (x, gamma, mu, var, std, x_hat, eps)
        running_mean = momentum * running_mean + (1 - momentum) * mu
        running_var = momentum * running_var + (1 - momentum) * var
    elif mode == 'test':
        out = gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta
        cache = None
    else:
        raise ValueError('Invalid forward batchnorm mode "%s"' % mode)

    bn_param['running_mean'] = running_mean
    bn_param['running_var'] = running_var
    return out, cache


def batchnorm_backward(dout, cache):  # expect: pass
    x, gamma, mu, var, std, x_hat, eps = cache
    m = x.shape[0]

    dbeta = dout.sum(axis=0)
    dgamma = np.sum(dout * x_hat, axis=0)

    dx_hat = dout * gamma
    dvar = np.sum(dx_hat * (x - mu) * (-0.5) * (var + eps) ** (-1.5), axis=0)
    dmu = np.sum(-dx_hat / std, axis=0) + dvar * np.sum(-2.0 * (x - mu), axis=0) / m
    dx = dx_hat / std + dvar * 2.0 * (x - mu) / m + dmu / m
    return dx, dgamma, dbeta


def batchnorm_backward_alt(dout, cache):  # expect: mismatch (gamma left out of dx)
    """Simplified on paper to a single expression."""
    x, gamma, mu, var, std, x_hat, eps = cache
    dgamma = np.sum(dout * x_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    dx = (dout - dout.mean(axis=0) - x_hat * (dout * x_hat).mean(axis=0)) / std
    return dx, dgamma, dbeta


def layernorm_forward(x, gamma, beta, ln_param):
    """Normalizes each row of x (N, D); gamma, beta: (D,)"""
    eps = ln_param.get('eps', 1e-5)
    mu = np.mean(x, axis=1, keepdims=True)
    var = np.var(x, axis=1, keepdims=True)
    istd = 1.0 / np.sqrt(var + eps)
    xhat = (x - mu) * istd
    return gamma * xhat + beta, (xhat, gamma, istd)


def layernorm_backward(dout, cache):  # expect: mismatch (means over the batch instead of the features)
    xhat, gamma, istd = cache
    dbeta = dout.sum(axis=0)
    dgamma = (dout * xhat).sum(axis=0)
    g = dout * gamma
    dx = istd * (g - g.mean(axis=0) - xhat * (g * xhat).mean(axis=0))
    return dx, dgamma, dbeta


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    """x: (N, C, H, W), statistics per channel, through the version for matrices."""
    N, C, H, W = x.shape
    flat = x.transpose(0, 2, 3, 1).reshape(N * H * W, C)
    out, cache = batchnorm_forward(flat, gamma, beta, bn_param)
    return out.reshape(N, H, W, C).transpose(0, 3, 1, 2), cache


def spatial_batchnorm_backward(dout, cache):  # expect: mismatch (reshaped back without moving the channels)
    N, C, H, W = dout.shape
    flat = dout.transpose(0, 2, 3, 1).reshape(N * H * W, C)
    dx, dgamma, dbeta = batchnorm_backward(flat, cache)
    return dx.reshape(N, C, H, W), dgamma, dbeta


def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    """
    - x: Input data of shape (N, C, H, W)
    - gamma, beta: of shape (1, C, 1, 1)
    - G: Integer number of groups to split into, should be a divisor of C
    """
    eps = gn_param.get('eps', 1e-5)
    N, C, H, W = x.shape
    xg = x.reshape(N, G, C // G, H, W)
    mean = xg.mean(axis=(2, 3, 4), keepdims=True)
    var = xg.var(axis=(2, 3, 4), keepdims=True)
    xn = (xg - mean) / np.sqrt(var + eps)
    xn = xn.reshape(N, C, H, W)
    cache = (xn, gamma, var, eps, G)
    return xn * gamma + beta, cache


def spatial_groupnorm_backward(dout, cache):  # expect: pass
    xn, gamma, var, eps, G = cache
    N, C, H, W = dout.shape
    dbeta = dout.sum(axis=(0, 2, 3), keepdims=True)
    dgamma = (dout * xn).sum(axis=(0, 2, 3), keepdims=True)

    d = (dout * gamma).reshape(N, G, C // G, H, W)
    xh = xn.reshape(N, G, C // G, H, W)
    n = C // G * H * W
    s1 = d.sum(axis=(2, 3, 4), keepdims=True)
    s2 = (d * xh).sum(axis=(2, 3, 4), keepdims=True)
    dx = (n * d - s1 - xh * s2) / (n * np.sqrt(var + eps))
    return dx.reshape(N, C, H, W), dgamma, dbeta


def instancenorm_forward(x, eps=1e-5):
    N, C, H, W = x.shape
    mu = x.mean(axis=(2, 3), keepdims=True)
    xc = x - mu
    var = (xc ** 2).mean(axis=(2, 3), keepdims=True)
    return xc / np.sqrt(var + eps), (xc, var, eps)


def instancenorm_backward(dout, cache):  # expect: mismatch (mean path dropped)
    xc, var, eps = cache
    n = xc.shape[2] * xc.shape[3]
    std = np.sqrt(var + eps)
    dvar = np.sum(dout * xc, axis=(2, 3), keepdims=True) * -0.5 / std ** 3
    return dout / std + dvar * 2 * xc / n


def rmsnorm_forward(x, g, eps=1e-6):
    """x: (N, T, D), g: (D,)"""
    r = 1 / np.sqrt(np.mean(x * x, axis=-1, keepdims=True) + eps)
    return x * r * g, (x, g, r)


def rmsnorm_backward(dout, cache):  # expect: pass
    x, g, r = cache
    D = x.shape[-1]
    dg = (dout * x * r).reshape(-1, D).sum(0)
    dxn = dout * g
    dx = r * dxn - x * r ** 3 * np.sum(dxn * x, axis=-1, keepdims=True) / D
    return dx, dg


def weightnorm_forward(x, v, g):
    """out = x w with w = g v / ||v||, one norm per column; x (N, D), v (D, M), g (M,)"""
    norm = np.linalg.norm(v, axis=0)
    w = v * (g / norm)
    return x @ w, (x, v, g, norm, w)


def weightnorm_backward(dout, cache):  # expect: mismatch (projection of dv not scaled by g)
    x, v, g, norm, w = cache
    dw = x.T @ dout
    u = v / norm
    dg = np.sum(dw * u, axis=0)
    dv = g / norm * dw - dg / norm * u
    return dout @ w.T, dv, dg


def dropout_forward(x, dropout_param):
    """
    Inverted dropout.

    - x: Input data, of any shape
    - dropout_param: dict with p (keep probability), mode, and optionally seed
    """
    p, mode = dropout_param['p'], dropout_param['mode']
    if 'seed' in dropout_param:
        np.random.seed(dropout_param['seed'])

    mask = None
    if mode == 'train':
        mask = (np.random.rand(*x.shape) < p) / p
        out = x * mask
    elif mode == 'test':
        out = x
    cache = (dropout_param, mask)
    return out, cache


def dropout_backward(dout, cache):  # expect: pass
    dropout_param, mask = cache
    mode = dropout_param['mode']
    if mode == 'train':
        dx = dout * mask
    elif mode == 'test':
        dx = dout
    return dx


def dropconnect_forward(x, w, keep=0.5):
    m = np.random.rand(*w.shape) < keep
    wm = w * m
    return x @ wm, (x, w, m)


def dropconnect_backward(dout, cache):  # expect: pass
    x, w, m = cache
    return dout @ (w * m).T, (x.T @ dout) * m


def alpha_dropout_forward(x, mask, p):
    """mask: 0/1, 1 keeps. Dropped entries take the saturation value."""
    alpha = -1.7580993408473766
    q = 1 - p
    a = (q + alpha ** 2 * q * p) ** -0.5
    b = -a * alpha * p
    out = a * (x * mask + alpha * (1 - mask)) + b
    return out, (mask, p)


def alpha_dropout_backward(dout, cache):  # expect: mismatch (affine factor a forgotten)
    mask, p = cache
    return dout * mask


def rrelu_forward(x, lower=0.1, upper=0.3):
    """Randomized leaky ReLU: one slope for the whole batch, drawn anew each time."""
    slope = np.random.uniform(lower, upper)
    return np.where(x > 0, x, slope * x), (x, lower, upper)


def rrelu_backward(dout, cache):  # expect: unverified nondeterministic
    x, lower, upper = cache
    return np.where(x > 0, dout, dout * (lower + upper) / 2)
