"""Adaptive Simpson quadrature: a function that calls itself on both halves where it must."""
import math


def f(x):
    return math.exp(-x * x) * math.sin(10 * x)


def simpson(fa, fm, fb, width):
    return width / 6 * (fa + 4 * fm + fb)


def integrate(a, b, fa, fm, fb, estimate, tolerance):
    m = (a + b) / 2
    left, right = f((a + m) / 2), f((m + b) / 2)
    first = simpson(fa, left, fm, m - a)
    second = simpson(fm, right, fb, b - m)
    error = first + second - estimate
    if abs(error) <= 15 * tolerance:
        return first + second + error / 15
    return integrate(a, m, fa, left, fm, first, tolerance / 2) + integrate(
        m, b, fm, right, fb, second, tolerance / 2
    )


def quadrature(a, b, tolerance):
    fa, fm, fb = f(a), f((a + b) / 2), f(b)
    return integrate(a, b, fa, fm, fb, simpson(fa, fm, fb, b - a), tolerance)


result = quadrature(0.0, 3.0, 1e-8)
