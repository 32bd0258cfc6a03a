"""A radial basis network: centres on a grid, widths by a rule, weights by least squares."""
import numpy as np


class RBFNetwork:
    def __init__(self, centers, width=None):
        self.centers = np.atleast_2d(centers)
        if width is None:
            gaps = np.linalg.norm(self.centers[:, None] - self.centers[None], axis=-1)
            width = gaps.max() / np.sqrt(2 * len(self.centers))
        self.width = float(width)
        self.weights = None

    def features(self, X):
        squared = ((X[:, None, :] - self.centers) ** 2).sum(axis=-1)
        phi = np.exp(-squared / (2 * self.width**2))
        return np.concatenate([phi, np.ones((len(X), 1))], axis=1)

    def fit(self, X, y, ridge=1e-6):
        phi = self.features(X)
        self.weights = np.linalg.solve(phi.T @ phi + ridge * np.eye(phi.shape[1]), phi.T @ y)
        return self

    def predict(self, X):
        if self.weights is None:
            raise RuntimeError("fit the network first")
        return self.features(X) @ self.weights


X = np.linspace(-2, 2, 25)[:, None]
y = np.sin(2 * X[:, 0]) * np.exp(-(X[:, 0] ** 2) / 4)
network = RBFNetwork(np.linspace(-2, 2, 7)[:, None], 0.6)
try:
    network.predict(X)
except RuntimeError as problem:
    complaint = problem.args[0]
good = bool(np.max(np.abs(network.fit(X, y).predict(X) - y)) < 1e-2)
slope_at_zero = (network.predict(np.array([[1e-3]])) - network.predict(np.array([[-1e-3]]))).item() > 0
network.weights = None
features = network.features(X[:3])
