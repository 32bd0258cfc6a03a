/**
 * The Python front end: text to a core program, with annotations attached,
 * ignores read, and broken stretches marked. Never throws for any text.
 */
import type { AnnotationLanguage } from '../../syntax/annotation';
import type { Program, Statement } from '../../syntax/nodes';
import type { Problem } from '../../syntax/problem';
import { lineStarts, type Span } from '../../syntax/span';
import type { LanguageFrontEnd } from '../index';
import { type Grammar, loadGrammar, type ReadAsset, type SyntaxNode } from '../tree-sitter';
import { annotationLanguage } from './annotation-language';
import { attachments } from './attach';
import type { Unread } from './broken';
import { docstringOf } from './definition';
import { readIgnores } from './ignores';
import { moduleCandidates } from './modules';
import { Pieces, type Read } from './pieces';
import { type Blank, type ParsedFile, parseFile } from './recover';
import { lowerStatements } from './statement';
import { pythonTables } from './tables';

export async function loadPython(readAsset: ReadAsset): Promise<LanguageFrontEnd> {
  const grammar = await loadGrammar(readAsset, {
    asset: 'tree-sitter-python.wasm',
    leaves: LEAVES,
    dropped: ['line_continuation'],
    tokens: TOKENS,
    fieldless: FIELDLESS,
  });
  const language = annotationLanguage(grammar);
  const pieces = new Pieces((text, piece, lines) =>
    readAlone(grammar, language, text, piece, lines),
  );
  return {
    id: 'python',
    extensions: ['.py', '.pyw', '.pyi'],
    tables: pythonTables,
    comment: '#',
    parse: (path, text) => parsePython(grammar, language, pieces, path, text),
    moduleCandidates,
  };
}

const LEAVES = [
  ...['identifier', 'integer', 'float', 'true', 'false', 'none', 'ellipsis'],
  ...['string_start', 'string_content', 'string_end', 'import_prefix', 'type'],
  ...['pass_statement', 'break_statement', 'continue_statement'],
];

const FIELDLESS = [
  ...[
    'module',
    'block',
    'expression_statement',
    'parenthesized_expression',
    'conditional_expression',
  ],
  ...['binary_operator', 'boolean_operator', 'attribute', 'subscript', 'slice', 'call'],
  ...['argument_list', 'keyword_argument', 'list', 'tuple', 'dictionary', 'set', 'pair'],
  ...['string', 'dotted_name', 'parameters', 'return_statement', 'expression_list', 'pattern_list'],
];

const TOKENS = {
  unary_operator: ['-', '+', '~'],
  binary_operator: '+ - * / // % ** @ & | ^ << >>'.split(' '),
  augmented_assignment: '+= -= *= /= //= %= **= @= &= |= ^= <<= >>='.split(' '),
  boolean_operator: ['and', 'or'],
  comparison_operator: ['<', '<=', '>', '>=', '==', '!=', '<>', 'is', 'is not', 'in', 'not in'],
  slice: [':'],
  interpolation: ['='],
  expression_statement: [','],
  tuple_pattern: [','],
  subscript: [','],
  for_statement: ['async'],
  for_in_clause: ['async'],
  with_statement: ['async'],
  case_clause: [','],
  list_pattern: [','],
  case_pattern: ['-', '_'],
  union_pattern: ['-', '_'],
  keyword_pattern: ['-', '_'],
  dict_pattern: ['-'],
  function_definition: ['async'],
};

function parsePython(
  grammar: Grammar,
  language: AnnotationLanguage,
  pieces: Pieces,
  path: string,
  text: string,
): Program {
  const read = pieces.read(text);
  if (read !== null) return program(path, text, read, [], []);
  const file = parseFile(grammar, text);
  const { body, problems } = lowerFile(text, file, language, lineStarts(text));
  const starts = codeStarts(file.nodes);
  const broken = brokenSpans(file.nodes, file.blanks);
  return program(path, text, { body, comments: file.comments, starts }, problems, broken);
}

function program(
  path: string,
  text: string,
  { body, comments, starts: [firstCode = text.length] }: Read,
  found: readonly Problem[],
  broken: readonly Span[],
): Program {
  const { ignores, problems } = readIgnores(text, comments, firstCode);
  const all = [...found, ...problems].sort((a, b) => a.span.start - b.span.start);
  return { path, text, body, problems: all, ignores, broken };
}

/** A part of a file; null unless it is sound and there is nothing to complain of. */
function readAlone(
  grammar: Grammar,
  language: AnnotationLanguage,
  text: string,
  { start, end }: Span,
  lines: readonly number[],
): Read | null {
  const tree = grammar.parseSound(text.slice(start, end), (index) => index + start);
  if (tree === null) return null;
  const file = { nodes: tree.root.children, comments: tree.comments, blanks: new Map() };
  const { body, problems } = lowerFile(text, file, language, lines);
  return problems.length > 0
    ? null
    : { body, comments: file.comments, starts: codeStarts(file.nodes) };
}

function lowerFile(
  text: string,
  file: ParsedFile,
  language: AnnotationLanguage,
  lines: readonly number[],
): { body: readonly Statement[]; problems: readonly Problem[] } {
  const attached = attachments(text, file.comments, language, lines);
  const docstring = docstringOf(file.nodes[0]);
  if (docstring !== null) attached.refuseIn(docstring);
  const refused: Unread[] = [];
  const body = lowerStatements(file.nodes, 0, {
    attachments: attached,
    blanks: file.blanks,
    refused,
    insideFunction: false,
  });
  return { body, problems: attached.problems(refused) };
}

/** Where the first statement starts, a docstring apart. */
function codeStarts(nodes: readonly SyntaxNode[]): number[] {
  const documented = nodes[0]?.children[0]?.type === 'string';
  return nodes.slice(documented ? 1 : 0, documented ? 2 : 1).map((node) => node.start);
}

function brokenSpans(nodes: readonly SyntaxNode[], blanks: ReadonlyMap<number, Blank>): Span[] {
  const spans = [...blanks.values()].map((blank) => blank.span);
  const pending = nodes.filter((node) => node.broken);
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const inner = node.children.filter((child) => child.broken);
    if (node.type === 'ERROR' || inner.length === 0)
      spans.push({ start: node.start, end: node.end });
    else for (const child of inner) pending.push(child);
  }
  return spans.sort((a, b) => a.start - b.start);
}
