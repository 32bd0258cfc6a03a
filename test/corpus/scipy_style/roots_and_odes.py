import numpy as np
from scipy.integrate import odeint, solve_ivp
from scipy.optimize import fsolve, newton, root, root_scalar

K1, K2, K3 = 0.04, 1e4, 3e7


def robertson(y, t, k1=K1, k2=K2, k3=K3):
    return [-k1 * y[0] + k2 * y[1] * y[2],
            k1 * y[0] - k2 * y[1] * y[2] - k3 * y[1] ** 2,
            k3 * y[1] ** 2]


def robertson_matrix(y, t, k1=K1, k2=K2, k3=K3):  # expect: mismatch (k3 y^2 not differentiated in the last row)
    return [[-k1, k2 * y[2], k2 * y[1]],
            [k1, -k2 * y[2] - 2 * k3 * y[1], -k2 * y[1]],
            [0, k3 * y[1], 0]]


def predator(t, z, a=1.0, b=0.5):
    x, y = z
    return [a * x - b * x * y, b * x * y - a * y]


def linearised(t, z, a=1.0, b=0.5):  # expect: pass
    x, y = z
    return np.array([[a - b * y, -b * x], [b * y, b * x - a]])


def pendulum(state, t, L=1.0, c=0.1):
    """columns of the Jacobian are wanted below (col_deriv)"""
    theta, omega = state
    return [omega, -c * omega - 9.81 / L * np.sin(theta)]


def pendulum_columns(state, t, L=1.0, c=0.1):  # expect: pass
    theta, omega = state
    return [[0, -9.81 / L * np.cos(theta)], [1, -c]]


def kepler(E, M, e):
    return E - e * np.sin(E) - M


def kepler_slope(E, M, e):  # expect: pass
    return 1 - e * np.cos(E)


def kepler_bend(E, M, e):  # expect: mismatch (cosine in place of the sine)
    return e * np.cos(E)


def balance(x):
    return [x[0] * np.cos(x[1]) - 4, x[0] * x[1] - x[1] - 5]


def balance_matrix(x):  # expect: pass
    return [[np.cos(x[1]), -x[0] * np.sin(x[1])], [x[1], x[0] - 1]]


def chemistry(c, total, Ka=0.2):
    """Weak acid: proton, base, acid."""
    h, a, ha = c
    return np.array([h * a - Ka * ha, a + ha - total, h - a])


def stoichiometry(c, total, Ka=0.2):  # expect: mismatch (equilibrium constant left out)
    h, a, ha = c
    return np.array([[a, h, -1.0], [0, 1, 1], [1, -1, 0]])


def colebrook(f, Re, rough):
    """Darcy friction factor, f > 0"""
    return 1 / np.sqrt(f) + 2 * np.log10(rough / 3.7 + 2.51 / (Re * np.sqrt(f)))


def colebrook_tangent(f, Re, rough):  # expect: mismatch (natural instead of decimal logarithm)
    u = rough / 3.7 + 2.51 / (Re * np.sqrt(f))
    return -0.5 * f ** -1.5 * (1 + 2 * 2.51 / (Re * u))


if __name__ == "__main__":
    t = np.linspace(0, 1, 11)
    print(odeint(robertson, [1.0, 0.0, 0.0], t, Dfun=robertson_matrix)[-1])
    print(odeint(pendulum, [0.1, 0.0], t, Dfun=pendulum_columns, col_deriv=True, args=(2.0, 0.3))[-1])
    print(solve_ivp(predator, (0, 1), [1.0, 2.0], method="Radau", jac=linearised).y[:, -1])
    print(newton(kepler, 1.0, fprime=kepler_slope, args=(1.2, 0.3), fprime2=kepler_bend))
    print(fsolve(balance, [6, 1], fprime=balance_matrix))
    print(root(chemistry, [0.1, 0.1, 0.5], args=(0.7,), jac=stoichiometry).x)
    print(root_scalar(colebrook, args=(1e5, 1e-4), x0=0.02, fprime=colebrook_tangent, method="newton").root)
