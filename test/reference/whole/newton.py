"""Newton's iteration with while for roots, square roots and a fractal's counts."""


def newton(f, df, x, tol=1e-13, limit=100):
    steps = 0
    while abs(f(x)) > tol:
        slope = df(x)
        if slope == 0:
            raise ZeroDivisionError("flat")
        x = x - f(x) / slope
        steps += 1
        if steps >= limit:
            return None, steps
    return x, steps


def heron(a):
    x = max(a, 1.0)
    while True:
        better = 0.5 * (x + a / x)
        if abs(better - x) <= 1e-15 * better:
            return better
        x = better


def basin(re, im):
    count = 0
    while count < 30:
        r2, i2 = re * re - im * im, 2 * re * im
        fr, fi = r2 * re - i2 * im - 1, r2 * im + i2 * re
        if fr * fr + fi * fi < 1e-12:
            break
        dr, di = 3 * r2, 3 * i2
        norm = dr * dr + di * di
        re, im = re - (fr * dr + fi * di) / norm, im - (fi * dr - fr * di) / norm
        count += 1
    return count


root, steps = newton(lambda x: x**3 - 2 * x - 5, lambda x: 3 * x**2 - 2, 2.0)
endless = newton(lambda x: x**2 + 1, lambda x: 2 * x, 0.5)
try:
    newton(lambda x: x**2 - 1, lambda x: 2 * x, 0.0)
    flat = False
except ZeroDivisionError:
    flat = True
roots = [heron(a) for a in (2, 9, 0.25, 1e6)]
counts = [[basin(-1.5 + 0.55 * i, -1.5 + 0.55 * j) for i in range(6)] for j in range(6)]
