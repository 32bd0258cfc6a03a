/** `gradlens check --why FILE:NAME`: why something is checked or not, as text or JSON. */
import { dirname, resolve } from 'node:path';
import { defaultOptions } from '../check/report';
import { renderJson } from '../render/json';
import { renderWhy } from '../render/why';
import type { WhyCommand } from './arguments';
import { exitCodes } from './exit';
import { readSource } from './files';
import { refuse, unknownName } from './named';
import { internalError, openPool, outOfTime, secondsPerFile, workerFile } from './pool';
import { projectReader } from './project';
import type { Outcome } from './run';
import type { why } from './worker';

export async function runWhy(command: WhyCommand): Promise<Outcome> {
  const { path, name, format, given } = command;
  const source = await readSource(path);
  if (typeof source === 'string') return refuse(source);
  const project = await projectReader()(path === '-' ? process.cwd() : dirname(resolve(path)));
  if (project.kind === 'wrong') return refuse(project.message);
  const options = { ...defaultOptions, ...project.options, ...given };
  const pool = openPool(workerFile, 1, secondsPerFile);
  try {
    const task = { source, options, name };
    const answer = await pool.run<Awaited<ReturnType<typeof why>>>('why', task);
    if (answer === outOfTime) {
      return refuse(`${source.path}: ${name} took longer than ${secondsPerFile} seconds`);
    }
    if (answer.report === null) return refuse(unknownName(source.path, name, answer.names));
    const output = format === 'json' ? renderJson(answer.report) : renderWhy(answer.report);
    return { output, complaints: [], code: exitCodes.fine };
  } catch (problem) {
    return refuse(internalError(source.path, problem));
  } finally {
    await pool.close();
  }
}
