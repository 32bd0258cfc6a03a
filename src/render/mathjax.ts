/**
 * The part of MathJax that formulas need: TeX in, one SVG out, without a page. A
 * module of its own, so that it is loaded by the first formula that is typeset.
 */
import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import 'mathjax-full/js/input/tex/ams/AmsConfiguration.js';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { SVG } from 'mathjax-full/js/output/svg.js';

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const page = mathjax.document('', {
  InputJax: new TeX({ packages: ['base', 'ams'] }),
  OutputJax: new SVG({ fontCache: 'local' }),
});

/** The formula as an SVG in `currentColor`, its size in `ex`; null for TeX that is wrong. */
export function texToSvg(tex: string): string | null {
  const svg = adaptor.innerHTML(page.convert(tex, { display: true }));
  return svg.includes('data-mml-node="merror"') ? null : svg;
}
