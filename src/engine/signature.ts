/**
 * Which branch every op takes that chooses among its inputs: the sides of comparisons and
 * absolute values, who wins a maximum, what a rounding gives. Between two points of one
 * signature a function is smooth; what sits on a tie at the point itself has no own side.
 */
import type { Entry, EntryId, Graph } from './graph';
import type { OpName } from './op';
import { nearlyEqual } from './ops/elementwise';
import { broadcastRuns, reductionRuns } from './shape';

/** What is asked of one or two numbers of the arena. */
type Question =
  /** The sign of their difference; of the number alone where there is one. */
  | 'side'
  /** How often the second goes into the first. */
  | 'quotient'
  /** The number itself. */
  | 'value';

const asked: Partial<Record<OpName, Question>> = {
  abs: 'side',
  sign: 'side',
  maximum: 'side',
  minimum: 'side',
  less: 'side',
  lessEqual: 'side',
  greater: 'side',
  greaterEqual: 'side',
  equal: 'side',
  notEqual: 'side',
  floor: 'value',
  ceil: 'value',
  trunc: 'value',
  round: 'value',
  floorDivide: 'quotient',
  floorMod: 'quotient',
  remainder: 'quotient',
};

export class Signature {
  /** The entries whose values are read. */
  readonly entries = new Set<EntryId>();
  private readonly questions: Question[] = [];
  /** Positions in the arena; -1 where there is no second one. */
  private readonly first: number[] = [];
  private readonly second: number[] = [];
  private readonly answers: number[] = [];

  /** Records what the entries that `output` depends on chose. */
  constructor(
    private readonly graph: Graph,
    output: EntryId,
  ) {
    const needed = new Uint8Array(output + 1);
    needed[output] = 1;
    for (let id = output; id >= 0; id--) {
      if (needed[id] === 0 || !graph.dependsOnInput(id)) continue;
      const entry = graph.entry(id);
      for (const input of entry.inputs) needed[input] = 1;
      if (entry.op === 'max' || entry.op === 'min')
        this.watchWinners(entry as Entry as Entry<'max'>);
      const question = asked[entry.op];
      if (question === undefined) continue;
      if (entry.inputs.length === 1) this.watchElements(entry, question);
      else this.watchPairs(entry, question);
    }
  }

  /** Whether all choices are the recorded ones, in an arena that is laid out as the graph's. */
  holds(arena: Float64Array): boolean {
    const { questions, first, second, answers } = this;
    for (let k = 0; k < answers.length; k++) {
      const a = arena[first[k]];
      const b = second[k] < 0 ? 0 : arena[second[k]];
      if (answer(questions[k], a, b) !== answers[k]) return false;
    }
    return true;
  }

  private watchElements(entry: Entry, question: Question): void {
    const [source] = entry.inputs;
    const { offset, size } = this.graph.entry(source);
    const values = this.graph.value(source);
    for (let i = 0; i < size; i++) {
      const tied =
        question === 'side'
          ? values[i] === 0
          : nearInteger(entry.op === 'round' ? 2 * values[i] : values[i]);
      if (tied) continue;
      if (question === 'side') this.ask(question, source, offset + i);
      else this.ask(question, entry.id, entry.offset + i);
    }
  }

  private watchPairs(entry: Entry, question: Question): void {
    const [a, b] = entry.inputs.map((id) => this.graph.entry(id));
    if (a === b) return;
    const { arena } = this.graph;
    const { count, steps, starts } = broadcastRuns(entry.shape, [a.shape, b.shape]);
    for (let row = 0; row < starts[0].length; row++) {
      for (let i = 0; i < count; i++) {
        const left = a.offset + starts[0][row] + i * steps[0];
        const right = b.offset + starts[1][row] + i * steps[1];
        const tied =
          question === 'side'
            ? nearlyEqual(arena[left], arena[right])
            : nearInteger(arena[left] / arena[right]);
        if (!tied) this.ask(question, a.id, left, b.id, right);
      }
    }
  }

  /** The winner of a reduction goes on being what the result is. */
  private watchWinners(entry: Entry<'max'>): void {
    const source = this.graph.entry(entry.inputs[0]);
    const { arena } = this.graph;
    const { count, inner, starts } = reductionRuns(source.shape, entry.parameters.axes);
    const winners = Array.from({ length: entry.size }, (): number[] => []);
    for (let row = 0; row < starts.length; row++) {
      for (let i = 0; i < count; i++) {
        const result = starts[row] + (inner ? 0 : i);
        const from = source.offset + row * count + i;
        if (nearlyEqual(arena[from], arena[entry.offset + result])) winners[result].push(from);
      }
    }
    winners.forEach((own, result) => {
      if (own.length === 1) this.ask('side', source.id, own[0], entry.id, entry.offset + result);
    });
  }

  private ask(question: Question, a: EntryId, first: number, b: EntryId = -1, second = -1): void {
    const { arena } = this.graph;
    this.entries.add(a);
    if (b >= 0) this.entries.add(b);
    this.questions.push(question);
    this.first.push(first);
    this.second.push(second);
    this.answers.push(answer(question, arena[first], second < 0 ? 0 : arena[second]));
  }
}

function answer(question: Question, a: number, b: number): number {
  switch (question) {
    case 'side':
      return Math.sign(a - b);
    case 'quotient':
      return Math.floor(a / b);
    case 'value':
      return a;
  }
}

/** Within rounding of an integer. */
function nearInteger(x: number): boolean {
  return Math.abs(x - Math.round(x)) <= 4 * 2 ** -53 * Math.max(1, Math.abs(x));
}
