/**
 * The finer cases of the verdicts: every code that a report can carry, with what it
 * means. An error of the user's own code has the name of its exception instead.
 */
export const codes = {
  // pass
  rounded: 'the claim is a decimal that is the true value rounded',
  'output-form': 'what is written is the derivative in terms of the output of the function',
  // mismatch
  shape: 'the written gradient has not the shape of its input',
  'near-miss': 'right but for a small difference, which is named',
  'output-passed':
    'the derivative is right, but a caller passes it the output instead of the input',
  // mismatch or kink
  kink: 'the function has two slopes there: every value between them is right, every other one wrong',
  // undefined
  domain: 'the function or its derivative has no finite value there',
  jump: 'the function jumps there',
  // unverified
  weak: 'the numeric derivative has too few good digits; says which operation loses the others',
  blurred: 'the analytic derivative itself loses its digits; says which operation does that',
  flat: 'the function does not change in any step: rounding hides its slope',
  unreliable: 'no step size settles the numeric derivative: two ladders of steps disagree',
  'numeric-alone': 'written and analytic agree, and the numeric derivative stands against both',
  'three-ways': 'written, analytic and numeric are three different values',
  nondeterministic: 'it draws random numbers while it runs',
  scale: 'exactly N or 1/N times the gradient: right for a loss that is a mean or a sum',
  'holds-if': 'right for data of a certain kind only, which is named',
  deliberate: 'a surrogate or a clipped gradient, as the text says',
  drawn: 'the shapes that GradLens drew may not be those that the function expects',
  functions: 'GradLens drew functions, and does not know which is the derivative of which',
  layout: 'it may be a Jacobian in a layout that GradLens does not read',
  skipped: 'an annotation says to skip it',
  // error
  'engine-doubt': 'our own gradients contradict each other: never a mistake of yours',
  internal: 'GradLens itself failed: never a mistake of yours, and worth a report to us',
  // unsupported
  annotation: 'a comment cannot be read, or names what is not there',
  sample: 'no input could be worked out for the function',
  'no-input': 'nothing that it takes can be differentiated',
  output: 'nothing that it returns can be differentiated',
  unread: 'what the written gradient returns cannot be matched with the parameters',
  skeleton: 'the gradient is not written yet',
  construct: 'a construct or name that is not understood',
  independent: 'the first name of a claim was not computed from the second',
  unreached: 'the statement or function is not reached when the code runs',
  // limit
  steps: 'too many statements, calls or rounds',
  depth: 'calls nest too deeply',
  elements: 'too many numbers',
  time: 'it took too long',
} as const;

export type Code = keyof typeof codes;

/** Whether a code tells of an error of ours, which is nobody's mistake. */
export function isOurs(code: string | null): boolean {
  return code === 'engine-doubt' || code === 'internal';
}

/** What a code means; null for the name of an exception. */
export function meaningOf(code: string): string | null {
  return Object.hasOwn(codes, code) ? codes[code as Code] : null;
}
