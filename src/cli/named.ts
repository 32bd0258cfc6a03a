/** What the commands share that ask about one function: the refusals, and the nearest spelling of a name. */
import { nearest } from '../syntax/nearest';
import { exitCodes } from './exit';
import type { Outcome } from './run';

/** `net.py: no function squar; did you mean square?` */
export function unknownName(path: string, name: string, names: readonly string[]): string {
  const guess = nearest(name, names);
  if (guess !== null) return `${path}: no function ${name}; did you mean ${guess}?`;
  const list = names.length > 8 ? `${names.slice(0, 8).join(', ')}, …` : names.join(', ');
  const hint = names.length === 0 ? 'it defines none' : `there are ${list}`;
  return `${path}: no function ${name}; ${hint}`;
}

/** `f has no input y that is differentiated; there are x, z`. */
export function unknownInput(name: string, input: string, known: readonly string[]): string {
  const guess = nearest(input, known);
  if (guess !== null) return `${name} has no input ${input}; did you mean ${guess}?`;
  const list = known.length === 0 ? 'there is none' : `there are ${known.join(', ')}`;
  return `${name} has no input ${input} that is differentiated; ${list}`;
}

/** The outcome of a question that cannot be answered. */
export function refuse(complaint: string): Outcome {
  return { output: '', complaints: [complaint], code: exitCodes.unusable };
}
