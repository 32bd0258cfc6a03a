/**
 * The search: hypotheses in the order of what they assume, each run once, refined
 * by what its run teaches, until one suits forward and derivative.
 */

import type { Stop } from '../../trace/limits';
import type { GivenItem } from '../options';
import type { Sample } from '../sample';
import type { Clues } from './clues';
import { type Draw, sampleOf } from './draw';
import { fitted, hasOneBias, hasWideBias } from './fit';
import type { Hypothesis } from './hypothesis';
import { learn, otherFormOf, otherForms } from './learn';
import { dominant, otherDomains } from './learn-values';
import { present } from './lesson';
import { isData } from './names';
import { type Question, speaksOf, type Trial } from './question';
import { pickAlong } from './ranks';
import { lastName } from './uses';

/** How many runs a target gets, and how many more once one has run through with doubtful shapes. */
const mostRuns = 60;
const extraRuns = 10;

/** The same where only the numbers are wrong, which most often is the user's mistake. */
const doubtfulRuns = 8;

/** Larger samples tell no more. */
const mostElements = 1500;

export interface Tried {
  readonly hypothesis: Hypothesis;
  readonly trial: Trial;
  /** The first sample that was drawn. */
  readonly sample: Sample;
  /**
   * 0: forward ended early, 1: the derivative did, 2: shapes are doubtful, 3: numbers are, 4: all is
   * well; 1.5 and 2.5: it agrees, but an axis of one entry, or a number, tells too little.
   */
  readonly level: 0 | 1 | 1.5 | 2 | 2.5 | 3 | 4;
}

export function search(
  question: Question,
  clues: Clues,
  first: Hypothesis,
  items: readonly GivenItem[],
  draws: readonly Draw[],
): Tried {
  const [draw] = draws;
  const open = [first];
  const seen = new Set([first.signature()]);
  const fits = new Set<Hypothesis>();
  let best: Tried | null = null;
  let left = mostRuns;
  for (let next = take(open); next !== null && left > 0; next = take(open)) {
    // Where it runs through, other options or domains are no way out of a doubt.
    if (best !== null && best.level >= 2) {
      const { hypothesis } = best;
      if (!sameOptions(next, hypothesis) || isPoorer(clues, next, hypothesis)) continue;
      if (hasOneBias(next, hypothesis)) continue;
      if (!fits.has(next) && (isCoarser(next, hypothesis) || hasWideBias(next))) continue;
    }
    left -= 1;
    pickAlong(next, clues);
    const sample = sampleOf(next, items, draw);
    const trial = attemptAll(question, next, items, sample, draws.slice(1));
    // A run that reaches a limit takes as long as many that do not.
    if (trial.stop?.kind === 'limit') left -= (2 * mostRuns) / 3;
    const tried: Tried = { hypothesis: next, trial, sample, level: levelOf(question, trial) };
    if (best === null || tried.level > best.level || isFurther(tried, best)) {
      const before = best?.level ?? 0;
      if (tried.level >= 1.5 && before < 1.5) left = Math.min(left, extraRuns);
      if (tried.level === 3 && before < 3) left = Math.min(left, doubtfulRuns);
      best = tried;
    }
    if (tried.level === 4) return tried;
    // Fewer axes that are as doubtful show less.
    if (tried.level === 3 && isSettled(clues, next)) {
      return best.level === 3 && axesOf(best) > axesOf(tried) ? best : tried;
    }
    const fitting = trial.stop === null ? fitted(clues, tried) : [];
    for (const each of fitting) fits.add(each);
    for (const each of [...fitting, ...refine(question, clues, tried, draw)]) {
      const signature = each.signature();
      if (seen.has(signature) || each.elements() > mostElements) continue;
      seen.add(signature);
      open.push(each);
    }
  }
  return best as Tried;
}

/** Whether no number of axes was only guessed, so that what is wrong is the user's. */
function isSettled(clues: Clues, hypothesis: Hypothesis): boolean {
  return [...hypothesis.known].every(
    ([path]) => otherFormOf(hypothesis, path, leastInDoubt(clues, hypothesis, path), 2) === null,
  );
}

/** Layers are not taken for right because they are right for fewer axes. */
function leastInDoubt(clues: Clues, hypothesis: Hypothesis, path: string): number {
  const kind = hypothesis.kind(path);
  const own = hypothesis.shape(path)?.length ?? 0;
  if (kind?.kind === 'array' && kind.fixed && isData(lastName(path))) return own;
  // Many numbers at once see both sides of a threshold.
  if (clues.uses.thresholds.has(path)) return Math.max(1, own);
  if (clues.alongLast && own === 2) return own;
  // A bias may be one number for all.
  if (/^(b|bias|b0|intercept)$/.test(lastName(path))) return 0;
  const isLoss = [...hypothesis.known.values()].some(
    ({ kind }) => (kind.kind === 'array' && kind.fixed) || kind.kind === 'labels',
  );
  const isLayer = (clues.isLayer && !isLoss) || clues.hasGradient(lastName(path));
  return isLayer ? Math.max(1, hypothesis.shape(path)?.length ?? 0) : 1;
}

/** Fewer numbers would see less of what they are compared with. */
function isPoorer({ uses }: Clues, a: Hypothesis, b: Hypothesis): boolean {
  return [...uses.thresholds.keys()].some(
    (path) => (a.shape(path)?.length ?? 0) < (b.shape(path)?.length ?? 0),
  );
}

/** Axes that were told apart, and are no longer, would hide one taken for the other. */
function isCoarser(a: Hypothesis, b: Hypothesis): boolean {
  const sizes = new Map<number, number>();
  return [...a.known.keys()].some((path) => {
    const [own, other] = [a.shape(path), b.shape(path)];
    if (own === null || own.length !== other?.length) return false;
    return own.some((each, axis) => {
      const [size, before] = [a.dimensions.size(each), b.dimensions.size(other[axis])];
      const known = sizes.get(size) ?? before;
      sizes.set(size, known);
      return known !== before;
    });
  });
}

function sameOptions(a: Hypothesis, b: Hypothesis): boolean {
  return [...a.known].every(([path, { kind }]) => {
    const other = b.kind(path);
    if ((kind.kind === 'array' || kind.kind === 'number') && other?.kind === kind.kind) {
      return kind.domain?.low === other.domain?.low;
    }
    return kind.kind !== 'choice' || other?.kind !== 'choice' || kind.at === other.at;
  });
}

/** One run a draw, up to the first that ends early. */
function attemptAll(
  question: Question,
  hypothesis: Hypothesis,
  items: readonly GivenItem[],
  first: Sample,
  others: readonly Draw[],
): Trial {
  let trial = question.attempt(first);
  for (const draw of others) {
    if (trial.stop !== null || !trial.finite || !trial.agrees) break;
    const next = question.attempt(sampleOf(hypothesis, items, draw));
    if (next.stop !== null || !next.finite) trial = next;
  }
  return trial;
}

/** Of runs of forward that ended early, the one that came furthest says most. */
function isFurther(tried: Tried, best: Tried): boolean {
  const [here, there] = [tried.trial.stop?.place, best.trial.stop?.place];
  if (tried.level > 0 || best.level > 0 || here == null || there == null) return false;
  return here.path === there.path && here.start > there.start;
}

function axesOf({ hypothesis }: Tried): number {
  const ranks = [...hypothesis.known.keys()].map((path) => hypothesis.shape(path)?.length ?? 0);
  return ranks.reduce((a, b) => a + b, 0);
}

/** The cheapest of the open hypotheses; the earliest among equals. */
function take(open: Hypothesis[]): Hypothesis | null {
  let cheapest = -1;
  for (let at = 0; at < open.length; at++) {
    if (cheapest < 0 || open[at].cost < open[cheapest].cost - 1e-9) cheapest = at;
  }
  return cheapest < 0 ? null : open.splice(cheapest, 1)[0];
}

function refine(question: Question, clues: Clues, tried: Tried, draw: Draw): Hypothesis[] {
  const { hypothesis, trial } = tried;
  const { stop } = trial;
  if (stop !== null) {
    // Forward runs with axes that have names of their own: a derivative may not ask for them to be the same.
    const from = isLate(question, stop) ? hypothesis.underPressure() : hypothesis;
    return learn({ question, clues, hypothesis: from, stop, draw });
  }
  // What is wrong in its numbers may be meant for vectors where matrices were guessed, or the other way round.
  const least = (path: string) => leastInDoubt(clues, hypothesis, path);
  const forms = otherForms(hypothesis, 0.5, least, 2);
  const near = !trial.finite && speaksOf(question, /\bdet\(/) ? dominant(hypothesis) : null;
  const domains = trial.finite ? [] : [...present([near]), ...otherDomains(hypothesis)];
  // Halves of an odd axis may fit by accident.
  const halves = trial.agrees ? null : hypothesis.dimensions.evenSizes();
  if (halves === null) return [...domains, ...forms];
  const even = hypothesis.copy(0.2);
  even.dimensions = halves;
  return [...domains, even, ...forms];
}

function levelOf(question: Question, trial: Trial): Tried['level'] {
  const { stop, finite, agrees, narrow, right } = trial;
  if (stop === null) {
    if (!finite) return 0;
    if (right) return 4;
    if (!agrees) return 2;
    return narrow === null ? 3 : narrow === 'number' ? 2.5 : 1.5;
  }
  return isLate(question, stop) ? 1 : 0;
}

/** Whether a run ended in a derivative. */
function isLate({ bodies }: Question, { place }: Stop): boolean {
  return bodies
    .slice(1)
    .some(
      ({ name, span }) =>
        name !== '__init__' && place !== null && place.start >= span.start && place.end <= span.end,
    );
}
