/**
 * What is written about parameters in words: docstrings in the usual styles
 * (numpydoc, cs231n, `x -- ...`), comments, and type hints.
 */
import type { FunctionDefinition, Parameter, Program, Statement } from '../../syntax/nodes';

export type WordKind =
  | 'array'
  | 'labels'
  | 'number'
  | 'whole'
  | 'boolean'
  | 'text'
  | 'dict'
  | 'list'
  | 'function';

export interface Mention {
  /** As it is called there: a parameter, or a key of one. */
  readonly name: string;
  /** The axes, as written; `...` for any number of them. */
  readonly shape: readonly string[] | null;
  readonly kind: WordKind | null;
  /** Strings in quotes: what an option may be. */
  readonly quoted: readonly string[];
  /** What says so: "docstring", "comment", "type hint". */
  readonly source: string;
  /** The words themselves, shortened. */
  readonly words: string;
  readonly scope: FunctionDefinition;
}

/** The name under which stands what is said of all parameters. */
export const everyName = 'ALL_OF_THEM';

const cache = new WeakMap<FunctionDefinition, readonly Mention[]>();

/** Everything that a function's docstring, comments and hints say; read once a definition. */
export function mentionsIn(program: Program, definition: FunctionDefinition): readonly Mention[] {
  const known = cache.get(definition);
  if (known !== undefined) return known;
  const found = [
    ...hintsOf(program, definition),
    ...docstringOf(definition.body, definition),
    ...around(program.body, definition).flatMap((body) => docstringOf(body, definition)),
    ...commentsOf(program, definition),
  ];
  cache.set(definition, found);
  return found;
}

const header =
  /^\s*(?:[-*•]\s*)?(?::param(?:eter)?\s+(?:\w+\s+)?)?[`'"]?([A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*)[`'"]?\s*(?:\(([^()]*(?:\([^()]*\))?[^()]*)\))?\s*(?::|--|—| - |=)\s*(.*)$/;

/** The bodies of the classes and functions around a definition: their docstrings speak of it, too. */
function around(body: readonly Statement[], definition: FunctionDefinition): Statement[][] {
  const { start, end } = definition.span;
  for (const each of body) {
    if (each.kind !== 'class' && each.kind !== 'function') continue;
    if (each.definition === definition || each.span.start > start || each.span.end < end) continue;
    return [...around(each.definition.body, definition), [...each.definition.body]];
  }
  return [];
}

function docstringOf(body: readonly Statement[], definition: FunctionDefinition): Mention[] {
  const [first] = body;
  if (first?.kind !== 'expression' || first.value.kind !== 'text') return [];
  // `xs: scores (N, T, V); ts: labels (N, T)` speaks of one after the other.
  const next = /;\s+(?=[A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*\s*(?::|--))/;
  const lines = first.value.value.split('\n').flatMap((line) => line.split(next));
  return [
    ...describe(lines, 'docstring', definition),
    ...lines.flatMap((line) => describe(inlineShapes(line), 'docstring', definition)),
  ];
}

/** `x (N, D), w (D, M)`, `x has shape (N, C)`, `a_prev, c_prev -- (n_a, m)` anywhere in a line, as lines of their own. */
function inlineShapes(line: string): string[] {
  const found = line.matchAll(
    /\b([A-Za-z_]\w*(?:(?:\s*,\s*|\s+and\s+)[A-Za-z_]\w*)*)\s*(?:--|:|is|(?:(?:has|have|of|with)\s+)?(?:the\s+)?shape)?\s*(\([\w\s,*+.-]*,[\w\s,*+.-]*\))/g,
  );
  const lines = [...found].map(
    ([, names, shape]) => `${names.replace(/\s+and\s+/g, ', ')}: shape ${shape}`,
  );
  const all =
    /\b(?:all|both|each)(?:\s+(?:arrays|arguments|parameters|inputs))?(?:\s+(?:are|have|of|the|shape))*\s*(\([\w\s,*+.-]*,[\w\s,*+.-]*\))/i.exec(
      line,
    );
  return all === null ? lines : [...lines, `${everyName}: shape ${all[1]}`];
}

/** Lines `name: words`, with the lines below that go on. */
function describe(lines: readonly string[], source: string, scope: FunctionDefinition): Mention[] {
  const found: { names: string[]; words: string }[] = [];
  for (const line of lines) {
    if (/^\s*(returns?|yields?|outputs?|raises)\b/i.test(line)) {
      found.push({ names: [], words: '' });
      continue;
    }
    const match = header.exec(line);
    if (match !== null) {
      const [, names, brackets = '', words] = match;
      const said = `${brackets} ${words}`.replace(/^\s*\([a-z]\w*(?:,\s*[a-z]\w*)+\)/, (parts) =>
        line.includes('=') ? `vector of shape (${parts.split(',').length},)` : parts,
      );
      found.push({ names: names.split(/\s*,\s*/), words: said });
    } else if (found.length > 0 && line.trim() !== '') {
      const last = found[found.length - 1];
      last.words = `${last.words} ${line.trim()}`;
    }
  }
  return found.flatMap(({ names, words }) =>
    names.map((name) => ({
      name,
      shape: shapeIn(words),
      kind: kindIn(words),
      quoted: [...words.matchAll(/['"`]([a-z_]\w*)['"`]/g)].map((each) => each[1]),
      source,
      words: shortened(words),
      scope,
    })),
  );
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}

/** `of shape (N, D)`, `shape [N, D]`, `shape N x D`, `(N, D)`. */
function shapeIn(words: string): string[] | null {
  const named =
    /(?:shapes?|dimensions?|dims?|size)\s*(?:is|of|are|[:=])?\s*[`'"]*[([]([^()[\]]*)[)\]]/i.exec(
      words,
    ) ??
    /^[\s`]*(?:np\.ndarray|ndarray|numpy array|array|matrix|tensor|vector)?[\s`,]*\(([^()[\]]*)\)/i.exec(
      words,
    ) ??
    // `labels (N, T)`, `class scores (N, C)`: capitals are axes whatever they are of.
    /^\s*(?:[a-z-]+\s+){1,2}\(((?:[A-Z]\w{0,2}|\d+)(?:,\s*(?:[A-Z]\w{0,2}|\d+))+)\)/.exec(words);
  const inside = named?.[1];
  if (inside === undefined) return null;
  const parts = inside.split(',').map((each) => each.trim());
  const last = parts[parts.length - 1];
  if (last === '') parts.pop();
  else if (parts.length === 1 && named?.[0].match(/shape|dim|size/i) === null) return null;
  if (parts.length === 0 || parts.length > 6) return null;
  const fits = parts.every((each) => /^(\.\.\.|\*|[A-Za-z_]\w*|\d+|[\w\s+*/-]{1,24})$/.test(each));
  return fits ? parts.map((each) => (each === '*' ? '...' : each)) : null;
}

function kindIn(words: string): WordKind | null {
  const text = words.slice(0, 160);
  if (
    /\b(label|class ind|indices|int(eger)? array|array of int|integer)s?\b|\bof (\w+ )?(ids|symbols|tokens|indices)\b/i.test(
      text,
    )
  ) {
    return /\b(int|integer)\b/i.test(text) &&
      !/\b(array|vector|labels?|ndarray|indices|list|sequence)\b/i.test(text)
      ? 'whole'
      : /one.?hot/i.test(text)
        ? 'array'
        : 'labels';
  }
  if (/\b(dict|dictionary)\b/i.test(text)) return 'dict';
  if (/\b(list|tuple|sequence)s? of\b/i.test(text)) return 'list';
  if (/\b(ndarray|array|matrix|tensor|vector)\b/i.test(text)) return 'array';
  if (/^\W*(bool|boolean)\b/i.test(text)) return 'boolean';
  if (/^\W*(str|string)\b/i.test(text)) return 'text';
  if (/^\W*int\b/i.test(text)) return 'whole';
  if (/^\W*(float|scalar|real number)\b|\bscalar\b/i.test(text)) return 'number';
  if (/^\W*(callable|function)\b/i.test(text)) return 'function';
  return null;
}

/** Comments inside the definition. What stands in a string is taken for one at times: it names no parameter then. */
function commentsOf(program: Program, definition: FunctionDefinition): Mention[] {
  const text = program.text.slice(definition.span.start, definition.span.end);
  if (!text.includes('#')) return [];
  const lines = text.split('\n').flatMap((line) => {
    const at = line.indexOf('#');
    if (at < 0) return [];
    const words = line.slice(at + 1);
    // `x, w, b = cache  # (N, D), (D, M), (M,)` and `def f(x, w):  # x: (N, D), w: (D, M)`.
    return [words, ...pairs(line.slice(0, at), words)];
  });
  return lines.flatMap((line) => describe([line], 'comment', definition));
}

function pairs(code: string, words: string): string[] {
  const inline = [...words.matchAll(/\b([A-Za-z_]\w*)\s*[:=]?\s*(\([\w\s,*+-]*\))/g)].map(
    ([, name, shape]) => `${name}: shape ${shape}`,
  );
  const shapes = [...words.matchAll(/\([\w\s,*+-]*\)/g)].map(([shape]) => shape);
  const target = /^\s*\(?([A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*)\)?\s*=[^=]/.exec(code);
  const parameter = /^\s*([A-Za-z_]\w*)\s*(?:,|\)\s*:|:.*,)\s*$/.exec(code);
  const names = target?.[1].split(/\s*,\s*/) ?? (parameter === null ? [] : [parameter[1]]);
  if (names.length !== shapes.length) return inline;
  return [...inline, ...names.map((name, at) => `${name}: shape ${shapes[at]}`)];
}

/** `x: np.ndarray`: what stands behind a parameter's name. */
function hintsOf(program: Program, definition: FunctionDefinition): Mention[] {
  return definition.parameters.flatMap((parameter) => {
    const hint = hintOf(program, parameter);
    if (hint === null) return [];
    const kind = hintKind(hint);
    const quoted = [...hint.matchAll(/['"](\w+)['"]/g)].map((each) => each[1]);
    return [
      {
        name: parameter.name,
        shape: null,
        kind: quoted.length > 0 && /Literal/.test(hint) ? 'text' : kind,
        quoted,
        source: 'type hint',
        words: shortened(hint),
        scope: definition,
      },
    ];
  });
}

function hintOf(program: Program, parameter: Parameter): string | null {
  const rest = program.text.slice(parameter.span.end, parameter.span.end + 200);
  const start = /^\s*:\s*/.exec(rest);
  if (start === null) return null;
  let depth = 0;
  let end = start[0].length;
  for (; end < rest.length; end++) {
    const sign = rest[end];
    if ('([{'.includes(sign)) depth += 1;
    if (depth === 0 && ',)=\n'.includes(sign)) break;
    if (')]}'.includes(sign)) depth -= 1;
  }
  const hint = rest.slice(start[0].length, end).trim();
  return hint === '' ? null : hint;
}

function hintKind(hint: string): WordKind | null {
  if (/^(Tuple|tuple)\[\s*float\b/.test(hint)) return 'array';
  if (/^(List|list|Sequence|Iterable|Tuple|tuple)\[.*(ndarray|array|Tensor|float)/i.test(hint)) {
    return 'list';
  }
  if (/ndarray|array|Tensor|Matrix|Vector/i.test(hint)) return 'array';
  if (/^(Dict|dict|Mapping)\b/.test(hint)) return 'dict';
  if (/^(Callable)\b/.test(hint)) return 'function';
  if (/^(Optional\[)?float\b/.test(hint)) return 'number';
  if (/^(Optional\[)?int\b/.test(hint)) return 'whole';
  if (/^(Optional\[)?bool\b/.test(hint)) return 'boolean';
  return /^(Optional\[)?str\b/.test(hint) ? 'text' : null;
}
