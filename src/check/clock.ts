/**
 * The time that a file and each of its targets may take, by a clock that the door hands in.
 * It is looked at now and then: one operation on large arrays can overrun it.
 */
const secondsPerTarget = 3;
const secondsPerFile = 7;

export class Clock {
  private readonly fileEnds: number;
  /** null: no target is being checked. What is asked of an outcome later has time of its own. */
  private targetEnds: number | null = null;

  /** `now` gives milliseconds; the file begins at once. */
  constructor(private readonly now: () => number) {
    this.fileEnds = now() + 1000 * secondsPerFile;
  }

  /** The next target begins. */
  begin(): void {
    this.targetEnds = this.now() + 1000 * secondsPerTarget;
  }

  /** The target was checked. */
  end(): void {
    this.targetEnds = null;
  }

  /** The time of the file is over: what is left of it was not checked for its own sake. */
  get isOver(): boolean {
    return this.now() > this.fileEnds;
  }

  /** Why no more time is left; null while there is some. */
  readonly late = (): string | null => {
    if (this.targetEnds === null) return null;
    if (this.isOver) {
      return `stopped: the check of this file has taken ${secondsPerFile} seconds; a file with fewer functions leaves time for each`;
    }
    return this.now() > this.targetEnds
      ? `stopped after ${secondsPerTarget} seconds: a loop here may never end, or the sample shapes are too large`
      : null;
  };
}
