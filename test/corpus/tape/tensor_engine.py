import numpy as np


def unbroadcast(grad, shape):
    """Sum a gradient over the axes along which an operand was broadcast."""
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    for axis, n in enumerate(shape):
        if n == 1:
            grad = grad.sum(axis=axis, keepdims=True)
    return grad


class Tensor:
    def __init__(self, data, _prev=(), requires_grad=True):
        self.data = np.asarray(data, dtype=np.float64)
        self.grad = np.zeros_like(self.data)
        self._prev = _prev
        self._backward = lambda: None
        self.requires_grad = requires_grad

    @property
    def shape(self):
        return self.data.shape

    def add(self, other):  # expect: pass
        out = Tensor(self.data + other.data, (self, other))

        def _backward():
            self.grad += unbroadcast(out.grad, self.shape)
            other.grad += unbroadcast(out.grad, other.shape)
        out._backward = _backward
        return out

    def mul(self, other):  # expect: mismatch (a broadcast row of size one is not summed)
        out = Tensor(self.data * other.data, (self, other))

        def _backward():
            self.grad = self.grad + out.grad * other.data
            other.grad = other.grad + out.grad * self.data
        out._backward = _backward
        return out

    def matmul(self, other):  # expect: pass
        out = Tensor(self.data @ other.data, (self, other))

        def _backward():
            self.grad += out.grad @ other.data.T
            other.grad += self.data.T @ out.grad
        out._backward = _backward
        return out

    def sum(self, axis=None, keepdims=False):  # expect: pass
        out = Tensor(np.sum(self.data, axis=axis, keepdims=keepdims), (self,))

        def _backward():
            g = out.grad
            if axis is not None and not keepdims:
                g = np.expand_dims(g, axis)
            self.grad += np.ones_like(self.data) * g
        out._backward = _backward
        return out

    def mean(self, axis=0):  # expect: mismatch (scaled for axis 1 whatever the axis is)
        out = Tensor(self.data.mean(axis=axis), (self,))

        def _backward():
            g = np.expand_dims(out.grad, axis) * np.ones_like(self.data)
            self.grad += g / self.data.shape[1]
        out._backward = _backward
        return out

    def max(self, axis):  # expect: mismatch (gradient to every entry of the row)
        out = Tensor(self.data.max(axis=axis), (self,))

        def _backward():
            top = np.expand_dims(out.data, axis)
            self.grad += np.expand_dims(out.grad, axis) * (self.data <= top)
        out._backward = _backward
        return out

    def __getitem__(self, idx):  # expect: mismatch (fancy index with repeats)
        # rows by an integer array, for minibatches drawn with replacement
        out = Tensor(self.data[idx], (self,))

        def _backward():
            self.grad[idx] += out.grad
        out._backward = _backward
        return out

    def transpose(self, *axes):  # expect: mismatch (same permutation again instead of its inverse)
        out = Tensor(self.data.transpose(axes), (self,))

        def _backward():
            self.grad += out.grad.transpose(axes).reshape(self.shape)
        out._backward = _backward
        return out

    def log_softmax(self):  # expect: pass
        z = self.data - self.data.max(axis=-1, keepdims=True)
        logp = z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
        out = Tensor(logp, (self,))

        def _backward():
            g = out.grad
            self.grad += g - np.exp(logp) * g.sum(axis=-1, keepdims=True)
        out._backward = _backward
        return out

    def concat(self, other, axis=0):  # expect: mismatch (second part cut at the length of the second)
        out = Tensor(np.concatenate([self.data, other.data], axis=axis), (self, other))
        n = self.shape[axis]
        k = other.shape[axis]

        def _backward():
            first = np.take(out.grad, np.arange(n), axis=axis)
            second = np.take(out.grad, np.arange(k), axis=axis)
            self.grad += first
            other.grad += second
        out._backward = _backward
        return out

    def clip(self, low, high):  # expect: pass
        out = Tensor(np.clip(self.data, low, high), (self,))

        def _backward():
            self.grad += out.grad * ((self.data > low) & (self.data < high))
        out._backward = _backward
        return out

    def detach(self):  # expect: unverified deliberate (stops the gradient)
        out = Tensor(self.data.copy(), (self,))

        def _backward():
            self.grad += 0.0 * out.grad
        out._backward = _backward
        return out
