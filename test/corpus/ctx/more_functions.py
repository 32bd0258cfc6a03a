import torch
import torch.nn.functional as F
from torch import autograd


class LayerNormFunction(autograd.Function):  # expect: pass
    """x (N, D), weight and bias (D)"""

    @staticmethod
    def forward(ctx, x, weight, bias, eps):
        mu = x.mean(dim=-1, keepdim=True)
        xc = x - mu
        rstd = 1 / torch.sqrt((xc ** 2).mean(dim=-1, keepdim=True) + eps)
        y = xc * rstd
        ctx.save_for_backward(y, rstd, weight)
        return y * weight + bias

    @staticmethod
    def backward(ctx, grad_output):
        y, rstd, weight = ctx.saved_tensors
        g = grad_output * weight
        mean_g = g.mean(dim=-1, keepdim=True)
        mean_gy = (g * y).mean(dim=-1, keepdim=True)
        gx = (g - mean_g - y * mean_gy) * rstd
        return gx, (grad_output * y).sum(dim=0), grad_output.sum(dim=0), None


class Snake(autograd.Function):  # expect: pass
    """x + sin(a x)^2 / a, one a for each channel; x (N, C, L), a (C)"""

    @staticmethod
    def forward(ctx, x, a):
        ctx.save_for_backward(x, a)
        a = a.view(1, -1, 1)
        return x + torch.sin(a * x) ** 2 / a

    @staticmethod
    def backward(ctx, g):
        x, a = ctx.saved_tensors
        a_ = a.view(1, -1, 1)
        s2 = torch.sin(2 * a_ * x)
        gx = g * (1 + s2)
        ga = g * (x * s2 / a_ - torch.sin(a_ * x) ** 2 / a_ ** 2)
        return gx, ga.sum(dim=(0, 2))


class Roll(autograd.Function):  # expect: mismatch (rolled on in the same direction)
    @staticmethod
    def forward(ctx, x, shift):
        ctx.shift = shift
        n = x.size(1)
        index = (torch.arange(n) - shift) % n
        return x[:, index]

    @staticmethod
    def backward(ctx, g):
        n = g.size(1)
        return g[:, (torch.arange(n) - ctx.shift) % n], None


class TwoOutputs(autograd.Function):  # expect: pass
    """sum and product, both with gradients coming back"""

    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward(a, b)
        return a + b, a * b

    @staticmethod
    def backward(ctx, grad_sum, grad_prod):
        a, b = ctx.saved_tensors
        return grad_sum + grad_prod * b, grad_sum + grad_prod * a


class Addcmul(autograd.Function):  # expect: pass
    @staticmethod
    def forward(x, t1, t2, value):
        return x + value * t1 * t2

    @staticmethod
    def setup_context(ctx, inputs, output):
        _, t1, t2, ctx.value = inputs
        ctx.save_for_backward(t1, t2)

    @staticmethod
    def backward(ctx, g):
        t1, t2 = ctx.saved_tensors
        gx = g if ctx.needs_input_grad[0] else None
        g1 = g * ctx.value * t2 if ctx.needs_input_grad[1] else None
        g2 = g * ctx.value * t1 if ctx.needs_input_grad[2] else None
        return gx, g1, g2, None


class GroupedSoftmax(autograd.Function):  # expect: mismatch (sum over the row instead of over each group)
    """x (N, G * K): a softmax over each of G groups of K neighbours"""

    @staticmethod
    def forward(ctx, x, groups):
        n, d = x.shape
        y = torch.softmax(x.view(n, groups, d // groups), dim=-1).view(n, d)
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, g):
        y, = ctx.saved_tensors
        return y * (g - (g * y).sum(dim=1, keepdim=True)), None


class FocalLoss(autograd.Function):  # expect: pass
    """-(1 - p)^gamma log p of the true class, summed; x (N, C), t (N)"""

    @staticmethod
    def forward(ctx, x, t, gamma):
        p = torch.softmax(x, dim=1)
        rows = torch.arange(x.size(0))
        pt = p[rows, t]
        ctx.save_for_backward(p, pt, t)
        ctx.gamma = gamma
        return -((1 - pt) ** gamma * torch.log(pt)).sum()

    @staticmethod
    def backward(ctx, g):
        p, pt, t = ctx.saved_tensors
        c = ctx.gamma
        dpt = c * (1 - pt) ** (c - 1) * torch.log(pt) - (1 - pt) ** c / pt
        onehot = torch.zeros_like(p)
        onehot[torch.arange(len(t)), t] = 1
        dx = dpt.unsqueeze(1) * pt.unsqueeze(1) * (onehot - p)
        return g * dx, None, None


class KeepTopK(autograd.Function):  # expect: pass
    """Zeroes all but the k largest entries of each row."""

    @staticmethod
    def forward(ctx, x, k):
        values, _ = torch.sort(x, dim=1, descending=True)
        mask = (x >= values[:, k - 1:k]).float()
        ctx.save_for_backward(mask)
        return x * mask

    @staticmethod
    def backward(ctx, grad):
        (mask,) = ctx.saved_tensors
        return grad.clone() * mask, None


class BilinearPooling(autograd.Function):  # expect: pass
    """Outer products summed over places: x (N, C, P), y (N, D, P) -> (N, C, D)"""

    @staticmethod
    def forward(ctx, x, y):
        ctx.save_for_backward(x, y)
        return torch.bmm(x, y.transpose(1, 2))

    @staticmethod
    def backward(ctx, g):
        x, y = ctx.saved_tensors
        return torch.bmm(g, y), torch.bmm(g.transpose(1, 2), x)


class LogCosh(autograd.Function):  # expect: pass
    @staticmethod
    def forward(ctx, x, scale):
        ctx.save_for_backward(x)
        ctx.scale = scale
        z = torch.abs(scale * x)
        return (z + F.softplus(-2 * z) - 0.6931471805599453) / scale

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return g * torch.tanh(ctx.scale * x), None
