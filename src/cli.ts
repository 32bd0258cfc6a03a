#!/usr/bin/env node
/** The terminal door: `gradlens check` and `gradlens graph`. See `cli/help` for what they take. */
import { setFlagsFromString } from 'node:v8';
import { run } from './cli/run';

// A thread runs much code a few times: what is optimized later than by default costs less than it saves.
setFlagsFromString('--interrupt-budget=500000');

// A reader that stops early (`| head`) is not a failure.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2));
