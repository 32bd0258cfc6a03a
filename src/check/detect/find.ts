/**
 * Finds the pairs of a file: every rule of the table looks at every scope; what a
 * rule has taken is not taken again by a later one, and what it must not take is
 * kept with the reason.
 */
import type {
  Block,
  ClassDefinition,
  FunctionDefinition,
  Program,
  Statement,
} from '../../syntax/nodes';
import { helperReason, isAbstract, isSkeleton, statementsOf } from './guards';
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
  otherThing,
  returnsValue,
  speaksOfGradients,
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
  callSite,
  affix,
  pointwise,
  generic,
  joint,
];

/** Conventions by which the program itself links a function and its gradient. */
const byLink: ReadonlySet<Rule> = new Set([callSite, context, registry, tape, returned]);

/** What a rule found, and a sentence why it is no candidate; null: it is one. */
export interface Considered {
  readonly pair: Pair;
  readonly rejected: string | null;
}

/** All pairs of a program, in the order of the rules. */
export function findPairs(program: Program): Pair[] {
  return considerPairs(program).flatMap(({ pair, rejected }) => (rejected === null ? [pair] : []));
}

/** The same with those that were turned down. */
export function considerPairs(program: Program): Considered[] {
  return scopesOf(program).flatMap((scope) => {
    const taken = new Set<string>();
    return rules.flatMap((rule) =>
      rule.find(scope).flatMap((found): Considered[] => {
        const key = `${found.name} ${orderOf(found.form)}`;
        if (taken.has(key)) return [];
        const pair = { ...found, convention: rule.convention, owner: scope.owner };
        // Inner functions are reached by one call of the outer one: for two functions only.
        const unreached = scope.outer !== null && found.form.kind !== 'functions';
        const rejected = unreached
          ? `it is defined inside \`${scope.outer?.name}\`, where only two functions are looked at`
          : rejection(found, program, rule);
        if (rejected === null) taken.add(key);
        return [{ pair, rejected }];
      }),
    );
  });
}

/** What the rules of a scope looked for beside a function, in whose name they read a gradient. */
export function lookedFor(program: Program, definition: FunctionDefinition): string[] {
  return scopesOf(program)
    .filter(({ functions }) =>
      functions.some((each) => each.nameSpan.start === definition.nameSpan.start),
    )
    .flatMap((scope) =>
      rules.flatMap((rule) => {
        const sentence = rule.missed?.(scope, definition) ?? null;
        return sentence === null ? [] : [sentence];
      }),
    );
}

function orderOf(form: Form): number {
  return form.kind === 'functions' ? form.order : 1;
}

/** What no rule may take for half of a pair: why; null: it may. */
function rejection({ form }: Found, program: Program, rule: Rule): string | null {
  const halves = halvesOf(form);
  const [forward] = halves;
  const written = halves[halves.length - 1];
  const empty = halves.find(isAbstract);
  if (empty !== undefined) return `the body of \`${empty.name}\` only passes or raises`;
  // Where the program itself links the two, names and words say nothing against it.
  if (byLink.has(rule)) return null;
  for (const half of halves) {
    const reason = halfRejection(program, half);
    if (reason !== null) return `\`${half.name}\` cannot be half of a pair: ${reason}`;
  }
  if (/gradient/i.test(written.name) && takesPictures(written)) {
    return `\`${written.name}\` takes a picture, whose gradient is no derivative of a function`;
  }
  if (differentiatesItself(program, written)) {
    return `\`${written.name}\` asks a framework for the gradient: nothing is written by hand`;
  }
  if (!returnsValue(forward)) return `\`${forward.name}\` returns nothing`;
  const real =
    computes(program, forward) ||
    delegates(forward) ||
    (isIdentity(forward) && computes(program, written)) ||
    speaksOfGradients(program, written);
  if (isSkeleton(written) || real) return null;
  return `\`${forward.name}\` computes nothing with numbers, and \`${written.name}\` does not speak of gradients`;
}

/** Why the names of a definition keep it from being half of a pair, as a sentence about it; null: they do not. */
export function halfRejection(program: Program, definition: FunctionDefinition): string | null {
  if (isAbstract(definition)) return 'its body only passes or raises';
  const other = otherThing(program, definition);
  return other === null ? helperReason(definition) : `it takes ${other}`;
}

/** It gives back what it is given. */
function isIdentity({ body, parameters }: FunctionDefinition): boolean {
  return statementsOf(body).every(
    (each) =>
      each.kind !== 'return' ||
      (each.value?.kind === 'name' &&
        parameters.some(({ name }) => each.value?.kind === 'name' && each.value.name === name)),
  );
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

/** The functions of a body, named lambdas among them. */
export function definedIn(body: Block): FunctionDefinition[] {
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
