/**
 * The state of one run: the graph that is being recorded, the limits, the
 * language's tables, and the hooks by which a check watches assignments. The
 * interpreter's other files are functions over a machine.
 */
import { type EntryId, Graph, type Place } from '../engine/graph';
import { nearest } from '../syntax/nearest';
import type { Statement } from '../syntax/nodes';
import type { LanguageTables, LibraryClass, Names, TableEntry } from '../syntax/tables';
import { Branches } from './branches';
import type { Frame, Scope } from './frame';
import { type Limits, Stop } from './limits';
import type { Stretch } from './stretches';
import { type ModuleRun, noModules, type UserModules } from './user-modules';
import { type ClassValue, tableValue, unknown, type Value } from './values';

/** How a check watches a run. */
interface Hooks {
  /** May replace the value that a name is bound to; called for every binding of a watched name. */
  readonly bind: (name: string, value: Value, frame: Frame, place: Place) => Value;
  /** Called after a statement that carries annotations was executed. */
  readonly executed: (statement: Statement, frame: Frame) => void;
}

const stepsBetweenLooks = 64;

export class Machine {
  readonly graph: Graph;
  hooks: Hooks | null = null;
  /** What the user should know of how values were used: "n = 3 is used as an integer". */
  readonly notes = new Set<string>();
  /** Names of differentiated inputs that were needed as integers: run again with them fixed. */
  readonly integers = new Set<string>();
  /** Names of drawing functions that were called outside a constructor or module: the run is random. */
  readonly draws: Place[] = [];
  /** A generator was seeded since the run of the target began: what it draws is repeatable. */
  seeded = false;
  /** What loops and calls made, in the order in which they ended. */
  readonly stretches: Stretch[] = [];
  /** The modules that were run, by their scope. */
  readonly runs = new Map<Scope, ModuleRun>();
  /** An annotation's expression is evaluated: it knows `sin`, `randn` and so on without a prefix. */
  annotating = false;
  depth = 0;
  /** The exception that is being handled, for a bare `raise`. */
  handling: Stop | null = null;
  /** How many `try` statements around here handle an import that fails. */
  importGuards = 0;
  /** The state of the seeded generator that drawing functions use. */
  random: number;
  /** Which sides of its branches a run took; what runs as flat code counts as both. */
  readonly branches = new Branches();
  private steps = 0;
  private nextLook = stepsBetweenLooks;
  /** The first words of the library modules that the program imports: `numpy`, `torch`. */
  readonly imported = new Set<string>();
  private readonly exceptions = new Map<string, ClassValue>();
  private readonly builtins = new Map<string, Value>();
  private readonly bases = new Map<TableEntry, ClassValue>();
  private readonly classes = new Map<string, ClassValue>();

  constructor(
    readonly tables: LanguageTables,
    readonly limits: Limits,
    seed = 0,
    /** The files of the user's own that can be imported. */
    readonly modules: UserModules = noModules,
  ) {
    this.random = (seed * 2654435761 + 88675123) >>> 0;
    this.graph = new Graph(limits.elements, () => {
      throw new Stop(
        'limit',
        'elements',
        `stopped after ${limits.elements.toLocaleString('en')} array elements: use smaller sample shapes`,
        null,
      );
    });
  }

  /** Counts one statement, call or loop round. */
  step(place: Place): void {
    this.steps += 1;
    if (this.steps >= this.nextLook) this.look(place);
    if (this.steps > this.limits.steps) {
      throw new Stop(
        'limit',
        'steps',
        `stopped after ${this.limits.steps.toLocaleString('en')} steps: a loop here may never end`,
        place,
      );
    }
  }

  /** Looks at the clock. */
  look(place: Place | null): void {
    this.nextLook = this.steps + stepsBetweenLooks;
    const late = this.limits.late?.() ?? null;
    if (late !== null) throw new Stop('limit', 'time', late, place);
  }

  /** Whether this many steps can be counted without going beyond the limit. */
  affords(steps: number): boolean {
    return this.steps + steps <= this.limits.steps;
  }

  /** How many steps can be counted. */
  get affordable(): number {
    return this.limits.steps - this.steps;
  }

  /** Counts steps that the limit affords. */
  count(steps: number): void {
    this.steps += steps;
  }

  /** Counts a call that begins; who calls this takes one off `depth` when the call ends. */
  enter(name: string, place: Place): void {
    if (this.depth >= this.limits.depth) {
      throw new Stop(
        'limit',
        'depth',
        `stopped at ${this.limits.depth} nested calls of ${name}: the recursion may never end`,
        place,
      );
    }
    this.depth += 1;
  }

  /** The user's own program raises. */
  raise(name: string, message: string, place: Place, made: readonly Value[] | null = null): never {
    throw new Stop('error', name, `${name}: ${message}`, place, made);
  }

  /** A construct or a name that is not understood is needed here. */
  refuse(message: string, place: Place): never {
    throw new Stop('unsupported', 'construct', message, place);
  }

  /** The builtin of this name; null when the language has none. */
  builtin(name: string, place: Place): Value | null {
    if (this.annotating) {
      const own = this.fromNames(this.tables.annotationNames, name, name, place);
      if (own !== null) return own;
    }
    const known = this.builtins.get(name);
    if (known !== undefined) return known;
    const found = this.fromNames(this.tables.builtins, name, name, place);
    // What is not known names the place where it is used.
    if (found !== null && found.kind !== 'unknown') this.builtins.set(name, found);
    return found;
  }

  /** A library module as a value; its unknown names become unknown values. */
  library(module: string, place: Place): Value {
    const names = this.tables.modules[module];
    if (names === undefined) {
      const others = Object.keys(this.tables.modules).filter((each) => !each.includes('.'));
      return unknown(
        `the module ${module} is not supported`,
        `known modules: ${others.join(', ')}`,
        place,
      );
    }
    this.imported.add(module.split('.')[0]);
    const known = new Map<string, Value>();
    const lookUp = (name: string): Value | null => {
      const earlier = known.get(name);
      if (earlier !== undefined) return earlier;
      const found = this.fromNames(names, `${module}.${name}`, name, place);
      if (found !== null) {
        known.set(name, found);
        return found;
      }
      const close = nearest(name, Object.keys(names));
      const hint = close === null ? '' : `did you mean ${module}.${close}?`;
      return unknown(`${module}.${name} is not supported`, hint, place);
    };
    return { kind: 'module', name: module, names: lookUp, known };
  }

  /** What a star import of a library module gives a name; null when it has no such name. */
  libraryName(module: string, name: string, place: Place): Value | null {
    return this.fromNames(this.tables.modules[module], name, name, place);
  }

  /** A class for a builtin exception: same object for the same name. */
  exception(name: string, place: Place): ClassValue {
    let found = this.exceptions.get(name);
    if (found === undefined) {
      const above = this.tables.protocols.exceptions[name] ?? 'Exception';
      const bases = above.split(' ').filter((each) => each !== '');
      found = {
        kind: 'class',
        name,
        bases: bases.map((each) => this.exception(each, place)),
        attributes: new Map(),
        place,
        open: false,
      };
      this.exceptions.set(name, found);
    }
    return found;
  }

  /** Whether a class is one of the language's own exceptions. */
  isException(type: ClassValue): boolean {
    return this.exceptions.get(type.name) === type;
  }

  /** A class of the library that has no methods: same object for the same name. */
  ownClass(name: string, place: Place): ClassValue {
    let found = this.classes.get(name);
    if (found === undefined) {
      found = { kind: 'class', name, bases: [], attributes: new Map(), place, open: false };
      this.classes.set(name, found);
    }
    return found;
  }

  /** What a library function or a type has of its own: `np.add.at`; null when it has no such name. */
  attribute(owner: string, shown: string, name: string, place: Place): Value | null {
    const names = Object.hasOwn(this.tables.attributes, owner) ? this.tables.attributes[owner] : {};
    return this.fromNames(names, `${shown}.${name}`, name, place);
  }

  private fromNames(names: Names, shown: string, name: string, place: Place): Value | null {
    const entry = Object.hasOwn(names, name) ? names[name] : undefined;
    if (entry === undefined) return null;
    if (entry.kind === 'module') return this.library(entry.name, place);
    if (entry.kind === 'type' && entry.type === 'exception') return this.exception(name, place);
    if (entry.kind === 'class') return this.libraryClass(entry, place);
    if (entry.kind === 'base') return this.base(shown, entry, place);
    return tableValue(shown, entry, place);
  }

  private libraryClass(entry: LibraryClass, place: Place): ClassValue {
    const { name, holds, builtin, role } = entry;
    let found = this.classes.get(name);
    if (found === undefined) {
      const attributes = new Map<string, Value>();
      for (const [each, { id, signature }] of Object.entries(entry.methods)) {
        attributes.set(each, {
          kind: 'library',
          name: `.${each}`,
          id,
          signature,
          receiver: null,
          binds: true,
        });
      }
      found = { kind: 'class', name, bases: [], attributes, place, open: false };
      if (holds !== null) found = { ...found, holds };
      if (builtin !== null) found = { ...found, builtin };
      if (role === 'record') found = { ...found, role };
      if (role === 'enumeration') found.members = new Map();
      this.classes.set(name, found);
    }
    return found;
  }

  /** A library's class to derive from: same object for the same entry. */
  private base(shown: string, entry: Extract<TableEntry, { kind: 'base' }>, place: Place): Value {
    let found = this.bases.get(entry);
    if (found === undefined) {
      const attributes = new Map<string, Value>();
      for (const [name, { role, id, signature }] of Object.entries(entry.members)) {
        const member: Value = { kind: 'library', name, id, signature, receiver: null };
        attributes.set(name, { kind: 'descriptor', role, function: member });
      }
      found = { kind: 'class', name: shown, bases: [], attributes, place, open: true };
      this.bases.set(entry, found);
    }
    return found;
  }

  /** Notes that the control flow used the value of `entry`. */
  pin(entry: EntryId, place: Place): void {
    if (entry >= 0) this.graph.pin(entry, place);
  }
}
