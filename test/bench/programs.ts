/**
 * The looped programs (folder `programs`) once more, written by hand in
 * JavaScript as one writes it for speed. Each returns what the Python program
 * leaves in `result`.
 */

const range = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
const filled = (count: number, make: (at: number) => number) =>
  Float64Array.from({ length: count }, (_, i) => make(i));

export const programs: Readonly<Record<string, () => number>> = {
  rnn,
  lstm,
  convolution,
  elements,
  newton,
  cubic,
  nbody,
  matrix,
  recursion,
};

function rnn(): number {
  const [H, D, T] = [16, 8, 25];
  const Wxh = filled(H * D, (i) => Math.sin(i) * 0.1);
  const Whh = filled(H * H, (i) => Math.cos(i) * 0.1);
  const xs = filled(T * D, (i) => Math.sin(i * 0.5));
  const bh = new Float64Array(H);
  const hs = range(T + 1, () => new Float64Array(H));
  for (let t = 0; t < T; t++) {
    for (let i = 0; i < H; i++) {
      let sum = bh[i];
      for (let j = 0; j < D; j++) sum += Wxh[i * D + j] * xs[t * D + j];
      for (let j = 0; j < H; j++) sum += Whh[i * H + j] * hs[t][j];
      hs[t + 1][i] = Math.tanh(sum);
    }
  }
  let value = 0;
  for (let i = 0; i < H; i++) value += 0.5 * hs[T][i] ** 2;
  const dWxh = new Float64Array(H * D);
  const dWhh = new Float64Array(H * H);
  const dbh = new Float64Array(H);
  let dh = hs[T];
  for (let t = T - 1; t >= 0; t--) {
    const next = new Float64Array(H);
    for (let i = 0; i < H; i++) {
      const draw = (1 - hs[t + 1][i] * hs[t + 1][i]) * dh[i];
      dbh[i] += draw;
      for (let j = 0; j < D; j++) dWxh[i * D + j] += draw * xs[t * D + j];
      for (let j = 0; j < H; j++) {
        dWhh[i * H + j] += draw * hs[t][j];
        next[j] += Whh[i * H + j] * draw;
      }
    }
    dh = next;
  }
  for (const part of [dWxh, dWhh, dbh]) for (const each of part) value += each;
  return value;
}

function lstm(): number {
  const [H, D, T] = [16, 8, 25];
  const W = filled(4 * H * (H + D), (i) => Math.sin(i) * 0.1);
  const b = filled(4 * H, (i) => Math.cos(i));
  const xs = filled(T * D, (i) => Math.sin(i * 0.5));
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
  const [h, c, a] = [new Float64Array(H), new Float64Array(H), new Float64Array(4 * H)];
  let total = 0;
  for (let t = 0; t < T; t++) {
    for (let i = 0; i < 4 * H; i++) {
      let sum = b[i];
      for (let j = 0; j < D; j++) sum += W[i * (H + D) + j] * xs[t * D + j];
      for (let j = 0; j < H; j++) sum += W[i * (H + D) + D + j] * h[j];
      a[i] = sum;
    }
    for (let i = 0; i < H; i++) {
      c[i] = sigmoid(a[i]) * c[i] + sigmoid(a[H + i]) * Math.tanh(a[3 * H + i]);
      h[i] = sigmoid(a[2 * H + i]) * Math.tanh(c[i]);
      total += h[i];
    }
  }
  return total;
}

function convolution(): number {
  const [N, C, S, F, K] = [2, 3, 9, 4, 3];
  const x = filled(N * C * S * S, Math.sin);
  const w = filled(F * C * K * K, Math.cos);
  const b = filled(F, (f) => -0.1 + (0.3 * f) / (F - 1));
  const size = S - K + 1;
  const out = new Float64Array(N * F * size * size);
  let at = 0;
  for (let n = 0; n < N; n++) {
    for (let f = 0; f < F; f++) {
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          let sum = 0;
          for (let k = 0; k < C; k++) {
            for (let p = 0; p < K; p++) {
              for (let q = 0; q < K; q++) {
                const pixel = x[((n * C + k) * S + i + p) * S + j + q];
                sum += pixel * w[((f * C + k) * K + p) * K + q];
              }
            }
          }
          out[at++] = sum + b[f];
        }
      }
    }
  }
  let total = 0;
  for (const each of out) total += each ** 2;
  return total;
}

function elements(): number {
  const [S, K] = [16, 3];
  const x = filled(S * S, Math.sin);
  const w = filled(K * K, Math.cos);
  const size = S - K + 1;
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let total = 0;
      for (let a = 0; a < K; a++) {
        for (let b = 0; b < K; b++) total += x[(i + a) * S + j + b] * w[a * K + b];
      }
      out[i * size + j] = total;
    }
  }
  let sum = 0;
  for (const each of out) sum += each;
  return sum;
}

function newton(): number {
  const anomaly = (mean: number, eccentricity: number) => {
    let E = mean;
    let change = 1;
    while (Math.abs(change) > 1e-12) {
      change = (E - eccentricity * Math.sin(E) - mean) / (1 - eccentricity * Math.cos(E));
      E -= change;
    }
    return E;
  };
  let result = 0;
  for (let k = 0; k < 300; k++) result += anomaly(0.02 * k, 0.6);
  return result;
}

function cubic(): number {
  const root = (a: number, b: number) => {
    let x = 2;
    while (Math.abs(x * x * x - a * x - b) > 1e-12) {
      x = x - (x * x * x - a * x - b) / (3 * x * x - a);
    }
    return x;
  };
  let result = 0;
  for (let k = 0; k < 400; k++) result += root(1 + k / 1000, 3 + k / 100);
  return result;
}

function nbody(): number {
  const N = 5;
  const x = range(N, (i) => Math.cos(i) * (i + 1));
  const y = range(N, (i) => Math.sin(i) * (i + 1));
  const vx = range(N, (i) => -0.1 * Math.sin(i));
  const vy = range(N, (i) => 0.1 * Math.cos(i));
  const m = range(N, (i) => 1 / (i + 1));
  const step = (dt: number) => {
    for (let i = 0; i < N; i++) {
      let ax = 0;
      let ay = 0;
      for (let j = 0; j < N; j++) {
        if (i === j) continue;
        const dx = x[j] - x[i];
        const dy = y[j] - y[i];
        const r2 = dx * dx + dy * dy + 0.01;
        const f = m[j] / (r2 * Math.sqrt(r2));
        ax += f * dx;
        ay += f * dy;
      }
      vx[i] += dt * ax;
      vy[i] += dt * ay;
    }
    for (let i = 0; i < N; i++) {
      x[i] += dt * vx[i];
      y[i] += dt * vy[i];
    }
  };
  for (let k = 0; k < 50; k++) step(0.01);
  let result = 0;
  for (let i = 0; i < N; i++) result += 0.5 * m[i] * (vx[i] ** 2 + vy[i] ** 2);
  return result;
}

class Matrix {
  constructor(readonly rows: readonly (readonly number[])[]) {}

  times(other: Matrix): Matrix {
    const n = this.rows.length;
    const rows: number[][] = [];
    for (let i = 0; i < n; i++) {
      const row: number[] = [];
      for (let j = 0; j < n; j++) {
        let total = 0;
        for (let k = 0; k < n; k++) total += this.rows[i][k] * other.rows[k][j];
        row.push(total);
      }
      rows.push(row);
    }
    return new Matrix(rows);
  }

  trace(): number {
    return this.rows.reduce((total, row, i) => total + row[i], 0);
  }
}

function matrix(): number {
  const a = new Matrix(range(10, (i) => range(10, (j) => ((i * 3 + j * 5) % 7) / 14)));
  let power = a;
  for (let step = 0; step < 6; step++) power = power.times(a);
  return power.trace();
}

function recursion(): number {
  const f = (x: number) => Math.exp(-x * x) * Math.sin(10 * x);
  const simpson = (fa: number, fm: number, fb: number, width: number) =>
    (width / 6) * (fa + 4 * fm + fb);
  const integrate = (
    a: number,
    b: number,
    fa: number,
    fm: number,
    fb: number,
    estimate: number,
    tolerance: number,
  ): number => {
    const m = (a + b) / 2;
    const [left, right] = [f((a + m) / 2), f((m + b) / 2)];
    const first = simpson(fa, left, fm, m - a);
    const second = simpson(fm, right, fb, b - m);
    const error = first + second - estimate;
    if (Math.abs(error) <= 15 * tolerance) return first + second + error / 15;
    return (
      integrate(a, m, fa, left, fm, first, tolerance / 2) +
      integrate(m, b, fm, right, fb, second, tolerance / 2)
    );
  };
  const [a, b, tolerance] = [0, 3, 1e-8];
  const [fa, fm, fb] = [f(a), f((a + b) / 2), f(b)];
  return integrate(a, b, fa, fm, fb, simpson(fa, fm, fb, b - a), tolerance);
}
