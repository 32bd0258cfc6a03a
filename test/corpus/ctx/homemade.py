"""A small framework in two styles: static methods with a context, and functions that keep their inputs."""
import numpy as np


class Context:
    def __init__(self):
        self.saved = ()
        self.attrs = {}

    def save_for_backward(self, *values):
        self.saved = values

    @property
    def saved_tensors(self):
        return self.saved


class Function:
    """Base of all operations that are recorded on the graph."""

    @staticmethod
    def forward(ctx, *args):
        raise NotImplementedError

    @staticmethod
    def backward(ctx, grad_output):
        raise NotImplementedError


class Pow(Function):  # expect: pass
    @staticmethod
    def forward(ctx, x, p):
        ctx.save_for_backward(x, p)
        return x ** p

    @staticmethod
    def backward(ctx, grad_output):
        x, p = ctx.saved_tensors
        return grad_output * p * x ** (p - 1), grad_output * np.log(x) * x ** p


class LogSumExp(Function):  # expect: mismatch (maximum's row subtracted once more)
    @staticmethod
    def forward(ctx, x):
        m = np.max(x, axis=1, keepdims=True)
        out = m + np.log(np.sum(np.exp(x - m), axis=1, keepdims=True))
        ctx.save_for_backward(x, m, out)
        return out[:, 0]

    @staticmethod
    def backward(ctx, grad_output):
        x, m, out = ctx.saved_tensors
        return grad_output[:, None] * (np.exp(x - out) - (x == m))


class Expand(Function):  # expect: mismatch (copies taken along the first axis, they lie along the last)
    """x (n, d) repeated along a new last axis"""

    @staticmethod
    def forward(ctx, x, times):
        ctx.times = times
        ctx.shape = x.shape
        return np.repeat(x[:, :, None], times, axis=2)

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output.reshape(ctx.times, *ctx.shape).sum(axis=0), None


class Conv1D(Function):  # expect: mismatch (padding cropped at the end only)
    """x (N, C, L), w (F, C, K), zero padding on both sides"""

    @staticmethod
    def forward(ctx, x, w, pad):
        xp = np.pad(x, ((0, 0), (0, 0), (pad, pad)))
        K = w.shape[2]
        view = np.lib.stride_tricks.sliding_window_view(xp, K, axis=2)
        ctx.save_for_backward(view, w)
        ctx.attrs['length'] = x.shape[2]
        ctx.attrs['padded'] = xp.shape
        return np.einsum('nclk,fck->nfl', view, w)

    @staticmethod
    def backward(ctx, grad_output):
        view, w = ctx.saved_tensors
        L = ctx.attrs['length']
        dxp = np.zeros(ctx.attrs['padded'])
        for k in range(w.shape[2]):
            dxp[:, :, k:k + grad_output.shape[2]] += np.einsum('nfl,fc->ncl', grad_output, w[:, :, k])
        dw = np.einsum('nfl,nclk->fck', grad_output, view)
        return dxp[:, :, :L], dw, None


class Where(Function):  # expect: pass
    @staticmethod
    def forward(ctx, cond, a, b):
        ctx.save_for_backward(cond)
        return np.where(cond, a, b)

    @staticmethod
    def backward(ctx, g):
        cond, = ctx.saved_tensors
        return None, np.where(cond, g, 0), np.where(cond, 0, g)


class Node:
    """Base for functions that remember inputs and outputs by themselves."""

    def __call__(self, *inputs):
        self.inputs = inputs
        ys = self.forward(*inputs)
        self.outputs = ys if isinstance(ys, tuple) else (ys,)
        return ys

    def forward(self, *xs):
        raise NotImplementedError()

    def backward(self, *gys):
        raise NotImplementedError()


class Sin(Node):  # expect: pass
    def forward(self, x):
        self.x = x
        return np.sin(x)

    def backward(self, gy):
        return gy * np.cos(self.x)


class MeanSquaredError(Node):  # expect: mismatch (second argument gets the first one's gradient)
    def forward(self, x0, x1):
        self.diff = x0 - x1
        return (self.diff ** 2).sum() / len(self.diff)

    def backward(self, gy):
        gx = gy * self.diff * (2. / len(self.diff))
        return gx, gx


class SumTo(Node):  # expect: pass
    """Sums (N, D) down to (1, D) or (N, 1)"""

    def __init__(self, shape):
        self.shape = shape

    def forward(self, x):
        self.x_shape = x.shape
        axes = tuple(i for i, n in enumerate(self.shape) if n == 1)
        return x.sum(axis=axes, keepdims=True)

    def backward(self, gy):
        return np.broadcast_to(gy, self.x_shape)


class GetItem(Node):  # expect: mismatch (repeated rows lost)
    """Rows of x by an array of row numbers, which may repeat."""

    def __init__(self, slices):
        self.slices = slices

    def forward(self, x):
        self.in_shape = x.shape
        return x[self.slices]

    def backward(self, gy):
        gx = np.zeros(self.in_shape)
        gx[self.slices] = gy
        return gx


class Linear(Node):  # expect: pass
    """y = x W + b, b may be (M,) or (1, M)"""

    def forward(self, x, W, b):
        self.saved = x, W, b
        return x.dot(W) + b

    def backward(self, gy):
        x, W, b = self.saved
        gb = gy.sum(axis=0, keepdims=b.ndim == 2)
        return gy.dot(W.T), x.T.dot(gy), gb
