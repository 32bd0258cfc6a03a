/**
 * The drawing, or the plots, as a file of their own: an SVG that carries its colours
 * with it, and a PNG made of that.
 */
import type { ExportFormat } from '../src/render/panel-messages';

/** What the theme's style sheets say, as attributes. */
const styles = [
  'fill',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
  'paint-order',
  'stroke',
  'stroke-dasharray',
  'stroke-width',
  'text-anchor',
];

const margin = 16;
/** Pixels of a PNG for one of the drawing. */
const density = 2;

/** SVG text, or a PNG as base64; null where the format needs no picture or nothing is drawn. */
export async function picture(format: ExportFormat): Promise<string | null> {
  if (format !== 'svg' && format !== 'png') return null;
  const drawings = [...document.querySelectorAll<SVGSVGElement>('svg.graph, .plot svg')];
  if (drawings.length === 0) return null;
  const { text, width, height } = standalone(drawings);
  return format === 'svg' ? text : pixels(text, width, height);
}

/** One drawing below the other, each whole, whatever part of it is seen. */
function standalone(drawings: readonly SVGSVGElement[]): {
  readonly text: string;
  readonly width: number;
  readonly height: number;
} {
  let width = 0;
  let height = margin;
  const groups: string[] = [];
  for (const drawing of drawings) {
    const content = drawing.querySelector<SVGGElement>(':scope > g')!;
    const box = content.getBBox();
    const copy = styled(content);
    copy.setAttribute('transform', `translate(${margin - box.x} ${height - box.y})`);
    const definitions = [...drawing.querySelectorAll('defs')].map((each) => styled(each).outerHTML);
    groups.push(...definitions, copy.outerHTML);
    width = Math.max(width, box.width + 2 * margin);
    height += box.height + margin;
  }
  const paper = getComputedStyle(document.body).backgroundColor;
  const size = `width="${Math.ceil(width)}" height="${Math.ceil(height)}"`;
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}>`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    ...groups,
    '</svg>',
    '',
  ].join('\n');
  return { text, width, height };
}

/** A copy that looks the same without any style sheet. */
function styled<E extends Element>(original: E): E {
  const copy = original.cloneNode(true) as E;
  const originals = [original, ...original.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [at, element] of originals.entries()) {
    const computed = getComputedStyle(element);
    for (const name of styles) copies[at].setAttribute(name, computed.getPropertyValue(name));
    for (const name of ['class', 'tabindex', 'role', 'aria-pressed']) {
      copies[at].removeAttribute(name);
    }
  }
  return copy;
}

function pixels(text: string, width: number, height: number): Promise<string | null> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = Math.ceil(width * density);
      canvas.height = Math.ceil(height * density);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0, canvas.width, canvas.height);
      resolve(canvas.toDataURL('image/png').split(',')[1] ?? null);
    };
    image.onerror = () => resolve(null);
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  });
}
