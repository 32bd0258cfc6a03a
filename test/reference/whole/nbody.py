"""Planets by velocity Verlet in plain floats, with energy and momentum."""
import math

G = 39.47841760435743


class Body:
    def __init__(self, mass, position, velocity):
        self.mass = mass
        self.position = list(position)
        self.velocity = list(velocity)


def accelerations(bodies):
    result = [[0.0, 0.0] for _ in bodies]
    for i in range(len(bodies)):
        for j in range(i + 1, len(bodies)):
            dx = bodies[j].position[0] - bodies[i].position[0]
            dy = bodies[j].position[1] - bodies[i].position[1]
            r3 = math.sqrt(dx * dx + dy * dy) ** 3
            for axis, d in enumerate((dx, dy)):
                result[i][axis] += G * bodies[j].mass * d / r3
                result[j][axis] -= G * bodies[i].mass * d / r3
    return result


def verlet(bodies, dt):
    before = accelerations(bodies)
    for body, a in zip(bodies, before):
        for axis in range(2):
            body.position[axis] += body.velocity[axis] * dt + 0.5 * a[axis] * dt**2
    after = accelerations(bodies)
    for body, a, b in zip(bodies, before, after):
        for axis in (0, 1):
            body.velocity[axis] += 0.5 * (a[axis] + b[axis]) * dt


def energy(bodies):
    kinetic = sum(0.5 * b.mass * sum(v**2 for v in b.velocity) for b in bodies)
    potential = 0.0
    for i, a in enumerate(bodies):
        for b in bodies[i + 1 :]:
            potential -= G * a.mass * b.mass / math.dist(a.position, b.position)
    return kinetic + potential


bodies = [
    Body(1.0, (0, 0), (0, 0)),
    Body(3e-6, (1, 0), (0, 2 * math.pi)),
    Body(9.5e-4, (5.2, 0), (0, 2.757)),
]
start = energy(bodies)
for step in range(100):
    verlet(bodies, 0.01)
end = energy(bodies)
drift = abs(end / start - 1) < 1e-4
momentum = [sum(b.mass * b.velocity[axis] for b in bodies) for axis in (0, 1)]
momentum = [round(p, 9) for p in momentum]
year = math.degrees(math.atan2(bodies[1].position[1], bodies[1].position[0]))
