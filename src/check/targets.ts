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

export type Target = FunctionTarget | ClassTarget | ClaimsTarget;

/** A definition that cannot be reached from outside, though it is annotated. */
export interface Found {
  readonly targets: readonly Target[];
  readonly problems: readonly Problem[];
}

export function findTargets(program: Program, options: CheckOptions): Found {
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
  return { targets, problems };
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
  const forward = methodOf(definition, 'forward', program);
  const backward = methodOf(definition, 'backward', program);
  const framework = definition.bases.some(
    (base) =>
      base.kind === 'member' || (base.kind === 'name' && /^(Function|Module)$/.test(base.name)),
  );
  const asked =
    annotated || [forward, backward].some((each) => each !== null && each.annotations.length > 0);
  const byConvention = options.detect === 'conventions' && !framework;
  const paired =
    forward !== null && backward !== null && (asked || (byConvention && !isSkeleton(backward)));
  if (paired) {
    const { name } = definition;
    targets.push({ kind: 'class', name, definition, forward, backward, annotated: asked });
  } else if (annotated) {
    const callable = methodOf(definition, '__call__', program) ?? forward;
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
      paired && (statement.definition === forward || statement.definition === backward);
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

/** A body that is empty, or only passes or raises: not written yet. */
function isSkeleton(definition: FunctionDefinition): boolean {
  return definition.body.every(
    (each) =>
      each.kind === 'pass' ||
      each.kind === 'raise' ||
      (each.kind === 'expression' &&
        (each.value.kind === 'text' || each.value.kind === 'ellipsis')),
  );
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
