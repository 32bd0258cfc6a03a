/** What the inference of samples is asked, and how it tries one. */
import type { ClassDefinition, FunctionDefinition, Parameter, Program } from '../../syntax/nodes';
import type { Stop } from '../../trace/limits';
import type { AnnotatedPoints } from '../options';
import type { Context } from '../run';
import type { Sample } from '../sample';

/** Whether a gradient is written for what is checked: none, one that only its names may mean, one for sure. */
export type Pairing = 'none' | 'open' | 'sure';

export interface Question {
  readonly context: Context;
  readonly program: Program;
  /** For sentences. */
  readonly name: string;
  /** The constructor's and forward's, in order. */
  readonly parameters: readonly Parameter[];
  /** Forward first, then derivatives, initializer and other methods: where uses are read. */
  readonly bodies: readonly FunctionDefinition[];
  readonly owner: ClassDefinition | null;
  /** Each argument has a gradient of its own, or None: nothing is kept from it for its name. */
  readonly byArgument: boolean;
  /** The only inputs that are differentiated; null: whatever can be. */
  readonly wrt: readonly string[] | null;
  readonly pairing: Pairing;
  readonly annotated: AnnotatedPoints;
  /** Runs forward and derivative once. */
  readonly attempt: (sample: Sample) => Trial;
}

/** How one run at a sample went. */
export interface Trial {
  /** How it ended early; null when it did not. */
  readonly stop: Stop | null;
  /** Forward gave finite numbers. */
  readonly finite: boolean;
  /** A written gradient was read, and has the shapes of the inputs. */
  readonly agrees: boolean;
  /** Written gradients whose shape is not their input's: the shape may be what the input should have. */
  readonly misfits: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly written: readonly number[];
  }[];
  /** Reductions run over one entry: what is right there may be wrong where there are several. */
  readonly narrow: 'number' | 'axis' | null;
  /** The numbers of all written gradients are right, and there is something to see. */
  readonly right: boolean;
  /** Inputs that were needed as integers. */
  readonly integers: ReadonlySet<string>;
}

/** Whether the code that runs has such words. */
export function speaksOf({ program, bodies }: Question, words: RegExp): boolean {
  return bodies.some(({ span }) => words.test(program.text.slice(span.start, span.end)));
}
