/** A row of the speed bench: ours against theirs, in one unit, and the ratio that is still good. */

export interface Row {
  readonly name: string;
  /** What ours is held against. */
  readonly against: string;
  /** Milliseconds, unless the name says otherwise. */
  readonly ours: number;
  /** Infinity never counts as good: null stands for what could not be measured. */
  readonly theirs: number | null;
  readonly most: number;
}

export function isShort({ ours, theirs, most }: Row): boolean {
  return theirs === null || !(ours / theirs <= most);
}

export function line(row: Row): string {
  const { name, against, ours, theirs, most } = row;
  const left = `${name.padEnd(20)} ${number(ours).padStart(10)}`;
  if (theirs === null) return `${left}            against ${against}: not installed  short`;
  const times = (ratio: number) => (ratio < 1 ? `1/${number(1 / ratio)}` : number(ratio));
  const bound = `${times(ours / theirs).padStart(8)} of ${times(most)}`;
  const verdict = isShort(row) ? '  short' : '';
  return `${left} ${number(theirs).padStart(10)}  ${against.padEnd(18)}${bound}${verdict}`;
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toPrecision(3);
}
