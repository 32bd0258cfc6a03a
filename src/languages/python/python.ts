/**
 * The Python front end: text to a core program, with annotations attached,
 * ignores read, and broken stretches marked. Never throws for any text.
 */
import type { AnnotationLanguage } from '../../syntax/annotation';
import type { Program } from '../../syntax/nodes';
import type { Problem } from '../../syntax/problem';
import type { Span } from '../../syntax/span';
import type { LanguageFrontEnd } from '../index';
import { type Grammar, loadGrammar, type ReadAsset, type SyntaxNode } from '../tree-sitter';
import { annotationLanguage } from './annotation-language';
import { attachments } from './attach';
import type { Unread } from './broken';
import { docstringOf } from './definition';
import { readIgnores } from './ignores';
import { moduleCandidates } from './modules';
import { type Blank, parseFile } from './recover';
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
  return {
    id: 'python',
    extensions: ['.py', '.pyw', '.pyi'],
    tables: pythonTables,
    parse: (path, text) => parsePython(grammar, language, path, text),
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
  path: string,
  text: string,
): Program {
  const file = parseFile(grammar, text);
  const attached = attachments(text, file.comments, language);
  const docstring = docstringOf(file.nodes[0]);
  if (docstring !== null) attached.refuseIn(docstring);
  const refused: Unread[] = [];
  const body = lowerStatements(file.nodes, 0, {
    attachments: attached,
    blanks: file.blanks,
    refused,
    insideFunction: false,
  });
  const ignores = readIgnores(text, file.comments, firstCode(file.nodes, text.length));
  const problems: Problem[] = [...attached.problems(refused), ...ignores.problems];
  return {
    path,
    text,
    body,
    problems: problems.sort((a, b) => a.span.start - b.span.start),
    ignores: ignores.ignores,
    broken: brokenSpans(file.nodes, file.blanks),
  };
}

/** Where the first statement stands, a docstring apart. */
function firstCode(nodes: readonly SyntaxNode[], end: number): number {
  const [first, second] = nodes;
  const documented = first?.children[0]?.type === 'string';
  return (documented ? second : first)?.start ?? end;
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
