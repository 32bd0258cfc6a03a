/**
 * The report: what was checked, at which points, and what came out, as plain
 * JSON-safe data. It is the one shape that hover, Problems, panel, terminal and
 * other programs read (schema 1: fields are added, never removed).
 */

export type Verdict =
  | 'pass'
  | 'mismatch'
  | 'kink'
  | 'unverified'
  | 'undefined'
  | 'unsupported'
  | 'error'
  | 'limit';

/** From worst to best; a target takes the worst verdict of its entries. */
export const verdictOrder: readonly Verdict[] = [
  'mismatch',
  'error',
  'limit',
  'unsupported',
  'undefined',
  'unverified',
  'kink',
  'pass',
];

/** A finite number, or the words that JSON lacks. */
export type JsonNumber = number | 'NaN' | 'Infinity' | '-Infinity';

/** A number or nested lists of numbers; null where an entry was not computed. */
export type JsonArray = JsonNumber | null | readonly JsonArray[];

/** 1-based lines and 1-based UTF-16 columns; the end is exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A code cell of a notebook, by its number among all cells, and a line. */
export interface CellReport {
  readonly number: number;
  readonly line: number;
}

export interface SampleReport {
  /** Whether the user gave the point (else it was drawn or inferred). */
  readonly given: boolean;
  /** The value of each parameter, by name. */
  readonly at: Readonly<Record<string, JsonArray | string>>;
  /** Where values that the user did not give come from, by name. */
  readonly origins: Readonly<Record<string, string>>;
  /** The function's value there; null when it could not be computed. */
  readonly value: JsonArray;
  readonly verdict: Verdict;
}

export interface ParameterReport {
  /** As the user knows it: `x`, `self.W`, `params.W1`. */
  readonly name: string;
  readonly shape: readonly number[];
  /** Where the written gradient stands: `backward`, `@grad`, `cost_prime`; null when none is written. */
  readonly source: string | null;
  readonly verdict: Verdict;
  readonly code: string | null;
  readonly reason: string;
  /** `all`: every entry was differenced numerically; `probes`: some, and random directions. */
  readonly checked: 'all' | 'probes';
  /** What the numeric side rests on. */
  readonly coverage: CoverageReport;
  readonly analytic: JsonArray;
  readonly numeric: JsonArray;
  /** Half-width of the numeric derivative's error bar, entry by entry. */
  readonly numericError: JsonArray;
  readonly written: JsonArray;
  /** Largest |reference - tested| / max(|reference|, |tested|); tested is the written gradient, else the analytic one. */
  readonly relativeError: JsonNumber | null;
  /** The entry with the largest relative error; [] for a scalar. */
  readonly worstIndex: readonly number[] | null;
  /** The entries of the written gradient that differ; null where none does, or where its shape is wrong. */
  readonly wrong: WrongReport | null;
  /** At a kink: the slopes from the left and from the right at `worstIndex`. */
  readonly slopes: { readonly left: JsonNumber; readonly right: JsonNumber } | null;
}

/** How the numeric gradient of one parameter was made. */
export interface CoverageReport {
  /** Entries of the parameter, all of which are compared with what is written. */
  readonly entries: number;
  /** Entries differenced one by one. */
  readonly differenced: number;
  /** Random directions, each through all entries. */
  readonly directions: number;
  /** Evaluations of the function that all of it took. */
  readonly evaluations: number;
}

/** The entries of a written gradient that differ. */
export interface WrongReport {
  readonly count: number;
  /** The first of them, at most eight. */
  readonly indices: readonly (readonly number[])[];
  /** The slice that holds them and no others, as Python writes it: `[2, :]`; null where there is none. */
  readonly block: string | null;
}

/** Why a written gradient is wrong, where that can be told. */
export interface Cause {
  /** A word to search for: `factor`, `sign`. */
  readonly code: string;
  readonly message: string;
  readonly range: Range | null;
}

export interface FunctionReport {
  /** Qualified: `f`, `MatMul`, `Net.loss`, or the variable that a claim stands on. */
  readonly name: string;
  readonly line: number;
  readonly kind: 'function' | 'class' | 'claim';
  readonly verdict: Verdict;
  /** The finer case: `engine-doubt`, `nondeterministic`, `rounded`; null for the plain verdict. */
  readonly code: string | null;
  /** One sentence for a person, with names and numbers. */
  readonly reason: string;
  /** Where the written gradient stands (`backward`, `@grad`, `cost_prime`); null when there is none. */
  readonly written: string | null;
  readonly samples: readonly SampleReport[];
  readonly parameters: readonly ParameterReport[];
  readonly cause: Cause | null;
  /** What the user should know of how the check was made: integers used as such, inputs chosen. */
  readonly notes: readonly string[];
  /** What was not checked, each with the reason: `line 9, since \`x.ndim == 1\`, line 8, is never true`. */
  readonly unchecked: readonly string[];
  /** `f(x, y) = x*y + x^2` and its partial derivatives, where they fit on a line. */
  readonly formula: FormulaReport | null;
  /** In a notebook: the cell that it stands in, and its line there. */
  readonly cell?: CellReport;
  /** The name, where hover and lens stand. */
  readonly range: Range;
  /** The whole definition or statement. */
  readonly fullRange: Range;
  /** Checked because an annotation or the user asked for it; false: found by convention. */
  readonly annotated: boolean;
  /** Silenced by a `gradlens: ignore` comment. */
  readonly ignored: boolean;
  /** Of a pair: the convention by which it was found; null for what an annotation alone links. */
  readonly convention: ConventionReport | null;
  /** Of a pair: a sentence, why the two are taken for one. */
  readonly why: string | null;
  /** Of a pair of two functions: the name of the one whose gradient is written. */
  readonly of: string | null;
  /** Where that name is defined, for the hover. */
  readonly ofRange: Range | null;
}

export interface ConventionReport {
  /** `C1` to `C12`. */
  readonly code: string;
  /** As a person calls it: `a derivative named after its function`. */
  readonly words: string;
}

export interface FormulaReport {
  readonly value: string;
  /** By parameter name. */
  readonly partials: Readonly<Record<string, string>>;
}

export interface RelatedReport {
  /** The file, where it is another one than that of the problem. */
  readonly path?: string;
  readonly range: Range;
  readonly message: string;
}

export interface ProblemReport extends Range {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  readonly related: readonly RelatedReport[];
  /** In a notebook: the cell that it stands in, and its line there. */
  readonly cell?: CellReport;
  /** Silenced by a `gradlens: ignore` comment. */
  readonly ignored: boolean;
}

export interface FileReport {
  readonly path: string;
  /** In a notebook: its code cells, each with its first line in the text of all, to which lines refer. */
  readonly cells?: readonly CellReport[];
  readonly functions: readonly FunctionReport[];
  readonly problems: readonly ProblemReport[];
}

export type Summary = { readonly functions: number } & Readonly<Record<Verdict, number>>;

export interface Report {
  readonly schema: 1;
  readonly summary: Summary;
  readonly files: readonly FileReport[];
}

/** Settings of a check; an annotation's own options win over these. */
export interface CheckOptions {
  /** Relative tolerance between written and analytic; default 1e-6. */
  readonly rtol: number;
  /** Absolute tolerance on top of the rounding bound; default 0. */
  readonly atol: number;
  /** How many points are drawn where the user gives none; default 3. */
  readonly points: number;
  readonly seed: number;
  readonly mode: 'auto' | 'full' | 'probe';
  /** Whether pairs are found by convention, or annotations alone count. */
  readonly detect: 'conventions' | 'annotated';
}

export const defaultOptions: CheckOptions = {
  rtol: 1e-6,
  atol: 0,
  points: 3,
  seed: 0,
  mode: 'auto',
  detect: 'conventions',
};

/** The cell of a line of a notebook's text, and the line in that cell; undefined in other files. */
export function cellAt(
  cells: readonly CellReport[] | undefined,
  line: number,
): CellReport | undefined {
  const cell = cells?.findLast((each) => each.line <= line);
  return cell && { number: cell.number, line: line - cell.line + 1 };
}

/** The summary of some files. */
export function summarize(files: readonly FileReport[]): Summary {
  const counts = Object.fromEntries(verdictOrder.map((verdict) => [verdict, 0])) as Record<
    Verdict,
    number
  >;
  let functions = 0;
  for (const file of files) {
    for (const target of file.functions) {
      functions += 1;
      counts[target.verdict] += 1;
    }
  }
  return { functions, ...counts };
}
