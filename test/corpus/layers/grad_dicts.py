"""Layers with `parameters`, `gradients` and `hyperparameters` as dictionaries, gradients accumulated."""
from abc import ABC, abstractmethod
import numpy as np


class Tanh:
    def fn(self, z):
        return np.tanh(z)

    def grad(self, x):  # expect: pass
        return 1 - np.tanh(x) ** 2


class Identity:
    def fn(self, z):
        return z

    def grad(self, x):  # expect: pass
        return np.ones_like(x)


class LayerBase(ABC):
    def __init__(self, optimizer=None):
        self.X = []
        self.act_fn = None
        self.trainable = True
        self.optimizer = optimizer
        self.gradients = {}
        self.parameters = {}
        self.derived_variables = {}
        super().__init__()

    @abstractmethod
    def _init_params(self, **kwargs):
        raise NotImplementedError

    @abstractmethod
    def forward(self, z, **kwargs):
        raise NotImplementedError

    @abstractmethod
    def backward(self, out, **kwargs):
        raise NotImplementedError

    def flush_gradients(self):
        assert self.trainable, "Layer is frozen"
        self.X = []
        for k, v in self.gradients.items():
            self.gradients[k] = np.zeros_like(v)


class FullyConnected(LayerBase):  # expect: pass
    def __init__(self, n_out, act_fn=None, optimizer=None):
        """
        A fully-connected (dense) layer, Y = act_fn(W X + b).

        X of shape (n_ex, n_in), Y of shape (n_ex, n_out). The weights appear with the first input.
        """
        super().__init__(optimizer)
        self.n_in = None
        self.n_out = n_out
        self.act_fn = Tanh() if act_fn is None else act_fn
        self.parameters = {"W": None, "b": None}
        self.is_initialized = False

    def _init_params(self):
        b = np.zeros((1, self.n_out))
        W = np.random.randn(self.n_in, self.n_out) / np.sqrt(self.n_in)
        self.parameters = {"W": W, "b": b}
        self.gradients = {"W": np.zeros_like(W), "b": np.zeros_like(b)}
        self.is_initialized = True

    def forward(self, X, retain_derived=True):
        if not self.is_initialized:
            self.n_in = X.shape[1]
            self._init_params()
        Z = X @ self.parameters["W"] + self.parameters["b"]
        if retain_derived:
            self.X.append(X)
        return self.act_fn.fn(Z)

    def backward(self, dLdy, retain_grads=True):
        assert self.trainable, "Layer is frozen"
        if not isinstance(dLdy, list):
            dLdy = [dLdy]
        dX = []
        X = self.X
        for dy, x in zip(dLdy, X):
            dx, dw, db = self._bwd(dy, x)
            dX.append(dx)
            if retain_grads:
                self.gradients["W"] += dw
                self.gradients["b"] += db
        return dX[0] if len(X) == 1 else dX

    def _bwd(self, dLdy, X):
        W, b = self.parameters["W"], self.parameters["b"]
        dZ = dLdy * self.act_fn.grad(X @ W + b)
        return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0, keepdims=True)


class Add(LayerBase):  # expect: mismatch (slope at the first input instead of at the sum)
    """Elementwise sum of the inputs in a list, then an activation."""

    def __init__(self, act_fn=None, optimizer=None):
        super().__init__(optimizer)
        self.act_fn = Tanh() if act_fn is None else act_fn
        self._init_params()

    def _init_params(self):
        self.derived_variables = {"sum": []}

    def forward(self, X):
        out = X[0].copy()
        for i in range(1, len(X)):
            out += X[i]
        self.X.append(X)
        self.derived_variables["sum"].append(out)
        return self.act_fn.fn(out)

    def backward(self, dLdY):
        X = self.X[-1]
        d = dLdY * self.act_fn.grad(X[0])
        return [d for _ in X]


class Multiply(LayerBase):  # expect: pass
    """Elementwise product of the inputs in a list."""

    def __init__(self, optimizer=None):
        super().__init__(optimizer)
        self._init_params()

    def _init_params(self):
        self.derived_variables = {"prod": []}

    def forward(self, X):
        out = np.ones_like(X[0])
        for x in X:
            out = out * x
        self.X.append(X)
        return out

    def backward(self, dLdY):
        X = self.X[-1]
        grads = []
        for i in range(len(X)):
            g = dLdY
            for j in range(len(X)):
                if j != i:
                    g = g * X[j]
            grads.append(g)
        return grads


class Softmax(LayerBase):  # expect: mismatch (works along the last axis whatever dim says)
    def __init__(self, dim=-1, optimizer=None):
        super().__init__(optimizer)
        self.dim = dim
        self._init_params()

    def _init_params(self):
        self.is_initialized = True

    def forward(self, X):
        e = np.exp(X - X.max(axis=self.dim, keepdims=True))
        self.Y = e / e.sum(axis=self.dim, keepdims=True)
        return self.Y

    def backward(self, dLdy):
        y = self.Y
        return y * (dLdy - np.sum(dLdy * y, axis=-1, keepdims=True))


class LayerNorm1D(LayerBase):  # expect: mismatch (scaler's gradient not multiplied by the normalized input)
    def __init__(self, epsilon=1e-5, optimizer=None):
        super().__init__(optimizer)
        self.epsilon = epsilon
        self.parameters = {"scaler": None, "intercept": None}
        self.is_initialized = False

    def _init_params(self):
        scaler = np.random.rand(self.n_in)
        intercept = np.zeros(self.n_in)
        self.parameters = {"scaler": scaler, "intercept": intercept}
        self.gradients = {"scaler": np.zeros_like(scaler), "intercept": np.zeros_like(intercept)}
        self.is_initialized = True

    def forward(self, X, retain_derived=True):
        if not self.is_initialized:
            self.n_in = self.n_out = X.shape[1]
            self._init_params()
        mean, var = X.mean(axis=1).reshape(-1, 1), X.var(axis=1).reshape(-1, 1)
        if retain_derived:
            self.X.append(X)
        return self.parameters["scaler"] * (X - mean) / np.sqrt(var + self.epsilon) + self.parameters["intercept"]

    def backward(self, dLdy, retain_grads=True):
        X = self.X[-1]
        n = X.shape[1]
        mean, var = X.mean(axis=1, keepdims=True), X.var(axis=1, keepdims=True)
        N = (X - mean) / np.sqrt(var + self.epsilon)
        dN = dLdy * self.parameters["scaler"]
        dX = (n * dN - dN.sum(axis=1, keepdims=True) - N * (dN * N).sum(axis=1, keepdims=True))
        if retain_grads:
            self.gradients["scaler"] += (dLdy * X).sum(axis=0)
            self.gradients["intercept"] += dLdy.sum(axis=0)
        return dX / (n * np.sqrt(var + self.epsilon))


class DotProductAttention(LayerBase):  # expect: pass
    """Q (n_ex, n_q, d_k), K (n_ex, n_kv, d_k), V (n_ex, n_kv, d_v) -> (n_ex, n_q, d_v)"""

    def __init__(self, scale=True, optimizer=None):
        super().__init__(optimizer)
        self.scale = scale
        self._init_params()

    def _init_params(self):
        self.softmax = Softmax()

    def forward(self, Q, K, V):
        c = 1 / np.sqrt(Q.shape[-1]) if self.scale else 1
        weights = self.softmax.forward(Q @ K.swapaxes(-2, -1) * c)
        self.X.append((Q, K, V, weights, c))
        return weights @ V

    def backward(self, dLdy):
        Q, K, V, weights, c = self.X[-1]
        dV = weights.swapaxes(-2, -1) @ dLdy
        dscores = self.softmax.backward(dLdy @ V.swapaxes(-2, -1)) * c
        dQ = dscores @ K
        dK = dscores.swapaxes(-2, -1) @ Q
        return dQ, dK, dV


class RBM1Energy(LayerBase):
    """Only half of a layer so far."""

    def _init_params(self):
        pass

    def forward(self, z):
        return -np.sum(z * self.parameters["b"])

    def backward(self, out):
        raise NotImplementedError


class Highway(LayerBase):  # expect: mismatch (carry gate's gradient lacks the subtraction of the input)
    """y = t * tanh(X W) + (1 - t) * X with t = sigmoid(X Wt)"""

    def __init__(self, n_in, optimizer=None):
        super().__init__(optimizer)
        self.n_in = n_in
        self._init_params()

    def _init_params(self):
        for k in ("W", "Wt"):
            self.parameters[k] = np.random.randn(self.n_in, self.n_in)
            self.gradients[k] = np.zeros((self.n_in, self.n_in))

    def forward(self, X):
        h = np.tanh(X @ self.parameters["W"])
        t = 1 / (1 + np.exp(-X @ self.parameters["Wt"]))
        self.derived_variables = {"X": X, "h": h, "t": t}
        return t * h + (1 - t) * X

    def backward(self, dLdy):
        X, h, t = (self.derived_variables[k] for k in ("X", "h", "t"))
        dh = dLdy * t * (1 - h ** 2)
        dt = dLdy * h * t * (1 - t)
        self.gradients["W"] += X.T @ dh
        self.gradients["Wt"] += X.T @ dt
        return dLdy * (1 - t) + dh @ self.parameters["W"].T + dt @ self.parameters["Wt"].T
