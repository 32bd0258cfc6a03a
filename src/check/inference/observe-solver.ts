/**
 * Arguments that a solver would hand to the target: the file is run as far as it goes
 * without the solver, then the start and the further arguments are evaluated where the call stands.
 */
import type { FunctionDefinition, Statement } from '../../syntax/nodes';
import type { Frame } from '../../trace/frame';
import { Stop } from '../../trace/limits';
import { evaluateIn } from '../../trace/program';
import { newMachine } from '../run';
import { describer, type Observed, observing, runFunction, runUpTo } from './observe';
import type { Question } from './question';
import { type SolverCall, solverCalls } from './solver-calls';

export function observeSolver(question: Question): Observed | null {
  if (question.owner !== null) return null;
  const [forward] = question.bodies;
  for (const call of solverCalls(question.program, forward.name)) {
    const found = call.hands === 'vector' ? observeOne(question, forward, call) : null;
    if (found !== null) return found;
  }
  return null;
}

function observeOne(
  question: Question,
  forward: FunctionDefinition,
  { start, rest, node }: SolverCall,
): Observed | null {
  const { program, context } = question;
  const holds = ({ span }: { readonly span: Statement['span'] }) =>
    span.start <= node.span.start && span.end >= node.span.end;
  const statement = program.body.find(holds);
  if (statement === undefined || statement.kind === 'class' || start === null) return null;
  const machine = newMachine({ ...context, limits: observing });
  let frame: Frame | null = null;
  if (statement.kind === 'function') {
    if (statement.definition.parameters.length > 0) return null;
    machine.hooks = {
      bind: (_, value, own, place) => {
        if (own.scope.name === statement.definition.name && holds({ span: node.span })) {
          if (place.start < node.span.start) frame = own;
        }
        return value;
      },
      executed: () => undefined,
    };
  }
  const run = () => {
    if (statement.kind === 'function') runFunction(question, machine, statement.definition);
    else frame = runUpTo(question, machine, statement);
  };
  quietly(run);
  const description = describer(machine);
  const given = [start, ...rest];
  for (const [at, { name }] of forward.parameters.entries()) {
    const expression = given[at];
    if (expression === undefined || frame === null) continue;
    const value = quietly(() => evaluateIn(frame as Frame, expression));
    if (value !== null) description.describe(name, value);
  }
  return description.observed(node.span.start);
}

/** What runs until it ends early; null where it does. */
function quietly<T>(run: () => T): T | null {
  try {
    return run();
  } catch (stop) {
    if (stop instanceof Stop || stop instanceof RangeError) return null;
    throw stop;
  }
}
