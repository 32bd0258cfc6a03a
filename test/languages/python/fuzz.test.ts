/**
 * Whatever the text, parsing returns a program with spans inside it. On failure
 * fast-check prints its seed and the smallest text found.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printBlock } from '../../../src/syntax/print';
import type { Span } from '../../../src/syntax/span';
import { parse } from './support';

const PROGRAM = `"""Layers."""
import numpy as np
from . import helpers as h

# gradlens: ignore[kink] known
# @gradcheck x: (4, 3), w: (3,) in (0, 1),
#   b=[1, 2]
@cached(maxsize=3)
def affine_forward(x, w, b=0.5, *args, reg: float = 1e-3, **kw):
    """Affine layer.

    @gradcheck x in (0, 1)
    """
    N, *rest = x.shape
    out = x.reshape(N, -1) @ w + b  # @grad d(out)/d(w)
    cache = (x, w, b)
    if reg > 0 and not out is None:
        out += -reg ** 2 * np.sum(w[:, None, ::2])
    elif N == 3: return None
    else:
        for i, (a, c) in enumerate(zip(x, w)):
            out[i] //= a if a else c
        else: pass
    return out, cache

class Net(Base, metaclass=M):
    sizes = [1_000, 0x1F, 1e-3]
    def loss(self, X, y=None):
        with np.errstate(all='ignore'):
            s = f"W{len(self.params):02d}" 'b' r'\\d'
        try:
            loss = sum(v ** 2 for v in self.params.values() if v.ndim > 1)
        except KeyError as e:
            raise ValueError("no") from e
        while (n := n - 1) > 0: break
        match loss, y:
            case [0 | -1.5, *_] | {'k': None, **rest} if y: yield from self
            case P(a.b, x=[z]) as q: x = yield q
        return {**self.grads, 'x': lambda t: t * 2}

# @grad x = y + 2*x
f = lambda x, y: x * y + x ** 2
del f, PROGRAM[0]
`;

const WORDS = (
  'def class return if elif else for while in not and or is lambda with as try except finally raise ' +
  'import from global nonlocal pass break continue yield async await match case case_ _ print del assert ' +
  'True False None x y self np 1 2.5 0x 1_0 3j "a" \' """ f"{x}" f"{ rb"" # @ @gradcheck @grad skip ' +
  'wrt= option. d(a)/d(b) d( gradlens: ignore[ ignore-file = == := : :: , ; . ... ( ) [ ] { } + - * ** ' +
  '/ // % @ ~ ^ & | << >> < >= != <> -> => \\ 😀 ﬁ é \0 \ufeff \ud800'
)
  .split(' ')
  .concat([
    '\n',
    '\n',
    '\n    ',
    '\n  ',
    '\n\t',
    '\r\n',
    ' ',
    ' ',
    '# @gradcheck x=',
    '\n# @grad ',
  ]);

/** Every span in a tree of plain data. */
function* spansIn(value: unknown): Generator<Span> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (key === 'span' || key === 'nameSpan') yield part as Span;
    else yield* spansIn(part);
  }
}

function holds(text: string): void {
  const program = parse(text);
  printBlock(program.body);
  for (const { start, end } of [...program.broken, ...spansIn(program)]) {
    assert.ok(start >= 0 && start <= end && end <= text.length, `span ${start}-${end}`);
  }
}

function check(name: string, texts: fc.Arbitrary<string>, numRuns: number): void {
  it(`${name} (${numRuns} texts)`, function () {
    this.timeout(120_000);
    fc.assert(fc.property(texts, holds), { numRuns });
  });
}

describe('python parsing holds for any text', () => {
  const bytes = fc.uint8Array({ maxLength: 120 }).map((values) => String.fromCharCode(...values));
  const soup = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 });
  const place = fc.nat({ max: PROGRAM.length });
  const edits = fc.array(fc.tuple(place, fc.nat({ max: 12 }), fc.constantFrom(...WORDS)), {
    minLength: 1,
    maxLength: 4,
  });
  check('random bytes', bytes, 3000);
  check('random Unicode', fc.string({ unit: 'binary', maxLength: 120 }), 3000);
  check(
    'token soup',
    soup.map((words) => words.join('')),
    4000,
  );
  check(
    'token soup with blanks',
    soup.map((words) => words.join(' ')),
    4000,
  );
  check(
    'annotation soup',
    soup.map((words) => `# @gradcheck ${words.join(' ').replaceAll('\n', '\n#')}\ndef f(x): pass`),
    3000,
  );
  check(
    'truncations',
    fc
      .tuple(place, place)
      .map(([from, to]) => PROGRAM.slice(Math.min(from, to), Math.max(from, to))),
    1000,
  );
  check(
    'mutations',
    edits.map((list) =>
      list.reduce(
        (text, [at, length, word]) => text.slice(0, at) + word + text.slice(at + length),
        PROGRAM,
      ),
    ),
    2000,
  );
});
