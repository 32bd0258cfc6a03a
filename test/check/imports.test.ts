/** Imports between files: each case is a small set of files of which one is checked. */
import assert from 'node:assert/strict';
import type { Source } from '../../src/check/checker';
import { loadModules } from '../../src/check/load-modules';
import { defaultOptions, type FileReport } from '../../src/check/report';
import { checker, named } from './support';

type Files = Readonly<Record<string, string>>;

/** The source with all that it imports, as a door loads it; `read` are the files it read, in order. */
async function load(files: Files, path: string, root?: string) {
  const core = await checker();
  const read: string[] = [];
  const source: Source = { path, text: files[path], root };
  const loaded = await loadModules(
    source,
    async (each) => core.missing(each, defaultOptions),
    async (each) => {
      if (Object.hasOwn(files, each)) read.push(each);
      return files[each] ?? null;
    },
  );
  return { core, loaded, read };
}

async function report(files: Files, path: string, root?: string): Promise<FileReport> {
  const { core, loaded } = await load(files, path, root);
  return core.check(loaded, defaultOptions);
}

/** `f` is 2x at x = 3 times what the files make of it. */
function claim(body: string, derivative: string, imports: string): string {
  return `${imports}\n# @gradcheck x=3\n# @grad x = ${derivative}\ndef f(x):\n    return ${body}\n`;
}

function check(
  name: string,
  files: Files,
  expected: string | [verdict: string, reason: RegExp] = 'pass',
  path = 'main.py',
  root?: string,
): void {
  it(name, async () => {
    const { verdict, reason } = named(await report(files, path, root), 'f');
    const [wanted, sentence] = typeof expected === 'string' ? [expected, /./] : expected;
    assert.equal(verdict, wanted, reason);
    assert.match(reason, sentence);
  });
}

const square = 'def square(x):\n    return x**2\n';
const numpy = 'import numpy as np\n';

describe('imports', () => {
  const plain = { 'tools.py': square };
  const from = claim('square(x)', '2*x', 'from tools import square');
  check('from module import name', { ...plain, 'main.py': from });
  check(
    'a wrong claim about an imported function',
    {
      ...plain,
      'main.py': claim('square(x)', '3*x', 'from tools import square'),
    },
    ['mismatch', /written|claim/],
  );
  check('from module import name as other', {
    ...plain,
    'main.py': claim('sq(x)', '2*x', 'from tools import square as sq'),
  });
  check('import module', { ...plain, 'main.py': claim('tools.square(x)', '2*x', 'import tools') });
  check('import module as name', {
    ...plain,
    'main.py': claim('t.square(x)', '2*x', 'import tools as t'),
  });
  check('a star', { ...plain, 'main.py': claim('square(x)', '2*x', 'from tools import *') });
  check('an import in the function', {
    ...plain,
    'main.py': `# @gradcheck x=3\n# @grad x = 2*x\ndef f(x):\n    from tools import square\n    return square(x)\n`,
  });
  check('constants, and names that the other file has of its own', {
    'tools.py': `${numpy}RATE = 2.0\nx = 100\ndef scaled(x):\n    return RATE * np.sin(x)\n`,
    'main.py': claim('scaled(x)', '2*np.cos(x)', `${numpy}from tools import scaled\nRATE = 7`),
  });
  check('a star brings libraries along', {
    'tools.py': numpy,
    'main.py': claim('np.sin(x)', 'np.cos(x)', 'from tools import *'),
  });
  check('a star of a star', {
    'main.py': claim('square(x)', '2*x', 'from all import *'),
    'all.py': 'from tools import *\n',
    ...plain,
  });
  check('the latest star wins, and own names win over both', {
    'a.py': 'K = 5\nL = 5\nM = 5\n',
    'b.py': 'K = 3\nM = 3\n',
    'main.py': claim('K*L*M*x', '3*5*2', 'from a import *\nfrom b import *\nM = 2'),
  });
  check('a star gives anew what stood above it', {
    'a.py': 'K = 5\n',
    'main.py': claim('K*x', '5', 'K = 2\nfrom a import *'),
  });
  check(
    'a star leaves out what starts with an underscore',
    {
      'a.py': '_K = 5\n',
      'main.py': claim('_K*x', '5', 'from a import *'),
    },
    ['error', /_K is not defined/],
  );
  check('__all__ says what a star brings', {
    'a.py': '__all__ = ["_K"]\n_K = 5\nL = 7\n',
    'main.py': claim('_K*L*x', '10', 'L = 2\nfrom a import *'),
  });

  const package_ = {
    'pkg/__init__.py': 'from .tools import square\nfrom . import extra\n',
    'pkg/tools.py': square,
    'pkg/extra.py': 'def cube(x):\n    return x**3\n',
  };
  for (const [imports, body, derivative] of [
    ['from pkg import square', 'square(x)', '2*x'],
    ['import pkg', 'pkg.square(x)', '2*x'],
    ['import pkg', 'pkg.extra.cube(x)', '3*x**2'],
    ['import pkg.extra', 'pkg.extra.cube(x)', '3*x**2'],
    ['import pkg.extra as e', 'e.cube(x)', '3*x**2'],
    ['from pkg import extra', 'extra.cube(x)', '3*x**2'],
    ['from pkg.extra import cube', 'cube(x)', '3*x**2'],
    ['from pkg.extra import *', 'cube(x)', '3*x**2'],
    ['from pkg import *', 'square(x)', '2*x'],
  ]) {
    check(`${imports}: ${body}`, { ...package_, 'main.py': claim(body, derivative, imports) });
  }
  check('a folder without __init__.py', {
    'pkg/deep/tools.py': square,
    'main.py': claim('pkg.deep.tools.square(x)', '2*x', 'import pkg.deep.tools'),
  });
  check('from a folder without __init__.py', {
    'pkg/tools.py': square,
    'main.py': claim('tools.square(x)', '2*x', 'from pkg import tools'),
  });
  const relative = [
    ['from .tools import square', 'square(x)'],
    ['from . import tools', 'tools.square(x)'],
    ['from . import square', 'square(x)'],
    ['from ..pkg.tools import square', 'square(x)'],
    ['from .tools import *', 'square(x)'],
    ['from pkg.tools import square', 'square(x)'],
    ['from pkg import square', 'square(x)'],
  ];
  for (const [imports, body] of relative) {
    const files = { ...package_, 'pkg/main.py': claim(body, '2*x', imports) };
    check(`${imports} in a package`, files, 'pass', 'pkg/main.py', '');
  }
  check(
    'a folder above the current one',
    {
      '../tools.py': square,
      'main.py': from,
    },
    'pass',
    'main.py',
    '..',
  );
  check(
    'an absolute path',
    { '/a/tools.py': square, '/a/b/main.py': from },
    'pass',
    '/a/b/main.py',
    '/a',
  );
  check(
    'nothing above the root',
    { '/tools.py': square, '/a/b/main.py': from },
    'unsupported',
    '/a/b/main.py',
    '/a',
  );

  const cycle = {
    'a.py': `from b import twice\n${claim('twice(x)', '4*x', '')}K = 2\ndef square(x):\n    return x**2\n`,
    'b.py': 'from a import square, K\ndef twice(x):\n    return K * square(x)\n',
  };
  check('a circle of two files', cycle, 'pass', 'a.py');
  check(
    'two stars in a circle',
    {
      'a.py': `from b import *\n${claim('twice(x)', '4*x', '')}K = 2\n`,
      'b.py': 'from a import *\ndef twice(x):\n    return K * x**2\n',
    },
    'pass',
    'a.py',
  );
  check(
    'a name that a circle does not have',
    {
      'a.py': `from b import *\n${claim('twice(x)', '4*x', '')}`,
      'b.py': 'from a import *\n',
    },
    ['error', /twice is not defined/],
    'a.py',
  );
  check('a file that imports itself', {
    'main.py': claim('main.K*x', '2', 'import main\nK = 2'),
  });

  check('what is not needed does not run', {
    'tools.py': `${square}history = []\nwhile True:\n    history.append(1)\nopen("weights")\n`,
    'main.py': from,
  });
  check('__name__ is the name of the module', {
    'tools.py': `K = 2\nif __name__ == "__main__":\n    K = 3\n`,
    'main.py': claim('K*x', '2', 'from tools import K'),
  });
  check('drawing in a module that a function imports is no randomness of the function', {
    'tools.py': `${numpy}W = np.random.randn(3)\n`,
    'main.py': `${numpy}import tools\n# @gradcheck x=3\ndef f(x):\n    return np.sum(tools.W) * x**2\n`,
  });

  check(
    'a library wins over a file above',
    {
      'math.py': 'def sin(x):\n    return x**2\n',
      'sub/main.py': claim('math.sin(x)', 'math.cos(x)', 'import math'),
    },
    'pass',
    'sub/main.py',
    '',
  );
  check('a file beside a script wins over a library', {
    'math.py': 'def sin(x):\n    return x**2\n',
    'main.py': claim('math.sin(x)', '2*x', 'import math'),
  });
  check(
    'a library wins over a file in the same package',
    {
      'pkg/__init__.py': '',
      'pkg/math.py': 'def sin(x):\n    return x**2\n',
      'pkg/main.py': claim('math.sin(x)', 'math.cos(x)', 'import math'),
    },
    'pass',
    'pkg/main.py',
    '',
  );
  check(
    'a file of a library name means the library',
    {
      'math.py': claim('math.sin(x)', 'math.cos(x)', 'import math'),
    },
    'pass',
    'math.py',
  );
  check('a package wins over a file of the same name', {
    'tools.py': 'def square(x):\n    return 0\n',
    'tools/__init__.py': square,
    'main.py': from,
  });

  check('a module that is nowhere', { 'main.py': from }, ['unsupported', /module tools is not/]);
  check(
    'a relative module that is nowhere',
    {
      'main.py': claim('square(x)', '2*x', 'from .tools import square'),
    },
    ['unsupported', /\.tools is not found/],
  );
  check(
    'a name that is not there',
    {
      ...plain,
      'main.py': claim('sqare(x)', '2*x', 'from tools import sqare'),
    },
    ['unsupported', /no sqare in the module tools: did you mean square/],
  );
  check(
    'an attribute that is not there',
    {
      ...plain,
      'main.py': claim('tools.sqare(x)', '2*x', 'import tools'),
    },
    ['error', /did you mean square/],
  );
  check(
    'a name that a broken file may have had',
    {
      'tools.py': 'def square(x:\n    return x\n\nK = 2\n',
      'main.py': claim('square(x)', '2*x', 'from tools import square'),
    },
    ['unsupported', /parsed/],
  );
  check(
    'a statement of the other file that fails',
    {
      'tools.py': 'K = [1][4]\n',
      'main.py': claim('K*x', '1', 'from tools import K'),
    },
    ['unsupported', /IndexError/],
  );

  it('asks for nothing where nothing is to be checked', async () => {
    const { read } = await load({ ...plain, 'main.py': 'from tools import square\n' }, 'main.py');
    assert.deepEqual(read, []);
  });

  it('classes derive from imported ones, and are made with their constructor', async () => {
    const files = {
      'base.py': 'class Layer:\n    def __init__(self, factor):\n        self.factor = factor\n',
      'main.py': `from base import Layer
# @gradcheck factor=2, x=3
class Scale(Layer):
    def forward(self, x):
        return self.factor * x
    def backward(self, dout):
        return self.factor * dout
`,
    };
    assert.equal(named(await report(files, 'main.py'), 'Scale').verdict, 'pass');
  });

  for (const [imports, of] of [
    ['from model import cost', 'cost'],
    ['from model import cost as c', 'c'],
    ['import model', 'model.cost'],
    ['from model import *', 'cost'],
  ]) {
    it(`a written gradient of an imported function: ${imports}`, async () => {
      const files = {
        'model.py': 'def cost(x):\n    return x**2\n',
        'main.py': `${imports}\n# @gradcheck of=${of}, x=3\ndef slope(x):\n    return 3*x\n`,
      };
      const found = await report(files, 'main.py');
      assert.equal(named(found, 'slope').verdict, 'mismatch');
      assert.deepEqual(
        found.problems.map(({ line, code }) => [line, code]),
        [[3, 'mismatch']],
      );
    });
  }

  it('an error in another file names the place there', async () => {
    const files = {
      'tools.py': 'def square(x):\n    return x + [1][7]\n',
      'main.py': from,
    };
    const { problems } = await report(files, 'main.py');
    assert.equal(problems.length, 1);
    assert.deepEqual([problems[0].line, problems[0].code], [4, 'error']);
    const [related] = problems[0].related;
    assert.deepEqual([related.path, related.range.line], ['tools.py', 2]);
  });

  it('a tie in another file names the file', async () => {
    const files = {
      'tools.py': 'def square(x):\n    return abs(x)\n',
      'main.py': 'from tools import square\n# @gradcheck x=0\ndef f(x):\n    return square(x)\n',
    };
    const { reason } = named(await report(files, 'main.py'), 'f');
    assert.match(reason, /`abs\(x\)`, tools\.py line 2/);
  });

  it('nodes of the graph stand in their own file', async () => {
    const { core, loaded } = await load({ ...plain, 'main.py': from }, 'main.py');
    const graph = core.graph(loaded, defaultOptions, 'f');
    const node = graph?.nodes.find(({ role }) => role === 'output');
    assert.deepEqual([node?.path, node?.range?.line, node?.source], ['tools.py', 2, 'x**2']);
  });
});
