"""Odds and ends of the lab: everything that had no other place."""
import os
import re
from datetime import date, timedelta

import numpy as np


# -- dates ---------------------------------------------------------------------------------------

def day(d):
    return d.strftime("%j")


def d_day(d):
    """Days until the deadline."""
    return (date(2030, 6, 6) - d).days


def week(d):
    return d.isocalendar()[1]


def dweek(d):
    return d + timedelta(weeks=1)


# -- files ---------------------------------------------------------------------------------------

def ir(path):
    return path.strip("/")


def dir(path):
    return sorted(os.listdir(path))


def open_forward(path):
    return open(path)


def open_backward(path):
    with open(path) as fh:
        return fh.readlines()[::-1]


def get(url):
    return url


def get_grad(name, registry={}):
    """Look a colour gradient up by its name."""
    return registry.get(name)


# -- text ----------------------------------------------------------------------------------------

def entry(line):
    return line.split("\t")[0]


def dentry(line):
    return line.split("\t")[-1]


def mark(text):
    return "*" + text + "*"


def mark_prime(text):
    return text + "'"


def lower(text):
    return text.lower()


def lower_derivative(text):
    return re.sub("(ly|ness|ish)$", "", text.lower())


# -- numbers -------------------------------------------------------------------------------------

def grade(points):
    return np.digitize(points, [50, 65, 80, 90])


def upgrade(points, bonus):
    return grade(points + bonus)


def degrade(points, malus):
    return grade(points - malus)


def bias(x):
    return np.mean(x) - np.median(x)


def debias(x):
    return x - bias(x)


def spike(x, t):
    return x > t


def despike(x, t):
    return np.where(np.abs(x) > t, np.median(x), x)


def jitter(x, amount):
    return x + np.random.uniform(-amount, amount, np.shape(x))


def dejitter(x, amount):
    return np.round(x / amount) * amount


def fun(n):
    return "fun" * n


def fun_fact(n):
    return 1 if n < 2 else n * fun_fact(n - 1)


def residuals(fit, y):
    return y - fit


def der(x):
    return np.sort(x)[::-1]


class Stopwatch:
    def __init__(self):
        self.laps = []

    def __call__(self, t):
        self.laps.append(t)
        return t

    def prime(self):
        """Wind it up."""
        self.laps = []

    def gradient(self):
        return np.diff(self.laps)


class Palette:
    def __init__(self, stops):
        self.stops = np.asarray(stops, dtype=float)

    def __call__(self, t):
        return self.stops[0] + (self.stops[-1] - self.stops[0]) * t

    def gradient(self, n):
        return np.array([self(t) for t in np.linspace(0, 1, n)])


class Lock:
    def activate(self, code):
        return code == 4711

    def deactivate(self, code):
        return code == 1174


class Shift:
    """Shift register."""

    def __init__(self, bits):
        self.bits = list(bits)

    def fprop(self, bit):
        self.bits = [bit] + self.bits[:-1]
        return self.bits

    def bprop(self, bit):
        self.bits = self.bits[1:] + [bit]
        return self.bits


class Timeline:
    def __init__(self, n):
        self.n, self.i = n, 0

    def forward_pass(self, k):
        self.i = min(self.n - 1, self.i + k)
        return self.i

    def backward_pass(self, k):
        self.i = max(0, self.i - k)
        return self.i
