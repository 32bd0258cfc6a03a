/**
 * What flat code writes into lists and arrays, at once, so that later rows read it;
 * and how a round that gives up takes its own writes back. What was written into
 * arrays becomes one entry of the graph for each array when the loop ends.
 */
import type { Graph, Place } from '../engine/graph';
import type { Storage, Value } from './values';

interface Pending {
  readonly storage: Storage;
  readonly position: number;
  readonly old: number;
  readonly place: Place;
}

/** Stands for the old item of what was appended. */
const appended = -1;

export class Journal {
  private readonly lists: Value[][] = [];
  private readonly positions: number[] = [];
  private readonly olds: Value[] = [];
  /** How many of these count: those after it are of rounds before. */
  private used = 0;
  private readonly names: (Value | undefined)[] = [];
  private pending: Pending[] = [];
  /** How much of `pending` is never taken back. */
  private kept = 0;

  /** Begins a loop. */
  open(): void {
    // Nothing is left but from a loop that a limit ended.
    this.used = 0;
    this.kept = 0;
    if (this.pending.length > 0) this.pending = [];
  }

  setItem(items: Value[], position: number, value: Value): void {
    this.note(items, position, items[position]);
    items[position] = value;
  }

  append(items: Value[], value: Value): void {
    this.note(items, appended, value);
    items.push(value);
  }

  private note(items: Value[], position: number, old: Value): void {
    const at = this.used++;
    this.lists[at] = items;
    this.positions[at] = position;
    this.olds[at] = old;
  }

  /** The array depends on no input. */
  setElement(graph: Graph, storage: Storage, position: number, value: number, place: Place): void {
    if (!storage.region) {
      storage.entry = graph.apply('copy', [storage.entry], null, place);
      storage.region = true;
    }
    const at = graph.entry(storage.entry).offset + position;
    this.pending.push({ storage, position, old: graph.arena[at], place });
    graph.arena[at] = value;
  }

  /** What was written so far stays, and what the first objects are, which are names. */
  keep(objects: readonly (Value | undefined)[], names: number): void {
    for (let at = 0; at < names; at++) this.names[at] = objects[at];
    this.used = 0;
    this.kept = this.pending.length;
  }

  /** Takes back what was written since `keep`, the last first. */
  takeBack(graph: Graph, objects: (Value | undefined)[], names: number): void {
    for (let at = 0; at < names; at++) objects[at] = this.names[at];
    while (this.used > 0) {
      const at = --this.used;
      if (this.positions[at] === appended) this.lists[at].pop();
      else this.lists[at][this.positions[at]] = this.olds[at];
    }
    for (const { storage, position, old } of this.pending.splice(this.kept).reverse()) {
      graph.arena[graph.entry(storage.entry).offset + position] = old;
    }
  }

  /** Ends the loop: what stays becomes known to the graph. */
  close(graph: Graph): void {
    this.lists.length = 0;
    this.positions.length = 0;
    this.olds.length = 0;
    this.names.length = 0;
    if (this.pending.length > 0) this.write(graph);
  }

  private write(graph: Graph): void {
    const written = new Map<Storage, { positions: Set<number>; place: Place }>();
    for (const { storage, position, place } of this.pending) {
      const known = written.get(storage);
      if (known === undefined) written.set(storage, { positions: new Set([position]), place });
      else known.positions.add(position);
    }
    this.pending = [];
    for (const [storage, { positions: places, place }] of written) {
      const positions = Int32Array.from(places);
      const values = Float64Array.from(positions, (each) => graph.element(storage.entry, each));
      const { type } = graph.entry(storage.entry);
      const value = graph.constant(values, [positions.length], type, place);
      storage.entry = graph.apply('write', [storage.entry, value], { positions }, place);
      storage.version += 1;
    }
  }
}
