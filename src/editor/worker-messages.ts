/**
 * The messages between the extension and its worker: questions to the core and
 * their answers. All of it is plain data. The worker answers in order, one at a
 * time, each answer under the id of its question.
 */
import type { Checker, Source } from '../check/checker';
import type { CurveRange, CurveReport } from '../check/curve-report';
import type { GraphReport, Moved } from '../check/graph-report';
import type { TextEdit } from '../check/point-edits';
import type { CheckOptions, FileReport, FormulaReport, JsonArray } from '../check/report';
import type { WhyReport } from '../check/why-report';
import type { TypesetFormula } from '../render/typeset';
import type { SentReport } from './report-link';

export type Question =
  | { readonly kind: 'check'; readonly source: Source; readonly options: CheckOptions }
  | {
      readonly kind: 'checkAt';
      readonly source: Source;
      readonly options: CheckOptions;
      readonly offset: number;
    }
  | {
      readonly kind: 'checkPoint';
      readonly source: Source;
      readonly options: CheckOptions;
      readonly name: string;
      readonly at: Moved;
    }
  | {
      readonly kind: 'graph';
      readonly source: Source;
      readonly options: CheckOptions;
      readonly name: string;
      readonly moved: Moved;
    }
  | {
      readonly kind: 'curve';
      readonly source: Source;
      readonly options: CheckOptions;
      readonly name: string;
      readonly moved: Moved;
      readonly range: CurveRange;
    }
  | {
      readonly kind: 'pointEdits';
      readonly source: Source;
      readonly options: CheckOptions;
      readonly name: string;
      readonly at: Readonly<Record<string, JsonArray>>;
    }
  | {
      readonly kind: 'why';
      readonly source: Source;
      readonly options: CheckOptions;
      /** A qualified name, or an offset in the text. */
      readonly which: string | number;
    }
  | { readonly kind: 'targets'; readonly source: Source }
  | { readonly kind: 'found'; readonly source: Source; readonly options: CheckOptions }
  | { readonly kind: 'missing'; readonly source: Source; readonly options: CheckOptions | null }
  /** The formulas of a function simplified, and drawn in a colour (`#cccccc`) where one is given. */
  | {
      readonly kind: 'formulas';
      readonly name: string;
      readonly formula: FormulaReport;
      readonly color: string | null;
    };

export interface ShownFormula {
  readonly formula: FormulaReport;
  readonly picture: TypesetFormula | null;
}

export type Targets = ReturnType<Checker['targets']>;

/** What each kind of question is answered with. */
export interface Answers {
  readonly check: FileReport;
  readonly checkAt: FileReport | null;
  readonly checkPoint: FileReport | null;
  readonly graph: GraphReport | null;
  readonly curve: CurveReport | null;
  readonly pointEdits: readonly TextEdit[] | null;
  readonly why: WhyReport | null;
  readonly targets: Targets;
  readonly found: ReturnType<Checker['found']>;
  readonly missing: readonly string[];
  readonly formulas: ShownFormula;
}

export type AnswerTo<Q extends Question> = Answers[Q['kind']];

export interface Letter {
  readonly id: number;
  readonly question: Question;
}

/** What a worker is started with. */
export interface WorkerData {
  /** One number in shared memory, 1 when the question that runs was given up: a check ends at its next target. */
  readonly givenUp: Int32Array;
}

/** The first message to a worker in the browser. */
export interface WebWorkerData extends WorkerData {
  /** The grammars by the names of their files. */
  readonly assets: Readonly<Record<string, Uint8Array>>;
}

export type Reply =
  | { readonly id: number; readonly kind: 'answer'; readonly answer: Answers[Question['kind']] }
  /** The answer to `check`. */
  | { readonly id: number; readonly kind: 'checked'; readonly report: SentReport }
  | { readonly id: number; readonly kind: 'givenUp' }
  /** An error of ours, with its stack. */
  | { readonly id: number; readonly kind: 'broken'; readonly error: string };
