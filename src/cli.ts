#!/usr/bin/env node
/** The terminal door: `gradlens check` and `gradlens graph`. See `cli/help` for what they take. */
import { run } from './cli/run';

// A reader that stops early (`| head`) is not a failure.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2));
