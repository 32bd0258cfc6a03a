/**
 * Speed as ratios to JavaScript written by hand, measured in one run: looped
 * Python programs in the interpreter, recorded scalar graphs in replay, and a large file.
 * `npm run bench [-- --json]`; exits with 1 when a row is short.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Replay } from '../../src/engine/replay';
import type { LanguageFrontEnd } from '../../src/languages';
import { peek } from '../../src/trace/arrays';
import { defaultLimits } from '../../src/trace/limits';
import { Machine } from '../../src/trace/machine';
import { boundIn, compileProgram, runModule } from '../../src/trace/program';
import type { Value } from '../../src/trace/values';
import { python, run } from '../trace/python';
import { measure, type Row } from './measure';
import { programs } from './programs';
import { replays } from './replays';

const mostInterpreted = 50;
const mostReplayed = 6;

/** The large file in a process of its own: its first check is a cold one, and leaves nothing behind for the programs. */
function checkedAlone(): Row[] {
  const script = fileURLToPath(new URL('file-rows.mjs', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' })) as Row[];
}

function interpreted(language: LanguageFrontEnd, name: string): Row {
  const text = readFileSync(`test/bench/programs/${name}.py`, 'utf8');
  const program = compileProgram(language.parse(`${name}.py`, text));
  const ours = () => {
    const machine = new Machine(language.tables, defaultLimits);
    const { frame, failures } = runModule(program, machine);
    if (failures.length > 0) throw failures[0].stop;
    return numberIn(machine, boundIn(frame, 'result'));
  };
  return measure(`run ${name}`, mostInterpreted, ours, programs[name]);
}

function replayed(language: LanguageFrontEnd, name: string): Row {
  const { python: text, at, javascript } = replays[name];
  const inputs: number[] = [];
  const { machine, value } = run(
    language,
    `x = [${at.join(', ')}]\n${text}`,
    (made, bound, given) => {
      if (bound !== 'x' || given.kind !== 'list') return given;
      const items = given.items.map((item, i): Value => {
        if (item.kind !== 'number') throw new Error(`${name}: inputs are numbers`);
        const entry = made.graph.input(`x[${i}]`, [item.value], []);
        inputs.push(entry);
        return { ...item, entry };
      });
      return { kind: 'list', items };
    },
  );
  const result = value('result');
  if (result.kind !== 'number') throw new Error(`${name}: the result is a number`);
  const replay = new Replay(machine.graph, [result.entry]);
  const regions = inputs.map((entry) => replay.input(entry));
  const output = replay.value(result.entry);
  const point = Float64Array.from(at);
  const ours = () => {
    for (let i = 0; i < regions.length; i++) regions[i][0] = point[i];
    if (!replay.run()) throw new Error(`${name}: the replay left its branch`);
    return output[0];
  };
  return measure(`replay ${name}`, mostReplayed, ours, () => javascript(point));
}

function numberIn(machine: Machine, value: Value | null): number {
  if (value?.kind === 'number') return value.value;
  if (value?.kind === 'array') return peek(machine.graph, value)[0];
  throw new Error('the result is a number');
}

function line({ name, ours, byHand, ratio, most }: Row): string {
  const verdict = ratio <= most ? '' : '  short';
  const times = `${ours.toFixed(2).padStart(10)} µs ${byHand.toFixed(3).padStart(10)} µs`;
  return `${name.padEnd(24)}${times}${ratio.toFixed(most < 1 ? 3 : 1).padStart(8)} of ${most}${verdict}`;
}

async function main(): Promise<void> {
  const language = await python();
  const rows = [
    ...checkedAlone(),
    ...Object.keys(programs).map((name) => interpreted(language, name)),
    ...Object.keys(replays).map((name) => replayed(language, name)),
  ];
  const short = rows.filter(({ ratio, most }) => ratio > most).length;
  if (process.argv.includes('--json')) console.log(JSON.stringify({ rows, short }, null, 1));
  else console.log(`${rows.map(line).join('\n')}\n${rows.length} rows, ${short} short`);
  process.exitCode = short > 0 ? 1 : 0;
}

await main();
