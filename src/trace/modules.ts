/**
 * Names of modules: a module of the user's own runs as far as the names that are
 * taken from it need it, each statement at most once, so that the training loop of
 * an imported script is left alone. Circular imports meet the same run.
 */
import type { Place } from '../engine/graph';
import { inside, type ModuleRequest } from '../syntax/modules';
import { nearest } from '../syntax/nearest';
import type { Frame } from './frame';
import type { Machine } from './machine';
import { getMember } from './members';
import { runModule } from './program';
import type { ModuleRun, StarSource, UserModule } from './user-modules';
import { text, unknown, type Value } from './values';

/** The module that the file `importer` means by `request`: its own files, then the library. */
export function importModule(
  machine: Machine,
  importer: string,
  request: ModuleRequest,
  place: Place,
): Value {
  const found = machine.modules.find(importer, request);
  if (found !== null) return moduleValue(machine, importer, request, found);
  return request.level === 0 ? machine.library(request.module, place) : missing(request, place);
}

/** What `from module import name` gives; a name that is not there is an unknown value. */
export function importName(
  machine: Machine,
  importer: string,
  request: ModuleRequest,
  name: string,
  place: Place,
): Value {
  const found = machine.modules.find(importer, request);
  if (found !== null) {
    const value = nameIn(machine, importer, request, found, name, place);
    if (value !== null) return value;
    const shown = shownName(request);
    const hint = found === 'folder' ? '' : didYouMean(name, found);
    return unknown(`there is no ${name} in the module ${shown}${hint}`, '', place);
  }
  const inner = machine.modules.find(importer, inside(request, name));
  if (inner !== null) return moduleValue(machine, importer, inside(request, name), inner);
  if (request.level > 0) return missing(request, place);
  return getMember(machine, machine.library(request.module, place), name, place);
}

/** Lets `frame`'s module see all public names of a module. Names it has bound already are bound anew. */
export function importStar(
  machine: Machine,
  frame: Frame,
  request: ModuleRequest,
  place: Place,
): void {
  const { path, slots } = frame.scope;
  const run = runOf(frame);
  const star = starSource(machine, path, request);
  if (run === undefined) return;
  if (star === null) {
    run.open = `it may come from \`from ${shownName(request)} import *\`, which is not followed`;
    return;
  }
  run.stars.push(star);
  for (const [name, slot] of slots) {
    if (run.frame.slots[slot] !== undefined)
      run.frame.slots[slot] = star(name, place) ?? run.frame.slots[slot];
  }
}

/** A name that star imports brought into the module of `frame`, the latest first; null when none did. */
export function starName(frame: Frame, name: string, place: Place): Value | null {
  const run = runOf(frame);
  if (run === undefined) return null;
  if (name === '__name__' && run.name !== '__main__') return text(run.name);
  return fromStars(run, name, place);
}

/** What star imports have brought into the module of `frame`, live. */
export function starsOf(frame: Frame): readonly StarSource[] {
  return runOf(frame)?.stars ?? [];
}

/** Why a name may be missing in the module of `frame`; null: it may not. */
export function openReason(frame: Frame): string | null {
  return runOf(frame)?.open ?? null;
}

function runOf(frame: Frame): ModuleRun | undefined {
  let top = frame;
  while (top.outer !== null) top = top.outer;
  return frame.machine.runs.get(top.scope);
}

function fromStars(run: ModuleRun, name: string, place: Place): Value | null {
  for (let at = run.stars.length - 1; at >= 0; at--) {
    const value = run.stars[at](name, place);
    if (value !== null) return value;
  }
  return null;
}

function starSource(machine: Machine, importer: string, request: ModuleRequest): StarSource | null {
  const found = machine.modules.find(importer, request);
  if (found === 'folder') return () => null;
  if (found !== null) return (name, place) => publicName(machine, request, found, name, place);
  if (request.level > 0 || machine.tables.modules[request.module] === undefined) return null;
  return (name, place) => machine.libraryName(request.module, name, place);
}

/** `__all__` says which names are public; without it, those that start with no underscore. */
function publicName(
  machine: Machine,
  request: ModuleRequest,
  module: UserModule,
  name: string,
  place: Place,
): Value | null {
  const { slots, path } = module.compiled.scope;
  const all = slots.has('__all__') ? attribute(machine, request, module, '__all__', place) : null;
  if (all?.kind !== 'list' && all?.kind !== 'tuple') {
    return name.startsWith('_') ? null : attribute(machine, request, module, name, place);
  }
  const listed = all.items.some((item) => item.kind === 'text' && item.value === name);
  if (!listed) return null;
  return nameIn(machine, path, { level: 1, module: '' }, module, name, place);
}

function moduleValue(
  machine: Machine,
  importer: string,
  request: ModuleRequest,
  found: UserModule | 'folder',
): Value {
  const name = shownName(request);
  return {
    kind: 'module',
    name,
    names: (each, place) => {
      const value = nameIn(machine, importer, request, found, each, place);
      if (value !== null) return value;
      const hint = found === 'folder' ? '' : didYouMean(each, found);
      const message = `the module ${name} has no attribute .${each}${hint}`;
      return machine.raise('AttributeError', message, place);
    },
  };
}

/** A name of a module: what it binds, else a module inside it; null when there is neither. */
function nameIn(
  machine: Machine,
  importer: string,
  request: ModuleRequest,
  found: UserModule | 'folder',
  name: string,
  place: Place,
): Value | null {
  if (found !== 'folder') {
    const value = attribute(machine, request, found, name, place);
    if (value !== null) return value;
  }
  const inner = machine.modules.find(importer, inside(request, name));
  if (inner !== null) return moduleValue(machine, importer, inside(request, name), inner);
  const open = found === 'folder' ? null : machine.runs.get(found.compiled.scope)?.open;
  if (!open) return null;
  return unknown(`the name ${name} of the module ${shownName(request)} is not known`, open, place);
}

/** What a file binds to a name, by itself or by star imports; runs what that needs. */
function attribute(
  machine: Machine,
  request: ModuleRequest,
  module: UserModule,
  name: string,
  place: Place,
): Value | null {
  const run = runFor(machine, request, module, name);
  if (name === '__name__') return text(run.name);
  const slot = module.compiled.scope.slots.get(name);
  const own = slot === undefined ? undefined : run.frame.slots[slot];
  if (own !== undefined) return own;
  if (run.looking.has(name)) return null;
  run.looking.add(name);
  try {
    return fromStars(run, name, place);
  } finally {
    run.looking.delete(name);
  }
}

/** The run of a module once all that binds `name` has been run. It leaves no trace in the run of the target. */
function runFor(
  machine: Machine,
  request: ModuleRequest,
  module: UserModule,
  name: string,
): ModuleRun {
  const { compiled } = module;
  const known = machine.runs.get(compiled.scope);
  if (known?.asked.has(name)) return known;
  const { annotating, seeded } = machine;
  const draws = machine.draws.length;
  machine.annotating = false;
  try {
    const needed = module.needed(name);
    const run = runModule(compiled, machine, (each) => needed.has(each), shownName(request));
    run.asked.add(name);
    return run;
  } finally {
    machine.annotating = annotating;
    machine.seeded = seeded;
    machine.draws.length = draws;
  }
}

function missing(request: ModuleRequest, place: Place): Value {
  const shown = shownName(request);
  return unknown(`the module ${shown} is not found`, 'there is no file of that name', place);
}

function didYouMean(name: string, module: UserModule): string {
  const close = nearest(name, module.compiled.scope.slots.keys());
  return close === null ? '' : `: did you mean ${close}?`;
}

function shownName({ level, module }: ModuleRequest): string {
  return '.'.repeat(level) + module;
}
