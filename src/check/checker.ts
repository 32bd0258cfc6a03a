/**
 * The core's one front door: text in, report out. Grammars are read through the
 * function that the door (editor, terminal, test) hands in; nothing here touches
 * files or clocks.
 */
import type { GraphReport } from './graph-report';
import type { CheckOptions, FileReport } from './report';

export interface Source {
  /** As the user knows the file; also decides the language by its ending. */
  readonly path: string;
  readonly text: string;
  /** The language id of the editor (`python`), where the path does not tell. */
  readonly language?: string;
}

export interface Checker {
  /** Checks every target of a file. Never throws for user code. */
  check(source: Source, options: CheckOptions): FileReport;
  /**
   * Checks the one function, annotated or not, whose definition holds `offset`
   * (UTF-16) — the innermost; null when no function is there.
   */
  checkAt(source: Source, options: CheckOptions, offset: number): FileReport | null;
  /**
   * The op graph of a target by its qualified name; null when there is no such
   * target. Functions without annotation count too.
   */
  graph(source: Source, options: CheckOptions, name: string): GraphReport | null;
  /** Qualified names of all functions and classes with what to pick from a list. */
  targets(source: Source): readonly { name: string; line: number; annotated: boolean }[];
}

/** Reads a grammar or runtime file (`tree-sitter-python.wasm`) that ships beside the bundle. */
export type ReadAsset = (name: string) => Promise<Uint8Array>;

export declare function createChecker(readAsset: ReadAsset): Promise<Checker>;
