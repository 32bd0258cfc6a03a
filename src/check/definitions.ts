/**
 * Definitions by name across files: a function or a class of the module itself, or
 * one that it imports by name or by a star.
 */
import { inside } from '../syntax/modules';
import type {
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Parameter,
  Program,
  Statement,
} from '../syntax/nodes';
import { dottedName } from '../trace/targets';
import type { UserModules } from '../trace/user-modules';
import { methodOf } from './targets';

type Definition = Extract<Statement, { kind: 'function' | 'class' }>;

interface Defined {
  readonly statement: Definition;
  /** The program that it stands in. */
  readonly program: Program;
}

/** How many files a name is followed through. */
const farthest = 8;

/** What defines `name` (dotted for a module's member) as `program` sees it; null when nothing known does. */
export function definitionOf(
  modules: UserModules,
  program: Program,
  name: string,
  depth = 0,
): Defined | null {
  const statement = program.body.findLast(
    (each): each is Definition =>
      (each.kind === 'function' || each.kind === 'class') && each.definition.name === name,
  );
  if (statement !== undefined) return { statement, program };
  if (depth >= farthest) return null;
  const next = (request: { level: number; module: string }, inner: string): Defined | null => {
    const found = modules.find(program.path, request);
    if (found === null || found === 'folder') return null;
    return definitionOf(modules, found.compiled.program, inner, depth + 1);
  };
  const [head, ...rest] = name.split('.');
  for (const each of program.body.toReversed()) {
    let found: Defined | null = null;
    if (each.kind === 'importFrom') {
      for (const { name: taken, alias } of each.names) {
        if (rest.length === 0 && taken === '*') found ??= next(each, name);
        else if ((alias ?? taken) !== head) continue;
        else
          found ??=
            rest.length === 0 ? next(each, taken) : next(inside(each, taken), rest.join('.'));
      }
    } else if (each.kind === 'import' && each.alias === head) {
      found = next({ level: 0, module: each.module }, rest.join('.'));
    } else if (
      each.kind === 'import' &&
      each.alias === null &&
      name.startsWith(`${each.module}.`)
    ) {
      found = next({ level: 0, module: each.module }, name.slice(each.module.length + 1));
    }
    if (found !== null) return found;
  }
  return null;
}

/** A method of a class, of its bases, or of bases that are imported. */
export function methodAnywhere(
  modules: UserModules,
  program: Program,
  type: Extract<Statement, { kind: 'class' }>['definition'],
  name: string,
  depth = 0,
): FunctionDefinition | null {
  const near = methodOf(type, name, program);
  if (near !== null || depth >= farthest) return near;
  for (const base of type.bases) {
    const written = program.text.slice(base.span.start, base.span.end);
    const found = definitionOf(modules, program, written);
    if (found?.statement.kind !== 'class' || found.statement.definition === type) continue;
    const { definition } = found.statement;
    const method = methodAnywhere(modules, found.program, definition, name, depth + 1);
    if (method !== null) return method;
  }
  return null;
}

/**
 * The constructor that `@dataclass` makes of the fields of a class, each with its default; null
 * for any other class.
 */
export function recordInitializer(
  program: Program,
  type: ClassDefinition,
): FunctionDefinition | null {
  const declared = type.decorators.some((each) => {
    const name = dottedName(each.kind === 'call' ? each.callee : each);
    return name === 'dataclass' || name === 'dataclasses.dataclass';
  });
  if (!declared) return null;
  const { nameSpan, span } = type;
  const object: Expression = { kind: 'name', name: 'self', span: nameSpan };
  const parameters = type.fields.map((name): Parameter => {
    const assigned = type.body.find(
      (each) =>
        each.kind === 'assign' && each.targets[0].kind === 'name' && each.targets[0].name === name,
    );
    const written = new RegExp(`\\n\\s+${name}\\s*:`).exec(
      program.text.slice(span.start, span.end),
    );
    const end = span.start + (written === null ? 0 : written.index + written[0].length - 1);
    return {
      name,
      span: { start: end - name.length, end },
      default: assigned?.kind === 'assign' ? assigned.value : null,
      kind: 'positional',
    };
  });
  const body = parameters.map(({ name, span: at }): Statement => {
    const value: Expression = { kind: 'name', name, span: at };
    const target: Expression = { kind: 'member', object, name, nameSpan: at, span: at };
    return { kind: 'assign', targets: [target], value, annotations: [], span: at };
  });
  const self: Parameter = { name: 'self', span: nameSpan, default: null, kind: 'positional' };
  return {
    name: '__init__',
    nameSpan,
    span,
    parameters: [self, ...parameters],
    body,
    decorators: [],
    annotations: [],
    generator: false,
  };
}

/** The methods of a class that are not among `known`, by name. */
export function otherMethods(
  owner: ClassDefinition | null,
  known: readonly FunctionDefinition[],
): FunctionDefinition[] {
  return (owner?.body ?? []).flatMap((each) =>
    each.kind === 'function' && !known.some(({ name }) => name === each.definition.name)
      ? [each.definition]
      : [],
  );
}
