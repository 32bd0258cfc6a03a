/**
 * Scalar functions in Python, to be recorded and replayed, and the same by hand
 * in JavaScript. The Python text reads its input `x`, a list of numbers, and
 * leaves its value in `result`.
 */

interface Replayed {
  readonly python: string;
  readonly at: readonly number[];
  readonly javascript: (x: Float64Array) => number;
}

/** The ends stay 0. */
const diffusing = [new Float64Array(12), new Float64Array(12)];

export const replays: Readonly<Record<string, Replayed>> = {
  rosenbrock: {
    python: `
result = 0.0
for i in range(len(x) - 1):
    gap = x[i + 1] - x[i] * x[i]
    result += 100 * gap * gap + (1 - x[i]) * (1 - x[i])
`,
    at: Array.from({ length: 20 }, (_, i) => 0.5 + i / 40),
    javascript: (x) => {
      let result = 0;
      for (let i = 0; i < x.length - 1; i++) {
        const gap = x[i + 1] - x[i] * x[i];
        result += 100 * gap * gap + (1 - x[i]) * (1 - x[i]);
      }
      return result;
    },
  },

  polynomial: {
    python: `
result = 0.0
for k in range(60):
    result = result * x[0] + x[1] / (k + 1)
`,
    at: [0.9, 1.3],
    javascript: (x) => {
      let result = 0;
      for (let k = 0; k < 60; k++) result = result * x[0] + x[1] / (k + 1);
      return result;
    },
  },

  pendulum: {
    python: `
import math
angle, speed = x[0], x[1]
for step in range(100):
    speed = speed - 0.01 * 9.81 * math.sin(angle) - 0.01 * x[2] * speed
    angle = angle + 0.01 * speed
result = 0.5 * speed * speed + 9.81 * (1 - math.cos(angle))
`,
    at: [0.5, 0.1, 0.2],
    javascript: (x) => {
      let angle = x[0];
      let speed = x[1];
      for (let step = 0; step < 100; step++) {
        speed = speed - 0.01 * 9.81 * Math.sin(angle) - 0.01 * x[2] * speed;
        angle = angle + 0.01 * speed;
      }
      return 0.5 * speed * speed + 9.81 * (1 - Math.cos(angle));
    },
  },

  newton: {
    python: `
y = 2.0
while abs(y * y * y - x[0] * y - x[1]) > 1e-9:
    y = y - (y * y * y - x[0] * y - x[1]) / (3 * y * y - x[0])
result = y
`,
    at: [1.2, 3.4],
    javascript: (x) => {
      let y = 2;
      while (Math.abs(y * y * y - x[0] * y - x[1]) > 1e-9) {
        y = y - (y * y * y - x[0] * y - x[1]) / (3 * y * y - x[0]);
      }
      return y;
    },
  },

  network: {
    python: `
import math
hidden = []
for i in range(8):
    total = 0.1 * i
    for j in range(4):
        total += x[4 * i + j] * (0.3 * j - 0.4)
    hidden.append(math.tanh(total))
result = 0.0
for i in range(8):
    result += hidden[i] * x[32 + i]
result = result * result
`,
    at: Array.from({ length: 40 }, (_, i) => Math.sin(i)),
    javascript: (x) => {
      let result = 0;
      for (let i = 0; i < 8; i++) {
        let total = 0.1 * i;
        for (let j = 0; j < 4; j++) total += x[4 * i + j] * (0.3 * j - 0.4);
        result += Math.tanh(total) * x[32 + i];
      }
      return result * result;
    },
  },

  attraction: {
    python: `
import math
result = 0.0
for i in range(8):
    for j in range(i):
        dx, dy = x[2 * i] - x[2 * j], x[2 * i + 1] - x[2 * j + 1]
        result -= 1 / math.sqrt(dx * dx + dy * dy + 0.01)
`,
    at: Array.from({ length: 16 }, (_, i) => Math.cos(i * i)),
    javascript: (x) => {
      let result = 0;
      for (let i = 0; i < 8; i++) {
        for (let j = 0; j < i; j++) {
          const dx = x[2 * i] - x[2 * j];
          const dy = x[2 * i + 1] - x[2 * j + 1];
          result -= 1 / Math.sqrt(dx * dx + dy * dy + 0.01);
        }
      }
      return result;
    },
  },

  diffusion: {
    python: `
import numpy as np
u = np.zeros(12)
for i in range(10):
    u[i + 1] = x[i]
for step in range(20):
    new = u.copy()
    for i in range(1, 11):
        new[i] = u[i] + x[10] * (u[i - 1] - 2 * u[i] + u[i + 1])
    u = new
result = 0.0
for i in range(12):
    result += float(u[i]) ** 2
`,
    at: Array.from({ length: 11 }, (_, i) => 0.2 + 0.1 * Math.sin(i)),
    javascript: (x) => {
      let [u, next] = diffusing;
      for (let i = 0; i < 10; i++) u[i + 1] = x[i];
      for (let step = 0; step < 20; step++) {
        for (let i = 1; i < 11; i++) {
          next[i] = u[i] + x[10] * (u[i - 1] - 2 * u[i] + u[i + 1]);
        }
        [u, next] = [next, u];
      }
      let result = 0;
      for (let i = 0; i < 12; i++) result += u[i] ** 2;
      return result;
    },
  },

  likelihood: {
    python: `
import math
result = 0.0
for k in range(25):
    t = k / 10
    z = x[0] + x[1] * t + x[2] * t * t
    p = 1 / (1 + math.exp(-z))
    result -= math.log(p) if k % 3 == 0 else math.log(1 - p)
result += 0.1 * max(abs(x[0]), abs(x[1]), abs(x[2]))
`,
    at: [0.3, -0.7, 0.2],
    javascript: (x) => {
      let result = 0;
      for (let k = 0; k < 25; k++) {
        const t = k / 10;
        const z = x[0] + x[1] * t + x[2] * t * t;
        const p = 1 / (1 + Math.exp(-z));
        result -= k % 3 === 0 ? Math.log(p) : Math.log(1 - p);
      }
      return result + 0.1 * Math.max(Math.abs(x[0]), Math.abs(x[1]), Math.abs(x[2]));
    },
  },
};
