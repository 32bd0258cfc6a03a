/**
 * All names of the language tables as one list, each with where it stands, under
 * the full name that a user would give it, and how far it is supported.
 */
import type { LanguageTables, Names, TableEntry } from '../../src/syntax/tables';
import type { Evidence } from './evidence';

export interface KnownName {
  /** The part of the page: `numpy.linalg`, `builtins`, `array`. */
  readonly owner: string;
  /** As it is written after the owner: `norm`, `add.at`. */
  readonly name: string;
  /** `known`: the tables have it, no reference program uses it. */
  readonly state: 'supported' | 'refused' | 'known';
  /** Why it is refused; empty otherwise. */
  readonly reason: string;
  /** No derivative goes through it. */
  readonly flat: boolean;
}

export function knownNames(tables: LanguageTables, evidence: Evidence): KnownName[] {
  const known = (owner: string, path: string, names: Names, prefix = ''): KnownName[] =>
    Object.entries(names)
      .filter(([, entry]) => entry.kind !== 'module')
      .map(([name, entry]) => {
        const held = evidence.names.has(`${path}/${name}`) ? 'supported' : 'known';
        return {
          owner,
          name: prefix + name,
          state: entry.kind === 'refused' ? 'refused' : held,
          reason: entry.kind === 'refused' ? entry.reason : '',
          flat: entry.kind === 'function' && evidence.flat.has(entry.id),
        };
      });
  // autograd has numpy's own entries under another module: they stand under numpy's name.
  const own = new Set(
    Object.entries(tables.modules).flatMap(([module, names]) =>
      module.startsWith('autograd.') ? [] : Object.values(names),
    ),
  );
  const modules = Object.entries(tables.modules).flatMap(([module, names]) => {
    const kept = Object.entries(names).filter(
      ([, entry]) => !module.startsWith('autograd.') || !own.has(entry),
    );
    return known(module, `modules/${module}`, Object.fromEntries(kept));
  });
  const members = Object.entries(tables.members).flatMap(([owner, names]) => [
    ...known(owner, `properties/${owner}`, read(tables.properties[owner as 'array'])),
    ...known(owner, `members/${owner}`, names),
  ]);
  const attributes = Object.entries(tables.attributes).flatMap(([id, names]) => {
    const { owner, name } = whoHas(tables, id);
    return known(owner, `attributes/${id}`, names, `${name}.`);
  });
  return [
    ...modules,
    ...known('builtins', 'builtins/', tables.builtins),
    ...members,
    ...attributes,
  ];
}

/** The reason for which a full name (`scipy.sparse.csc_array`) is refused; null when it is not. */
export function refusal(names: readonly KnownName[], full: string): string | null {
  const found = names.find((each) => `${each.owner}.${each.name}` === full);
  return found?.state === 'refused' ? found.reason : null;
}

/** Properties as table entries. */
function read(properties: Readonly<Record<string, string>>): Names {
  const entry = (id: string): TableEntry => ({ kind: 'function', id, signature: 'value' });
  return Object.fromEntries(Object.entries(properties).map(([name, id]) => [name, entry(id)]));
}

/** The first name that leads to a function or type. */
function whoHas(tables: LanguageTables, id: string): { owner: string; name: string } {
  const groups: [string, Names][] = [
    ...Object.entries(tables.modules),
    ['builtins', tables.builtins],
  ];
  for (const [owner, names] of groups) {
    for (const [name, entry] of Object.entries(names)) {
      if (entry.kind === 'function' && entry.id === id) return { owner, name };
      if (entry.kind === 'type' && entry.type === id && owner === 'builtins')
        return { owner, name };
    }
  }
  throw new Error(`nothing leads to ${id}`);
}
