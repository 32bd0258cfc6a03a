"""Physical gradients: differences in space, none of them the derivative of a neighbour here."""
import numpy as np

G = 9.81


def pressure(depth, rho=1000.0):
    return rho * G * depth


def pressure_gradient(p1, p2, dx):
    return (p2 - p1) / dx


def temperature(depth, surface=10.0, rate=0.03):
    return surface + rate * depth


def temperature_gradient(profile, spacing):
    return np.gradient(profile, spacing)


def heat_loss(area, u, t_in, t_out):
    return area * u * (t_in - t_out)


def heat_loss_gradient(walls):
    """Walls sorted by their losses per area."""
    return sorted(walls, key=lambda w: w["u"])


def potential(z, p, rho=1000.0):
    return z + p / (rho * G)


def potential_gradient(h1, h2, length):
    return (h1 - h2) / length


def darcy(k, h1, h2, length):
    return -k * potential_gradient(h2, h1, length)


def wind(z, z0=0.03, u_star=0.4):
    return u_star / 0.4 * np.log(z / z0)


def grad_wind(speeds, heights):
    """Wind shear exponent from two masts."""
    return np.log(speeds[1] / speeds[0]) / np.log(heights[1] / heights[0])


def elevation(grid, i, j):
    return grid[i, j]


def elevation_gradient(grid, cell):
    gy, gx = np.gradient(grid, cell)
    return np.degrees(np.arctan(np.hypot(gx, gy)))


def flow(grid):
    """Steepest descent direction (D8 code) of the inner cells."""
    out = np.zeros((grid.shape[0] - 2, grid.shape[1] - 2), dtype=int)
    for i in range(1, grid.shape[0] - 1):
        for j in range(1, grid.shape[1] - 1):
            out[i - 1, j - 1] = np.argmin(grid[i - 1:i + 2, j - 1:j + 2])
    return out


def dflow(codes):
    """Degrees of the D8 codes."""
    return codes * 45


def runoff(rain, coefficient, area):
    return rain * coefficient * area


def runoff_d(rain, coefficient, area, days):
    return [runoff(r, coefficient, area) for r in rain[:days]]


def evaporation(t, humidity):
    return max(0.0, 0.5 * t * (1 - humidity))


def devaporation(series):
    return np.diff(series)


class Salinity:
    """Practical salinity along an estuary."""

    def __init__(self, mouth=35.0, length=20.0):
        self.mouth, self.length = mouth, length

    def __call__(self, x):
        return self.mouth * np.exp(-x / self.length)

    def gradient(self, stations):
        """Between neighbouring stations, [(x, value), ...]"""
        x = np.array([s[0] for s in stations])
        v = np.array([s[1] for s in stations])
        return np.diff(v) / np.diff(x)


class Well:
    def __init__(self, T=1e-3, S=1e-4):
        self.T, self.S = T, S

    def fun(self, r, t):
        """Theis argument."""
        return r ** 2 * self.S / (4 * self.T * t)

    def jac(self, code):
        """JAC well register: county and number."""
        return code[:3], int(code[3:])

    def hess(self, code):
        return code.startswith("HE")
