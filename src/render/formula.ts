/**
 * Makes formulas short enough to read: `y*1 + 2*x^1` becomes `y + 2*x`. mathjs
 * does the work and is loaded by the first formula.
 */
import type { FormulaReport } from '../check/report';

/** Beyond this length a formula is left as it is. */
const longest = 400;
/** Beyond this length only the cheap rules are tried: the full set can take seconds. */
const longestForAllRules = 120;

const style = { parenthesis: 'auto', implicit: 'show' };

const cheapRules = [
  'n*1 -> n',
  '1*n -> n',
  'n+0 -> n',
  '0+n -> n',
  'n*0 -> 0',
  '0*n -> 0',
  'n^1 -> n',
];

/** A shorter way to write an expression; the text itself where there is none. Never throws. */
export async function simplifyFormula(text: string): Promise<string> {
  if (text.length > longest) return text;
  const { parse, simplify } = await import('./mathjs');
  try {
    const options = { exactFractions: false };
    const parsed = parse(text);
    const simple =
      text.length > longestForAllRules
        ? simplify(parsed, cheapRules, {}, options)
        : simplify(parsed, {}, options);
    // Only the brackets that are needed, in the user's own order, where no step makes it shorter.
    const plain = compact(parsed.toString(style));
    const written = compact(simple.toString(style));
    const short = ink(written) < ink(plain) ? written : plain;
    return ink(short) <= ink(text) ? short : text;
  } catch {
    return text;
  }
}

/** A function's formula and its partial derivatives, simplified. */
export async function simplifyFormulas(formula: FormulaReport): Promise<FormulaReport> {
  const partials = await Promise.all(
    Object.entries(formula.partials).map(
      async ([name, text]) => [name, await simplifyFormula(text)] as const,
    ),
  );
  return { value: await simplifyFormula(formula.value), partials: Object.fromEntries(partials) };
}

/** `2 * x ^ 2` → `2*x^2`: blanks part terms, not factors. */
function compact(text: string): string {
  return text.replace(/ ([*/^]) /g, '$1');
}

/** The length without blanks. */
function ink(text: string): number {
  return text.replaceAll(' ', '').length;
}
