"""Energies of materials and of alignment."""
import numpy as np


def neo_hookean(F, mu, lam):
    J = np.linalg.det(F)
    return 0.5 * mu * (np.trace(F.T @ F) - 3) - mu * np.log(J) + 0.5 * lam * np.log(J) ** 2


def neo_hookean_grad(F, mu, lam):  # expect: pass
    J = np.linalg.det(F)
    inverse = np.linalg.inv(F).T
    return mu * (F - inverse) + lam * np.log(J) * inverse


def log_volume(F, mu, lam):
    J = np.linalg.det(F)
    return mu * np.log(J) + lam * np.log(J) ** 2


def log_volume_grad(F, mu, lam):  # expect: unverified holds-if (F symmetric)
    J = np.linalg.det(F)
    return (mu + 2 * lam * np.log(J)) * np.linalg.inv(F)


def U(q, precision):
    return 0.5 * q @ precision @ q


def grad_U(q, precision):  # expect: unverified holds-if (precision symmetric)
    return precision @ q


def point_to_plane(x, p, q, n):
    """x = (alpha, beta, gamma, tx, ty, tz): small angles, then a shift."""
    return n @ (p + np.cross(x[:3], p) + x[3:] - q)


def point_to_plane_grad(x, p, q, n):  # expect: pass
    return np.concatenate([np.cross(p, n), n])


class Recurrent:  # expect: pass
    """One step after the other; the inputs are a list, their gradients one array."""

    def __init__(self, input_size, hidden_size):
        self.Wx = np.random.randn(input_size, hidden_size) * 0.1
        self.Wh = np.random.randn(hidden_size, hidden_size) * 0.1

    def forward(self, xs, h0):
        self.xs, self.hs = xs, [h0]
        h = h0
        for x in xs:
            h = np.tanh(x @ self.Wx + h @ self.Wh)
            self.hs.append(h)
        return np.array(self.hs[1:])

    def backward(self, dhs):
        self.dWx, self.dWh = np.zeros_like(self.Wx), np.zeros_like(self.Wh)
        dxs, dh = np.zeros_like(self.xs), np.zeros_like(self.hs[0])
        for t in reversed(range(len(self.xs))):
            dz = (dhs[t] + dh) * (1 - self.hs[t + 1] ** 2)
            self.dWx += self.xs[t].T @ dz
            self.dWh += self.hs[t].T @ dz
            dxs[t] = dz @ self.Wx.T
            dh = dz @ self.Wh.T
        return dxs, dh
