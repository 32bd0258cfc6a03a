/**
 * What the reference holds against real Python and numpy, as programs that can be
 * run again: rows of the library, rows of the frameworks, the small and the whole
 * programs. Their own tests prove that they pass.
 */
import { readdirSync, readFileSync } from 'node:fs';

export interface ReferenceProgram {
  readonly text: string;
  /** Names that become differentiated arrays, or arrays, when they are first bound. */
  readonly inputs: ReadonlySet<string>;
  /** What `r` holds in the end, where no other test compares it. */
  readonly result?: unknown;
}

interface Row {
  readonly code: string;
  readonly library?: string;
  readonly raises?: unknown;
  readonly inputs?: Record<string, unknown>;
  readonly result?: unknown;
}

interface Rows {
  readonly inputs?: Record<string, unknown>;
  readonly rows: readonly Row[];
}

const imports: Readonly<Record<string, string>> = {
  numpy: 'import math\nimport numpy as np\n',
  torch: 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n',
  jax: 'import math\nimport jax\nimport jax.numpy as jnp\n',
  tensorflow: 'import tensorflow as tf\n',
  autograd: 'import autograd\n',
};

/** Every program of the reference but those rows that end in an exception. */
export function referencePrograms(): ReferenceProgram[] {
  return [...['library', 'frameworks', 'names'].flatMap(rowsOf), ...small(), ...whole()];
}

function rowsOf(name: string): ReferenceProgram[] {
  const { inputs, rows } = read<Rows>(`${name}.json`);
  return rows
    .filter((row) => row.raises === undefined)
    .map((row) => {
      const given = Object.entries(row.inputs ?? inputs ?? {}).filter(([input]) =>
        new RegExp(`\\b${input}\\b`).test(row.code),
      );
      const lines = given.map(([input, value]) => `${input} = ${literal(value)}\n`);
      const text = `${imports[row.library ?? 'numpy']}${lines.join('')}${row.code}\n`;
      const program = { text, inputs: new Set(given.map(([input]) => input)) };
      return row.inputs === undefined ? program : { ...program, result: row.result };
    });
}

function small(): ReferenceProgram[] {
  const groups = read<Record<string, readonly { text: string }[]>>('language.json');
  return Object.values(groups).flatMap((cases) =>
    cases.map(({ text }) => ({ text, inputs: new Set<string>() })),
  );
}

function whole(): ReferenceProgram[] {
  return readdirSync('test/reference/whole')
    .filter((name) => name.endsWith('.py'))
    .map((name) => {
      const text = readFileSync(`test/reference/whole/${name}`, 'utf8');
      return { text, inputs: new Set<string>() };
    });
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(`test/reference/${name}`, 'utf8')) as T;
}

function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('true', 'True').replaceAll('false', 'False');
}
