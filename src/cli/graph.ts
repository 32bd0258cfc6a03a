/** `gradlens graph FILE:NAME`: the op graph of one function as dot, Mermaid or JSON. */
import { dirname, resolve } from 'node:path';
import type { GraphReport } from '../check/graph-report';
import { defaultOptions } from '../check/report';
import { renderDot } from '../render/dot';
import { renderJson } from '../render/json';
import { renderMermaid } from '../render/mermaid';
import type { GraphCommand } from './arguments';
import { exitCodes } from './exit';
import { readSource } from './files';
import { refuse, unknownName } from './named';
import { internalError, openPool, outOfTime, secondsPerFile, workerFile } from './pool';
import { projectReader } from './project';
import type { Outcome } from './run';
import type { targets } from './worker';

const printers: Readonly<Record<GraphCommand['format'], (report: GraphReport) => string>> = {
  dot: renderDot,
  mermaid: renderMermaid,
  json: renderJson,
};

export async function runGraph(command: GraphCommand): Promise<Outcome> {
  const { path, name, format } = command;
  const source = await readSource(path);
  if (typeof source === 'string') return refuse(source);
  const project = await projectReader()(path === '-' ? process.cwd() : dirname(resolve(path)));
  if (project.kind === 'wrong') return refuse(project.message);
  const options = { ...defaultOptions, ...project.options };
  const pool = openPool(workerFile, 1, secondsPerFile);
  try {
    const report = await pool.run<GraphReport | null>('graph', { source, options, name });
    if (report === outOfTime) {
      const reason = `${source.path}: ${name} took longer than ${secondsPerFile} seconds`;
      return { output: '', complaints: [reason], code: exitCodes.wrong };
    }
    if (report === null) {
      const known = await pool.run<Awaited<ReturnType<typeof targets>>>('targets', source);
      const names = known === outOfTime ? [] : known.map((target) => target.name);
      return refuse(unknownName(source.path, name, names));
    }
    if (report.nodes.length > 0) {
      return { output: printers[format](report), complaints: [], code: exitCodes.fine };
    }
    const output = format === 'json' ? renderJson(report) : '';
    return {
      output,
      complaints: [`${name} has no graph: ${report.reason}`],
      code: exitCodes.wrong,
    };
  } catch (problem) {
    return refuse(internalError(source.path, problem));
  } finally {
    await pool.close();
  }
}
