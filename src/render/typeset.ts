/**
 * A function and its partial derivatives as a picture: mathjs turns the formulas into
 * TeX, MathJax draws them. Both are loaded by the first picture.
 */
import type { FormulaReport } from '../check/report';

export interface TypesetFormula {
  /** A data address of an SVG. */
  readonly image: string;
  readonly width: number;
  readonly height: number;
}

/** Pixels of an `ex`: formulas are as high as the text of a hover. */
const pixels = 7;
/** A picture wider than this is shrunk by the hover until nobody can read it. */
const widest = 620;
const mostPartials = 4;
/** Signs of names that TeX can show; others become blanks. */
const signs: Readonly<Record<string, string>> = { _: '\\_', '.': '.' };

/** The picture in a colour such as `#cccccc`; null where the formulas do not fit or are no mathematics. */
export async function typeset(
  name: string,
  formula: FormulaReport,
  color: string,
): Promise<TypesetFormula | null> {
  const partials = Object.entries(formula.partials);
  if (partials.length > mostPartials) return null;
  const [{ formulaToTex }, { texToSvg }] = await Promise.all([
    import('./mathjs'),
    import('./mathjax'),
  ]);
  const called = `${nameToTex(name)}(${partials.map(([each]) => nameToTex(each)).join(', ')})`;
  try {
    const lines = [
      `${called} &= ${formulaToTex(formula.value)}`,
      ...partials.map(
        ([each, text]) =>
          `\\frac{\\partial ${nameToTex(name)}}{\\partial ${nameToTex(each)}} &= ${formulaToTex(text)}`,
      ),
    ];
    const svg = texToSvg(`\\begin{aligned} ${lines.join(' \\\\ ')} \\end{aligned}`);
    return svg === null ? null : picture(svg, color);
  } catch {
    // Names such as `params.W1` are no names to mathjs: the plain text stays.
    return null;
  }
}

function picture(svg: string, color: string): TypesetFormula | null {
  const [, width, height] = /width="([\d.]+)ex" height="([\d.]+)ex"/.exec(svg) ?? [];
  if (width === undefined) return null;
  const size = {
    width: Math.ceil(Number(width) * pixels),
    height: Math.ceil(Number(height) * pixels),
  };
  if (size.width > widest) return null;
  const drawn = svg
    .replace(/ style="[^"]*"/, '')
    .replace(/width="[\d.]+ex" height="[\d.]+ex"/, `width="${size.width}" height="${size.height}"`)
    .replaceAll('currentColor', color);
  return { image: `data:image/svg+xml;base64,${toBase64(drawn)}`, ...size };
}

/** `x` in italics; longer names upright, as names of functions are. */
function nameToTex(name: string): string {
  const escaped = name.replace(/[^\p{L}\p{N}]/gu, (sign) => signs[sign] ?? ' ');
  return /^\p{L}$/u.test(name) ? escaped : `\\mathrm{${escaped}}`;
}

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
