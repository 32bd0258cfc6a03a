/**
 * Einstein summation: each operand becomes an array over its letters, products
 * of two are matrix products over the letters that end with them, what is left
 * over is summed.
 */
import type { EntryId } from '../../engine/graph';
import { sizeOf, stridedPositions, stridesOf } from '../../engine/shape';
import { toTrueArray } from '../convert';
import type { LibraryCall } from '../library-call';
import { describe, type Value } from '../values';
import { cast, type Functions, read, reshape, typeOf } from './shared';

export const einsum: Functions = {
  einsum: (call) => {
    const given = call.value('subscripts');
    if (given.kind !== 'text') {
      return call.refuse(`${call.name}() is supported with its subscripts as a string only`);
    }
    return call.give(contracted(call, given.value.replaceAll(' ', ''), call.rest('operands')));
  },
};

/** An operand with one letter an axis, all letters different. */
interface Term {
  readonly letters: readonly string[];
  readonly entry: EntryId;
}

function contracted(call: LibraryCall, subscripts: string, operands: readonly Value[]): EntryId {
  const [left, right] = subscripts.split('->');
  const inputs = left.split(',');
  if (inputs.length !== operands.length) {
    call.raise(
      'ValueError',
      `${call.name}(): '${subscripts}' names ${inputs.length} operands, ${operands.length} are given`,
    );
  }
  const extents = new Map<string, number>();
  const terms = operands.map((operand, which) => {
    const array = toTrueArray(call.machine, operand, call.place);
    if (array === null)
      return call.raise('TypeError', `${call.name}() needs arrays, not ${describe(operand)}`);
    return termOf(call, inputs[which], read(call, array), extents);
  });
  const wanted = lettersOfOutput(call, left, right, terms);
  let [result, ...rest] = terms;
  while (rest.length > 0) {
    const [next, ...later] = rest;
    const needed = new Set([...wanted, ...later.flatMap((term) => term.letters)]);
    result = product(call, result, next, needed);
    rest = later;
  }
  const reduced = summed(call, result, new Set(wanted));
  return arranged(call, reduced, wanted);
}

/** Letters to axes: an ellipsis becomes letters of its own, a repeated letter takes the diagonal. */
function termOf(
  call: LibraryCall,
  subscript: string,
  entry: EntryId,
  extents: Map<string, number>,
): Term {
  const shape = call.shapeOf(entry);
  const named = [...subscript.replace('...', '')];
  const missing = shape.length - named.length;
  const dots = subscript.includes('...');
  if (missing < 0 || (missing > 0 && !dots) || named.some((letter) => !/[A-Za-z]/.test(letter))) {
    call.raise(
      'ValueError',
      `${call.name}(): '${subscript}' does not fit an array of ${shape.length} dimensions`,
    );
  }
  const before = dots ? subscript.indexOf('...') : named.length;
  // Counted from the back, so that the same trailing axes of two operands meet.
  const extra = Array.from({ length: missing }, (_, k) => `.${missing - k}`);
  const letters = [...named.slice(0, before), ...extra, ...named.slice(before)];
  for (const [axis, letter] of letters.entries()) {
    const known = extents.get(letter) ?? 1;
    if (known !== 1 && shape[axis] !== 1 && known !== shape[axis]) {
      call.raise(
        'ValueError',
        `${call.name}(): the letter ${letter} stands for ${known} and for ${shape[axis]}`,
      );
    }
    extents.set(letter, Math.max(known, shape[axis]));
  }
  const own = [...new Set(letters)];
  if (own.length === letters.length) return { letters, entry };
  const strides = stridesOf(shape);
  const joint = own.map((letter) =>
    letters.reduce((sum, each, axis) => (each === letter ? sum + strides[axis] : sum), 0),
  );
  const diagonal = own.map((letter) => shape[letters.indexOf(letter)]);
  const positions = stridedPositions(diagonal, joint);
  return { letters: own, entry: call.apply('gather', [entry], { positions, shape: diagonal }) };
}

function lettersOfOutput(
  call: LibraryCall,
  left: string,
  right: string | undefined,
  terms: readonly Term[],
): string[] {
  const all = [...new Set(terms.flatMap((term) => term.letters))];
  const dotted = all
    .filter((letter) => letter.startsWith('.'))
    .sort((a, b) => Number(b.slice(1)) - Number(a.slice(1)));
  if (right === undefined) {
    const single = all.filter(
      (letter) => !letter.startsWith('.') && left.split(letter).length === 2,
    );
    return [...dotted, ...single.sort()];
  }
  const named = [...right.replace('...', '')];
  const unknown = named.find((letter) => !all.includes(letter));
  if (unknown !== undefined || new Set(named).size < named.length) {
    call.raise(
      'ValueError',
      `${call.name}(): the output '${right}' names a letter twice or one that no operand has`,
    );
  }
  if (!right.includes('...')) return named;
  const at = right.indexOf('...');
  return [...named.slice(0, at), ...dotted, ...named.slice(at)];
}

/** The product of two terms, summed over the letters that nothing later needs. */
function product(call: LibraryCall, first: Term, second: Term, needed: ReadonlySet<string>): Term {
  const shared = first.letters.filter((letter) => second.letters.includes(letter));
  const even = shared.every(
    (letter) => extentOf(call, first, letter) === extentOf(call, second, letter),
  );
  if (!even) return broadcastProduct(call, first, second);
  const only = (term: Term, other: Term) =>
    summed(call, term, new Set([...needed, ...other.letters]));
  const [a, b] = [only(first, second), only(second, first)];
  const kept = shared.filter((letter) => needed.has(letter));
  const gone = shared.filter((letter) => !needed.has(letter));
  const freeA = a.letters.filter((letter) => !shared.includes(letter));
  const freeB = b.letters.filter((letter) => !shared.includes(letter));
  const size = (term: Term, letters: readonly string[]) =>
    sizeOf(letters.map((letter) => extentOf(call, term, letter)));
  const left = reshape(call, arranged(call, a, [...kept, ...freeA, ...gone]), [
    size(a, kept),
    size(a, freeA),
    size(a, gone),
  ]);
  const right = reshape(call, arranged(call, b, [...kept, ...gone, ...freeB]), [
    size(b, kept),
    size(b, gone),
    size(b, freeB),
  ]);
  const letters = [...kept, ...freeA, ...freeB];
  const shape = letters.map((letter) => extentOf(call, a.letters.includes(letter) ? a : b, letter));
  return { letters, entry: reshape(call, call.apply('matmul', [left, right], null), shape) };
}

/** An extent of 1 against a larger one: multiplied by broadcasting. */
function broadcastProduct(call: LibraryCall, first: Term, second: Term): Term {
  const letters = [...new Set([...first.letters, ...second.letters])];
  const full = (term: Term) => {
    const own = letters.filter((letter) => term.letters.includes(letter));
    const shape = letters.map((letter) =>
      term.letters.includes(letter) ? extentOf(call, term, letter) : 1,
    );
    return reshape(call, arranged(call, term, own), shape);
  };
  return { letters, entry: call.apply('multiply', [full(first), full(second)], null) };
}

function extentOf(call: LibraryCall, term: Term, letter: string): number {
  return call.shapeOf(term.entry)[term.letters.indexOf(letter)];
}

/** Sums over the letters that are not needed. */
function summed(call: LibraryCall, term: Term, needed: ReadonlySet<string>): Term {
  const axes = term.letters.flatMap((letter, axis) => (needed.has(letter) ? [] : [axis]));
  if (axes.length === 0) return term;
  const letters = term.letters.filter((letter) => needed.has(letter));
  const type = typeOf(call, term.entry);
  const entry = call.apply('sum', [term.entry], { axes, keepDimensions: false });
  return { letters, entry: type === 'bool' ? cast(call, entry, 'bool') : entry };
}

function arranged(call: LibraryCall, term: Term, letters: readonly string[]): EntryId {
  const axes = letters.map((letter) => term.letters.indexOf(letter));
  if (axes.every((axis, at) => axis === at)) return term.entry;
  return call.apply('transpose', [term.entry], { axes });
}
