"""Rational arithmetic in lowest terms, continued fractions, Egyptian fractions, harmonic sums."""
from math import gcd


class Fraction:
    def __init__(self, top, bottom=1):
        if bottom == 0:
            raise ZeroDivisionError("a fraction over zero")
        if bottom < 0:
            top, bottom = -top, -bottom
        g = gcd(top, bottom)
        self.top, self.bottom = top // g, bottom // g

    def __add__(self, other):
        other = lift(other)
        return Fraction(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)

    __radd__ = __add__

    def __sub__(self, other):
        other = lift(other)
        return Fraction(self.top * other.bottom - other.top * self.bottom, self.bottom * other.bottom)

    def __mul__(self, other):
        other = lift(other)
        return Fraction(self.top * other.top, self.bottom * other.bottom)

    def __truediv__(self, other):
        other = lift(other)
        return Fraction(self.top * other.bottom, self.bottom * other.top)

    def __lt__(self, other):
        return self.top * other.bottom < other.top * self.bottom

    def __eq__(self, other):
        other = lift(other)
        return (self.top, self.bottom) == (other.top, other.bottom)

    def __hash__(self):
        return hash((self.top, self.bottom))

    def __float__(self):
        return self.top / self.bottom

    def __abs__(self):
        return Fraction(abs(self.top), self.bottom)

    def __repr__(self):
        return f"{self.top}/{self.bottom}" if self.bottom != 1 else str(self.top)


def lift(value):
    return value if isinstance(value, Fraction) else Fraction(value)


def continued(top, bottom):
    terms = []
    while bottom:
        whole, rest = divmod(top, bottom)
        terms.append(whole)
        top, bottom = bottom, rest
    return terms


def convergent(terms):
    value = Fraction(terms[-1])
    for term in terms[-2::-1]:
        value = term + Fraction(1) / value
    return value


def egyptian(f):
    parts = []
    while f.top:
        unit = -(-f.bottom // f.top)
        parts.append(unit)
        f = f - Fraction(1, unit)
    return parts


half, third = Fraction(1, 2), Fraction(2, -6)
results = [repr(r) for r in (half + third, half - third, half * third, half / third, abs(third), half + 1, 2 + half)]
harmonic = sum((Fraction(1, k) for k in range(1, 11)), Fraction(0))
terms = continued(415, 93)
approximations = [repr(convergent(terms[: n + 1])) for n in range(len(terms))]
parts = egyptian(Fraction(7, 15))
ordered = [repr(f) for f in sorted([half, third, Fraction(3, 8)])]
close = abs(float(harmonic) - 2.9289682539682538) < 1e-15
unique = len({Fraction(1, 2), Fraction(2, 4), Fraction(3, 6), third})
equal = (half == Fraction(4, 8), half == 1, Fraction(4, 2) == 2)
try:
    half / 0
except ZeroDivisionError as e:
    refused = e.args
