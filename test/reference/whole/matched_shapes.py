"""Shapes of several kinds told apart by match, with areas, bounds and a tiny command language."""
import math
from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])


class Circle:
    __match_args__ = ("center", "radius")

    def __init__(self, center, radius):
        self.center, self.radius = center, radius


def area(shape):
    match shape:
        case Circle(_, radius):
            return math.pi * radius**2
        case {"kind": "rectangle", "size": [w, h]}:
            return w * h
        case {"kind": "square", "size": s} if s > 0:
            return s * s
        case [(x1, y1), (x2, y2), (x3, y3)]:
            return abs((x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1)) / 2
        case [first, second, *rest] if len(rest) > 1:
            return sum(area([first, a, b]) for a, b in zip([second, *rest], rest))
        case None | 0 | "":
            return 0
        case _:
            raise TypeError(f"no shape: {shape!r}")


def run(commands):
    here, pen, drawn = Point(0, 0), True, 0.0
    for command in commands:
        match command.split():
            case ["pen", ("up" | "down") as state]:
                pen = state == "down"
            case ["go", dx, dy]:
                there = Point(here.x + int(dx), here.y + int(dy))
                if pen:
                    drawn += math.hypot(there.x - here.x, there.y - here.y)
                here = there
            case ["home"]:
                here = here._replace(x=0, y=0)
            case []:
                continue
            case [unknown, *_]:
                return here, drawn, "cannot " + unknown
    return here, drawn, "ok"


shapes = [
    Circle(Point(1, 2), 2.0),
    {"kind": "rectangle", "size": [2, 3.5]},
    {"kind": "square", "size": 1.5, "color": "red"},
    [(0, 0), (4, 0), (0, 3)],
    [(0, 0), (2, 0), (3, 1), (1, 3), (0, 2)],
    None,
]
areas = [area(shape) for shape in shapes]
try:
    area({"kind": "square", "size": -1})
except TypeError as e:
    complaint = str(e)
end, drawn, status = run(["go 3 4", "pen up", "", "go 10 0", "pen down", "go -1 -1"])
lost = run(["go 1 1", "fly away"])
total = math.fsum(areas[1:4])
