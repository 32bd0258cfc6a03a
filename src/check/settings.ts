/**
 * Check settings wherever they come from (command line, project file, editor):
 * each is judged here, and a wrong one gets one sentence.
 */
import { nearest } from '../syntax/nearest';
import type { CheckOptions } from './report';

export type Given = { -readonly [K in keyof CheckOptions]?: CheckOptions[K] };

/** A setting that was understood, or the sentence that says what it must be. */
export type Judged =
  | { readonly kind: 'ok'; readonly options: Given }
  | { readonly kind: 'wrong'; readonly message: string };

const choices: { readonly mode: readonly string[]; readonly detect: readonly string[] } = {
  mode: ['auto', 'full', 'probe'],
  detect: ['conventions', 'annotated'],
};

const settingNames = ['rtol', 'atol', 'points', 'seed', 'mode', 'detect'] as const;
type SettingName = (typeof settingNames)[number];

/** Judges one setting; `label` is how the user wrote its name. */
export function judgeSetting(name: SettingName, value: unknown, label: string): Judged {
  const wrong = (must: string): Judged => ({
    kind: 'wrong',
    message: `${label} must be ${must}, not ${show(value)}`,
  });
  switch (name) {
    case 'rtol':
    case 'atol':
      if (typeof value === 'number' && Number.isFinite(value) && value >= 0) break;
      return wrong('a number that is 0 or more');
    case 'points':
      if (isWhole(value) && value >= 1 && value <= 1000) break;
      return wrong('a whole number from 1 to 1000');
    case 'seed':
      if (isWhole(value) && value >= 0) break;
      return wrong('a whole number that is 0 or more');
    case 'mode':
    case 'detect':
      if (choices[name].includes(value as string)) break;
      return wrong(choices[name].join(' or '));
  }
  return { kind: 'ok', options: { [name]: value } };
}

/** Judges one setting whose name is not known to be one. */
export function judgeNamed(name: string, value: unknown): Judged {
  const known = settingNames.find((each) => each === name);
  if (known !== undefined) return judgeSetting(known, value, known);
  const guess = nearest(name, settingNames);
  const hint = guess === null ? `known are ${settingNames.join(', ')}` : `did you mean ${guess}?`;
  return { kind: 'wrong', message: `unknown setting ${name}; ${hint}` };
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

function show(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}
