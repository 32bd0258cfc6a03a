/** Checks claims on assignments: `# @grad d(loss)/d(W)` beside the statement that computes it. */
import { checkSamples, withIntegers } from './check-samples';
import { type Checking, initializerOf } from './check-target';
import { otherMethods } from './definitions';
import { readOptions } from './options';
import { attempt, finish, type Outcome } from './outcome';
import { claimExperiment, functionRunner, moduleRunner } from './run-claims';
import type { Sample } from './sample';
import type { Claim, ClaimsTarget } from './targets';

/** Checks one claim on an assignment. */
export function checkClaim(checking: Checking, target: ClaimsTarget, claim: Claim): Outcome {
  const { context, program } = checking;
  const name = program.text.slice(claim.annotation.of.span.start, claim.annotation.of.span.end);
  const { definition, owner } = target;
  if (definition === null) {
    const options = readOptions(
      [],
      { parameters: [], self: null, of: name },
      checking.options,
    ).options;
    return attempt(() => {
      const experiment = withIntegers((integers) =>
        claimExperiment(
          context,
          claim,
          moduleRunner(context),
          (frame) => frame.scope === context.compiled.scope,
          bindingsOf(integers),
        ),
      );
      return finish({ name, path: program.path }, [experiment], options);
    });
  }
  const initializer = owner === null ? null : initializerOf(checking, owner);
  const parameters = [
    ...definition.parameters.slice(owner === null ? 0 : 1),
    ...(initializer?.parameters.slice(1) ?? []),
  ];
  const self = owner === null ? null : (definition.parameters[0]?.name ?? 'self');
  const annotated = readOptions(
    definition.annotations,
    { parameters: parameters.map((each) => each.name), self, of: definition.name },
    checking.options,
  );
  const qualified = owner === null ? definition.name : `${owner.name}.${definition.name}`;
  const run = (sample: Sample, integers: ReadonlySet<string>) =>
    claimExperiment(
      context,
      claim,
      functionRunner(context, { definition, owner }, initializer, sample, annotated.options),
      ({ scope }) =>
        scope.kind === 'function' && scope.name === qualified && scope.path === program.path,
      bindingsOf(integers),
    );
  const known = [definition, ...(initializer === null ? [] : [initializer])];
  const bodies = [...known, ...otherMethods(owner, known)];
  return checkSamples(
    { name, path: program.path },
    annotated,
    {
      ...{ context, program, parameters, bodies, owner },
      // A claim is about one value, not about all that the function does.
      ...{ checked: [], byArgument: false, wrt: null, pairing: 'none' },
    },
    (sample, integers) => [run(sample, integers)],
    run,
  );
}

/** Claims know their inputs by the order of bindings; a name needed as an integer drops them all. */
function bindingsOf(integers: ReadonlySet<string>): ReadonlySet<number> {
  return integers.size === 0 ? new Set() : new Set(Array.from({ length: 1000 }, (_, at) => at));
}
