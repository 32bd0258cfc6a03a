"""Small nonlinear least squares problems, fun_X with jac_X."""
import numpy as np
from numpy.testing import assert_allclose
from scipy.optimize import least_squares
from scipy.sparse import csr_matrix


def fun_trivial(x, a=0):
    return (x - a) ** 2 + 5.0


def jac_trivial(x, a=0.0):  # expect: mismatch (shift a missing)
    return 2 * x


def fun_2d_trivial(x):
    return np.array([x[0], x[1]])


def jac_2d_trivial(x):  # expect: pass
    return np.identity(2)


def fun_rosenbrock(x):
    return np.array([10 * (x[1] - x[0] ** 2), (1 - x[0])])


def jac_rosenbrock(x):  # expect: pass
    return np.array([[-20 * x[0], 10], [-1, 0]])


def jac_rosenbrock_bad_dim(x):
    return np.array([[-20 * x[0], 10], [-1, 0], [0.0, 0.0]])


def fun_helix(x):
    """Helical valley, x[0] > 0"""
    theta = np.arctan(x[1] / x[0]) / (2 * np.pi)
    r = np.hypot(x[0], x[1])
    return np.array([10 * (x[2] - 10 * theta), 10 * (r - 1), x[2]])


def jac_helix(x):  # expect: pass
    r2 = x[0] ** 2 + x[1] ** 2
    r = np.sqrt(r2)
    return np.array([
        [50 / np.pi * x[1] / r2, -50 / np.pi * x[0] / r2, 10],
        [10 * x[0] / r, 10 * x[1] / r, 0],
        [0, 0, 1],
    ])


def fun_wood(x):
    return np.array([
        10 * (x[1] - x[0] ** 2),
        1 - x[0],
        np.sqrt(90) * (x[3] - x[2] ** 2),
        1 - x[2],
        np.sqrt(10) * (x[1] + x[3] - 2),
        (x[1] - x[3]) / np.sqrt(10),
    ])


def jac_wood(x):  # expect: mismatch (sign of the last entry)
    s = np.sqrt(10)
    return np.array([
        [-20 * x[0], 10, 0, 0],
        [-1, 0, 0, 0],
        [0, 0, -2 * np.sqrt(90) * x[2], np.sqrt(90)],
        [0, 0, -1, 0],
        [0, s, 0, s],
        [0, 1 / s, 0, 1 / s],
    ])


def fun_bvp(x):
    n = int(np.sqrt(x.shape[0]))
    u = np.zeros((n + 2, n + 2))
    x = x.reshape((n, n))
    u[1:-1, 1:-1] = x
    y = u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:] - 4 * x + x ** 3
    return y.ravel()


def jac_bvp(x):  # expect: mismatch (neighbours wrap round the end of a row)
    n = int(np.sqrt(x.shape[0]))
    N = n * n
    J = np.diag(-4 + 3 * x ** 2)
    for k in range(N):
        if k >= n:
            J[k, k - n] = 1
        if k + n < N:
            J[k, k + n] = 1
        if k > 0:
            J[k, k - 1] = 1
        if k + 1 < N:
            J[k, k + 1] = 1
    return J


def fun_circle(c, points):
    """Distances of the points to a circle c = (x, y, r)."""
    return np.sqrt((points[:, 0] - c[0]) ** 2 + (points[:, 1] - c[1]) ** 2) - c[2]


def jac_circle(c, points):  # expect: pass
    d = np.sqrt((points[:, 0] - c[0]) ** 2 + (points[:, 1] - c[1]) ** 2)
    return np.column_stack([(c[0] - points[:, 0]) / d, (c[1] - points[:, 1]) / d, -np.ones(len(d))])


def jac_rosenbrock_sparse(x):
    return csr_matrix(jac_rosenbrock(x))


def test_basic():
    res = least_squares(fun_rosenbrock, [-2, 1], jac_rosenbrock)
    assert_allclose(res.x, [1, 1])


def test_shift():
    res = least_squares(fun_trivial, 2.0, jac_trivial, args=(0.0,))
    assert res.cost > 0
