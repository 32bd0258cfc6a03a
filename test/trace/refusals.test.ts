/**
 * Python that is refused by name: what the program needs of it becomes unknown
 * with a sentence, and everything else goes on.
 */
import assert from 'node:assert/strict';
import type { LanguageFrontEnd } from '../../src/languages';
import { defaultLimits, Stop } from '../../src/trace/limits';
import { Machine } from '../../src/trace/machine';
import { boundIn, compileProgram, runModule } from '../../src/trace/program';
import { python, run } from './python';

type Row = readonly [text: string, sentence: RegExp];

/** What `r` needs is refused with the sentence. */
const refused: readonly Row[] = [
  ['r = 2 ** 60', /an integer beyond 2\*\*53 is not supported: write it as a float/],
  ["r = int('9007199254740993')", /an integer beyond 2\*\*53/],
  ['r = int(1e20)', /an integer beyond 2\*\*53/],
  ['r = 12345678901234567890', /The integer 12345678901234567890 is beyond 2\*\*53/],
  ['r = 3j', /The complex number 3j is not supported/],
  ["r = b'abc'", /Bytes are not supported/],
  ['x = 1\nr = `x`', /Backticks belong to Python 2/],
  ['async def f(): pass\nr = f()', /`async def` is not supported/],
  ['async def f():\n  await g()\nr = f', /`async def` is not supported/],
  ['try:\n  r = 1\nexcept* ValueError:\n  r = 2', /`except\*` is not supported/],
  ['try:\n  r = 1\nexcept ValueError, e:\n  r = 2', /`except X, e` belongs to Python 2/],
  ['def f():\n  x = 1 + (yield)\nr = list(f())', /a `yield` inside a larger expression/],
  ['def f():\n  x = yield 1\ng = f()\nnext(g)\nr = g.send(5)', /\.send\(\) of a generator/],
  ["r = open('x').read()", /open: files are not read/],
  ['r = input()', /there is nobody to ask/],
  ["r = eval('1 + 1')", /eval: text is not run/],
  ['r = globals()', /globals: not supported/],
  ["r = 'a'.encode()", /\.encode: not supported/],
  ['r = (5).bit_length()', /\.bit_length: not supported/],
  ['x = {1}\nx.intersection_update({1})\nr = x.intersection_update', /not supported/],
  ['class M(type): pass\nclass A(metaclass=M): pass\nr = A().x', /a base class of A that is not/],
  ['import unheard_of\nclass A(unheard_of.B): pass\nr = A().x', /a base class of A that is not/],
  ['import unheard_of as u\nr = u.f(1)', /the module unheard_of is not supported/],
  ['from unheard_of import f\nr = f(1)', /the module unheard_of is not supported/],
  ['from functools import total_ordering\n@total_ordering\nclass r: pass', /write the comparisons/],
  ['from enum import Enum\nr = Enum("E", "a b")', /Enum\(\) with names is not supported/],
  ['from contextlib import ExitStack\nr = ExitStack()', /ExitStack: not supported/],
  ['r = __file__', /__file__: not supported/],
];

/** `r` is known although something beside it is not. */
const kept: readonly string[] = [
  "with open('x') as f:\n  r = 1",
  'import unheard_of\nwith unheard_of.context():\n  r = 1',
  'import unheard_of\nclass C(unheard_of.Base): pass\nwith C():\n  r = 1',
  'print "x"\nexec "y"\nr = 1',
  'r = 1\nasync def f(): pass\nasync with f(): pass',
  'import unheard_of\nunheard_of.setup()\nr = 1',
];

/** Neither a limit nor what is refused can be caught. */
const uncaught: readonly Row[] = [
  ['try:\n  2 ** 60\nexcept:\n  pass\nr = 1', /2\*\*53/],
  ['try:\n  2 ** 60\nfinally:\n  r = 1', /2\*\*53/],
  [
    'def f(n):\n  try:\n    return f(n)\n  except RecursionError:\n    return 1\nr = f(1)',
    /nested/,
  ],
  ['while True:\n  try:\n    pass\n  except Exception:\n    break\nr = 1', /steps/],
];

describe('python that is refused by name', () => {
  let language: LanguageFrontEnd;
  before(async () => {
    language = await python();
  });
  const stopOf = (text: string): Stop => {
    try {
      run(language, text).value('r');
    } catch (stop) {
      if (stop instanceof Stop) return stop;
      throw stop;
    }
    return assert.fail(`nothing is refused in\n${text}`);
  };
  for (const [text, sentence] of refused) {
    it(text, () => {
      const stop = stopOf(text);
      assert.match(stop.message, sentence);
      assert.equal(stop.kind, 'unsupported', stop.message);
    });
  }
  for (const [text, sentence] of uncaught) {
    it(text, () => {
      const stop = stopOf(text);
      assert.match(stop.message, sentence);
      assert.notEqual(stop.kind, 'error', stop.message);
    });
  }
  for (const text of kept) {
    it(text, () => {
      const machine = new Machine(language.tables, defaultLimits);
      const { frame } = runModule(compileProgram(language.parse('case.py', text)), machine);
      assert.equal(boundIn(frame, 'r')?.kind, 'number');
    });
  }
  it('says that a context is not known', () => {
    const { machine } = run(language, "with open('x') as f:\n  r = 1");
    assert.match([...machine.notes].join(), /what a `with` does here is not known/);
  });
});
