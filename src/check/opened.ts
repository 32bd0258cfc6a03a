/**
 * A source that is open for questions: its program, what a check needs of it, and the
 * check of one target to a description and an outcome.
 */
import type { LanguageFrontEnd } from '../languages';
import type { Program } from '../syntax/nodes';
import type { Limits } from '../trace/limits';
import { compileProgram } from '../trace/program';
import { Assembler, type Described } from './assemble';
import { checkClaim } from './check-claim';
import { checkPair } from './check-pair';
import { type Checking, checkClass, checkFunction } from './check-target';
import type { Source } from './checker';
import { Clock } from './clock';
import { describeClaim, describeClass, describeFunction, describePair } from './described';
import { openModules } from './modules';
import { ended, type Outcome } from './outcome';
import type { CheckOptions } from './report';
import type { Target } from './targets';

/** A program with all that is asked of it. */
export interface Opened {
  readonly program: Program;
  readonly checking: Checking;
  readonly assembler: Assembler;
  /** null: there is no hurry. */
  readonly clock: Clock | null;
}

/** What came out of one target. */
export interface Part {
  readonly described: Described;
  readonly outcome: Outcome;
}

/** Lowers a source; imported files as far as the door has brought them. */
export function openProgram(
  front: LanguageFrontEnd,
  parse: LanguageFrontEnd['parse'],
  source: Source,
  options: CheckOptions,
  limits: Limits,
  now: (() => number) | null = null,
): Opened {
  const program = parse(source.path, source.text);
  const compiled = compileProgram(program);
  const modules = openModules(front, source, compiled, parse);
  const clock = now === null ? null : new Clock(now);
  const timed = clock === null ? limits : { ...limits, late: clock.late };
  const context = { compiled, tables: front.tables, limits: timed, modules };
  return {
    program,
    checking: { context, program, options },
    assembler: new Assembler(program, modules),
    clock,
  };
}

/** Checks one target; claims give one part each. What fails of ours leaves the other targets alone. */
export function checkOne(opened: Opened, target: Target): Part[] {
  return partsOf(opened, target).map(({ described, check }) => {
    try {
      opened.clock?.begin();
      return { described, outcome: check() };
    } catch (problem) {
      if (!(problem instanceof Error)) throw problem;
      const reason = `GradLens itself failed here (${problem.message}): please report it`;
      return { described, outcome: ended('error', 'internal', reason, null) };
    } finally {
      opened.clock?.end();
    }
  });
}

interface Unchecked {
  readonly described: Described;
  readonly check: () => Outcome;
}

function partsOf({ program, checking }: Opened, target: Target): Unchecked[] {
  switch (target.kind) {
    case 'function': {
      const described = describeFunction(target, program);
      return [{ described, check: () => checkFunction(checking, target) }];
    }
    case 'class':
      return [{ described: describeClass(target), check: () => checkClass(checking, target) }];
    case 'pair':
      return [{ described: describePair(target), check: () => checkPair(checking, target) }];
    case 'claims':
      return target.claims.map((claim) => ({
        described: describeClaim(claim),
        check: () => checkClaim(checking, target, claim),
      }));
  }
}
