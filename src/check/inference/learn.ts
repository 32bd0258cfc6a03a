/**
 * Learning from a run that ended early: the refinements of a hypothesis under
 * which it would not have ended there, each with the cost of what it assumes.
 */
import type { Form, Hypothesis } from './hypothesis';
import { asWhole, learnFromIndex } from './learn-index';
import { deepened, raised } from './learn-ranks';
import { learnFromShapes } from './learn-shapes';
import {
  definite,
  learnFromKey,
  learnFromNone,
  learnFromRefusal,
  otherDomains,
  otherOptions,
  squares,
} from './learn-values';
import { isOpen, type Lesson, withForm } from './lesson';
import { lookOf } from './names';
import { lastName } from './uses';

export function learn(lesson: Lesson): Hypothesis[] {
  const { stop, hypothesis } = lesson;
  const { operands, code } = stop;
  const found: Hypothesis[] = [];
  if (code === 'KeyError') found.push(...learnFromKey(lesson));
  if (operands !== null) {
    if (operands.operation === 'index') found.push(...learnFromIndex(lesson, operands));
    else if (code === 'AxisError') found.push(...deepened(lesson, operands));
    else if (code === 'TypeError') {
      for (const each of operands.values) {
        if (each.kind === 'number' && each.type === 'float')
          found.push(...asWhole(lesson, operands, each));
      }
      found.push(...raised(lesson, operands, operands.values));
    } else found.push(...learnFromShapes(lesson, operands));
    const none = operands.values.some((each) => each.kind === 'none');
    if (none && code === 'TypeError') found.push(...learnFromNone(lesson));
  }
  if (code === 'LinAlgError') {
    // A symmetric matrix hides a missing transposition: it is drawn only where it must be.
    const shape = /square/i.test(stop.message) ? squares(hypothesis) : [];
    found.push(...(shape.length > 0 ? shape : definite(hypothesis)));
  }
  if (/^(ValueError|ZeroDivisionError|OverflowError|FloatingPointError|LinAlgError)$/.test(code)) {
    found.push(...otherDomains(hypothesis, found.length > 0 ? 1 : 0.3));
  }
  const refused = operands === null && stop.kind === 'error';
  if (refused || code === 'AssertionError') found.push(...learnFromRefusal(lesson));
  else found.push(...otherOptions(hypothesis, 0.8));
  if (/^(AttributeError|TypeError)$/.test(code)) found.push(...learnFromNone(lesson));
  return [...found, ...otherForms(hypothesis, 1)];
}

/** The next number of axes of each path whose own was guessed, `least` axes or more. */
export function otherForms(
  hypothesis: Hypothesis,
  cost: number,
  least: (path: string) => number = () => 0,
  most = 9,
): Hypothesis[] {
  return [...hypothesis.known].flatMap(([path, { origin }]) => {
    const form = otherFormOf(hypothesis, path, least(path), most);
    const next = form === null ? null : withForm(hypothesis, path, form, origin, cost);
    return next === null ? [] : [next];
  });
}

export function otherFormOf(
  hypothesis: Hypothesis,
  path: string,
  least: number,
  most = 9,
): Form | null {
  const { forms = [] } = hypothesis.known.get(path) ?? {};
  const rank = hypothesis.shape(path)?.length ?? 0;
  const column = rank < 2 || lookOf(lastName(path)) === 'vector';
  const form = forms.find((each) => (each === 'column' ? column : each >= least && each <= most));
  return isOpen(hypothesis, path) ? (form ?? null) : null;
}
