import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.autograd import Function


class SwishFn(torch.autograd.Function):  # expect: pass
    """Memory efficient swish: only the input is kept."""

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.mul(torch.sigmoid(x))

    @staticmethod
    def backward(ctx, grad_output):
        x = ctx.saved_tensors[0]
        s = torch.sigmoid(x)
        return grad_output.mul(s * (1 + x * (1 - s)))


class MishFn(Function):  # expect: mismatch (softplus differentiated to one)
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * torch.tanh(F.softplus(x))

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        t = torch.tanh(F.softplus(x))
        return g * (t + x * (1 - t * t))


class MemoryEfficientMish(nn.Module):
    def forward(self, x):
        return MishFn.apply(x)


class PReLU(Function):  # expect: mismatch (slopes all get the mean over the channels)
    """One slope for each channel, x: (N, C), weight: (C,)"""

    @staticmethod
    def forward(ctx, x, weight):
        ctx.save_for_backward(x, weight)
        return torch.where(x > 0, x, weight * x)

    @staticmethod
    def backward(ctx, grad_output):
        x, weight = ctx.saved_tensors
        grad_x = torch.where(x > 0, grad_output, weight * grad_output)
        neg = torch.where(x > 0, torch.zeros_like(x), x * grad_output)
        grad_w = neg.sum() * torch.ones_like(weight) / weight.numel()
        return grad_x, grad_w


class ClampedExp(Function):  # expect: mismatch (saves the input where the formula wants the output)
    @staticmethod
    def forward(ctx, x, limit):
        ctx.limit = limit
        y = torch.exp(torch.clamp(x, max=limit))
        ctx.save_for_backward(x)
        return y

    @staticmethod
    def backward(ctx, g):
        y, = ctx.saved_tensors
        return g * y * (y < ctx.limit).float(), None


class SignSTE(Function):  # expect: unverified deliberate (straight-through estimator)
    @staticmethod
    def forward(ctx, input):
        ctx.save_for_backward(input)
        return input.sign()

    @staticmethod
    def backward(ctx, grad_output):
        input, = ctx.saved_tensors
        grad_input = grad_output.clone()
        grad_input[input.ge(1)] = 0
        grad_input[input.le(-1)] = 0
        return grad_input


class RoundSTE(Function):  # expect: unverified deliberate (rounding passes the gradient through)
    """Quantizes to 2 ** bits - 1 levels."""

    @staticmethod
    def forward(ctx, x, bits):
        n = float(2 ** bits - 1)
        return torch.round(x * n) / n

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output, None


class GradientReversal(Function):  # expect: unverified deliberate (reverses the gradient on purpose)
    @staticmethod
    def forward(ctx, x, alpha):
        ctx.alpha = alpha
        return x.clone()

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output.neg() * ctx.alpha, None


class SoftThreshold(Function):  # expect: pass
    """sign(x) * max(|x| - lam, 0), lam a number"""

    @staticmethod
    def forward(ctx, x, lam):
        mask = (x.abs() > lam).float()
        ctx.save_for_backward(mask)
        return (x - lam * x.sign()) * mask

    @staticmethod
    def backward(ctx, g):
        mask, = ctx.saved_tensors
        return g * mask, None


class SquashFn(Function):  # expect: mismatch (quotient rule: 1 + n^2 where 1 - n^2 belongs)
    """Capsule squashing along the last dimension: |s|^2 / (1 + |s|^2) * s / |s|"""

    @staticmethod
    def forward(ctx, s):
        n = torch.norm(s, dim=-1, keepdim=True)
        ctx.save_for_backward(s, n)
        return n / (1 + n ** 2) * s

    @staticmethod
    def backward(ctx, grad_output):
        s, n = ctx.saved_tensors
        c = n / (1 + n ** 2)
        dc = (1 + n ** 2) / (1 + n ** 2) ** 2
        along = (grad_output * s).sum(dim=-1, keepdim=True)
        return c * grad_output + dc * along * s / n
