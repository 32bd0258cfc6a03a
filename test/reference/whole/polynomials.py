"""A polynomial class: arithmetic, calculus, division, printing, roots by bisection."""
from itertools import zip_longest


class Polynomial:
    def __init__(self, *coefficients):
        c = list(coefficients)
        while len(c) > 1 and c[-1] == 0:
            c.pop()
        self.c = c or [0]

    @property
    def degree(self):
        return len(self.c) - 1

    def __call__(self, x):
        total = 0
        for a in reversed(self.c):
            total = total * x + a
        return total

    def __add__(self, other):
        return Polynomial(*[a + b for a, b in zip_longest(self.c, other.c, fillvalue=0)])

    def __neg__(self):
        return Polynomial(*(-a for a in self.c))

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        if not isinstance(other, Polynomial):
            return Polynomial(*[a * other for a in self.c])
        out = [0] * (len(self.c) + len(other.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(other.c):
                out[i + j] += a * b
        return Polynomial(*out)

    def __divmod__(self, other):
        rest, quotient = list(self.c), [0] * max(len(self.c) - len(other.c) + 1, 1)
        while len(rest) >= len(other.c) and any(rest):
            shift = len(rest) - len(other.c)
            factor = rest[-1] / other.c[-1]
            quotient[shift] = factor
            for i, b in enumerate(other.c):
                rest[i + shift] -= factor * b
            rest.pop()
        return Polynomial(*quotient), Polynomial(*rest)

    def derivative(self):
        return Polynomial(*[k * a for k, a in enumerate(self.c)][1:])

    def integral(self, constant=0):
        return Polynomial(constant, *[a / (k + 1) for k, a in enumerate(self.c)])

    def __str__(self):
        parts = []
        for k, a in sorted(enumerate(self.c), reverse=True):
            if a == 0:
                continue
            power = {0: "", 1: "x"}.get(k, f"x^{k}")
            size = "" if abs(a) == 1 and k else f"{abs(a):g}"
            parts.append(("- " if a < 0 else "+ ") + size + power)
        shown = " ".join(parts) or "0"
        return shown[2:] if shown.startswith("+ ") else shown

    def root(self, low, high, rounds=60):
        for _ in range(rounds):
            middle = (low + high) / 2
            if self(low) * self(middle) <= 0:
                high = middle
            else:
                low = middle
        return (low + high) / 2


p = Polynomial(-6, 11, -6, 1)
q = Polynomial(-1, 1)
quotient, remainder = divmod(p, q)
texts = [str(f) for f in (p, p.derivative(), p * q, p - p, q.integral(0.5), -q * 2)]
values = [p(x) for x in range(-1, 5)]
roots = [round(p.root(a, a + 0.9), 9) for a in (0.5, 1.5, 2.6)]
area = p.integral()(3) - p.integral()(1)
degrees = (p.degree, (p * p).degree, (p - p).degree)
