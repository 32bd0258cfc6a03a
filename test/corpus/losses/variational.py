"""Losses of generative models."""
import numpy as np


class VariationalLoss:
    """Bernoulli reconstruction plus KL of a diagonal Gaussian to N(0, 1)."""

    def __call__(self, y, y_pred, t_mean, t_log_var):
        return self.loss(y, y_pred, t_mean, t_log_var)

    @staticmethod
    def loss(y, y_pred, t_mean, t_log_var):
        """
        y : array of shape (n_ex, n_out)
        y_pred : array of shape (n_ex, n_out)
        t_mean, t_log_var : arrays of shape (n_ex, n_latent)
        """
        eps = np.finfo(float).eps
        rec = -np.sum(y * np.log(y_pred + eps) + (1 - y) * np.log(1 - y_pred + eps), axis=1)
        kl = -0.5 * np.sum(1 + t_log_var - t_mean ** 2 - np.exp(t_log_var), axis=1)
        return np.mean(rec + kl)

    @staticmethod
    def grad(y, y_pred, t_mean, t_log_var):  # expect: pass
        N = y.shape[0]
        eps = np.finfo(float).eps
        dY_pred = -y / (N * (y_pred + eps)) - (y - 1) / (N * (1 - y_pred + eps))
        dLogVar = (np.exp(t_log_var) - 1) / (2 * N)
        dMean = t_mean / N
        return dY_pred, dLogVar, dMean


class KLGaussian:
    """KL(N(mu, exp(logvar)) || N(prior_mu, prior_var)), summed."""

    def __init__(self, prior_mu=0.0, prior_var=1.0):
        self.prior_mu = prior_mu
        self.prior_var = prior_var

    def cost(self, mu, logvar):
        v = np.exp(logvar)
        return 0.5 * np.sum(np.log(self.prior_var) - logvar + (v + (mu - self.prior_mu) ** 2) / self.prior_var - 1)

    def grad(self, mu, logvar):  # expect: mismatch (prior variance left out for logvar)
        dmu = (mu - self.prior_mu) / self.prior_var
        dlogvar = 0.5 * (np.exp(logvar) - 1)
        return dmu, dlogvar


class WassersteinCritic:
    """Critic scores; y is +1 for real samples, -1 for generated ones."""

    def loss(self, y, y_pred):
        return -np.mean(y * y_pred)

    def gradient(self, y, y_pred):  # expect: pass
        return -y / y_pred.size


class LeastSquaresGAN:
    """0.5 (D - target)^2 for the discriminator, soft target `real` for true samples."""

    def __init__(self, real=1.0):
        self.real = real

    def loss(self, y, y_pred):
        target = np.where(y > 0.5, self.real, 0.0)
        return 0.5 * np.sum((y_pred - target) ** 2)

    def gradient(self, y, y_pred):  # expect: mismatch (soft target replaced by the label)
        return y_pred - y


class CategoricalKL:
    """sum y log(y / y_pred) for rows that are distributions."""

    def loss(self, y, y_pred):
        return np.sum(y * np.log(y / y_pred))

    def gradient(self, y, y_pred):  # expect: mismatch (the gradient for the target)
        return np.log(y / y_pred) + 1
