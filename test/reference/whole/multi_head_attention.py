"""A transformer block: several heads by reshape and transpose, residuals, layer norm, GELU."""
import numpy as np

rng = lambda *shape, k=1.0: np.sin(k * np.arange(np.prod(shape))).reshape(shape) / shape[-1] ** 0.5


class Block:
    def __init__(self, d_model, n_heads):
        assert d_model % n_heads == 0
        self.d_model, self.n_heads = d_model, n_heads
        self.d_head = d_model // n_heads
        self.Wqkv = rng(d_model, 3 * d_model, k=0.31)
        self.Wo = rng(d_model, d_model, k=0.57)
        self.W1 = rng(d_model, 4 * d_model, k=0.73)
        self.W2 = rng(4 * d_model, d_model, k=0.91)

    @staticmethod
    def norm(x, eps=1e-5):
        mean = x.mean(-1, keepdims=True)
        var = x.var(-1, keepdims=True)
        return (x - mean) / np.sqrt(var + eps)

    @staticmethod
    def gelu(x):
        return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))

    def split(self, x):
        B, T, _ = x.shape
        return x.reshape(B, T, self.n_heads, self.d_head).transpose(0, 2, 1, 3)

    def attend(self, x):
        B, T, C = x.shape
        q, k, v = (self.split(part) for part in np.split(x @ self.Wqkv, 3, axis=-1))
        scores = q @ k.swapaxes(-2, -1) / np.sqrt(self.d_head)
        scores = np.where(np.tri(T, dtype=bool), scores, -np.inf)
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        weights /= weights.sum(-1, keepdims=True)
        merged = (weights @ v).transpose(0, 2, 1, 3).reshape(B, T, C)
        return merged @ self.Wo

    def __call__(self, x):
        x = x + self.attend(self.norm(x))
        return x + self.gelu(self.norm(x) @ self.W1) @ self.W2


x = np.cos(np.arange(2 * 3 * 8) * 0.2).reshape(2, 3, 8)
y = Block(8, 2)(x)
again = np.einsum("btc,btc->bt", y, y)
try:
    Block(8, 3)
    divided = True
except AssertionError:
    divided = False
