/**
 * Samples for a target: what is known of its parameters, refined by runs until
 * forward and derivative work, then drawn several times with different options.
 */
import type { Stop } from '../../trace/limits';
import type { GivenItem } from '../options';
import type { Sample } from '../sample';
import { type Clues, gatherClues } from './clues';
import { literalText } from './defaults';
import { sampleOf } from './draw';
import type { Hypothesis, Kind, Knowledge, Literal } from './hypothesis';
import { complaint } from './missing';
import { observeCall } from './observe';
import { observeSolver } from './observe-solver';
import { otherShapes } from './other-shapes';
import { type Question, speaksOf, type Trial } from './question';
import { search, type Tried } from './search';
import { firstHypothesis } from './start';

export type Answer =
  | {
      readonly kind: 'samples';
      readonly samples: readonly Sample[];
      /** Every shape was seen in the code or forced by a run. */
      readonly firm: boolean;
      /** Some shapes are as they are because the derivative ends early with others. */
      readonly pressed: boolean;
      /** Options that are not shown, each with the reason. */
      readonly unchecked: readonly string[];
      /** As many of them, drawn anew: another draw for each turn. */
      readonly again: (turn: number) => readonly Sample[];
      /** Samples of other shapes, which need not suit. */
      readonly others: () => readonly Sample[];
    }
  | { readonly kind: 'missing'; readonly reason: string; readonly stop: Stop | null };

export function workOutSamples(question: Question): Answer {
  const { points } = question.annotated;
  const lines = points.length > 0 ? points : [[]];
  const answers = lines.map((items, line) => answerLine(question, items, line));
  const missing = answers.find((each) => each.kind === 'missing');
  if (missing !== undefined) return missing;
  const made = answers.filter((each) => each.kind === 'samples');
  return {
    kind: 'samples',
    samples: made.flatMap((each) => each.samples),
    firm: made.every((each) => each.firm),
    pressed: made.some((each) => each.pressed),
    unchecked: [...new Set(made.flatMap((each) => each.unchecked))],
    again: (turn) => made.flatMap((each) => each.again(turn)),
    others: () => made.flatMap((each) => each.others()),
  };
}

/** The samples of one line of an annotation, or of a target without any. */
function answerLine(question: Question, items: readonly GivenItem[], line: number): Answer {
  const { points: count, seed } = question.annotated.options.check;
  const draw = (round: number) => ({ seed, key: `${line}.${round}`, round });
  const drawn = items.some((each) => each.kind === 'drawn');
  const given = new Set(items.map((each) => each.name.split('.')[0]));
  const asked = question.parameters.filter(
    (each) =>
      !given.has(each.name) &&
      (each.kind === 'positional' || each.kind === 'keywordOnly') &&
      (each.default === null || items.length === 0),
  );
  if (asked.length === 0) {
    // Nothing is to be worked out.
    const plain = firstHypothesis(question, noClues(question), items);
    const rounds = drawn ? count : 1;
    const again = (turn: number) =>
      Array.from({ length: rounds }, (_, round) =>
        sampleOf(plain, items, draw(round + turn * rounds)),
      );
    return {
      kind: 'samples',
      samples: again(0),
      firm: true,
      pressed: false,
      unchecked: [],
      again,
      others: () => [],
    };
  }
  const clues = gatherClues(
    question,
    items.length === 0 ? (observeCall(question) ?? observeSolver(question)) : null,
  );
  const rounds = isDelicate(question) ? count : 1;
  const draws = Array.from({ length: rounds }, (_, round) => ({ ...draw(round), round: 0 }));
  const searched = (turn: number) =>
    search(question, clues, firstHypothesis(question, clues, items, turn), items, draws);
  const first = searched(0);
  let tried = first;
  // A function may take certain sizes alone: 3 for a vector in space, a number of heads that divides another.
  const turns = question.pairing === 'open' ? 0 : mostTurns;
  for (let turn = 1; turn <= turns && !isSettled(tried); turn++) tried = searched(turn);
  if (!isSettled(tried)) return complaint(question, first);
  const { stop } = tried.trial;
  const { hypothesis, unchecked } =
    stop === null && count > 0
      ? withWorkingOptions(question, tried, items, draw)
      : { hypothesis: tried.hypothesis, unchecked: [] };
  const length = Math.max(count, roundsOf(hypothesis));
  const again = (turn: number) =>
    Array.from({ length }, (_, round) => sampleOf(hypothesis, items, draw(round + turn * length)));
  const samples = again(0);
  // The first one was run before, and need not be run again.
  if (hypothesis === tried.hypothesis && length > 0) samples[0] = tried.sample;
  const firm = isFirm(hypothesis) || isTransposed(tried.trial);
  const others = () => otherShapes(tried.hypothesis).map((each) => sampleOf(each, items, draw(0)));
  const { pressed } = hypothesis;
  return { kind: 'samples', samples, firm, pressed, unchecked, again, others };
}

/** How often other sizes are tried where none were found that suit. */
const mostTurns = 2;

/** Whether there is nothing more to find out, or an end that other samples would come to as well. */
function isSettled({ level, trial: { stop }, hypothesis }: Tried): boolean {
  const own = stop !== null && stop.kind !== 'error';
  return level >= 1.5 || own || (level === 1 && isExact(hypothesis));
}

/** Whether another draw may leave the domain of the function where the first did not. */
function isDelicate(question: Question): boolean {
  return speaksOf(question, /log|sqrt|\*\* *\(?[-0.]|arc|acos|asin|atanh|power|cholesky|gamma/);
}

function noClues(question: Question): Clues {
  return gatherClues({ ...question, bodies: question.bodies.slice(0, 0) }, null);
}

/** Whether all shapes are known, not only guessed. */
function isFirm(hypothesis: Hypothesis): boolean {
  return [...hypothesis.known.values()].every(
    ({ kind, firm }) => firm || !('shape' in kind) || kind.shape.length === 0,
  );
}

/** Whether there is no other number of axes that anything could have. */
function isExact(hypothesis: Hypothesis): boolean {
  const isSettled = ({ kind, forms }: Knowledge) => !('shape' in kind) || forms.length === 0;
  return isFirm(hypothesis) && [...hypothesis.known.values()].every(isSettled);
}

/** Matrices whose gradient is written the other way round: no sizes make up for that. */
function isTransposed({ misfits }: Trial): boolean {
  return (
    misfits.length > 0 &&
    misfits.every(
      ({ shape, written }) =>
        shape.length === 2 &&
        written.length === 2 &&
        shape[0] === written[1] &&
        shape[1] === written[0],
    )
  );
}

/** As many points as the longest list of options that are to be shown, six at most. */
function roundsOf(hypothesis: Hypothesis): number {
  const counts = [...hypothesis.known.values()].map(({ kind }) =>
    kind.kind === 'choice' && kind.spread ? kind.options.length : 1,
  );
  return Math.min(6, Math.max(1, ...counts));
}

/** Options that cannot be tried are left out, and told of as what was not checked. */
function withWorkingOptions(
  question: Question,
  tried: Tried,
  items: readonly GivenItem[],
  draw: (round: number) => Parameters<typeof sampleOf>[2],
): { readonly hypothesis: Hypothesis; readonly unchecked: readonly string[] } {
  let { hypothesis } = tried;
  const unchecked: string[] = [];
  for (const [path, known] of hypothesis.known) {
    const { kind } = known;
    if (kind.kind !== 'choice' || !kind.spread || kind.options.length < 2) continue;
    const options = kind.options.filter((option, at) => {
      if (at === kind.at) return true;
      const other = withKnowledge(hypothesis, path, {
        ...known,
        kind: { ...kind, at, spread: false },
      });
      const trial = question.attempt(sampleOf(other, items, draw(0)));
      const why = whyLeftOut(option, trial, tried.trial);
      if (why !== null) unchecked.push(`${path}=${literalText(option)}: ${why}`);
      return why === null;
    });
    const chosen = kind.options[kind.at];
    const rest = options.filter((each) => each !== chosen);
    hypothesis = withKnowledge(hypothesis, path, {
      ...known,
      kind: { ...kind, options: [chosen, ...rest], at: 0 } satisfies Kind,
    });
  }
  return { hypothesis, unchecked };
}

/**
 * An option with which forward or derivative end early, as a test mode that has no derivative, or a zero
 * for which the derivative was not made, as a padding of nothing; null: it is shown.
 */
function whyLeftOut(
  option: Literal,
  { stop, finite, agrees }: Trial,
  chosen: Trial,
): string | null {
  if (stop !== null) return stop.message;
  if (!finite) return 'the function is not finite there';
  const isNothing = option.kind === 'whole' && option.value === 0;
  return isNothing && !agrees && chosen.agrees ? 'what is written has another shape there' : null;
}

function withKnowledge(hypothesis: Hypothesis, path: string, known: Knowledge): Hypothesis {
  const next = hypothesis.copy();
  next.known.set(path, known);
  return next;
}
