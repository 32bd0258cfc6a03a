/** The closed table of all ops: one record each, by family. */
import type { OpTable } from '../op';
import { arithmetic } from './arithmetic';
import { bits, comparison, logic } from './comparison';
import { division } from './division';
import { exponential } from './exponential';
import { extremes } from './extremes';
import { leaves } from './leaves';
import { products } from './matmul';
import { prod } from './prod';
import { reductions } from './reductions';
import { region } from './region';
import { rounding } from './rounding';
import { scans } from './scans';
import { special } from './special';
import { spectral } from './spectral';
import { structure } from './structure';
import { trigonometric } from './trigonometric';

export const ops: OpTable = {
  ...leaves,
  ...exponential,
  ...trigonometric,
  ...special,
  ...rounding,
  ...arithmetic,
  ...division,
  ...extremes,
  ...comparison,
  ...logic,
  ...bits,
  ...reductions,
  ...prod,
  ...scans,
  ...structure,
  ...region,
  ...products,
  ...spectral,
};
