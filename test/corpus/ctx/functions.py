"""Custom operations with a hand-written backward."""
import math
import torch
from torch.autograd import Function


class LinearFunction(Function):  # expect: pass
    """input (N, in), weight (out, in), bias (out) or None"""

    @staticmethod
    def forward(ctx, input, weight, bias=None):
        ctx.save_for_backward(input, weight, bias)
        output = input.mm(weight.t())
        if bias is not None:
            output = output + bias
        return output

    @staticmethod
    def backward(ctx, grad_output):
        input, weight, bias = ctx.saved_tensors
        grad_input = grad_weight = grad_bias = None
        if ctx.needs_input_grad[0]:
            grad_input = grad_output.mm(weight)
        if ctx.needs_input_grad[1]:
            grad_weight = grad_output.t().mm(input)
        if bias is not None and ctx.needs_input_grad[2]:
            grad_bias = grad_output.sum(0)
        return grad_input, grad_weight, grad_bias


class MulConstantAdd(Function):  # expect: mismatch (constant multiplied into both arguments)
    """x * constant + y"""

    @staticmethod
    def forward(x, y, constant):
        return x * constant + y

    @staticmethod
    def setup_context(ctx, inputs, output):
        x, y, constant = inputs
        ctx.constant = constant

    @staticmethod
    def backward(ctx, grad_output):
        g = grad_output * ctx.constant
        return g, g, None


class RMSNormFn(Function):  # expect: mismatch (cube of the inverse root only squared)
    @staticmethod
    def forward(ctx, x, weight, eps=1e-6):
        inv = 1 / torch.sqrt((x ** 2).mean(dim=-1, keepdim=True) + eps)
        ctx.save_for_backward(x, weight, inv)
        return x * inv * weight

    @staticmethod
    def backward(ctx, dy):
        x, weight, inv = ctx.saved_tensors
        dn = dy * weight
        dx = dn * inv - x * inv ** 2 * (dn * x).mean(dim=-1, keepdim=True)
        dw = (dy * x * inv).sum(dim=0)
        return dx, dw, None


class SoftmaxFn(Function):  # expect: mismatch (always along the last dimension)
    @staticmethod
    def forward(ctx, x, dim):
        y = torch.softmax(x, dim=dim)
        ctx.save_for_backward(y)
        ctx.dim = dim
        return y

    @staticmethod
    def backward(ctx, grad_output):
        y, = ctx.saved_tensors
        gy = grad_output * y
        return gy - y * gy.sum(dim=-1, keepdim=True), None


class CrossEntropyFn(Function):  # expect: mismatch (label smoothing only in the loss)
    """Summed over the rows; logits (N, C), target (N) of class numbers."""

    @staticmethod
    def forward(ctx, logits, target, smoothing):
        logp = torch.log_softmax(logits, dim=1)
        n, c = logits.shape
        ctx.save_for_backward(logp, target)
        picked = logp[torch.arange(n), target]
        return -((1 - smoothing) * picked + smoothing * logp.mean(dim=1)).sum()

    @staticmethod
    def backward(ctx, g):
        logp, target = ctx.saved_tensors
        d = torch.exp(logp)
        d[torch.arange(len(target)), target] -= 1
        return g * d, None, None


class EmbeddingBag(Function):  # expect: pass
    """Sums of table rows; index (N, K), table (V, D)"""

    @staticmethod
    def forward(ctx, index, table):
        ctx.index = index
        ctx.rows = table.size(0)
        return table[index].sum(dim=1)

    @staticmethod
    def backward(ctx, grad):
        n, k = ctx.index.shape
        out = torch.zeros(ctx.rows, grad.shape[1])
        for j in range(k):
            out.index_add_(0, ctx.index[:, j], grad)
        return None, out


class GatherRows(Function):  # expect: mismatch (duplicates in the index overwritten)
    @staticmethod
    def forward(ctx, table, index):
        ctx.save_for_backward(index)
        ctx.shape = table.shape
        return table[index]

    @staticmethod
    def backward(ctx, g):
        index, = ctx.saved_tensors
        out = torch.zeros(ctx.shape)
        out[index] = g
        return out, None


class BatchedCosine(Function):  # expect: mismatch (lengths treated as constants)
    @staticmethod
    def forward(ctx, a, b):
        na = torch.norm(a, dim=1, keepdim=True)
        nb = torch.norm(b, dim=1, keepdim=True)
        ctx.save_for_backward(a, b, na, nb)
        return (a * b).sum(dim=1) / (na * nb).squeeze(1)

    @staticmethod
    def backward(ctx, g):
        a, b, na, nb = ctx.saved_tensors
        g = g.unsqueeze(1)
        return g * b / (na * nb), g * a / (na * nb)


class MaskedMean(Function):  # expect: pass
    """Mean over time where mask is 1: x (N, T, D), mask (N, T)"""

    @staticmethod
    def forward(ctx, x, mask):
        count = mask.sum(dim=1, keepdim=True).clamp(min=1)
        ctx.save_for_backward(mask, count)
        return (x * mask.unsqueeze(-1)).sum(dim=1) / count

    @staticmethod
    def backward(ctx, grad_out):
        mask, count = ctx.saved_tensors
        g = (grad_out / count).unsqueeze(1) * mask.unsqueeze(-1)
        return g, None


class ScaledDotProduct(Function):  # expect: pass
    """q, k (B, T, D), v (B, T, E), causal."""

    @staticmethod
    def forward(ctx, q, k, v):
        scale = 1 / math.sqrt(q.size(-1))
        T = q.size(1)
        s = torch.matmul(q, k.transpose(1, 2)) * scale
        future = torch.arange(T).unsqueeze(0) > torch.arange(T).unsqueeze(1)
        p = torch.softmax(torch.where(future, -1e30, s), dim=-1)
        ctx.save_for_backward(q, k, v, p)
        ctx.scale = scale
        return torch.matmul(p, v)

    @staticmethod
    def backward(ctx, g):
        q, k, v, p = ctx.saved_tensors
        gv = torch.matmul(p.transpose(1, 2), g)
        gp = torch.matmul(g, v.transpose(1, 2))
        gs = p * (gp - (gp * p).sum(dim=-1, keepdim=True)) * ctx.scale
        return torch.matmul(gs, k), torch.matmul(gs.transpose(1, 2), q), gv


class BatchMatMul(Function):  # expect: mismatch (second operand's gradient has the operands in the wrong order)
    """a (B, n, n), b (B, n, n)"""

    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward(a, b)
        return torch.bmm(a, b)

    @staticmethod
    def backward(ctx, g):
        a, b = ctx.saved_tensors
        return torch.bmm(g, b.transpose(1, 2)), torch.bmm(g, a.transpose(1, 2))


class SinkhornStep(Function):  # expect: pass
    """Log-domain normalization of the rows, then of the columns of (n, m) scores."""

    @staticmethod
    def forward(ctx, s):
        rows = torch.log_softmax(s, dim=1)
        out = torch.log_softmax(rows, dim=0)
        ctx.save_for_backward(rows, out)
        return out

    @staticmethod
    def backward(ctx, g):
        rows, out = ctx.saved_tensors
        g = g - torch.exp(out) * g.sum(dim=0, keepdim=True)
        return g - torch.exp(rows) * g.sum(dim=1, keepdim=True)


class WeightedHuber(Function):  # expect: unverified scale
    """Mean over the batch of w * huber(pred - target); pred, target, w: (N,)"""

    @staticmethod
    def forward(ctx, pred, target, w, delta):
        e = pred - target
        ctx.save_for_backward(e, w)
        ctx.delta = delta
        small = e.abs() <= delta
        each = torch.where(small, 0.5 * e * e, delta * (e.abs() - 0.5 * delta))
        return (w * each).mean()

    @staticmethod
    def backward(ctx, g):
        e, w = ctx.saved_tensors
        return g * w * e.clamp(-ctx.delta, ctx.delta), None, None, None


class ReprojectionError(Function):  # expect: unsupported skeleton
    @staticmethod
    def forward(ctx, points, camera):
        ctx.save_for_backward(points, camera)
        p = torch.matmul(points, camera)
        return p[:, :2] / p[:, 2:]

    @staticmethod
    def backward(ctx, g):
        points, camera = ctx.saved_tensors
        grad_points = None
        grad_camera = None
        # todo
        return grad_points, grad_camera
