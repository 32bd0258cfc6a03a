/**
 * Writes SUPPORT.md anew and prints the share of the census that is supported; with
 * --check it writes nothing and fails when the file is not up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { python } from '../trace/python';
import { collectEvidence } from './evidence';
import { knownNames } from './names';
import { supportPage } from './page';
import { shareLine, shares } from './share';

const language = await python();
const evidence = collectEvidence(language);
const names = knownNames(language.tables, evidence);
const page = supportPage(names, evidence);
if (process.argv.includes('--check')) {
  if (readFileSync('SUPPORT.md', 'utf8') !== page) {
    console.error('SUPPORT.md is not up to date: run npm run support');
    process.exitCode = 1;
  }
} else {
  writeFileSync('SUPPORT.md', page);
}
for (const share of shares(names, evidence)) console.log(shareLine(share));
const open = names.filter(({ state }) => state === 'known').length;
console.log(`${open} of ${names.length} known names are not yet held against the reference`);
