/**
 * How much of what hand-written gradients use is supported: names weighted by the
 * number of pairs that use them, constructs likewise.
 */
import { type Counted, census } from './census';
import { constructs } from './constructs';
import type { Evidence } from './evidence';
import type { KnownName } from './names';

export interface Share {
  readonly subject: string;
  /** Percent by use. */
  readonly percent: number;
  /** What is not supported. */
  readonly missing: readonly string[];
}

export function shares(names: readonly KnownName[], evidence: Evidence): Share[] {
  const supported = new Set(
    names.filter((each) => each.state === 'supported').map(({ owner, name }) => `${owner}.${name}`),
  );
  const inPython = constructs.filter(({ count }) => count > 0);
  const { functions, members, builtins, alsoUsed } = census;
  return [
    share('library names', functions, supported),
    share('array members', members, supported),
    share('builtins', builtins, supported),
    share('all names', [...functions, ...members, ...builtins], supported),
    share('constructs', inPython, evidence.constructs),
    share(
      'names without a count',
      alsoUsed.map((name) => ({ name, count: 1 })),
      supported,
    ),
  ];
}

/** `library names 98.6 % by use (1 of 75 missing: …)`. */
export function shareLine({ subject, percent, missing }: Share): string {
  const rest = missing.length === 0 ? '' : ` (missing: ${missing.join(', ')})`;
  return `${subject} ${percent.toFixed(1)} % by use${rest}`;
}

function share(subject: string, rows: readonly Counted[], supported: ReadonlySet<string>): Share {
  const total = (some: readonly Counted[]) => some.reduce((sum, { count }) => sum + count, 0);
  const held = rows.filter(({ name }) => supported.has(name));
  const missing = rows.filter(({ name }) => !supported.has(name)).map(({ name }) => name);
  return { subject, percent: (100 * total(held)) / total(rows), missing };
}
