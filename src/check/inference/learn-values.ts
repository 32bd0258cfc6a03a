/** What failing values teach: other domains, other options, other sizes of images, a missing key. */

import { innerBlocks } from '../../syntax/blocks';
import type { Expression, FunctionDefinition, Statement } from '../../syntax/nodes';
import { usedNames } from '../needed';
import { NamedDimensions } from './axes';
import { decide } from './decide';
import type { Domain, Hypothesis, Kind } from './hypothesis';
import { isOpen, type Lesson, lineOf } from './lesson';
import { shapeParameters } from './ranks';

/** A dict lacks a key. */
export function learnFromKey({ question, clues, hypothesis, stop }: Lesson): Hypothesis[] {
  const { raised } = stop;
  const key = Array.isArray(raised) ? raised[0] : null;
  if (key?.kind !== 'text') return [];
  const found: Hypothesis[] = [];
  for (const [path, { kind }] of hypothesis.known) {
    if (kind.kind !== 'dict') continue;
    const part = `${path}.${key.value}`;
    const known = hypothesis.known.get(part);
    if (known !== undefined && known.kind.kind !== 'absent') continue;
    const next = hypothesis.copy(0.1);
    decide(next, question, clues, part, null);
    shapeParameters(next, clues, new NamedDimensions(next.dimensions, new Map()));
    found.push(next);
  }
  return found;
}

const domains: readonly Domain[] = [
  { low: 0.1, high: 0.9 },
  { low: 1.1, high: 2.1 },
  // Several of them stay below one together.
  { low: 0.02, high: 0.2 },
];

/** Reals drawn elsewhere, all or one of them, where the function is not defined. */
export function otherDomains(hypothesis: Hypothesis, cost = 0.3): Hypothesis[] {
  const reals = [...hypothesis.known].filter(([, { kind }]) => isReal(kind));
  const groups = [reals, ...(reals.length > 1 ? reals.map((each) => [each]) : [])];
  return groups.flatMap((group, at) =>
    domains.map((domain, which) => {
      const next = hypothesis.copy(cost + (at === 0 ? 0 : 0.3) + which / 5);
      for (const [path, known] of group) {
        if (!isReal(known.kind)) continue;
        const origin = `${known.origin}; drawn between ${domain.low} and ${domain.high}, where the function is defined`;
        next.known.set(path, { ...known, kind: { ...known.kind, domain }, origin });
      }
      return next;
    }),
  );
}

function isReal(kind: Kind): kind is Extract<Kind, { kind: 'array' | 'number' }> {
  return kind.kind === 'number' || kind.kind === 'array';
}

/** Matrices with as many rows as columns. */
export function squares(hypothesis: Hypothesis): Hypothesis[] {
  return [...hypothesis.known].flatMap(([path, { kind }]) => {
    if (kind.kind !== 'array' || kind.shape.length !== 2) return [];
    const [rows, columns] = kind.shape;
    if (hypothesis.dimensions.root(rows) === hypothesis.dimensions.root(columns)) return [];
    const next = hypothesis.copy(isOpen(hypothesis, path) ? 0.2 : 0.25);
    return next.dimensions.unite(rows, columns) ? [next] : [];
  });
}

/** Square matrices that are symmetric and positive definite. */
export function definite(hypothesis: Hypothesis): Hypothesis[] {
  return [...hypothesis.known].flatMap(([path, known]) => {
    const { kind } = known;
    if (kind.kind !== 'array' || kind.shape.length !== 2 || kind.fill === 'definite') return [];
    const next = hypothesis.copy(0.3);
    if (!next.dimensions.unite(kind.shape[0], kind.shape[1])) return [];
    const origin = `${known.origin}; symmetric and positive definite, as its use needs`;
    next.known.set(path, { ...known, kind: { ...kind, fill: 'definite' }, origin });
    return [next];
  });
}

/** Square matrices near to the identity, whose determinant is positive. */
export function dominant(hypothesis: Hypothesis): Hypothesis | null {
  const next = hypothesis.copy(0.2);
  const { dimensions } = next;
  let changed = false;
  for (const [path, known] of hypothesis.known) {
    const { kind } = known;
    if (kind.kind !== 'array' || kind.shape.length !== 2 || kind.fill !== 'real') continue;
    if (dimensions.root(kind.shape[0]) !== dimensions.root(kind.shape[1])) continue;
    const origin = `${known.origin}; near to the identity, so that its determinant is positive`;
    next.known.set(path, { ...known, kind: { ...kind, fill: 'dominant' }, origin });
    changed = true;
  }
  return changed ? next : null;
}

/** The next option of each choice. */
export function otherOptions(hypothesis: Hypothesis, cost: number): Hypothesis[] {
  const found: Hypothesis[] = [];
  for (const [path, known] of hypothesis.known) {
    const { kind } = known;
    if (kind.kind !== 'choice' || kind.at + 1 >= kind.options.length) continue;
    const next = hypothesis.copy(cost);
    next.known.set(path, { ...known, kind: { ...kind, at: kind.at + 1 } });
    found.push(next);
  }
  const images = hypothesis.dimensions.otherImages();
  if (images !== null) {
    const next = hypothesis.copy(cost * 0.8);
    next.dimensions = images;
    found.push(next);
  }
  return found;
}

/** The user's own check failed: what it speaks of may be meant to be equal, or another option is right. */
export function learnFromRefusal(lesson: Lesson): Hypothesis[] {
  const { hypothesis, question, stop } = lesson;
  const test = stop.place === null ? null : testAt(question.bodies, stop.place.start);
  const names = test === null ? new Set<string>() : usedNames(test);
  const found = otherOptions(hypothesis, 0.3);
  const paths = [...names].filter((each) => hypothesis.shape(each) !== null);
  for (const [at, one] of paths.entries()) {
    for (const two of paths.slice(at + 1)) {
      for (const a of hypothesis.shape(one) ?? []) {
        for (const b of hypothesis.shape(two) ?? []) {
          const next = hypothesis.copy(0.4);
          const before = next.signature();
          if (next.dimensions.unite(a, b) && next.signature() !== before) found.push(next);
        }
      }
    }
  }
  for (const path of paths) {
    const known = hypothesis.known.get(path);
    if (known === undefined) continue;
    const [a, b] = hypothesis.shape(path) ?? [];
    if (a === undefined || b === undefined) continue;
    const next = hypothesis.copy(0.5);
    if (next.dimensions.unite(a, b)) found.push(next);
  }
  return found;
}

/** The condition that an `assert` or a `raise` under an `if` at this place depends on. */
function testAt(bodies: readonly FunctionDefinition[], start: number): Expression | null {
  let found: Expression | null = null;
  const visit = (body: readonly Statement[], test: Expression | null): void => {
    for (const each of body) {
      if (each.span.start > start || each.span.end < start) continue;
      if (each.kind === 'assert') found = each.test;
      else if (each.kind === 'raise') found = test;
      const inner = each.kind === 'if' ? each.test : test;
      for (const block of innerBlocks(each)) visit(block, inner);
    }
  };
  for (const body of bodies) visit(body.body, null);
  return found;
}

/** A parameter that may be None is needed. */
export function learnFromNone(lesson: Lesson): Hypothesis[] {
  const { hypothesis, question } = lesson;
  return question.parameters.flatMap(({ name, default: standard }) => {
    if (hypothesis.kind(name)?.kind !== 'absent' || standard?.kind !== 'none') return [];
    const next = hypothesis.copy(0.6);
    decide(next, question, lesson.clues, name, null);
    shapeParameters(next, lesson.clues, new NamedDimensions(next.dimensions, new Map()));
    const known = next.known.get(name);
    if (known !== undefined) {
      next.known.set(name, { ...known, origin: `needed${lineOf(lesson)}; ${known.origin}` });
    }
    return [next];
  });
}
