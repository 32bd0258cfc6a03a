/** Every name of the language tables leads somewhere, and every library function has a name. */
import { strict as assert } from 'node:assert';
import type { LanguageTables, Names } from '../../src/syntax/tables';
import { library } from '../../src/trace/library';
import { python } from './python';

/** Functions that others make or call: they are reached through values, not through names. */
const made = [
  'at.change',
  'at.get',
  'at.place',
  'at.set',
  'closeGenerator',
  'forgetResults',
  'record.declareWith',
  'record.equal',
  'record.greater',
  'record.greaterEqual',
  'record.initialize',
  'record.less',
  'record.lessEqual',
  'remember',
  'tuple.asDict',
  'tuple.make',
  'tuple.new',
  'tuple.replace',
  'autograd.apply',
  'autograd.call',
  'autograd.define',
  'autograd.first',
  'autograd.save',
  'base.call',
  'base.forward',
  'callPartial',
  'callVectorized',
  'convert',
  'decorate.setter',
  'item.delete',
  'item.get',
  'item.has',
  'item.set',
  'flatten',
  'initialize',
  'itemOf',
  'optimizer.update',
  'sortInPlace',
];

describe('language tables', () => {
  let tables: LanguageTables;
  before(async () => {
    ({ tables } = await python());
  });

  it('name functions that exist', () => {
    const missing = [...idsOf(tables)].filter((id) => library[id] === undefined);
    assert.deepEqual(missing, []);
  });

  it('name every function', () => {
    const used = new Set([...idsOf(tables), ...made]);
    assert.deepEqual(
      Object.keys(library).filter((id) => !used.has(id)),
      [],
    );
  });

  it('name modules that exist', () => {
    const entries = allNames(tables).flatMap((names) => Object.values(names));
    const modules = entries.flatMap((entry) => (entry.kind === 'module' ? [entry.name] : []));
    assert.deepEqual(
      modules.filter((name) => tables.modules[name] === undefined),
      [],
    );
  });
});

function allNames(tables: LanguageTables): Names[] {
  const { modules, builtins, members, attributes, annotationNames } = tables;
  const groups = [modules, members, attributes].flatMap((group) => Object.values<Names>(group));
  return [...groups, builtins, annotationNames];
}

function idsOf(tables: LanguageTables): Set<string> {
  const named = allNames(tables).flatMap((names) => Object.values(names));
  const methods = named.flatMap((entry) =>
    entry.kind === 'class' ? Object.values(entry.methods) : [],
  );
  const entries = [...named, ...methods];
  const called = entries.flatMap((entry) => (entry.kind === 'function' ? [entry.id] : []));
  const read = Object.values(tables.properties).flatMap((names) => Object.values(names));
  return new Set([...called, ...read]);
}
