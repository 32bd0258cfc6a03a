/** Decimals that a person rounded: `0.333` for 1/3 is right as far as it goes. */

/** Whether the decimal, of three significant digits or more, is `value` rounded to its last digit. */
export function roundsTo(decimal: string, value: number): boolean {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(decimal.replaceAll('_', ''));
  if (parts === null) return false;
  const [, , whole, fraction = '', exponent = '0'] = parts;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits.length < 3 || !decimal.includes('.')) return false;
  const lastDigit = 10 ** (Number(exponent) - fraction.length);
  return Math.abs(Number(decimal.replaceAll('_', '')) - value) <= 0.5000001 * lastDigit;
}

/** The literal decimals of a claim in order (`[0.333, 1.25]`); null when it is no plain literal. */
export function decimalsOf(source: string): string[] | null {
  if (!/^[\s\d.,eE+\-_[\]()]*$/.test(source)) return null;
  return source.match(/[+-]?(?:\d[\d_]*\.?[\d_]*|\.\d+)(?:[eE][+-]?\d+)?/g);
}
