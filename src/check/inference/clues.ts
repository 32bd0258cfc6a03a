/** Everything that is known of a target before it runs, gathered once: uses, words, observed calls. */
import type { Expression, FunctionDefinition } from '../../syntax/nodes';
import { lineStarts, positionAt } from '../../syntax/span';
import { namesGradientOf, returnedNames } from '../written';
import type { Literal } from './hypothesis';
import type { Observed } from './observe';
import type { Question } from './question';
import { readUses } from './read-uses';
import { solverCalls } from './solver-calls';
import type { Uses } from './uses';
import { type Mention, mentionsIn } from './words';

export interface Clues {
  readonly uses: Uses;
  /** What is said of a parameter or of a key, the forward function's words first. */
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** Arguments of a call in the same file. */
  readonly observed: Observed | null;
  readonly line: (at: number) => number;
  /** What a solver hands over under the name of a parameter: a vector, or a number. */
  readonly handed: ReadonlyMap<string, { readonly rank: 0 | 1; readonly at: number }>;
  /** The default of a parameter; null for none, or one that is no literal. */
  readonly standard: (name: string) => Literal | null;
  /** Whether a written gradient bears the name of a parameter's. */
  readonly hasGradient: (name: string) => boolean;
  /** Forward is a layer's: what it takes is a batch. */
  readonly isLayer: boolean;
  /** Forward is an operation of a library: it takes matrices as well as lines. */
  readonly isOperation: boolean;
  /** Forward goes along the last axis by a negative number: there are others before it. */
  readonly alongLast: boolean;
  /** Whether forward takes it, not the constructor. */
  readonly isPassed: (name: string) => boolean;
  /** Whether a default may be replaced: the derivative gets the new value, too. */
  readonly movable: (name: string) => boolean;
}

const alongLast = /\b(axis|dim) *= *-1\b/;

export function gatherClues(question: Question, observed: Observed | null): Clues {
  const { program, parameters, bodies, owner } = question;
  const initial = bodies.filter((each) => each.name === '__init__');
  const others = bodies.filter((each) => each.name !== '__init__');
  const names = new Set(parameters.map((each) => each.name));
  const uses = readUses({ program, parameters: names, methods: bodies }, [...initial, ...others]);
  const mentions = new Map<string, Mention[]>();
  for (const body of bodies) {
    for (const each of mentionsIn(program, body)) {
      mentions.set(each.name, [...(mentions.get(each.name) ?? []), each]);
    }
  }
  let starts: readonly number[] | null = null;
  const line = (at: number) => {
    starts ??= lineStarts(program.text);
    return positionAt(starts, at).line;
  };
  // A function that returns its gradient behind its value is its own derivative.
  const derivatives = others.slice(others.length > 1 ? 1 : 0);
  const returned = derivatives.flatMap((each) => returnedNames(each) ?? []);
  return {
    uses,
    mentions,
    observed,
    line,
    handed: handedTo(question),
    standard: (name) => literalOf(parameters.find((each) => each.name === name)?.default ?? null),
    isLayer: /forward|fwd|fprop|layer|propagat|_f$|^call$|__call__/i.test(others[0]?.name ?? ''),
    isOperation: question.byArgument,
    alongLast: alongLast.test(
      program.text.slice(others[0]?.span.start ?? 0, others[0]?.span.end ?? 0),
    ),
    isPassed: (name) =>
      initial.length === 0 || others[0]?.parameters.some((each) => each.name === name),
    hasGradient: (name) => returned.some((each) => namesGradientOf(each, name)),
    movable: (name) =>
      owner !== null ||
      question.byArgument ||
      // What encloses forward and derivative is seen by both.
      !others[0]?.parameters.some((each) => each.name === name) ||
      derivatives.every((each) => receives(each, name)),
  };
}

/** What solvers give to forward: the point, or the data and the parameters of a curve. */
function handedTo({ program, bodies, owner }: Question): Clues['handed'] {
  const found = new Map<string, { rank: 0 | 1; at: number }>();
  const [forward] = bodies;
  if (forward === undefined) return found;
  const isMethod = owner !== null && forward.parameters[0]?.name === 'self';
  const own = isMethod ? forward.parameters.slice(1) : forward.parameters;
  for (const { hands, node, rest } of solverCalls(program, forward.name)) {
    const point = hands === 'state' ? 1 : 0;
    for (const [at, { name }] of own.entries()) {
      const isNumber = hands === 'curve' || rest[at - point - 1]?.kind === 'number';
      const rank = at === point ? (hands === 'number' ? 0 : 1) : isNumber ? 0 : null;
      if (rank !== null) found.set(name, { rank, at: node.span.start });
    }
  }
  return found;
}

/** A derivative gets what forward had: as a parameter of that name, or in a cache. */
function receives(derivative: FunctionDefinition, name: string): boolean {
  return derivative.parameters.some(
    (each) => each.name === name || /cache|ctx|memory|saved|residual|kwargs/i.test(each.name),
  );
}

/** A literal in the code; null for anything else. */
export function literalOf(node: Expression | null): Literal | null {
  if (node === null) return null;
  switch (node.kind) {
    case 'number':
      return { kind: node.integer ? 'whole' : 'real', value: node.value };
    case 'text':
    case 'boolean':
      return { kind: node.kind, value: node.value } as Literal;
    case 'none':
      return { kind: 'none' };
    case 'member':
      // `np.e` as the base of a power.
      return node.name === 'e' && node.object.kind === 'name'
        ? { kind: 'real', value: Math.E }
        : null;
    case 'unary': {
      const inner = node.operator === 'negate' ? literalOf(node.operand) : null;
      if (inner?.kind !== 'whole' && inner?.kind !== 'real') return null;
      return { kind: inner.kind, value: -inner.value };
    }
    default:
      return null;
  }
}
