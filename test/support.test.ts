/**
 * The support table is true: it is what the tables and the reference give today, the
 * share of real gradients' names and constructs stays above its floor, and what the
 * census names and we refuse ends a check with the sentence that the tables hold.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { LanguageTables } from '../src/syntax/tables';
import { check as checkText, named } from './check/support';
import { census } from './support/census';
import { constructs } from './support/constructs';
import { collectEvidence, type Evidence } from './support/evidence';
import { type KnownName, knownNames, refusal } from './support/names';
import { supportPage } from './support/page';
import { shareLine, shares } from './support/share';
import { python } from './trace/python';

/** So many names of the tables no reference program uses; to be lowered, never raised. */
const MOST_UNHELD = 25;

describe('support', () => {
  let tables: LanguageTables;
  let evidence: Evidence;
  let names: readonly KnownName[];
  before(async function () {
    this.timeout(120_000);
    const language = await python();
    tables = language.tables;
    evidence = collectEvidence(language);
    names = knownNames(tables, evidence);
  });

  it('is what SUPPORT.md says', () => {
    const page = readFileSync('SUPPORT.md', 'utf8');
    assert.ok(page === supportPage(names, evidence), 'run npm run support');
  });

  it('holds the names of the tables against the reference', () => {
    const open = names.filter(({ state }) => state === 'known');
    const listed = open.map(({ owner, name }) => `${owner}.${name}`).join(' ');
    assert.ok(open.length <= MOST_UNHELD, `${open.length} names without a row: ${listed}`);
  });

  it('gives what the reference says of each name', () => {
    assert.deepEqual(evidence.wrong, []);
  });

  it('holds every construct against Python', () => {
    const open = constructs.filter(({ name }) => !evidence.constructs.has(name));
    assert.deepEqual(
      open.map(({ name }) => name),
      [],
    );
  });

  it('covers at least 95 % of the names by use', () => {
    const low = shares(names, evidence).filter(({ percent }) => percent < 95);
    assert.deepEqual(low.map(shareLine), []);
  });

  it('refuses the other names of the census by name', () => {
    const missing = shares(names, evidence).flatMap((share) => share.missing);
    const silent = missing.filter((name) => refusal(names, name) === null);
    assert.deepEqual(silent, []);
  });

  const refused: readonly [name: string, sentence: string][] = [
    ['scipy.sparse.csc_array', 'sparse matrices are not supported: use an array'],
    ...[
      'scipy._external.array_api_extra.at',
      'scipy._lib._array_api.array_namespace',
      'scipy._lib._array_api.xp_promote',
      'scipy._lib._array_api.xp_capabilities',
    ].map((name): [string, string] => [
      name,
      'a name of scipy for its own use is not supported: write it with numpy',
    ]),
  ];
  for (const [full, sentence] of refused) {
    it(`says why ${full} is refused`, async () => {
      const at = full.lastIndexOf('.');
      const [module, name] = [full.slice(0, at), full.slice(at + 1)];
      const text = `from ${module} import ${name}\n\n\n# @gradcheck x=1.5\ndef f(x):\n    return ${name}(x)\n`;
      assert.equal(refusal(names, full), sentence);
      const { verdict, reason } = named(await checkText(text), 'f');
      assert.equal(verdict, 'unsupported');
      assert.ok(reason.includes(`${full}: ${sentence}`), reason);
    });
  }

  it('tests each refusal of the census', () => {
    const inCensus = [...census.functions, ...census.members, ...census.builtins].filter(
      ({ name }) => refusal(names, name) !== null,
    );
    assert.deepEqual(inCensus.map(({ name }) => name).sort(), refused.map(([name]) => name).sort());
  });
});
