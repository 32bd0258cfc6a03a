/** Reads `# gradlens: ignore[...]` and `# gradlens: ignore-file` comments. */
import type { Ignore } from '../../syntax/nodes';
import type { Problem } from '../../syntax/problem';
import { lineStarts, positionAt, type Span } from '../../syntax/span';

export interface ReadIgnores {
  readonly ignores: readonly Ignore[];
  readonly problems: readonly Problem[];
}

/**
 * A comment behind code silences its line; one alone on its line the next, and
 * the definition that follows when comments or decorators stand between.
 * `firstCode` is where the file's first statement behind a docstring starts.
 */
export function readIgnores(
  text: string,
  comments: readonly Span[],
  firstCode: number,
): ReadIgnores {
  const ignores: Ignore[] = [];
  const problems: Problem[] = [];
  const starts = lineStarts(text);
  for (const comment of comments) {
    const match = FOUND.exec(text.slice(comment.start, comment.end));
    if (match === null) continue;
    const start = comment.start + match.index;
    const span = { start, end: start + match[0].trimEnd().length };
    const parsed = IGNORE.exec(match[1]);
    const problem = (message: string) =>
      problems.push({ span, code: 'annotation', severity: 'error', message });
    if (parsed === null) {
      problem('Write `# gradlens: ignore[mismatch] reason` or `# gradlens: ignore-file`.');
      continue;
    }
    const codes = (parsed[2] ?? '').split(/[\s,]+/).filter((code) => code !== '');
    const reason = parsed[3].trim();
    if (parsed[1] === 'ignore-file') {
      if (start > firstCode) problem('`ignore-file` stands at the top of the file; move it there.');
      else ignores.push({ line: null, codes, reason, span });
      continue;
    }
    for (const line of silencedLines(text, starts, comment)) {
      ignores.push({ line, codes, reason, span });
    }
  }
  return { ignores, problems };
}

const FOUND = /#\s*gradlens:\s*(.*)/;
const IGNORE = /^(ignore-file|ignore)(?![\w-])(?:\s*\[([^\]]*)\])?(?!\s*\[)(.*)$/;

function silencedLines(text: string, starts: readonly number[], comment: Span): number[] {
  const { line } = positionAt(starts, comment.start);
  if (text.slice(starts[line - 1], comment.start).trim() !== '') return [line];
  const lines = [line + 1];
  for (let next = line + 1; next <= starts.length; next += 1) {
    const source = text.slice(starts[next - 1], starts[next]).trim();
    if (source.startsWith('#') || source.startsWith('@')) continue;
    if (next > line + 1 && source !== '') lines.push(next);
    break;
  }
  return lines;
}
