/**
 * The words after `gradlens` as a command. Whatever is wrong with them becomes
 * one clear sentence.
 */
import { parseArgs } from 'node:util';
import { type Given, judgeSetting } from '../check/settings';
import { nearest } from '../syntax/nearest';

const checkFormats = ['text', 'json'] as const;
const graphFormats = ['dot', 'mermaid', 'json'] as const;

export interface CheckCommand {
  readonly kind: 'check';
  /** Files, directories, globs, or `-`. */
  readonly paths: readonly string[];
  readonly format: (typeof checkFormats)[number];
  readonly quiet: boolean;
  /** Settings given on the command line. */
  readonly given: Given;
}

export interface WhyCommand {
  readonly kind: 'why';
  readonly path: string;
  readonly name: string;
  readonly format: (typeof checkFormats)[number];
  readonly given: Given;
}

export interface GraphCommand {
  readonly kind: 'graph';
  readonly path: string;
  readonly name: string;
  readonly format: (typeof graphFormats)[number];
}

export interface ExplainCommand {
  readonly kind: 'explain';
  readonly path: string;
  readonly name: string;
  /** The input that is asked for, or one entry of it; null: all. */
  readonly parameter: { readonly name: string; readonly index: readonly number[] | null } | null;
  readonly format: (typeof checkFormats)[number];
  readonly given: Given;
}

export type Command =
  | CheckCommand
  | ExplainCommand
  | WhyCommand
  | GraphCommand
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string };

const verbs = ['check', 'explain', 'graph'] as const;
type Verb = (typeof verbs)[number];

const flags = ['quiet', 'help', 'version'];
const numbers = ['rtol', 'atol', 'points', 'seed'] as const;
const optionsOf: Readonly<Record<Verb, readonly string[]>> = {
  check: ['format', ...numbers, 'mode', 'quiet', 'why', 'help', 'version'],
  explain: ['format', ...numbers, 'mode', 'param', 'help', 'version'],
  graph: ['format', 'help', 'version'],
};

export function readArguments(words: readonly string[]): Command {
  // Lenient parsing: what is wrong is judged below, in our own words.
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      format: { type: 'string' },
      rtol: { type: 'string' },
      atol: { type: 'string' },
      points: { type: 'string' },
      seed: { type: 'string' },
      mode: { type: 'string' },
      why: { type: 'string' },
      param: { type: 'string' },
      quiet: { type: 'boolean', short: 'q' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
  const positionals: string[] = [];
  const options = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    if (options.has(token.name)) return wrong(`${token.rawName} is given twice`);
    if (flags.includes(token.name) && token.value !== undefined)
      return wrong(`${token.rawName} takes no value`);
    options.set(token.name, token.value ?? '');
  }
  if (options.has('help')) return { kind: 'help' };
  if (options.has('version')) return { kind: 'version' };

  const [word, ...rest] = positionals;
  if (word === undefined) {
    return wrong('say what to do: check, explain or graph; see gradlens --help');
  }
  if (word === 'help') return { kind: 'help' };
  const verb = verbs.find((each) => each === word);
  if (verb === undefined) {
    return wrong(
      `unknown command ${word}; there are check, explain and graph; see gradlens --help`,
    );
  }
  for (const name of options.keys()) {
    if (!optionsOf[verb].includes(name)) return unknownOption(verb, name);
    if (!flags.includes(name) && options.get(name) === '') return wrong(`--${name} needs a value`);
  }
  switch (verb) {
    case 'check':
      return readCheck(rest, options);
    case 'explain':
      return readExplain(rest, options);
    case 'graph':
      return readGraph(rest, options);
  }
}

function readCheck(paths: readonly string[], options: ReadonlyMap<string, string>): Command {
  const why = options.get('why');
  if (paths.length === 0 && why === undefined) {
    return wrong('check needs a file, a directory or a glob, or - for standard input');
  }
  const format = choose(checkFormats, options.get('format') ?? 'text');
  if (typeof format !== 'string') return format;
  const given = readSettings(options);
  if ('kind' in given) return given;
  if (why === undefined) {
    return { kind: 'check', paths, format, quiet: options.has('quiet'), given };
  }
  const named = paths.length === 0 ? readNamed([why]) : null;
  return named === null
    ? wrong('check --why takes one name, as FILE:NAME, for example net.py:Net.loss')
    : { kind: 'why', ...named, format, given };
}

function readExplain(targets: readonly string[], options: ReadonlyMap<string, string>): Command {
  const named = readNamed(targets);
  if (named === null) {
    return wrong('explain needs one function, as FILE:NAME, for example net.py:Net.loss');
  }
  const format = choose(checkFormats, options.get('format') ?? 'text');
  if (typeof format !== 'string') return format;
  const given = readSettings(options);
  if ('kind' in given) return given;
  const text = options.get('param');
  const parameter = text === undefined ? null : readParameter(text);
  return parameter === undefined
    ? wrong(`--param takes an input, or one entry of it, as x or "W[0, 2]", not "${text}"`)
    : { kind: 'explain', ...named, parameter, format, given };
}

/** The settings among the options. */
function readSettings(options: ReadonlyMap<string, string>): Given | Wrong {
  let given: Given = {};
  for (const name of [...numbers, 'mode'] as const) {
    const text = options.get(name);
    if (text === undefined) continue;
    const value = name === 'mode' || Number.isNaN(Number(text)) ? text : Number(text);
    const judged = judgeSetting(name, value, `--${name}`);
    if (judged.kind === 'wrong') return judged;
    given = { ...given, ...judged.options };
  }
  return given;
}

/** `x`, `params.W1`, `W[0, 2]`; an index of whole numbers at the end is an entry. */
function readParameter(text: string): Exclude<ExplainCommand['parameter'], null> | undefined {
  const match = /^([^\s[\]][^[\]]*)(?:\[\s*(\d+(?:\s*,\s*\d+)*)\s*\])?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, name, index] = match;
  return { name, index: index === undefined ? null : index.split(',').map(Number) };
}

function readGraph(targets: readonly string[], options: ReadonlyMap<string, string>): Command {
  const named = readNamed(targets);
  if (named === null) {
    return wrong('graph needs one function, as FILE:NAME, for example net.py:Net.loss');
  }
  const format = choose(graphFormats, options.get('format') ?? 'dot');
  if (typeof format !== 'string') return format;
  return { kind: 'graph', ...named, format };
}

/** `FILE:NAME`; null for anything else. */
function readNamed(targets: readonly string[]): { path: string; name: string } | null {
  const [target] = targets;
  const colon = target?.lastIndexOf(':') ?? -1;
  if (targets.length !== 1 || colon < 1 || colon === target.length - 1) return null;
  return { path: target.slice(0, colon), name: target.slice(colon + 1) };
}

function choose<T extends string>(known: readonly T[], text: string): T | Wrong {
  const format = known.find((each) => each === text);
  return format ?? wrong(`--format must be ${known.join(' or ')}, not "${text}"`);
}

function unknownOption(verb: Verb, name: string): Wrong {
  const option = name.length === 1 ? `-${name}` : `--${name}`;
  const guess = nearest(name, optionsOf[verb]);
  const hint = guess === null ? 'see gradlens --help' : `did you mean --${guess}?`;
  return wrong(`${verb} has no option ${option}; ${hint}`);
}

type Wrong = Extract<Command, { kind: 'wrong' }>;

function wrong(message: string): Wrong {
  return { kind: 'wrong', message };
}
