/**
 * Which entries of the graph a loop, each of its rounds, or a call made. Entries are
 * made in order, so that each of these is a stretch of them, nested as the run was.
 */
import type { EntryId, Place } from '../engine/graph';
import type { Machine } from './machine';

export interface Stretch {
  readonly kind: 'loop' | 'call';
  /** What was called, as tables and definitions name it; '' for a loop. */
  readonly name: string;
  readonly place: Place;
  readonly start: EntryId;
  /** One beyond the last entry. */
  readonly end: EntryId;
  /** How often a loop ran. */
  readonly count: number;
  /** The rounds of a loop that made entries: which one, counted from 1, and its first entry. */
  readonly rounds: readonly Round[];
}

export interface Round {
  readonly number: number;
  readonly start: EntryId;
}

/** Keeps what a call made since the graph had `start` entries. */
export function keepCall(machine: Machine, name: string, place: Place, start: EntryId): void {
  const end = machine.graph.entries.length;
  if (end - start < 2) return;
  machine.stretches.push({ kind: 'call', name, place, start, end, count: 0, rounds: [] });
}

/** Watches a loop: `begin` before each round, `end` after the last. */
export class Rounds {
  private readonly starts: EntryId[] = [];
  private readonly numbers: number[] = [];
  private readonly start: EntryId;

  /** `count`: how many rounds have been run in another way. */
  constructor(
    private readonly machine: Machine,
    private count = 0,
  ) {
    this.start = machine.graph.entries.length;
  }

  begin(): void {
    this.count += 1;
    const at = this.machine.graph.entries.length;
    // A round that makes nothing leaves its place to the next.
    const last = this.starts.length - 1;
    if (last >= 0 && this.starts[last] === at) this.numbers[last] = this.count;
    else {
      this.starts.push(at);
      this.numbers.push(this.count);
    }
  }

  end(place: Place): void {
    const { start, count } = this;
    const end = this.machine.graph.entries.length;
    if (end - start < 2) return;
    const rounds = this.starts
      .map((first, at) => ({ number: this.numbers[at], start: first }))
      .filter((round) => round.start < end);
    this.machine.stretches.push({ kind: 'loop', name: '', place, start, end, count, rounds });
  }
}
