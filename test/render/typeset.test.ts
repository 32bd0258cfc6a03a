/** Formulas as pictures: what is drawn, in which colour, and what stays text. */
import assert from 'node:assert/strict';
import type { FormulaReport } from '../../src/check/report';
import { typeset } from '../../src/render/typeset';

const wave: FormulaReport = {
  value: 'x*sin(y) + x^2',
  partials: { x: 'sin(y) + 2*x', y: 'x*cos(y)' },
};

async function drawn(name: string, formula: FormulaReport): Promise<string | null> {
  const found = await typeset(name, formula, '#abcdef');
  if (found === null) return null;
  const [head, data] = found.image.split(',');
  assert.equal(head, 'data:image/svg+xml;base64');
  const svg = Buffer.from(data, 'base64').toString();
  assert.ok(svg.includes(`width="${found.width}" height="${found.height}"`));
  return svg;
}

describe('typeset formulas', () => {
  it('are SVGs in the colour that is asked for', async () => {
    const svg = await drawn('wave', wave);
    assert.match(svg ?? '', /^<svg /);
    assert.ok(svg?.includes('#abcdef'));
    assert.doesNotMatch(svg ?? '', /currentColor|style=/);
  });

  it('hold a line for the function and one for each derivative', async () => {
    const svg = await drawn('wave', wave);
    assert.equal(svg?.match(/data-mml-node="mtr"/g)?.length, 3);
    assert.equal(svg?.match(/data-mml-node="mfrac"/g)?.length, 2);
  });

  it('take names that TeX would read otherwise', async () => {
    const partials = { w_1: 'alpha', alpha: 'w_1' };
    const svg = await drawn('cost_of^{x}', { value: 'w_1*alpha', partials });
    assert.ok(svg !== null && !svg.includes('merror'));
  });

  it('stay text where they are too wide or no mathematics', async () => {
    const wide = Array.from({ length: 40 }, (_, at) => `sin(x*${at})`).join(' + ');
    assert.equal(await drawn('f', { value: wide, partials: { x: '1' } }), null);
    assert.equal(await drawn('f', { value: 'x +* 2', partials: { x: '1' } }), null);
    const many = Object.fromEntries([...'abcde'].map((name) => [name, '1']));
    assert.equal(await drawn('f', { value: 'a+b+c+d+e', partials: many }), null);
  });
});
