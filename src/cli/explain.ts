/** `gradlens explain FILE:NAME`: the whole reasoning behind one verdict, as text or JSON. */
import { dirname, resolve } from 'node:path';
import { defaultOptions } from '../check/report';
import { renderExplain } from '../render/explain';
import { renderJson } from '../render/json';
import type { ExplainCommand } from './arguments';
import { exitCodes } from './exit';
import { readSource } from './files';
import { refuse, unknownInput, unknownName } from './named';
import { internalError, openPool, outOfTime, secondsPerFile, workerFile } from './pool';
import { projectReader } from './project';
import type { Outcome } from './run';
import type { explain } from './worker';

export async function runExplain(command: ExplainCommand): Promise<Outcome> {
  const { path, name, parameter, format, given } = command;
  const source = await readSource(path);
  if (typeof source === 'string') return refuse(source);
  const project = await projectReader()(path === '-' ? process.cwd() : dirname(resolve(path)));
  if (project.kind === 'wrong') return refuse(project.message);
  const options = { ...defaultOptions, ...project.options, ...given };
  const pool = openPool(workerFile, 1, secondsPerFile);
  try {
    const task = { source, options, name, parameter };
    const answer = await pool.run<Awaited<ReturnType<typeof explain>>>('explain', task);
    if (answer === outOfTime) {
      return refuse(`${source.path}: ${name} took longer than ${secondsPerFile} seconds`);
    }
    const { report, names } = answer;
    if (report === null) return refuse(unknownName(source.path, name, names));
    if (parameter !== null && report.parameters.length === 0) {
      return refuse(unknownInput(name, parameter.name, report.names));
    }
    const [told] = report.parameters;
    if (parameter?.index != null && told.index.join() !== parameter.index.join()) {
      const entry = `[${parameter.index.join(', ')}]`;
      return refuse(
        `${parameter.name} has no entry ${entry}: its shape is (${told.shape.join(', ')})`,
      );
    }
    const output = format === 'json' ? renderJson(report) : renderExplain(report);
    return { output, complaints: [], code: exitCodes.fine };
  } catch (problem) {
    return refuse(internalError(source.path, problem));
  } finally {
    await pool.close();
  }
}
