/**
 * The core language that every front end lowers to. Every difference of meaning
 * between languages is settled by a name here (`floorMod` is not `remainder`),
 * never by a flag. Nodes are plain data with UTF-16 spans.
 */
import type { Annotation } from './annotation';
import type { Problem } from './problem';
import type { Span } from './span';

export type UnaryOperator = 'negate' | 'plus' | 'not' | 'invert';

export type BinaryOperator =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'floorDivide'
  | 'floorMod'
  | 'remainder'
  | 'power'
  | 'matmul'
  | 'bitAnd'
  | 'bitOr'
  | 'bitXor'
  | 'shiftLeft'
  | 'shiftRight';

export type CompareOperator =
  | 'less'
  | 'lessEqual'
  | 'greater'
  | 'greaterEqual'
  | 'equal'
  | 'notEqual'
  | 'is'
  | 'isNot'
  | 'in'
  | 'notIn';

export interface Argument {
  readonly value: Expression;
  /** The keyword, or null for a positional argument. */
  readonly name: string | null;
  /** `*value` is 'positional', `**value` is 'keyword'. */
  readonly spread: 'positional' | 'keyword' | null;
  readonly span: Span;
}

export interface ComprehensionClause {
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
}

type Node<K extends string, Fields> = { readonly kind: K; readonly span: Span } & Readonly<Fields>;

export type Expression =
  | Node<'number', { value: number; integer: boolean }>
  | Node<'text', { value: string }>
  | Node<'boolean', { value: boolean }>
  | Node<'none', object>
  | Node<'ellipsis', object>
  | Node<'name', { name: string }>
  | Node<'unary', { operator: UnaryOperator; operand: Expression }>
  | Node<'binary', { operator: BinaryOperator; left: Expression; right: Expression }>
  /** `first < a <= b`: each operand is evaluated once. */
  | Node<
      'compare',
      { first: Expression; rest: readonly { operator: CompareOperator; operand: Expression }[] }
    >
  | Node<'logical', { operator: 'and' | 'or'; left: Expression; right: Expression }>
  | Node<'conditional', { test: Expression; then: Expression; otherwise: Expression }>
  | Node<'member', { object: Expression; name: string; nameSpan: Span }>
  /** `object[index]`; several indices are a tuple, `a:b:c` is a slice. */
  | Node<'index', { object: Expression; index: Expression }>
  | Node<'slice', { start: Expression | null; stop: Expression | null; step: Expression | null }>
  | Node<'call', { callee: Expression; arguments: readonly Argument[] }>
  | Node<'list', { items: readonly Expression[] }>
  | Node<'tuple', { items: readonly Expression[] }>
  | Node<'set', { items: readonly Expression[] }>
  /** A null key is a spread (`**value`). */
  | Node<'dict', { entries: readonly { key: Expression | null; value: Expression }[] }>
  /** `*value` inside a list, a tuple or an assignment target. */
  | Node<'spread', { value: Expression }>
  | Node<'lambda', { definition: FunctionDefinition }>
  | Node<
      'comprehension',
      {
        result: 'list' | 'set' | 'dict' | 'generator';
        /** The key of a dict comprehension, else null. */
        key: Expression | null;
        element: Expression;
        clauses: readonly ComprehensionClause[];
      }
    >
  /** An f-string: text and expressions in turn. */
  | Node<'format', { parts: readonly (string | Expression)[] }>
  | Node<'assignExpression', { name: string; value: Expression }>
  /** Gives a value to who iterates over the generator; `all` gives each item of the value in turn. */
  | Node<'yield', { value: Expression | null; all: boolean }>
  /** What the front end cannot lower: evaluates to an unknown value with this reason. */
  | Node<'unsupported', { reason: string; hint: string }>;

/** What a `match` holds a value against. */
export type Pattern =
  /** Equal to the value of an expression; None, True and False are compared by identity. */
  | Node<'valuePattern', { value: Expression }>
  /** Binds the value; a null name matches anything and binds nothing. */
  | Node<'capturePattern', { name: string | null }>
  | Node<'sequencePattern', { items: readonly Pattern[] }>
  /** `*rest` in a sequence. */
  | Node<'starPattern', { name: string | null }>
  | Node<
      'mappingPattern',
      {
        entries: readonly { readonly key: Expression; readonly pattern: Pattern }[];
        rest: string | null;
      }
    >
  | Node<
      'classPattern',
      {
        type: Expression;
        positional: readonly Pattern[];
        named: readonly { readonly name: string; readonly pattern: Pattern }[];
      }
    >
  | Node<'eitherPattern', { options: readonly Pattern[] }>
  | Node<'asPattern', { pattern: Pattern; name: string }>;

/** One `except` of a `try`; without a type it takes any exception. */
export interface Handler {
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: Block;
  readonly span: Span;
}

export interface Case {
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: Block;
  readonly span: Span;
}

/** Names, members, indices, and tuples, lists or spreads of these. */
export type Target = Expression;

export type Statement =
  | Node<'expression', { value: Expression }>
  /** `a = b = value` has two targets. */
  | Node<
      'assign',
      { targets: readonly Target[]; value: Expression; annotations: readonly Annotation[] }
    >
  | Node<
      'augment',
      {
        operator: BinaryOperator;
        target: Target;
        value: Expression;
        annotations: readonly Annotation[];
      }
    >
  | Node<'if', { test: Expression; body: Block; otherwise: Block }>
  | Node<'for', { target: Target; iterable: Expression; body: Block; otherwise: Block }>
  | Node<'while', { test: Expression; body: Block; otherwise: Block }>
  | Node<'try', { body: Block; handlers: readonly Handler[]; otherwise: Block; final: Block }>
  | Node<
      'with',
      {
        items: readonly { readonly value: Expression; readonly target: Target | null }[];
        body: Block;
      }
    >
  | Node<'match', { subject: Expression; cases: readonly Case[] }>
  | Node<'break', object>
  | Node<'continue', object>
  | Node<'pass', object>
  | Node<'return', { value: Expression | null }>
  | Node<'function', { definition: FunctionDefinition }>
  | Node<'class', { definition: ClassDefinition }>
  | Node<'delete', { targets: readonly Target[] }>
  | Node<'assert', { test: Expression; message: Expression | null }>
  | Node<'raise', { value: Expression | null }>
  | Node<'global', { names: readonly string[] }>
  | Node<'nonlocal', { names: readonly string[] }>
  /** `import a.b as c`: module `a.b` bound as `c` (or `a` when not renamed). */
  | Node<'import', { module: string; alias: string | null }>
  /** `from ..m import x as y, *`: level 2, module `m`; `*` stands as a name of its own. */
  | Node<
      'importFrom',
      {
        module: string;
        level: number;
        names: readonly { name: string; alias: string | null; span: Span }[];
      }
    >
  /** What the front end cannot lower: the names it would bind become unknown values. */
  | Node<'unsupportedStatement', { reason: string; hint: string; binds: readonly string[] }>;

export type Block = readonly Statement[];

export interface Parameter {
  readonly name: string;
  readonly span: Span;
  readonly default: Expression | null;
  /** `rest` is `*args`, `keywordRest` is `**kwargs`. */
  readonly kind: 'positional' | 'rest' | 'keywordOnly' | 'keywordRest';
  /** Stands before a `/`: takes no keyword. */
  readonly positionOnly?: true;
}

export interface FunctionDefinition {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
  readonly decorators: readonly Expression[];
  readonly annotations: readonly Annotation[];
  /** Holds `yield`. */
  readonly generator: boolean;
}

export interface ClassDefinition {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly bases: readonly Expression[];
  /** What makes the class in place of the language: `metaclass=M`. */
  readonly metaclass: Expression | null;
  /** The names that the body declares with a type, in order: the fields of a record. */
  readonly fields: readonly string[];
  readonly body: Block;
  readonly decorators: readonly Expression[];
  readonly annotations: readonly Annotation[];
}

/** `# gradlens: ignore[...]` comments of a file. */
export interface Ignore {
  /** The lines (1-based) it silences; null for the whole file. */
  readonly line: number | null;
  /** The problem codes it silences; empty for all. */
  readonly codes: readonly string[];
  readonly reason: string;
  readonly span: Span;
}

/** One file, lowered. Problems hold malformed annotations; other code is silent. */
export interface Program {
  readonly path: string;
  readonly text: string;
  readonly body: Block;
  readonly problems: readonly Problem[];
  readonly ignores: readonly Ignore[];
  /** Spans of the user's text that could not be parsed; what stands elsewhere is whole. */
  readonly broken: readonly Span[];
}
