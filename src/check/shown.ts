/** The target that a panel shows: checked once, then asked again and again at other points. */
import type { Program } from '../syntax/nodes';
import type { Source } from './checker';
import type { Moved } from './graph-report';
import type { Outcome } from './outcome';
import type { CheckOptions } from './report';

interface Found {
  readonly program: Program;
  readonly outcome: Outcome;
}

/** Keeps what was found last, for as long as the text and all that it depends on are the same. */
export class Shown {
  private last: { readonly key: string; readonly found: Found | null } | null = null;

  find(
    { path, text, modules }: Source,
    options: CheckOptions,
    name: string,
    check: () => Found | null,
  ): Found | null {
    const files = modules === undefined ? [] : Object.entries(modules);
    const key = JSON.stringify([path, text, files, options, name]);
    if (this.last?.key !== key) this.last = { key, found: check() };
    return this.last.found;
  }
}

/** What comes out where some inputs have other values; those of another size are left alone. */
export function outcomeAt(outcome: Outcome, moved: Moved): Outcome {
  const { experiment, elsewhere } = outcome;
  if (experiment === null || elsewhere === undefined) return outcome;
  let changed = false;
  const data = experiment.inputs.map(({ name, data: own }) => {
    const given = moved[name];
    if (given?.length !== own.length) return own;
    changed = true;
    return Float64Array.from(given);
  });
  if (!changed) return outcome;
  const there = elsewhere(data);
  // What a convention explains, it explains everywhere.
  const explained = outcome.code !== null && there.verdict === 'mismatch';
  const { verdict, code, reason } = outcome;
  return explained ? { ...there, verdict, code, reason } : there;
}
