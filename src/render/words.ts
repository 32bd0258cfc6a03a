/**
 * The words, marks and icons of the verdicts, and the other short phrases that
 * all surfaces share: one place, so that hover, panel and terminal agree.
 */
import type { ParameterReport, Verdict } from '../check/report';

export interface VerdictWords {
  /** Shown to a person: `correct`. */
  readonly word: string;
  /** One character for the terminal; never without the word. */
  readonly mark: string;
  /** The name of a codicon: `pass`. */
  readonly icon: string;
  readonly color: 'green' | 'red' | 'yellow' | 'gray';
  /** What the verdict means, for those who meet it for the first time. */
  readonly meaning: string;
}

export const verdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  pass: {
    word: 'correct',
    mark: '✓',
    icon: 'pass',
    color: 'green',
    meaning: 'The gradients agree.',
  },
  mismatch: {
    word: 'mismatch',
    mark: '✗',
    icon: 'error',
    color: 'red',
    meaning: 'The gradients differ by more than rounding can explain.',
  },
  kink: {
    word: 'kink',
    mark: '∧',
    icon: 'warning',
    color: 'yellow',
    meaning: 'The function has a corner here: its slopes from the left and from the right differ.',
  },
  unverified: {
    word: 'not verified',
    mark: '?',
    icon: 'question',
    color: 'yellow',
    meaning: 'The gradient is neither confirmed nor refuted.',
  },
  undefined: {
    word: 'undefined',
    mark: '!',
    icon: 'circle-slash',
    color: 'yellow',
    meaning: 'The function or its derivative has no finite value here.',
  },
  unsupported: {
    word: 'not supported',
    mark: '-',
    icon: 'circle-slash',
    color: 'yellow',
    meaning: 'The code uses something that GradLens cannot follow.',
  },
  error: {
    word: 'error',
    mark: '✗',
    icon: 'error',
    color: 'red',
    meaning: 'The code fails when it is evaluated.',
  },
  limit: {
    word: 'limit reached',
    mark: '!',
    icon: 'watch',
    color: 'yellow',
    meaning: 'The check took too many steps, too much memory or too much time.',
  },
};

/** `1 function`, `3 functions`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `d/dx`, `d/d(self.W)`. */
export function derivativeName(parameter: string): string {
  return /^\w+$/.test(parameter) ? `d/d${parameter}` : `d/d(${parameter})`;
}

/** `slopes: -1 from the left, 1 from the right`, given the two numbers as text. */
export function slopesText(left: string, right: string): string {
  return `slope ${left} from the left, ${right} from the right`;
}

/** The parameters that a reader must see: those that are not a pass. */
export function badParameters(parameters: readonly ParameterReport[]): readonly ParameterReport[] {
  return parameters.filter((parameter) => parameter.verdict !== 'pass');
}

/** The longest line of a sentence in plain text. */
export const lineWidth = 88;

/** Breaks a sentence between words, so that it stays readable beside its indentation. */
export function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > lineWidth) {
        lines.push(line);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    lines.push(line);
  }
  return lines;
}
