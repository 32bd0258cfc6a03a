/**
 * Mutants of the corpus' right pairs under our check: whether each verdict is the one that
 * numpy's answer asks for.
 */
import { readFileSync } from 'node:fs';
import { isOurs } from '../../../src/check/codes';
import { checkOne, openProgram } from '../../../src/check/opened';
import { defaultOptions } from '../../../src/check/report';
import { findTargets } from '../../../src/check/targets';
import type { LanguageFrontEnd } from '../../../src/languages';
import { defaultLimits } from '../../../src/trace/limits';
import type { Row } from './row';

/** A line of make.py. */
export interface Mutant {
  readonly file: string;
  readonly name: string;
  readonly line: number;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly outcome: 'differs' | 'same' | 'raises' | 'undecided';
  /** What is written is this multiple of the derivative everywhere. */
  readonly ratio: number | null;
}

/** The rows of the mutants that differ or do not; of files whose pair does not pass by itself there are none. */
export function pairRows(front: LanguageFrontEnd, mutants: readonly Mutant[]): Row[] {
  const rows: Row[] = [];
  const passing = new Map<string, boolean>();
  for (const mutant of mutants) {
    if (mutant.outcome === 'raises' || mutant.outcome === 'undecided') continue;
    const text = textOf(mutant.file);
    const key = `${mutant.file}:${mutant.line}`;
    let passes = passing.get(key);
    if (passes === undefined) {
      passes = verdictAt(front, mutant, text).verdict === 'pass';
      passing.set(key, passes);
    }
    if (!passes) continue;
    // Offsets of Python count characters, ours UTF-16 units.
    const characters = Array.from(text);
    const before = characters.slice(0, mutant.start).join('');
    const after = characters.slice(mutant.end).join('');
    const found = verdictAt(front, mutant, before + mutant.text + after);
    const was = characters.slice(mutant.start, mutant.end).join('');
    rows.push({
      kind: mutant.kind,
      what: `${mutant.file} ${mutant.name}: \`${was}\` to \`${mutant.text}\``,
      differs: mutant.outcome === 'differs',
      verdict: found.verdict,
      short: !isRight(mutant, found),
      reason: found.reason,
    });
  }
  return rows;
}

const texts = new Map<string, string>();

function textOf(file: string): string {
  let text = texts.get(file);
  if (text === undefined) {
    text = readFileSync(`test/corpus/${file}`, 'utf8');
    texts.set(file, text);
  }
  return text;
}

interface Found {
  readonly verdict: string;
  readonly code: string | null;
  readonly reason: string;
}

const worst = ['mismatch', 'error', 'unsupported', 'unverified', 'pass', 'no pair'];

/** The verdict on the target that stands on the line of a label. */
function verdictAt(front: LanguageFrontEnd, { file, line }: Mutant, text: string): Found {
  const source = { path: file, text };
  const opened = openProgram(front, front.parse, source, defaultOptions, defaultLimits);
  const found = findTargets(opened.program, defaultOptions)
    .targets.flatMap((target) => {
      const span =
        target.kind === 'pair'
          ? target.pair.nameSpan
          : 'definition' in target && target.definition !== null
            ? target.definition.nameSpan
            : null;
      return span !== null && opened.assembler.range(span).line === line ? [target] : [];
    })
    .flatMap((target) => checkOne(opened, target))
    .map(({ outcome: { verdict, code, reason, noPair } }) =>
      noPair === undefined
        ? { verdict, code, reason }
        : { verdict: 'no pair', code: null, reason: noPair },
    );
  found.sort((a, b) => worst.indexOf(a.verdict) - worst.indexOf(b.verdict));
  return found[0] ?? { verdict: 'not found', code: null, reason: 'no pair is found there' };
}

/**
 * What differs is a mismatch, or an error of the user's; a whole multiple may be the gradient of
 * another mean, which is said of pairs that nobody annotated.
 */
function isRight({ outcome, ratio }: Mutant, { verdict, code }: Found): boolean {
  if (outcome === 'same') return verdict === 'pass';
  if (code === 'scale') return isWhole(ratio);
  // What writes nothing but zeros is not written yet.
  if (code === 'skeleton') return ratio === 0;
  return verdict === 'mismatch' || (verdict === 'error' && !isOurs(code));
}

function isWhole(ratio: number | null): boolean {
  if (ratio === null || ratio === 0) return false;
  const whole = Math.abs(ratio) > 1 ? ratio : 1 / ratio;
  return whole > 1.5 && Math.abs(whole - Math.round(whole)) < 1e-4 * whole;
}
