"""Planning of a workshop: names that look like derivatives, and are none."""
import math

import numpy as np


def rate(jobs, hours):
    return len(jobs) / hours


def drate(jobs):
    """Daily rates, by weekday."""
    return {day: sum(1 for j in jobs if j["day"] == day) for day in range(7)}


def load(machine):
    return machine.jobs / machine.capacity


def load_d(machine):
    return machine.load_description


def grade(marks):
    return np.mean(marks)


def upgrade(marks):
    return np.sort(marks)[1:]


def term_loss(marks):
    total = np.sum(marks)
    grade = total / len(marks)
    return total, grade


class Conveyor:
    def __init__(self, belt):
        self.belt = belt
        self.at = 0

    def forward(self, steps):
        self.at = min(self.at + steps, len(self.belt))
        return self.belt[self.at]

    def backward(self, steps):
        self.at = max(self.at - steps, 0)
        return self.belt[self.at]


class Palette:
    def __init__(self, first, last):
        self.first, self.last = first, last

    def __call__(self, name):
        return getattr(self, name)

    def gradient(self, steps):
        """Colours from the first to the last, a step apart."""
        return [tuple(a + (b - a) * i // steps for a, b in zip(self.first, self.last)) for i in range(steps + 1)]


def force_close(valve):
    valve.shut(force=True)


def energy(bill):
    return bill.kwh


def force(bill):
    return bill.enforced


def apply_delta(stock, delta):
    return {k: stock[k] + delta.get(k, 0) for k in stock}


def stock(items):
    return sum(items.values())


def prime(stock):
    return [k for k in stock if all(k % i for i in range(2, math.isqrt(k) + 1))]


def args_of(*args):
    a, b = args
    return a if a else b


def dargs_of(*args):
    return list(reversed(args))
