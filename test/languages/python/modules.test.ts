/** Where Python looks for a module: candidate paths, best first. */
import assert from 'node:assert/strict';
import { moduleCandidates } from '../../../src/languages/python/modules';

/** `request` as an import writes it: `..pkg.layers`. */
function check(importer: string, request: string, root: string, expected: readonly string[]): void {
  it(`${request || "''"} in ${importer} below ${root || "''"}`, () => {
    const [, dots, module] = /^(\.*)(.*)$/.exec(request) ?? [];
    const found = moduleCandidates(importer, { level: dots.length, module }, root);
    assert.deepEqual(found, expected);
  });
}

describe('module candidates', () => {
  check('a.py', 'm', '', ['m/__init__.py', 'm.py']);
  check('./a.py', 'm', '', ['m/__init__.py', 'm.py']);
  check('p/a.py', 'm.n', 'p', ['p/m/n/__init__.py', 'p/m/n.py']);
  check('p/q/a.py', 'm', '', [
    ...['p/q/m/__init__.py', 'p/q/m.py', 'p/m/__init__.py', 'p/m.py'],
    ...['m/__init__.py', 'm.py'],
  ]);
  check('p\\a.py', 'm', 'p', ['p/m/__init__.py', 'p/m.py']);
  check('a.py', 'm', '..', ['m/__init__.py', 'm.py', '../m/__init__.py', '../m.py']);
  check('../b/a.py', 'm', '..', [
    ...['../b/m/__init__.py', '../b/m.py', '../m/__init__.py', '../m.py'],
  ]);
  check('/p/a.py', 'm', '/', ['/p/m/__init__.py', '/p/m.py', '/m/__init__.py', '/m.py']);
  check('C:\\p\\a.py', 'm', 'C:\\p', ['C:/p/m/__init__.py', 'C:/p/m.py']);
  check('other/a.py', 'm', 'root', [
    ...['other/m/__init__.py', 'other/m.py', 'root/m/__init__.py', 'root/m.py'],
  ]);
  check('p/a.py', '.', '', ['p/__init__.py']);
  check('p/a.py', '.m', '', ['p/m/__init__.py', 'p/m.py']);
  check('p/q/a.py', '..m.n', '', ['p/m/n/__init__.py', 'p/m/n.py']);
  check('p/a.py', '..m', '', ['m/__init__.py', 'm.py']);
  check('a.py', '..m', '', ['../m/__init__.py', '../m.py']);
  check('/a.py', '..m', '/', []);
});
