"""Layers for training under noise."""
import numpy as np


class NoisyLinear:  # expect: pass
    def __init__(self, W, sigma=0.1):
        self.W = W
        self.sigma = sigma

    def forward(self, x):
        self.x = x
        self.noisy = self.W + self.sigma * np.random.standard_normal(self.W.shape)
        return x @ self.noisy

    def backward(self, dout):
        self.dW = self.x.T @ dout
        return dout @ self.noisy.T


class ClipByNorm:  # expect: unverified deliberate (gradient clipped to a norm inside of backward)
    """A square weight whose gradient may not grow longer than max_norm."""

    def __init__(self, W, max_norm=1.0):
        self.W = W
        self.max_norm = max_norm

    def forward(self, x):
        self.x = x
        return np.tanh(x @ self.W)

    def backward(self, dout):
        dz = dout * (1 - np.tanh(self.x @ self.W) ** 2)
        dW = self.x.T @ dz
        norm = np.sqrt(np.sum(dW ** 2))
        if norm > self.max_norm:
            dW = dW * (self.max_norm / norm)
        self.dW = dW
        return dz @ self.W.T


class GaussianDropout:  # expect: unverified nondeterministic
    """Multiplies with noise around one; the backward pass uses its mean."""

    def __init__(self, rate=0.3):
        self.sigma = np.sqrt(rate / (1 - rate))

    def forward(self, x):
        return x * np.random.normal(1.0, self.sigma, x.shape)

    def backward(self, dout):
        return dout


class Reparameterize:  # expect: pass
    """z = mu + sigma * noise; mu and logvar (N, D)"""

    def forward(self, mu, logvar):
        eps = np.random.standard_normal(mu.shape)
        self.mu = mu
        self.z = mu + np.exp(0.5 * logvar) * eps
        return self.z

    def backward(self, dz):
        return dz, 0.5 * dz * (self.z - self.mu)
