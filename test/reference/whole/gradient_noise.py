"""A lattice noise like Perlin's with hashed gradients, in octaves."""
import math


def hash2(i, j):
    n = (i * 374761393 + j * 668265263) & 0xFFFFFFFF
    n = ((n ^ (n >> 13)) * 1274126) & 0xFFFFFFFF
    return (n ^ (n >> 16)) & 255


def gradient(i, j):
    angle = hash2(i, j) / 256 * 2 * math.pi
    return math.cos(angle), math.sin(angle)


def fade(t):
    return t * t * t * (t * (t * 6 - 15) + 10)


def noise(x, y):
    i, j = math.floor(x), math.floor(y)
    u, v = x - i, y - j
    corners = {}
    for di in (0, 1):
        for dj in (0, 1):
            gx, gy = gradient(i + di, j + dj)
            corners[di, dj] = gx * (u - di) + gy * (v - dj)
    a = corners[0, 0] + fade(u) * (corners[1, 0] - corners[0, 0])
    b = corners[0, 1] + fade(u) * (corners[1, 1] - corners[0, 1])
    return a + fade(v) * (b - a)


def octaves(x, y, n=4, lacunarity=2.0, gain=0.5):
    total, amplitude, frequency = 0.0, 1.0, 1.0
    for _ in range(n):
        total += amplitude * noise(x * frequency, y * frequency)
        amplitude *= gain
        frequency *= lacunarity
    return total


grid = [[octaves(0.37 * x, 0.53 * y) for x in range(6)] for y in range(5)]
flat = sorted(v for row in grid for v in row)
median = flat[len(flat) // 2]
at_lattice = noise(3, -2)
ramp = " .:-=+*#%@"
picture = ["".join(ramp[min(9, max(0, int((v + 1) * 5)))] for v in row) for row in grid]
hashes = [hash2(i, -i) for i in range(5)]
