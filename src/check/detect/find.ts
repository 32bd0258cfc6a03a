/**
 * Finds the pairs of a file: every rule of the table looks at every scope; what a
 * rule has taken is not taken again by a later one.
 */
import type {
  Block,
  ClassDefinition,
  FunctionDefinition,
  Program,
  Statement,
} from '../../syntax/nodes';
import { isAbstract, isHelper, isSkeleton, statementsOf } from './guards';
import { type Form, type Found, halvesOf, type Pair, type Rule, type Scope } from './pair';
import { affix } from './rules/affix';
import { callSite } from './rules/call-site';
import { context } from './rules/context';
import { flag } from './rules/flag';
import { forwardBackward } from './rules/forward-backward';
import { generic } from './rules/generic';
import { joint } from './rules/joint';
import { pointwise } from './rules/pointwise';
import { registry } from './rules/registry';
import { returned } from './rules/returned';
import { tape } from './rules/tape';
import {
  computes,
  differentiatesItself,
  returnsValue,
  speaksOfGradients,
  takesOtherThings,
  takesPictures,
} from './vocabulary';

/** The conventions, the surest first. */
const rules: readonly Rule[] = [
  context,
  registry,
  tape,
  returned,
  forwardBackward,
  flag,
  affix,
  pointwise,
  generic,
  callSite,
  joint,
];

/** Conventions by which the program itself links a function and its gradient. */
const byLink: ReadonlySet<Rule> = new Set([callSite, context, registry, tape, returned]);

/** All pairs of a program, in the order of the rules. */
export function findPairs(program: Program): Pair[] {
  return scopesOf(program).flatMap((scope) => {
    const taken = new Set<string>();
    return rules.flatMap((rule) =>
      rule.find(scope).flatMap((found): Pair[] => {
        const key = `${found.name} ${orderOf(found.form)}`;
        if (taken.has(key) || !isCandidate(found, scope.program, rule)) return [];
        // Inner functions are reached by one call of the outer one: for two functions only.
        if (scope.outer !== null && found.form.kind !== 'functions') return [];
        taken.add(key);
        return [{ ...found, convention: rule.convention, owner: scope.owner }];
      }),
    );
  });
}

function orderOf(form: Form): number {
  return form.kind === 'functions' ? form.order : 1;
}

/** What no rule may take for half of a pair. */
function isCandidate({ form }: Found, program: Program, rule: Rule): boolean {
  const halves = halvesOf(form);
  const [forward] = halves;
  const written = halves[halves.length - 1];
  if (halves.some(isAbstract)) return false;
  // Where the program itself links the two, names and words say nothing against it.
  if (byLink.has(rule)) return true;
  if (halves.some((each) => isHelper(each) || takesOtherThings(each))) return false;
  if (/gradient/i.test(written.name) && takesPictures(written)) return false;
  if (differentiatesItself(program, written)) return false;
  const real =
    computes(program, forward) || delegates(forward) || speaksOfGradients(program, written);
  return returnsValue(forward) && (isSkeleton(written) || real);
}

/** It is a call of something else: `return self.fn(x)`. */
function delegates(definition: FunctionDefinition): boolean {
  return statementsOf(definition.body).some(
    (each) => each.kind === 'return' && each.value?.kind === 'call',
  );
}

/** The module and its classes; what `if` and `try` define is the module's, too. */
function scopesOf(program: Program): Scope[] {
  const scopes: Scope[] = [];
  const functions = definedIn(program.body);
  for (const statement of statementsOf(program.body)) {
    if (statement.kind !== 'class') continue;
    const owner = statement.definition;
    scopes.push({ program, owner, outer: null, functions: methodsOf(owner, program, new Set()) });
  }
  const inner = functions.flatMap((outer): Scope[] => {
    const own = definedIn(outer.body);
    return own.length < 2 ? [] : [{ program, owner: null, outer, functions: own }];
  });
  return [{ program, owner: null, outer: null, functions }, ...scopes, ...inner];
}

function definedIn(body: Block): FunctionDefinition[] {
  return statementsOf(body).flatMap((each) =>
    each.kind === 'function' ? [each.definition] : each.kind === 'assign' ? namedLambdas(each) : [],
  );
}

/** `f = lambda x: ...`: a function under the name that it is assigned to. */
function namedLambdas({
  targets,
  value,
  span,
}: Extract<Statement, { kind: 'assign' }>): FunctionDefinition[] {
  const [target] = targets;
  if (value.kind !== 'lambda' || target?.kind !== 'name') return [];
  return [{ ...value.definition, name: target.name, nameSpan: target.span, span }];
}

/** The methods of a class and of its bases in the file; its own hide theirs. */
export function methodsOf(
  type: ClassDefinition,
  program: Program,
  seen: Set<ClassDefinition>,
): FunctionDefinition[] {
  seen.add(type);
  const own = type.body.flatMap((each) => (each.kind === 'function' ? [each.definition] : []));
  const inherited = type.bases.flatMap((base) => {
    const found = program.body.find(
      (each) => each.kind === 'class' && base.kind === 'name' && each.definition.name === base.name,
    );
    if (found?.kind !== 'class' || seen.has(found.definition)) return [];
    return methodsOf(found.definition, program, seen);
  });
  const names = new Set(own.map((each) => each.name));
  return [...own, ...inherited.filter((each) => !names.has(each.name))];
}
