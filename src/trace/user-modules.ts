/**
 * The modules of the user's own that are at hand, and the state of one of them in
 * a run. Whoever makes the machine says which files there are.
 */
import type { Place } from '../engine/graph';
import type { ModuleRequest } from '../syntax/modules';
import type { Statement } from '../syntax/nodes';
import type { Frame } from './frame';
import type { Stop } from './limits';
import type { Compiled } from './program';
import type { Value } from './values';

/** A file that can be imported. It is compiled once and runs at most once on each machine. */
export interface UserModule {
  readonly compiled: Compiled;
  /** The statements that bind the name, with all that they need; star imports always count. */
  needed(name: string): ReadonlySet<Statement>;
}

export interface UserModules {
  /** What a file means by a module; `folder`: one without a file of its own that holds modules. */
  find(importer: string, request: ModuleRequest): UserModule | 'folder' | null;
  /** The text of a file that takes part. */
  text(path: string): string | null;
}

export const noModules: UserModules = { find: () => null, text: () => null };

/** A module body on one machine: as far as it was run, and where its other names may come from. */
export interface ModuleRun {
  /** `__main__`, or the name under which it was imported first. */
  readonly name: string;
  readonly frame: Frame;
  /** Statements that were run or are running. */
  readonly started: Set<Statement>;
  /** How the module's own statements failed, in order. */
  readonly failures: { readonly statement: Statement; readonly stop: Stop }[];
  /** What star imports brought in, in order. */
  readonly stars: StarSource[];
  /** Why names may be missing (a star import, a broken part of the file); null: none may. */
  open: string | null;
  /** Names that importers asked for: what binds them was run. */
  readonly asked: Set<string>;
  /** Names that are being looked up, so that star imports in a circle end. */
  readonly looking: Set<string>;
}

/** The value that a star import gives a name; null when it brings no such name. */
export type StarSource = (name: string, place: Place) => Value | null;
