"""Functions of two variables, for the contour plots of the lecture."""
import numpy as np
from numpy import sin, cos, exp, sqrt


def himmelblau(p):
    x, y = p
    return (x ** 2 + y - 11) ** 2 + (x + y ** 2 - 7) ** 2


def himmelblau_grad(p):  # expect: pass
    x, y = p
    a = x ** 2 + y - 11
    b = x + y ** 2 - 7
    return np.array([4 * x * a + 2 * b, 2 * a + 4 * y * b])


def himmelblau_hess(p):  # expect: mismatch (cross term missing)
    x, y = p
    return np.array([[12 * x ** 2 + 4 * y - 42, 0],
                     [0, 12 * y ** 2 + 4 * x - 26]])


def beale(p):
    x, y = p[0], p[1]
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y ** 2) ** 2 + (2.625 - x + x * y ** 3) ** 2


def grad_beale(p):  # expect: mismatch (exponent: 2xy where 3xy^2 belongs)
    x, y = p[0], p[1]
    t1 = 1.5 - x + x * y
    t2 = 2.25 - x + x * y ** 2
    t3 = 2.625 - x + x * y ** 3
    dx = 2 * t1 * (y - 1) + 2 * t2 * (y ** 2 - 1) + 2 * t3 * (y ** 3 - 1)
    dy = 2 * t1 * x + 2 * t2 * 2 * x * y + 2 * t3 * 2 * x * y
    return np.array([dx, dy])


def booth(x1, x2):
    return (x1 + 2 * x2 - 7) ** 2 + (2 * x1 + x2 - 5) ** 2


def grad_booth(x1, x2):  # expect: pass
    return np.array([10 * x1 + 8 * x2 - 34, 8 * x1 + 10 * x2 - 38])


def hess_booth(x1, x2):  # expect: pass
    return np.array([[10.0, 8.0], [8.0, 10.0]])


def matyas(x):
    return 0.26 * (x[0] ** 2 + x[1] ** 2) - 0.48 * x[0] * x[1]


def matyas_gradient(x):  # expect: mismatch (neighbour's variable: x0 where x1 belongs)
    return np.array([0.52 * x[0] - 0.48 * x[0], 0.52 * x[1] - 0.48 * x[1]])


def easom(x, y):
    return -cos(x) * cos(y) * exp(-((x - np.pi) ** 2 + (y - np.pi) ** 2))


def easom_grad(x, y):  # expect: pass
    e = exp(-((x - np.pi) ** 2 + (y - np.pi) ** 2))
    gx = e * cos(y) * (sin(x) + 2 * (x - np.pi) * cos(x))
    gy = e * cos(x) * (sin(y) + 2 * (y - np.pi) * cos(y))
    return gx, gy


def mccormick(x, y):
    return sin(x + y) + (x - y) ** 2 - 1.5 * x + 2.5 * y + 1


def mccormick_grad(x, y):  # expect: mismatch (sign of the difference's term for y)
    return [cos(x + y) + 2 * (x - y) - 1.5, cos(x + y) + 2 * (x - y) + 2.5]


def eggholder(x, y):
    return -(y + 47) * sin(sqrt(abs(x / 2 + y + 47))) - x * sin(sqrt(abs(x - y - 47)))


def deriv_eggholder(x, y):  # expect: pass
    p = x / 2 + y + 47
    q = x - y - 47
    rp, rq = sqrt(abs(p)), sqrt(abs(q))
    dp = np.sign(p) / (2 * rp)
    dq = np.sign(q) / (2 * rq)
    dx = -(y + 47) * cos(rp) * dp / 2 - sin(rq) - x * cos(rq) * dq
    dy = -sin(rp) - (y + 47) * cos(rp) * dp + x * cos(rq) * dq
    return dx, dy


def camel(x):
    return 2 * x[0] ** 2 - 1.05 * x[0] ** 4 + x[0] ** 6 / 6 + x[0] * x[1] + x[1] ** 2


def dcamel(x):  # expect: pass
    return np.array([4 * x[0] - 4.2 * x[0] ** 3 + x[0] ** 5 + x[1], x[0] + 2 * x[1]])


def broyden(x):
    """Broyden's tridiagonal system."""
    r = (3 - 2 * x) * x + 1
    r[1:] -= x[:-1]
    r[:-1] -= 2 * x[1:]
    return r


def broyden_jac(x):  # expect: mismatch (upper diagonal is -2)
    n = len(x)
    J = np.diag(3 - 4 * x)
    J += np.diag(-np.ones(n - 1), -1)
    J += np.diag(-np.ones(n - 1), 1)
    return J


def polar(x, y):
    return np.array([sqrt(x * x + y * y), np.arctan2(y, x)])


def polar_jacobian(x, y):  # expect: mismatch (angle's row lacks the square of r)
    r = sqrt(x * x + y * y)
    return np.array([[x / r, y / r], [-y / r, x / r]])


def spherical(s):
    r, th, ph = s
    return np.array([r * sin(th) * cos(ph), r * sin(th) * sin(ph), r * cos(th)])


def jac_spherical(s):  # expect: pass
    r, th, ph = s
    return np.array([
        [sin(th) * cos(ph), r * cos(th) * cos(ph), -r * sin(th) * sin(ph)],
        [sin(th) * sin(ph), r * cos(th) * sin(ph), r * sin(th) * cos(ph)],
        [cos(th), -r * sin(th), 0],
    ])
