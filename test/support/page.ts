/**
 * The support table as Markdown, made from the names of the language tables and
 * from what the reference programs used of them.
 */
import { constructs } from './constructs';
import type { Evidence } from './evidence';
import type { KnownName } from './names';

const titles: Readonly<Record<string, string>> = {
  builtins: 'Builtins',
  array: 'Members of arrays and tensors',
  number: 'Members of numbers',
  text: 'Members of strings',
  list: 'Members of lists',
  tuple: 'Members of tuples',
  dict: 'Members of dicts',
  set: 'Members of sets',
};

const introduction = `# What is supported

This page is written by \`npm run support\` from the tables that GradLens reads; do not edit it.
A name counts as supported when a program of the reference uses it and ends with the values that
Python, numpy and scipy give; a construct when such a program has it. ° marks names through which no
derivative goes: what they give moves in steps or not at all. A name that is not on this page stops
only the function that uses it, with a sentence that says so.`;

export function supportPage(names: readonly KnownName[], evidence: Evidence): string {
  const owners = [...new Set(names.map((each) => each.owner))];
  const counted = owners.map((owner) => {
    const own = names.filter((each) => each.owner === owner);
    return `| ${titles[owner] ?? `\`${owner}\``} | ${count(own, 'supported')} | ${count(own, 'refused')} | ${count(own, 'known')} |`;
  });
  return [
    introduction,
    ['| | supported | refused by name | not yet held |', '|---|--:|--:|--:|', ...counted].join(
      '\n',
    ),
    '## Python',
    constructList(evidence),
    ...owners.flatMap((owner) => [
      `## ${titles[owner] ?? owner}`,
      ...section(names.filter((each) => each.owner === owner)),
    ]),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function count(names: readonly KnownName[], state: KnownName['state']): number {
  return names.filter((each) => each.state === state).length;
}

function constructList(evidence: Evidence): string {
  const [held, open] = [true, false].map((wanted) =>
    constructs.filter(({ name }) => evidence.constructs.has(name) === wanted),
  );
  const listed = (rows: typeof constructs) => rows.map(({ name }) => `\`${name}\``).join(', ');
  const missing =
    open.length === 0 ? '' : `\n\nKnown, not yet held against Python: ${listed(open)}`;
  return `${listed(held)}${missing}`;
}

function section(names: readonly KnownName[]): string[] {
  const listed = (state: KnownName['state']) =>
    names
      .filter((each) => each.state === state)
      .map(({ name, flat }) => `\`${name}\`${flat ? '°' : ''}`)
      .join(', ');
  const reasons = [...new Set(names.flatMap(({ reason }) => (reason === '' ? [] : [reason])))];
  const refused = reasons.map((reason) => {
    const own = names.filter((each) => each.reason === reason).map(({ name }) => `\`${name}\``);
    return `| ${own.join(', ')} | ${reason} |`;
  });
  const known = listed('known');
  return [
    ...[listed('supported')].filter((text) => text !== ''),
    ...(known === '' ? [] : [`Known, not yet held against the reference: ${known}`]),
    ...(refused.length === 0 ? [] : [['| refused | why |', '|---|---|', ...refused].join('\n')]),
  ];
}
