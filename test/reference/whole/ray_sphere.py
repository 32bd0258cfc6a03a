"""A small ray tracer: spheres, shadows, mirror reflections by recursion."""
import math


class Vec:
    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y, self.z + o.z)

    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y, self.z - o.z)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k, self.z * k)

    def __neg__(self):
        return self * -1

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def unit(self):
        return self * (1 / math.sqrt(self.dot(self)))


class Sphere:
    def __init__(self, center, radius, shade, mirror=0.0):
        self.center, self.radius = center, radius
        self.shade, self.mirror = shade, mirror

    def hit(self, origin, direction):
        oc = origin - self.center
        b = oc.dot(direction)
        disc = b * b - oc.dot(oc) + self.radius**2
        if disc < 0:
            return None
        root = math.sqrt(disc)
        for t in (-b - root, -b + root):
            if t > 1e-6:
                return t
        return None


LIGHT = Vec(1, 1, -1).unit()
scene = [Sphere(Vec(0, 0, 5), 1.0, 0.9, 0.3), Sphere(Vec(1.5, 0.3, 4), 0.5, 0.6), Sphere(Vec(0, -101, 5), 100, 0.5, 0.1)]


def nearest(origin, direction):
    best = None
    for sphere in scene:
        t = sphere.hit(origin, direction)
        if t is not None and (best is None or t < best[0]):
            best = t, sphere
    return best


def trace(origin, direction, depth=0):
    found = nearest(origin, direction)
    if found is None:
        return 0.2 + 0.2 * direction.y
    t, sphere = found
    point = origin + direction * t
    normal = (point - sphere.center).unit()
    shadowed = nearest(point + normal * 1e-4, LIGHT) is not None
    light = 0.1 if shadowed else 0.1 + 0.9 * max(0.0, normal.dot(LIGHT))
    color = sphere.shade * light
    if sphere.mirror and depth < 3:
        bounced = direction - normal * (2 * direction.dot(normal))
        color = (1 - sphere.mirror) * color + sphere.mirror * trace(point + normal * 1e-4, bounced, depth + 1)
    return color


image = [[trace(Vec(0, 0, 0), Vec((x - 4) / 5, (3 - y) / 5, 1).unit()) for x in range(9)] for y in range(7)]
brightest = max(max(row) for row in image)
text = "\n".join("".join(" .:-=+*#%@"[min(9, int(v * 10))] for v in row) for row in image)
del scene, LIGHT
