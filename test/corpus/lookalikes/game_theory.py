"""Optimal design with scipy: objective and constraints called f and g."""
import numpy as np


def f(x):
    return (x[0] - 1) ** 2 + (x[1] + 2) ** 2


def g(x):
    """Inequality constraints, g(x) >= 0."""
    return np.array([x[0] + x[1], 4 - x[0] ** 2, x[1] + 3])


def g1(x):
    return x[0] - x[1]


def g2(x):
    return 3 - x[0]


def h(x):
    return x[0] + x[1] - 1.0


CONSTRAINTS = [{"type": "ineq", "fun": g1}, {"type": "ineq", "fun": g2}, {"type": "eq", "fun": h}]


class Welded:
    """Welded beam; six constraints."""

    def __init__(self, P=6000.0, L=14.0):
        self.P, self.L = P, L

    def f(self, x):
        return 1.10471 * x[0] ** 2 * x[1] + 0.04811 * x[2] * x[3] * (14 + x[1])

    def g(self, x):
        tau = self.P / (np.sqrt(2) * x[0] * x[1])
        sigma = 6 * self.P * self.L / (x[3] * x[2] ** 2)
        return np.array([13600 - tau, 30000 - sigma, x[3] - x[0], x[0] - 0.125])


class Iteration:
    """Fixed point iteration x = g(x) for f(x) = 0."""

    def f(self, x):
        return x - np.cos(x)

    def g(self, x):
        return np.cos(x)

    def run(self, x, n=50):
        for _ in range(n):
            x = self.g(x)
        return x


class AStar:
    def g(self, node):
        return node.cost

    def h(self, node):
        return abs(node.x - self.goal.x) + abs(node.y - self.goal.y)

    def f(self, node):
        return self.g(node) + self.h(node)


class MinMax:
    def f(self, x, y):
        return x * y

    def g(self, x, y, z):
        return z - x * y


def payoff(a, b):
    return np.outer(a, b)


def payoff_d(a, b, discount):
    return discount * payoff(a, b)


def utility(c, gamma):
    return c ** (1 - gamma) / (1 - gamma)


def disutility(h, nu):
    return h ** (1 + nu) / (1 + nu)


def utility_d(c, h, gamma, nu):
    return utility(c, gamma) - disutility(h, nu)


def penalty(x):
    return np.sum(np.maximum(0, -g(x)) ** 2)


def residuals(x, y):
    return y - x


def func(x, y):
    return x + y


def jac(n):
    """Jaccard index of two sets given as a pair."""
    a, b = n
    return len(a & b) / len(a | b)


def fun(words):
    return " ".join(words) + "!"
