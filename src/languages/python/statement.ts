/**
 * Lowers Python statements from the syntax tree to core nodes. A statement that
 * the core has no node for, or that holds a syntax error, becomes an
 * `unsupportedStatement` with the names that it would bind.
 */
import type { Block, Expression, Statement } from '../../syntax/nodes';
import type { SyntaxNode } from '../tree-sitter';
import { lowerExpressionStatement } from './assignment';
import type { Attachments } from './attach';
import { lowerTry, lowerWith } from './blocks';
import type { Unread } from './broken';
import { lowerClass, lowerFunction } from './definition';
import { fieldOf, lowerExpression, lowerSequence, spanOf, unsupported } from './expression';
import { lowerImport } from './import';
import { lowerMatch } from './match';
import { boundNames, mayLeave, normalizeName } from './names';

/** What lowering needs beside the node at hand. */
export interface Lowering {
  readonly attachments: Attachments;
  /** Stretches that could not be parsed and were read as `pass`, by their start. */
  readonly blanks: ReadonlyMap<number, Unread>;
  /** The statements that are not understood: annotations at them attach to nothing. */
  readonly refused: Unread[];
  readonly insideFunction: boolean;
}

/** Lowers the statements of a module or block; a nested block costs three of `depth`. */
export function lowerStatements(
  nodes: readonly SyntaxNode[],
  depth: number,
  lowering: Lowering,
): Statement[] {
  const statements: Statement[] = [];
  for (const node of nodes) {
    for (const statement of lowerStatement(node, depth, lowering)) statements.push(statement);
  }
  return statements;
}

export function lowerBody(node: SyntaxNode | null, depth: number, lowering: Lowering): Block {
  return node === null ? [] : lowerStatements(node.children, depth + 3, lowering);
}

/** Blocks below this depth are refused, far beyond what Python's own parser accepts. */
const DEEPEST_BLOCK = 300;

/** Conditions of one `if` beyond which it is refused. */
const MOST_BRANCHES = 200;

const REFUSED: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  exec_statement: ['`exec` is not supported.', 'Write the code itself.'],
  type_alias_statement: ['A type alias is not supported.', 'Nothing that is traced may need it.'],
};

/** One statement, or several: `import a, b`. */
function lowerStatement(node: SyntaxNode, depth: number, lowering: Lowering): Statement[] {
  const span = spanOf(node);
  const { children } = node;
  const blank = lowering.blanks.get(node.start);
  if (blank !== undefined) return refuseBlank(blank, lowering);
  if (depth > DEEPEST_BLOCK) return refuse(node, lowering, 'Nested too deeply.', 'Split it up.');
  if (children.some((child) => child.broken && !BODIES.has(child.type)) || node.type === 'ERROR') {
    return refuse(node, lowering, UNREADABLE, 'Correct its syntax.');
  }
  const refusal = REFUSED[node.type];
  if (refusal !== undefined) return refuse(node, lowering, ...refusal);
  switch (node.type) {
    case 'expression_statement':
      if (isMisreadMatch(node)) {
        return refuse(node, lowering, 'This `match` could not be read.', 'Name its subject first.');
      }
      return lowerExpressionStatement(node, depth, lowering.attachments);
    case 'decorated_definition': {
      const decorators = children.filter((child) => child.type === 'decorator');
      const definition = fieldOf(node, 'definition') ?? node;
      return lowerDefinition(definition, decorators, depth, lowering);
    }
    case 'function_definition':
    case 'class_definition':
      return lowerDefinition(node, [], depth, lowering);
    case 'if_statement':
      return lowerIf(node, depth, lowering);
    case 'for_statement':
      return lowerFor(node, depth, lowering);
    case 'while_statement':
      return [
        {
          kind: 'while',
          span,
          test: lowerExpression(fieldOf(node, 'condition') ?? node, depth),
          body: lowerBody(fieldOf(node, 'body'), depth, lowering),
          otherwise: lowerElse(node, depth, lowering),
        },
      ];
    case 'try_statement':
      return lowerTry(node, depth, lowering);
    case 'with_statement':
      return lowerWith(node, depth, lowering);
    case 'match_statement':
      return lowerMatch(node, depth, lowering);
    case 'pass_statement':
      return [{ kind: 'pass', span }];
    case 'break_statement':
      return [{ kind: 'break', span }];
    case 'continue_statement':
      return [{ kind: 'continue', span }];
    case 'return_statement':
      return [{ kind: 'return', span, value: optional(children, depth) }];
    case 'raise_statement': {
      const raised = children.filter((child) => child.field !== 'cause');
      return [{ kind: 'raise', span, value: optional(raised, depth) }];
    }
    case 'delete_statement': {
      const targets = children[0]?.type === 'expression_list' ? children[0].children : children;
      const lowered = targets.map((target) => lowerExpression(target, depth));
      return [{ kind: 'delete', span, targets: lowered }];
    }
    case 'assert_statement': {
      const [test, message] = children.map((child) => lowerExpression(child, depth));
      return [{ kind: 'assert', span, test, message: message ?? null }];
    }
    case 'print_statement': {
      const values = children.filter((child) => child.field === 'argument');
      return [{ kind: 'expression', span, value: printCall(node, values, depth) }];
    }
    case 'global_statement':
      return [{ kind: 'global', span, names: namesOf(children) }];
    case 'nonlocal_statement':
      return [{ kind: 'nonlocal', span, names: namesOf(children) }];
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      return lowerImport(node);
    default:
      return refuse(node, lowering, UNREADABLE, 'Correct its syntax.');
  }
}

export const UNREADABLE = 'This statement could not be read.';

/** Children of a compound statement in which an error concerns only the statement it stands in. */
const BODIES = new Set([
  'block',
  'elif_clause',
  'else_clause',
  'except_clause',
  'finally_clause',
  'function_definition',
  'class_definition',
]);

/** The grammar takes some `match [a]:` with its cases for `match[a]: type = value`. */
function isMisreadMatch(node: SyntaxNode): boolean {
  const type = node.children[0]?.children.find((child) => child.field === 'type');
  return type !== undefined && /^match\b/.test(node.text) && type.text.includes('\n');
}

function lowerDefinition(
  node: SyntaxNode,
  decorators: readonly SyntaxNode[],
  depth: number,
  lowering: Lowering,
): Statement[] {
  if (node.children.some((child) => child.broken && child.type !== 'block')) {
    return refuse(node, lowering, UNREADABLE, 'Correct its syntax.');
  }
  if (node.children.some((child) => child.type === 'async')) {
    return refuse(node, lowering, '`async def` is not supported.', 'Use a plain `def`.');
  }
  const start = decorators[0]?.start ?? node.start;
  const span = { start, end: node.end };
  if (node.type === 'class_definition') {
    return [
      { kind: 'class', span, definition: lowerClass(node, decorators, span, depth, lowering) },
    ];
  }
  return [
    { kind: 'function', span, definition: lowerFunction(node, decorators, span, depth, lowering) },
  ];
}

function lowerIf(node: SyntaxNode, depth: number, lowering: Lowering): Statement[] {
  const branches = node.children.filter((child) => child.type === 'elif_clause');
  if (branches.length > MOST_BRANCHES) {
    return refuse(node, lowering, 'This `if` has too many branches.', 'Use a dict instead.');
  }
  if (branches.some(brokenHeader)) {
    return refuse(node, lowering, UNREADABLE, 'Correct its syntax.');
  }
  let otherwise = lowerElse(node, depth, lowering);
  for (const branch of [...branches.reverse(), node]) {
    otherwise = [
      {
        kind: 'if',
        span: { start: branch.start, end: node.end },
        test: lowerExpression(fieldOf(branch, 'condition') ?? branch, depth),
        body: lowerBody(fieldOf(branch, 'consequence'), depth, lowering),
        otherwise,
      },
    ];
  }
  return [...otherwise];
}

/** Whether a clause is broken before its body. */
export function brokenHeader(clause: SyntaxNode): boolean {
  return clause.children.some((child) => child.broken && child.type !== 'block');
}

export function lowerElse(node: SyntaxNode, depth: number, lowering: Lowering): Block {
  const clause = node.children.find((child) => child.type === 'else_clause');
  return clause === undefined ? [] : lowerBody(fieldOf(clause, 'body'), depth, lowering);
}

function lowerFor(node: SyntaxNode, depth: number, lowering: Lowering): Statement[] {
  if (node.children.some((child) => child.type === 'async')) {
    return refuse(node, lowering, '`async for` is not supported.', 'Use a plain `for`.');
  }
  return [
    {
      kind: 'for',
      span: spanOf(node),
      target: lowerExpression(fieldOf(node, 'left') ?? node, depth),
      iterable: lowerExpression(fieldOf(node, 'right') ?? node, depth),
      body: lowerBody(fieldOf(node, 'body'), depth, lowering),
      otherwise: lowerElse(node, depth, lowering),
    },
  ];
}

function optional(nodes: readonly SyntaxNode[], depth: number): Expression | null {
  return nodes.length === 0 ? null : lowerSequence(nodes, depth);
}

function namesOf(nodes: readonly SyntaxNode[]): string[] {
  return nodes.map((node) => normalizeName(node.text));
}

/** `print x` of Python 2 is a call like any other. */
function printCall(node: SyntaxNode, values: readonly SyntaxNode[], depth: number): Expression {
  return {
    kind: 'call',
    span: spanOf(node),
    callee: {
      kind: 'name',
      span: { start: node.start, end: node.start + 'print'.length },
      name: 'print',
    },
    arguments: values.map((value) => ({
      value: lowerExpression(value, depth),
      name: null,
      spread: null,
      span: spanOf(value),
    })),
  };
}

export function refuse(
  node: SyntaxNode,
  lowering: Lowering,
  reason: string,
  hint: string,
): Statement[] {
  return refuseBlank(
    {
      span: spanOf(node),
      reason,
      hint,
      binds: boundNames(node),
      leaves: mayLeave(node),
      unparsed: reason === UNREADABLE,
    },
    lowering,
  );
}

/**
 * What stands after a statement that may hold a `return` cannot be known either,
 * so a `return` of an unknown value follows it.
 */
function refuseBlank(blank: Unread, lowering: Lowering): Statement[] {
  const { span, reason, hint, binds } = blank;
  lowering.refused.push(blank);
  const statement: Statement = { kind: 'unsupportedStatement', span, reason, hint, binds };
  if (!blank.leaves || !lowering.insideFunction) return [statement];
  return [statement, { kind: 'return', span, value: unsupported(span, reason, hint) }];
}
