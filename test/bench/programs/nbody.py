"""Bodies that attract each other, in lists, for some steps."""
import math

N = 5
x = [math.cos(i) * (i + 1) for i in range(N)]
y = [math.sin(i) * (i + 1) for i in range(N)]
vx = [-0.1 * math.sin(i) for i in range(N)]
vy = [0.1 * math.cos(i) for i in range(N)]
m = [1.0 / (i + 1) for i in range(N)]


def step(dt):
    for i in range(N):
        ax, ay = 0.0, 0.0
        for j in range(N):
            if i != j:
                dx, dy = x[j] - x[i], y[j] - y[i]
                r2 = dx * dx + dy * dy + 0.01
                f = m[j] / (r2 * math.sqrt(r2))
                ax += f * dx
                ay += f * dy
        vx[i] += dt * ax
        vy[i] += dt * ay
    for i in range(N):
        x[i] += dt * vx[i]
        y[i] += dt * vy[i]


for k in range(50):
    step(0.01)
result = sum(0.5 * m[i] * (vx[i] ** 2 + vy[i] ** 2) for i in range(N))
