/**
 * Project settings: the text of a pyproject.toml to the options of its
 * `[tool.gradlens]`, or to what is wrong with them and where. The doors find and
 * read the files.
 */
import { type Given, judgeNamed } from './settings';

export type Project =
  | { readonly kind: 'ok'; readonly options: Given }
  /** `line` is 1-based. */
  | { readonly kind: 'wrong'; readonly message: string; readonly line: number };

/** Judges the text of a pyproject.toml; null when it has no `[tool.gradlens]`. */
export async function judgeProject(text: string): Promise<Project | null> {
  if (!text.includes('gradlens')) return null;
  const { parse, TomlError } = await import('smol-toml');
  let table: unknown;
  try {
    const { tool } = parse(text);
    table = isTable(tool) ? tool.gradlens : undefined;
  } catch (problem) {
    const [message] = String((problem as Error).message).split('\n');
    const line = problem instanceof TomlError ? problem.line : lineOf(text, null);
    return { kind: 'wrong', message, line };
  }
  if (table === undefined) return null;
  if (!isTable(table)) {
    return { kind: 'wrong', message: 'tool.gradlens must be a table', line: lineOf(text, null) };
  }
  let options: Given = {};
  for (const [name, value] of Object.entries(table)) {
    const judged = judgeNamed(name, value);
    if (judged.kind === 'wrong') {
      const message = `[tool.gradlens] ${judged.message}`;
      return { kind: 'wrong', message, line: lineOf(text, name) };
    }
    options = { ...options, ...judged.options };
  }
  return { kind: 'ok', options };
}

/** Where a setting stands, else where GradLens is named: TOML can say one thing in many ways. */
function lineOf(text: string, setting: string | null): number {
  const lines = text.split('\n');
  const header = lines.findIndex((line) => /^\s*\[.*gradlens/.test(line));
  const named = lines.findIndex(
    (line, at) => header >= 0 && at > header && line.split('=')[0].trim() === setting,
  );
  if (named >= 0) return named + 1;
  const first = header >= 0 ? header : lines.findIndex((line) => line.includes('gradlens'));
  return first + 1;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
