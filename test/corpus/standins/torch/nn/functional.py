import numpy as np
import torch

softmax, log_softmax, sigmoid, tanh = torch.softmax, torch.log_softmax, torch.sigmoid, torch.tanh


def relu(x):
    return torch.clamp(x, min=0)


def softplus(x):
    return torch._t(np.logaddexp(0, np.asarray(x)))


def linear(x, weight, bias=None):
    out = torch.matmul(x, weight.T)
    return out if bias is None else out + bias


def pad(x, widths):
    pairs = list(zip(widths[::2], widths[1::2]))[::-1]
    return torch._t(np.pad(np.asarray(x), [(0, 0)] * (x.ndim - len(pairs)) + pairs))
