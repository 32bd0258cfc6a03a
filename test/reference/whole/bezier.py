"""Bezier curves by de Casteljau and by Bernstein polynomials, with their lengths."""
from math import comb, hypot


def lerp(a, b, t):
    return tuple((1 - t) * p + t * q for p, q in zip(a, b))


def casteljau(points, t):
    if len(points) == 1:
        return points[0]
    return casteljau([lerp(a, b, t) for a, b in zip(points[:-1], points[1:])], t)


def bernstein(points, t):
    n = len(points) - 1
    weights = [comb(n, k) * t**k * (1 - t) ** (n - k) for k in range(n + 1)]
    return tuple(sum(w * p[axis] for w, p in zip(weights, points)) for axis in range(2))


def derivative(points):
    n = len(points) - 1
    return [tuple(n * (q - p) for p, q in zip(a, b)) for a, b in zip(points, points[1:])]


def split(points, t):
    left, right = [], []
    while points:
        left.append(points[0])
        right.insert(0, points[-1])
        points = [lerp(a, b, t) for a, b in zip(points, points[1:])]
    return left, right


def length(points, pieces=16):
    slopes = derivative(points)
    total = 0.0
    for k in range(pieces):
        a, b = k / pieces, (k + 1) / pieces
        speeds = [hypot(*casteljau(slopes, t)) for t in (a, (a + b) / 2, b)]
        total += (b - a) / 6 * (speeds[0] + 4 * speeds[1] + speeds[2])
    return total


control = [(0.0, 0.0), (1.0, 2.0), (3.0, 3.0), (4.0, 0.0)]
samples = [casteljau(control, k / 8) for k in range(9)]
gap = max(abs(a - b) for k in range(9) for a, b in zip(samples[k], bernstein(control, k / 8)))
agree = gap < 1e-12
del gap
left, right = split(control, 0.25)
meets = left[-1] == right[0]
arc = length(control)
parts = length(left) + length(right)
xs, ys = zip(*samples)
box = (min(xs), min(ys), max(xs), max(ys))
