/** Building blocks of rules: two functions as a pair, and what their parameters say. */
import type { FunctionDefinition } from '../../syntax/nodes';
import { isStatic } from './guards';
import { type Found, qualified, type Scope } from './pair';

/** A pair of two functions, shown where the written one stands. */
export function functionPair(
  scope: Scope,
  forward: FunctionDefinition,
  written: FunctionDefinition,
  details: {
    readonly why: string;
    readonly linked?: boolean;
    readonly order?: 1 | 2;
    readonly open?: Found['open'];
    readonly wrt?: readonly string[] | null;
    readonly cost?: FunctionDefinition | null;
  },
): Found {
  const { why, linked = false, order = 1, open = 'nothing', wrt = null, cost = null } = details;
  return {
    name:
      scope.outer === null
        ? qualified(scope.owner, written.name)
        : `${scope.outer.name}.${written.name}`,
    form: { kind: 'functions', forward, written, order, linked, wrt, outer: scope.outer, cost },
    nameSpan: written.nameSpan,
    span: written.span,
    why,
    open,
  };
}

/** The function of a scope with this name; the last definition counts. */
export function named(scope: Scope, name: string): FunctionDefinition | null {
  let known = byName.get(scope.functions);
  if (known === undefined) {
    known = new Map(scope.functions.map((each) => [each.name, each]));
    byName.set(scope.functions, known);
  }
  return known.get(name) ?? null;
}

const byName = new WeakMap<Scope['functions'], ReadonlyMap<string, FunctionDefinition>>();

/** Names of the parameters that a caller must give, without the receiver. */
export function requiredNames(scope: Scope, definition: FunctionDefinition): string[] {
  return ownParameters(scope, definition)
    .filter(({ kind, default: given }) => kind === 'positional' && given === null)
    .map((each) => each.name);
}

/** The parameters without the receiver of a method. */
export function ownParameters(
  scope: Scope,
  definition: FunctionDefinition,
): FunctionDefinition['parameters'] {
  return scope.owner === null || isStatic(definition)
    ? definition.parameters
    : definition.parameters.slice(1);
}

/** How numbers are usually called: under such names one function's argument may stand for another's. */
const numberNames =
  /^(\w|\w\d|xs?|ys?|zs?|y_?(hat|pred|true)|net|inputs?|outputs?|out|pred\w*|prediction\w*|theta\w*|params?|beta|alpha|phi|mu|sigma|weights?|coef\w*|vals?|values?|vec\w*|args?|state|point|pt|arr|array|data|activations?|logits|scores?|signal|X|Z|A|dist\w*|angles?|features)$/;

/**
 * Both take the same things: the same names, or as many, where those that differ are called
 * as numbers usually are.
 */
export function sameParameters(
  scope: Scope,
  a: FunctionDefinition,
  b: FunctionDefinition,
): boolean {
  const left = requiredNames(scope, a);
  const right = requiredNames(scope, b);
  if (left.length !== right.length || left.length === 0) return false;
  return right.every(
    (each, at) => left.includes(each) || (numberNames.test(each) && numberNames.test(left[at])),
  );
}

/**
 * A derivative takes what its function takes, under the same names or such as numbers have;
 * `extras` are names of what it may take besides.
 */
export function takesAlike(
  scope: Scope,
  forward: FunctionDefinition,
  written: FunctionDefinition,
  extras: RegExp | null = null,
): boolean {
  const own = ownParameters(scope, forward).map((each) => each.name);
  const required = requiredNames(scope, written);
  if (own.length === 0) return false;
  if (sameParameters(scope, forward, written)) return true;
  // What has defaults alone may be given its first argument under any name.
  if (required.length <= 1 && requiredNames(scope, forward).length === 0) return true;
  const known = (each: string) => own.includes(each) || extras?.test(each) === true;
  return required.some((each) => own.includes(each)) && required.every(known);
}
