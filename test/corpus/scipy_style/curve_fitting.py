"""Fits of the titration and decay measurements."""
import numpy as np
from scipy.optimize import curve_fit, least_squares, leastsq


def decay(t, A, tau, offset):
    return A * np.exp(-t / tau) + offset


def decay_partials(t, A, tau, offset):  # expect: mismatch (1 / tau^2 became 1 / tau)
    e = np.exp(-t / tau)
    return np.stack([e, A * t / tau * e, np.ones_like(t)], axis=1)


def hill(c, vmax, K, n):
    return vmax * c ** n / (K ** n + c ** n)


def sensitivities(c, vmax, K, n):  # expect: pass
    cn, kn = c ** n, K ** n
    den = kn + cn
    out = np.empty((len(c), 3))
    out[:, 0] = cn / den
    out[:, 1] = -vmax * cn * n * K ** (n - 1) / den ** 2
    out[:, 2] = vmax * cn * kn * (np.log(c) - np.log(K)) / den ** 2
    return out


def gauss_residuals(p, x, y):
    return p[0] * np.exp(-0.5 * ((x - p[1]) / p[2]) ** 2) - y


def gauss_columns(p, x, y):  # expect: mismatch (width's column lacks one power of z)
    z = (x - p[1]) / p[2]
    e = np.exp(-0.5 * z ** 2)
    return np.column_stack([e, p[0] * e * z / p[2], p[0] * e * z / p[2]])


def line(p, x, y):
    return (p[0] + p[1] * x - y) / np.sqrt(1 + p[1] ** 2)


def line_rows(p, x, y):  # expect: pass
    """Derivatives along the first axis (col_deriv)."""
    s = np.sqrt(1 + p[1] ** 2)
    r = p[0] + p[1] * x - y
    return np.array([np.ones_like(x) / s, x / s - r * p[1] / s ** 3])


def plane_waves(p, t, y):
    """amplitude, frequency, phase"""
    return p[0] * np.sin(2 * np.pi * p[1] * t + p[2]) - y


def wave_partials(p, t, y):  # expect: mismatch (2 pi missing in the frequency's column)
    arg = 2 * np.pi * p[1] * t + p[2]
    J = np.zeros((t.size, 3))
    J[:, 0] = np.sin(arg)
    J[:, 1] = p[0] * t * np.cos(arg)
    J[:, 2] = p[0] * np.cos(arg)
    return J


def run(t, y):
    popt, pcov = curve_fit(decay, t, y, p0=[1.0, 2.0, 0.0], jac=decay_partials)
    hopt, _ = curve_fit(hill, t + 0.1, y, p0=(1.0, 1.0, 1.5), jac=sensitivities)
    peak = least_squares(gauss_residuals, [1.0, 0.0, 1.0], jac=gauss_columns, args=(t, y))
    tls, ier = leastsq(line, [0.0, 1.0], args=(t, y), Dfun=line_rows, col_deriv=1)
    wave = least_squares(plane_waves, x0=[1.0, 0.5, 0.0], jac=wave_partials, args=(t, y), loss="soft_l1")
    return popt, hopt, peak.x, tls, wave.x
