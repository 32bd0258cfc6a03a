/**
 * Loads the tree-sitter runtime and a grammar, and parses text to a light tree:
 * plain nodes that outlive the parser's memory, without punctuation, comments
 * apart. The walk is a loop, so no nesting of the text can overflow the stack.
 */
import type { Language, Parser, Tree, TreeCursor } from '@vscode/tree-sitter-wasm';
import type { Span } from '../syntax/span';

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly field: string | null;
  readonly text: string;
  readonly children: readonly SyntaxNode[];
  /** Holds a syntax error. */
  readonly broken: boolean;
}

export interface SyntaxTree {
  readonly root: SyntaxNode;
  readonly comments: readonly Span[];
}

/** Where a UTF-16 index of the parsed text stands in the user's file. */
export type ToOffset = (index: number) => number;

export interface Grammar {
  /** The tree of a text without errors, else null. */
  parseSound(text: string, toOffset: ToOffset): SyntaxTree | null;
  parse(text: string, toOffset: ToOffset): SyntaxTree;
  /** Whether the text parses without an error; much cheaper than its tree. */
  accepts(text: string): boolean;
}

export interface GrammarOptions {
  readonly asset: string;
  /** Named types that are kept as leaves, whatever they hold. */
  readonly leaves: readonly string[];
  /** Named types that are left out, though they may stand anywhere. */
  readonly dropped: readonly string[];
  /** Anonymous tokens that are kept, by the type of the node right above them. */
  readonly tokens: Readonly<Record<string, readonly string[]>>;
  /** Types whose children's fields are not asked for: asking takes time. */
  readonly fieldless: readonly string[];
}

export type ReadAsset = (name: string) => Promise<Uint8Array>;

/** Rejects when an asset cannot be read or is no grammar: a fault of the installation. */
export async function loadGrammar(readAsset: ReadAsset, options: GrammarOptions): Promise<Grammar> {
  const runtime = await loadRuntime(readAsset);
  const language = await runtime.Language.load(await readAsset(options.asset));
  const parser = new runtime.Parser();
  parser.setLanguage(language);
  const kinds = nodeKinds(language, options);
  const read = (tree: Tree, text: string, toOffset: ToOffset): SyntaxTree => {
    const cursor = tree.walk();
    const copied = copy(cursor, language, kinds, text, toOffset, tree.rootNode.hasError);
    cursor.delete();
    return copied;
  };
  return {
    parseSound: (text, toOffset) =>
      withTree(parser, text, (tree) =>
        tree.rootNode.hasError ? null : read(tree, text, toOffset),
      ),
    parse: (text, toOffset) => withTree(parser, text, (tree) => read(tree, text, toOffset)),
    accepts: (text) => withTree(parser, text, (tree) => !tree.rootNode.hasError),
  };
}

type Runtime = typeof import('@vscode/tree-sitter-wasm');

let loading: Promise<Runtime> | null = null;

/**
 * The runtime asks for the address of its own script while it starts, which a
 * module bundle has not; since its bytes are handed in, any name will do.
 */
async function loadRuntime(readAsset: ReadAsset): Promise<Runtime> {
  loading ??= (async () => {
    const wasmBinary = await readAsset('tree-sitter.wasm');
    const globals = globalThis as { __filename?: string };
    const before = globals.__filename;
    globals.__filename = before ?? 'tree-sitter.js';
    const imported = await import('@vscode/tree-sitter-wasm');
    const runtime = 'Parser' in imported ? imported : (imported as { default: Runtime }).default;
    await runtime.Parser.init({ wasmBinary } as never);
    if (before === undefined) delete globals.__filename;
    return runtime;
  })();
  return loading;
}

const DROP = 0;
const BRANCH = 1;
const LEAF = 2;
const TOKEN = 3;
const COMMENT = 4;

interface Kinds {
  readonly byType: Uint8Array;
  readonly tokens: Readonly<Record<string, readonly string[]>>;
  readonly fieldless: ReadonlySet<string>;
}

function nodeKinds(language: Language, options: GrammarOptions): Kinds {
  const byType = new Uint8Array(language.nodeTypeCount);
  const tokens = new Set(Object.values(options.tokens).flat());
  for (let id = 0; id < byType.length; id += 1) {
    const type = language.types[id];
    if (language.nodeTypeIsNamed(id)) byType[id] = options.leaves.includes(type) ? LEAF : BRANCH;
    else if (tokens.has(type)) byType[id] = TOKEN;
    if (type === 'comment') byType[id] = COMMENT;
    else if (options.dropped.includes(type)) byType[id] = DROP;
  }
  return { byType, tokens: options.tokens, fieldless: new Set(options.fieldless) };
}

type Growing = { -readonly [K in keyof SyntaxNode]: SyntaxNode[K] } & { children: Growing[] };

/** Trees live outside the garbage collector's reach: each is freed as soon as it is read. */
function withTree<T>(parser: Parser, text: string, read: (tree: Tree) => T): T {
  const tree = parser.parse(text);
  if (tree === null) throw new Error('The parser has no language');
  try {
    return read(tree);
  } finally {
    tree.delete();
  }
}

function copy(
  cursor: TreeCursor,
  language: Language,
  kinds: Kinds,
  text: string,
  toOffset: ToOffset,
  hasError: boolean,
): SyntaxTree {
  const { types, fields } = language;
  const comments: Span[] = [];
  const root: Growing = {
    type: cursor.nodeType,
    start: toOffset(0),
    end: toOffset(text.length),
    field: null,
    text,
    children: [],
    broken: false,
  };
  const path: Growing[] = [root];

  /** Adds the node under the cursor; true when its children are wanted. */
  const visit = (): boolean => {
    const parent = path[path.length - 1];
    const id = cursor.nodeTypeId;
    const kind = kinds.byType[id] ?? BRANCH;
    const error = hasError && (types[id] === undefined || cursor.nodeIsMissing);
    if (error) parent.broken = true;
    if (kind === DROP) return false;
    if (kind === TOKEN && !kinds.tokens[parent.type]?.includes(types[id])) return false;
    const from = cursor.startIndex;
    const to = cursor.endIndex;
    const start = toOffset(from);
    const end = to > from ? toOffset(to - 1) + 1 : start;
    if (kind === COMMENT) {
      comments.push({ start, end });
      return false;
    }
    const node: Growing = {
      type: types[id] ?? 'ERROR',
      start,
      end,
      field: kinds.fieldless.has(parent.type) ? null : (fields[cursor.currentFieldId] ?? null),
      text: text.slice(from, to),
      children: [],
      broken: error,
    };
    parent.children.push(node);
    if (kind !== BRANCH) return false;
    path.push(node);
    return true;
  };

  /** Leaves the innermost node, whose errors are its parent's too. */
  const leave = (): void => {
    const node = path.pop() as Growing;
    if (node.broken && path.length > 0) path[path.length - 1].broken = true;
  };

  if (hasError) root.broken = true;
  if (!cursor.gotoFirstChild()) return { root, comments };
  for (;;) {
    if (visit()) {
      if (cursor.gotoFirstChild()) continue;
      leave();
    }
    while (!cursor.gotoNextSibling()) {
      if (path.length === 1) return { root, comments };
      cursor.gotoParent();
      leave();
    }
  }
}
