"""Quaternions as a class with operators: products, rotations, interpolation."""
import math


class Quaternion:
    __slots__ = ("w", "x", "y", "z")

    def __init__(self, w=1.0, x=0.0, y=0.0, z=0.0):
        self.w, self.x, self.y, self.z = w, x, y, z

    @classmethod
    def from_axis_angle(cls, axis, angle):
        n = math.sqrt(sum(a * a for a in axis))
        s = math.sin(angle / 2) / n
        return cls(math.cos(angle / 2), *(a * s for a in axis))

    def __iter__(self):
        yield from (self.w, self.x, self.y, self.z)

    def __mul__(self, other):
        if isinstance(other, (int, float)):
            return Quaternion(*(c * other for c in self))
        a, b, c, d = self
        e, f, g, h = other
        return Quaternion(
            a * e - b * f - c * g - d * h,
            a * f + b * e + c * h - d * g,
            a * g - b * h + c * e + d * f,
            a * h + b * g - c * f + d * e,
        )

    __rmul__ = __mul__

    def __add__(self, other):
        return Quaternion(*(a + b for a, b in zip(self, other)))

    def conjugate(self):
        return Quaternion(self.w, -self.x, -self.y, -self.z)

    @property
    def norm(self):
        return math.sqrt(sum(c * c for c in self))

    def rotate(self, v):
        turned = self * Quaternion(0.0, *v) * self.conjugate()
        return turned.x, turned.y, turned.z

    def __eq__(self, other):
        return all(math.isclose(a, b, abs_tol=1e-12) for a, b in zip(self, other))

    def __repr__(self):
        return f"({self.w:.3f}, {self.x:.3f}, {self.y:.3f}, {self.z:.3f})"


def slerp(a, b, t):
    dot = sum(p * q for p, q in zip(a, b))
    angle = math.acos(max(-1.0, min(1.0, dot)))
    if angle < 1e-9:
        return a
    return math.sin((1 - t) * angle) / math.sin(angle) * a + math.sin(t * angle) / math.sin(angle) * b


q = Quaternion.from_axis_angle((0, 0, 1), math.pi / 3)
p = Quaternion.from_axis_angle((1, 1, 0), 0.8)
turned = q.rotate((1.0, 0.5, 0.0))
both = [round(c, 12) for c in p * q]
unit = round((p * q).norm, 12)
back = (q * q.conjugate()) == Quaternion()
different = p * q == q * p
half = repr(slerp(q, p, 0.5))
shown = str([q, p])
pair = (list(q), tuple(p))
del q, p
