"""Vehicle routing: costs, distances and a few scipy calls that have no derivative."""
import numpy as np
from scipy.integrate import odeint
from scipy.optimize import curve_fit, fmin, fsolve, least_squares, minimize, newton, root_scalar

EARTH = 6371.0


def haversine(a, b):
    la1, lo1, la2, lo2 = map(np.radians, (*a, *b))
    h = np.sin((la2 - la1) / 2) ** 2 + np.cos(la1) * np.cos(la2) * np.sin((lo2 - lo1) / 2) ** 2
    return 2 * EARTH * np.arcsin(np.sqrt(h))


def cost(route, D):
    return sum(D[i, j] for i, j in zip(route[:-1], route[1:]))


def dcost(route, D, i, j):
    """Change of the cost if stops i and j swap places (2-opt)."""
    new = route[:i] + route[i:j][::-1] + route[j:]
    return cost(new, D) - cost(route, D)


def detour(a, b, via):
    return haversine(a, via) + haversine(via, b) - haversine(a, b)


def tour(points):
    return sum(haversine(a, b) for a, b in zip(points, points[1:] + points[:1]))


def gradient(profile, step):
    """Road gradient in percent from a height profile."""
    return 100 * np.diff(profile) / step


def profile(heights):
    return np.maximum.accumulate(heights)


def fuel(v, load):
    return 2.0 + 0.01 * v ** 2 + 0.3 * load


def best_speed(load):
    return minimize(lambda v: fuel(v[0], load) / v[0], [50.0], bounds=[(10, 130)]).x


def depot(points):
    def f(p):
        return sum(np.hypot(p[0] - x, p[1] - y) for x, y in points)
    return fmin(f, np.mean(points, axis=0), disp=False)


def model(t, a, b):
    return a * (1 - np.exp(-b * t))


def fit(t, y):
    return curve_fit(model, t, y, p0=[1, 1])[0]


def supply(p):
    return p ** 1.5


def demand(p):
    return 100 / (1 + p)


def excess(p):
    return demand(p) - supply(p)


def price():
    a = root_scalar(excess, bracket=[0.1, 50]).root
    b = newton(excess, a)
    c = fsolve(excess, b, xtol=1e-8)
    return a, b, c


def queue(n, t, arrive, serve):
    return arrive - serve * n / (1 + n)


def simulate(n0, t):
    return odeint(queue, n0, t, args=(2.0, 3.0))


def residual(x, points):
    return np.hypot(points[:, 0] - x[0], points[:, 1] - x[1]) - x[2]


def circle(points):
    return least_squares(residual, [0, 0, 1], "3-point", args=(points,)).x


def root(tree, node):
    while tree[node] != node:
        node = tree[node]
    return node


def union(tree, a, b):
    tree[root(tree, a)] = root(tree, b)


class Truck:
    def __init__(self, capacity):
        self.capacity = capacity
        self.load = 0.0
        self.pos = 0

    def forward(self, km):
        self.pos += km
        return self.pos

    def backward(self, km):
        self.pos -= km
        return self.pos

    def cost(self, km):
        return km * (1 + self.load / self.capacity)

    def grad(self, km):
        """Toll class of the road, by length."""
        return "B" if km > 100 else "A"
