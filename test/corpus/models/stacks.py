import numpy as np


class Module(object):
    """Every layer keeps `params` and `grads` under the same names."""

    def __init__(self, *args, **kwargs):
        self.params = {}
        self.grads = {}
        self.training = kwargs.get('training', True)

    def zero_grad(self):
        for k in self.params:
            self.grads[k] = np.zeros_like(self.params[k])

    def forward(self, x):
        raise NotImplementedError

    def backward(self, dout):
        raise NotImplementedError


class LinearLayer(Module):  # expect: pass
    def __init__(self, in_features, out_features, **kwargs):
        super(LinearLayer, self).__init__(in_features, out_features, **kwargs)
        scale = kwargs.get('weight_scale', np.sqrt(2.0 / in_features))
        self.params['weight'] = np.random.normal(0.0, scale, (out_features, in_features))
        self.params['bias'] = np.zeros((1, out_features))
        self.zero_grad()

    def forward(self, x):
        self.x = x
        return x @ self.params['weight'].T + self.params['bias']

    def backward(self, dout):
        self.grads['weight'] += dout.T @ self.x
        self.grads['bias'] += np.sum(dout, axis=0, keepdims=True)
        return dout @ self.params['weight']


class ELUModule(Module):  # expect: mismatch (alpha added on the positive side too)
    def __init__(self, alpha=1.0):
        super().__init__()
        self.alpha = alpha

    def forward(self, x):
        self.x = x
        self.out = np.where(x > 0, x, self.alpha * (np.exp(x) - 1))
        return self.out

    def backward(self, dout):
        return dout * (np.minimum(self.out, 0) + self.alpha)


class CosineClassifier(Module):  # expect: mismatch (weights' gradient not projected off the weights)
    """Scaled cosine between rows of x (N, D) and classes (C, D)"""

    def __init__(self, n_classes, dim, scale=5.0):
        super().__init__()
        self.scale = scale
        self.params['w'] = np.random.randn(n_classes, dim)
        self.zero_grad()

    def forward(self, x):
        w = self.params['w']
        self.nx = np.linalg.norm(x, axis=1, keepdims=True)
        self.nw = np.linalg.norm(w, axis=1, keepdims=True)
        self.xh, self.wh = x / self.nx, w / self.nw
        self.cos = self.xh @ self.wh.T
        return self.scale * self.cos

    def backward(self, dout):
        d = self.scale * dout
        self.grads['w'] += d.T @ self.xh / self.nw
        dx = d @ self.wh - self.xh * np.sum(d * self.cos, axis=1, keepdims=True)
        return dx / self.nx


class Sequential(Module):  # expect: mismatch (runs the layers forwards in the backward pass)
    """Two square layers with tanh in between: built by itself, no layer list needed."""

    def __init__(self, width):
        super().__init__()
        self.layers = [LinearLayer(width, width), LinearLayer(width, width)]

    def forward(self, x):
        self.acts = []
        for layer in self.layers:
            x = np.tanh(layer.forward(x))
            self.acts.append(x)
        return x

    def backward(self, dout):
        for layer, a in zip(self.layers, self.acts):
            dout = layer.backward(dout * (1 - a ** 2))
        return dout


class MLP(Module):  # expect: pass
    def __init__(self, sizes=(4, 5, 3)):
        super().__init__()
        self.W = [np.random.randn(a, b) for a, b in zip(sizes[:-1], sizes[1:])]
        self.b = [np.zeros(b) for b in sizes[1:]]

    def forward(self, x):
        self.inputs = [x]
        for i, (W, b) in enumerate(zip(self.W, self.b)):
            x = x @ W + b
            if i < len(self.W) - 1:
                x = np.maximum(x, 0)
            self.inputs.append(x)
        return x

    def backward(self, dout):
        n = len(self.W)
        self.dW, self.db = [None] * n, [None] * n
        for i in reversed(range(n)):
            if i < n - 1:
                dout = dout * (self.inputs[i + 1] > 0)
            self.dW[i] = self.inputs[i].T @ dout
            self.db[i] = dout.sum(axis=0)
            dout = dout @ self.W[i].T
        return dout


class GraphConvolution:  # expect: unverified holds-if (adjacency symmetric)
    """relu(A X W), A (n, n) the normalized adjacency matrix, X (n, d), W (d, h)"""

    def __init__(self, W):
        self.W = W

    def forward(self, X, A):
        self.X, self.A = X, A
        self.Z = A @ X @ self.W
        return np.maximum(self.Z, 0)

    def backward(self, dH):
        dZ = dH * (self.Z > 0)
        self.dW = (self.A @ self.X).T @ dZ
        return self.A @ dZ @ self.W.T


class GatedTable:  # expect: unverified holds-if (rows of the gate sum to one)
    """Mixture of experts' outputs: gate (N, K), values (K, D); the gate is a distribution."""

    def forward(self, gate, values):
        self.gate, self.values = gate, values
        return gate @ values / gate.sum(axis=1, keepdims=True)

    def backward(self, dout):
        s = np.sum(dout * (self.gate @ self.values), axis=1, keepdims=True)
        return dout @ self.values.T - s, self.gate.T @ dout


class MaskedAttentionPool:  # expect: mismatch (mask applied to the gradient of the values only)
    """x (N, T, D) pooled with weights softmax(x w) over the positions where mask (N, T) is 1"""

    def __init__(self, w):
        self.w = w

    def forward(self, x, mask):
        s = x @ self.w
        e = np.exp(s - s.max(axis=1, keepdims=True)) * mask
        self.p = e / e.sum(axis=1, keepdims=True)
        self.x, self.mask = x, mask
        return np.einsum('nt,ntd->nd', self.p, x)

    def backward(self, dout):
        dp = np.einsum('nd,ntd->nt', dout, self.x) * self.mask
        ds = self.p * (dp - dp.mean(axis=1, keepdims=True))
        self.dw = np.einsum('nt,ntd->d', ds, self.x)
        return self.p[:, :, None] * dout[:, None, :] + ds[:, :, None] * self.w


class MixtureDensity:  # expect: unsupported skeleton
    def __init__(self, W):
        self.W = W
        self.dW = None

    def forward(self, x):
        self.x = x
        return np.exp(x @ self.W)

    def backward(self, dout):
        dx = np.zeros(self.x.shape)
        self.dW = np.zeros(self.W.shape)
        # your code here
        return dx


class TwinHead:  # expect: mismatch (gradient of the trunk from the second head overwrites the first)
    """One tanh trunk, two linear heads side by side."""

    def __init__(self, n_in, n_hidden, n_a, n_b):
        rng = np.random.RandomState(0)
        self.params = {'T': rng.randn(n_in, n_hidden), 'A': rng.randn(n_hidden, n_a), 'B': rng.randn(n_hidden, n_b)}
        self.grads = {}

    def forward(self, x):
        self.x = x
        self.h = np.tanh(x @ self.params['T'])
        return np.concatenate([self.h @ self.params['A'], self.h @ self.params['B']], axis=1)

    def backward(self, dout):
        k = self.params['A'].shape[1]
        for name, d in (('A', dout[:, :k]), ('B', dout[:, k:])):
            self.grads[name] = self.h.T @ d
            dh = d @ self.params[name].T
        dz = dh * (1 - self.h ** 2)
        self.grads['T'] = self.x.T @ dz
        return dz @ self.params['T'].T
