/**
 * What a file asks to check: annotated functions, methods and classes, claims on
 * assignments, and class pairs `forward`/`backward` found by convention.
 */
import type { Annotation } from '../syntax/annotation';
import { innerBlocks } from '../syntax/blocks';
import type {
  Block,
  ClassDefinition,
  FunctionDefinition,
  Program,
  Statement,
} from '../syntax/nodes';
import type { Problem } from '../syntax/problem';
import type { Span } from '../syntax/span';
import { dottedName } from '../trace/targets';
import { classPair, implausible } from './detect/class-pair';
import { findPairs } from './detect/find';
import { halvesOf, type Pair } from './detect/pair';
import type { CheckOptions } from './report';

export interface FunctionTarget {
  readonly kind: 'function';
  readonly name: string;
  readonly definition: FunctionDefinition;
  /** The class that holds it; null for a function of the module. */
  readonly owner: ClassDefinition | null;
  readonly annotated: boolean;
}

export interface ClassTarget {
  readonly kind: 'class';
  readonly name: string;
  readonly definition: ClassDefinition;
  readonly forward: FunctionDefinition;
  readonly backward: FunctionDefinition;
  readonly annotated: boolean;
}

export interface Claim {
  readonly statement: Extract<Statement, { kind: 'assign' | 'augment' }>;
  readonly annotation: Extract<Annotation, { kind: 'assignmentClaim' }>;
  /** The assigned variable as written. */
  readonly name: string;
  readonly nameSpan: Span;
}

/** All claims in one scope: the module (`definition` null) or a function. */
export interface ClaimsTarget {
  readonly kind: 'claims';
  readonly definition: FunctionDefinition | null;
  readonly owner: ClassDefinition | null;
  readonly claims: readonly Claim[];
}

/** A pair found by convention. */
export interface PairTarget {
  readonly kind: 'pair';
  readonly name: string;
  readonly pair: Pair;
  /** What stands above its halves. */
  readonly annotations: readonly Annotation[];
  readonly annotated: boolean;
  /** Its annotated forward function, which is checked with the pair, alone where it turns out to be none. */
  readonly alone: FunctionTarget | null;
}

export type Target = FunctionTarget | ClassTarget | ClaimsTarget | PairTarget;

/** A definition that cannot be reached from outside, though it is annotated. */
export interface Found {
  readonly targets: readonly Target[];
  readonly problems: readonly Problem[];
}

const found = new WeakMap<Program, Map<CheckOptions['detect'], Found>>();

/** Found once for a program: every question about it asks. */
export function findTargets(program: Program, options: CheckOptions): Found {
  const known = found.get(program) ?? new Map<CheckOptions['detect'], Found>();
  const result = known.get(options.detect) ?? search(program, options);
  found.set(program, known.set(options.detect, result));
  return result;
}

function search(program: Program, options: CheckOptions): Found {
  const targets: Target[] = [];
  const problems: Problem[] = [];
  const moduleClaims = claimsOf(program.body, program.text);
  for (const statement of withInner(program.body)) {
    if (statement.kind === 'function') {
      addFunction(statement.definition, null, program, targets, problems);
    }
    if (statement.kind === 'class') {
      addClass(statement.definition, program, options, targets, problems);
    }
  }
  if (moduleClaims.length > 0) {
    targets.push({ kind: 'claims', definition: null, owner: null, claims: moduleClaims });
  }
  if (options.detect !== 'conventions') return { targets, problems };
  const pairs = pairTargets(program, targets);
  const inPairs = new Set<Target | null>(pairs.map(({ alone }) => alone));
  return { targets: [...targets.filter((each) => !inPairs.has(each)), ...pairs], problems };
}

/** Pairs by convention, those left out that an annotation links already. */
function pairTargets(program: Program, others: readonly Target[]): PairTarget[] {
  const linked = new Set(
    others.flatMap((each) => (each.kind === 'function' ? linkedNames(each.definition) : [])),
  );
  return findPairs(program).flatMap((pair): PairTarget[] => {
    const halves = halvesOf(pair.form);
    if (halves.some((each) => linked.has(each.name))) return [];
    const annotations = halves.flatMap((each) => each.annotations);
    const { name } = pair;
    // What has claims of its own, or only might be a pair, was annotated for its own sake.
    const own = halves.at(-1)?.annotations.some((each) => each.kind === 'claim') === true;
    if (annotations.length > 0 && (own || pair.open !== 'nothing')) return [];
    const [forward] = halves;
    // Claims about it are compared with more than the pair is.
    const alone =
      others.find(
        (each): each is FunctionTarget =>
          each.kind === 'function' &&
          each.definition === forward &&
          forward.annotations.every(({ kind }) => kind === 'gradcheck'),
      ) ?? null;
    const annotated = annotations.length > 0;
    return [{ kind: 'pair', name, pair, annotations, annotated, alone }];
  });
}

/** The written gradients that a function's annotations name, and itself where it says `of=`. */
export function linkedNames(definition: FunctionDefinition): string[] {
  const items = definition.annotations.flatMap((each) =>
    each.kind === 'gradcheck' ? each.items : [],
  );
  return items.flatMap((item) => {
    if (item.kind !== 'value' || !/^(of|gradient)$/.test(item.name)) return [];
    const named = dottedName(item.value)?.split('.').pop() ?? '';
    return [item.name === 'of' ? definition.name : named];
  });
}

/** What the annotations of a written gradient say that it is the gradient of (`of=cost`); null where none does. */
export function forwardName(definition: FunctionDefinition): string | null {
  const items = definition.annotations.flatMap((each) =>
    each.kind === 'gradcheck' ? each.items : [],
  );
  const named = items.find((item) => item.kind === 'value' && item.name === 'of');
  return named?.kind === 'value' ? (dottedName(named.value)?.split('.').pop() ?? null) : null;
}

/** The statements of a body and of the blocks inside: what `try` or `if` define is the module's, too. */
function withInner(body: Block): Statement[] {
  return body.flatMap((each) => [each, ...innerBlocks(each).flatMap(withInner)]);
}

function addFunction(
  definition: FunctionDefinition,
  owner: ClassDefinition | null,
  program: Program,
  targets: Target[],
  problems: Problem[],
): void {
  const name = owner === null ? definition.name : `${owner.name}.${definition.name}`;
  if (definition.annotations.length > 0) {
    targets.push({ kind: 'function', name, definition, owner, annotated: true });
  }
  const claims = claimsOf(definition.body, program.text);
  if (claims.length > 0) targets.push({ kind: 'claims', definition, owner, claims });
  for (const inner of definition.body) {
    if (inner.kind === 'function' && inner.definition.annotations.length > 0) {
      problems.push({
        span: inner.definition.annotations[0].span,
        code: 'annotation',
        severity: 'error',
        message: `${inner.definition.name} is defined inside ${name}, so it cannot be called from outside: move it to the top level to check it`,
      });
    }
  }
}

function addClass(
  definition: ClassDefinition,
  program: Program,
  options: CheckOptions,
  targets: Target[],
  problems: Problem[],
): void {
  const annotated = definition.annotations.length > 0;
  const pair = classPair(definition, program);
  const asked =
    annotated ||
    (pair !== null && [pair.forward, pair.backward].some((each) => each.annotations.length > 0));
  const byConvention =
    options.detect === 'conventions' &&
    pair !== null &&
    implausible(definition, pair, program) === null;
  const paired = pair !== null && (asked || byConvention);
  if (paired) {
    const { name } = definition;
    targets.push({ kind: 'class', name, definition, ...pair, annotated: asked });
  } else if (annotated) {
    const callable =
      methodOf(definition, '__call__', program) ?? methodOf(definition, 'forward', program);
    if (callable !== null) {
      const merged = {
        ...callable,
        annotations: definition.annotations,
        nameSpan: definition.nameSpan,
      };
      targets.push({
        kind: 'function',
        name: definition.name,
        definition: merged,
        owner: definition,
        annotated,
      });
    } else {
      problems.push({
        span: definition.annotations[0].span,
        code: 'annotation',
        severity: 'error',
        message: `${definition.name} has no method \`forward\` with a \`backward\`: write the annotation above the method to check`,
      });
    }
  }
  for (const statement of definition.body) {
    if (statement.kind !== 'function') continue;
    // What is written above a method of a pair belongs to the pair.
    const inPair =
      paired && (statement.definition === pair.forward || statement.definition === pair.backward);
    const method = inPair ? { ...statement.definition, annotations: [] } : statement.definition;
    addFunction(method, definition, program, targets, problems);
  }
}

/** A method of a class or of its bases in the same file. */
export function methodOf(
  definition: ClassDefinition,
  name: string,
  program: Program,
  depth = 0,
): FunctionDefinition | null {
  const own = definition.body.findLast(
    (each) => each.kind === 'function' && each.definition.name === name,
  );
  if (own?.kind === 'function') return own.definition;
  for (const base of definition.bases) {
    const found =
      base.kind === 'name' && depth < 8
        ? program.body.find((each) => each.kind === 'class' && each.definition.name === base.name)
        : undefined;
    if (found?.kind !== 'class' || found.definition === definition) continue;
    const inherited = methodOf(found.definition, name, program, depth + 1);
    if (inherited !== null) return inherited;
  }
  return null;
}

/** Assignments that carry a claim, in any block of a body but not in inner definitions. */
function claimsOf(body: Block, text: string): Claim[] {
  const found: Claim[] = [];
  const visit = (block: Block): void => {
    for (const statement of block) {
      if (statement.kind === 'assign' || statement.kind === 'augment') {
        for (const annotation of statement.annotations) {
          if (annotation.kind !== 'assignmentClaim') continue;
          const target = statement.kind === 'assign' ? statement.targets[0] : statement.target;
          const name = text.slice(target.span.start, target.span.end);
          found.push({ statement, annotation, name, nameSpan: target.span });
        }
      } else innerBlocks(statement).forEach(visit);
    }
  };
  visit(body);
  return found;
}
