/** The rows of the library's reference, and the inputs they start from. */
import { readFileSync } from 'node:fs';

export interface Row {
  readonly code: string;
  readonly result?: unknown;
  /** The classes of the exception, most special first. */
  readonly raises?: readonly string[];
}

export const { inputs, rows } = JSON.parse(readFileSync('test/reference/library.json', 'utf8')) as {
  inputs: Record<string, unknown>;
  rows: readonly Row[];
};

/** The inputs that a row may use. */
export function setup(row: Row): string {
  const used = Object.entries(inputs).filter(([name]) =>
    new RegExp(`\\b${name}\\b`).test(row.code),
  );
  const lines = used.map(([name, value]) => `${name} = ${literal(value)}`);
  return ['import math', 'import numpy as np', ...lines].join('\n');
}

function literal(value: unknown): string {
  const text = JSON.stringify(value).replaceAll('true', 'True').replaceAll('false', 'False');
  return Array.isArray(value) ? `np.array(${text})` : text;
}
