/** The numbers of the plots as tables, folded away until someone wants them. */
import type { CurveReport } from '../src/check/curve-report';
import { formatNumber } from '../src/render/number';

interface Props {
  readonly curve: CurveReport;
  /** The input entry, as the user knows it. */
  readonly name: string;
}

/** Every so many places of the plot are told. */
const stride = 6;

export function PlotTable({ curve, name }: Props) {
  const places = curve.points.filter((_, at) => at % stride === 0);
  return (
    <details class="plot-table">
      <summary>the numbers as tables</summary>
      <table>
        <thead>
          <tr>
            {[name, 'value', 'analytic', 'numeric', 'written'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map(({ x, value, analytic, numeric, written }) => (
            <tr key={x}>
              <th scope="row">{formatNumber(x)}</th>
              {[value, analytic, numeric, written].map((each, at) => (
                <td key={at}>{formatNumber(each)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <thead>
          <tr>
            {['step h', 'central difference', 'error'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curve.steps.map(({ step, value, error }) => (
            <tr key={step}>
              <th scope="row">{formatNumber(step, 3)}</th>
              <td>{formatNumber(value, 10)}</td>
              <td>{formatNumber(error, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
