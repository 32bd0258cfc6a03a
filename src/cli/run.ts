/** Runs one command line to its exit code; the only writer to the terminal's streams. */
import { version } from '../../package.json';
import { readArguments } from './arguments';
import { runCheck } from './check';
import { type ExitCode, exitCodes } from './exit';
import { runExplain } from './explain';
import { runGraph } from './graph';
import { help } from './help';
import { runWhy } from './why';

/** What a command has to say: text for standard output, sentences for standard error. */
export interface Outcome {
  readonly output: string;
  readonly complaints: readonly string[];
  readonly code: ExitCode;
}

export async function run(words: readonly string[]): Promise<ExitCode> {
  const { output, complaints, code } = await outcomeOf(words);
  process.stdout.write(output);
  for (const complaint of complaints) process.stderr.write(`gradlens: ${complaint}\n`);
  return code;
}

async function outcomeOf(words: readonly string[]): Promise<Outcome> {
  const command = readArguments(words);
  switch (command.kind) {
    case 'help':
      return { output: help, complaints: [], code: exitCodes.fine };
    case 'version':
      return { output: `${version}\n`, complaints: [], code: exitCodes.fine };
    case 'wrong':
      return { output: '', complaints: [command.message], code: exitCodes.unusable };
    case 'check':
      return runCheck(command);
    case 'why':
      return runWhy(command);
    case 'explain':
      return runExplain(command);
    case 'graph':
      return runGraph(command);
  }
}
