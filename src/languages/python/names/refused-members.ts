/** What Python's builtin values have and the interpreter has not: refused by name. */
import type { LanguageTables, MemberOwner } from '../../../syntax/tables';
import { refused } from './notation';

const lacking: Readonly<Record<Exclude<MemberOwner, 'array'>, string>> = {
  number:
    'as_integer_ratio bit_count bit_length denominator from_bytes fromhex hex imag numerator to_bytes',
  text: 'encode expandtabs format_map isidentifier isprintable istitle maketrans translate',
  list: '',
  tuple: '',
  dict: '',
  set: 'difference_update intersection_update symmetric_difference_update',
};

/** The members of all builtin values with those that are refused. */
export function withRefused(members: LanguageTables['members']): LanguageTables['members'] {
  const all = Object.entries(lacking).map(
    ([owner, words]) =>
      [owner, { ...refused(words, 'not supported'), ...members[owner as MemberOwner] }] as const,
  );
  return { ...members, ...Object.fromEntries(all) };
}
