/**
 * The rules of other tools, re-implemented: their step and their default tolerance,
 * applied to one coordinate of a scalar function. Not the tools themselves.
 */

/** Whether a rule accepts `claimed` as the derivative of f at x. */
export interface Rule {
  readonly name: string;
  accepts(f: (x: number) => number, x: number, claimed: number): boolean;
}

function central(h: number): (f: (x: number) => number, x: number) => number {
  return (f, x) => (f(x + h) - f(x - h)) / (2 * h);
}

function fixed(
  name: string,
  estimate: (f: (x: number) => number, x: number) => number,
  close: (claimed: number, found: number) => boolean,
): Rule {
  return { name, accepts: (f, x, claimed) => close(claimed, estimate(f, x)) };
}

const allclose = (atol: number, rtol: number) => (claimed: number, found: number) =>
  Math.abs(claimed - found) <= atol + rtol * Math.abs(found);

const forward = (h: number) => (f: (x: number) => number, x: number) => (f(x + h) - f(x)) / h;

const relative = (most: number) => (claimed: number, found: number) =>
  claimed === found || Math.abs(claimed - found) / (Math.abs(claimed) + Math.abs(found)) <= most;

export const rules: readonly Rule[] = [
  fixed('torch gradcheck', central(1e-6), allclose(1e-5, 1e-3)),
  fixed('jax check_grads', central(1e-4), allclose(1e-5, 1e-5)),
  fixed('scipy check_grad, 1e-6', forward(2 ** -26), allclose(1e-6, 0)),
  { name: 'Ceres, 1e-8', accepts: (f, x, claimed) => ceresClose(claimed, ridders(f, x)) },
  { name: 'numdifftools, 1e-6', accepts: numdifftools },
  fixed('cs231n, 1e-4', central(1e-5), relative(1e-4)),
  fixed('chainer', central(1e-3), allclose(1e-5, 1e-4)),
  fixed('theano verify_grad', forward(1e-7), (claimed, found) => {
    const distance = Math.abs(claimed - found);
    const scale = Math.max(Math.abs(claimed) + Math.abs(found), 1e-8);
    return distance <= 1e-4 || distance / scale <= 1e-4;
  }),
  fixed('HIPS autograd', central(1e-6), (claimed, found) => {
    const distance = Math.abs(claimed - found);
    return distance < 1e-6 || distance / Math.abs(claimed + found) < 1e-6;
  }),
  fixed('Stan', central(1e-6), allclose(1e-6, 0)),
  fixed('5 points, 1e-6', fivePoints, relative(1e-6)),
];

function fivePoints(f: (x: number) => number, x: number): number {
  const h = 1e-3 * Math.max(1, Math.abs(x));
  return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h);
}

/** Absolute where one of the two is 0. */
function ceresClose(claimed: number, found: number): boolean {
  const distance = Math.abs(claimed - found);
  const scale = Math.max(Math.abs(claimed), Math.abs(found));
  return (claimed === 0 || found === 0 ? distance : distance / scale) < 1e-8;
}

/** Ridders' extrapolation with halved steps, from a hundredth of x on. */
function ridders(f: (x: number) => number, x: number): number {
  let h = Math.max(1e-2 * Math.abs(x), 1e-6);
  let row = [central(h)(f, x)];
  let chosen = row[0];
  let least = Number.POSITIVE_INFINITY;
  for (let k = 1; k < 10; k++) {
    h /= 2;
    const next = [central(h)(f, x)];
    for (let j = 1; j <= k; j++) {
      const ratio = 4 ** j;
      next[j] = (ratio * next[j - 1] - row[j - 1]) / (ratio - 1);
      const error = Math.max(Math.abs(next[j] - next[j - 1]), Math.abs(next[j] - row[j - 1]));
      if (error <= least) {
        least = error;
        chosen = next[j];
      }
    }
    if (Math.abs(next[k] - row[k - 1]) >= 2 * least || least < 1e-12) break;
    row = next;
  }
  return chosen;
}

/** Fifteen halved steps, two extrapolations, and the value whose neighbours agree best. */
function numdifftools(f: (x: number) => number, x: number, claimed: number): boolean {
  const nominal = Math.max(1, Math.log1p(Math.abs(x)));
  const base = (10 * 2 ** -52) ** (1 / 2.5) * nominal;
  let row = Array.from({ length: 15 }, (_, k) => central(base * 2 ** (14 - k))(f, x));
  for (const ratio of [4, 16]) {
    row = row.slice(1).map((fine, k) => (ratio * fine - row[k]) / (ratio - 1));
  }
  let found = Number.NaN;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 1; k < row.length; k++) {
    const error = Math.abs(row[k] - row[k - 1]);
    if (error < least) {
      least = error;
      found = row[k];
    }
  }
  const reach = 1e-6 * Math.max(Math.abs(claimed), Math.abs(found)) + least;
  return Math.abs(claimed - found) <= reach;
}
