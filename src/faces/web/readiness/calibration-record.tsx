import type { RecordView } from '../../../application/read-readiness.ts'
import { reliabilityPlot } from '../../../presentation/charts/reliability-plot.ts'
import { formatPercent } from '../../../presentation/formats.ts'
import { recordText } from '../../../presentation/readiness-text.ts'
import { Figure } from '../parts/figure.tsx'

/** How often such statements came true, or that this is simulated so far. */
export function CalibrationRecord({ record }: { readonly record: RecordView }) {
  const { bins } = record.record
  return (
    <section class="section">
      <h2>How often such statements came true</h2>
      <p>
        <span class={record.kind === 'simulated' ? 'mark mark-attention' : 'mark mark-well'}>
          {record.kind === 'simulated' ? 'Simulated so far' : 'Reported outcomes'}
        </span>
      </p>
      <p class="prose">{recordText(record)}</p>
      <div class="reliability">
        <Figure draw={(width) => reliabilityPlot({ id: 'reliability', width, bins })} />
        <table>
          <caption class="visually-hidden">Stated chances and what came true</caption>
          <thead>
            <tr>
              <th scope="col">Stated</th>
              <th scope="col">Came true</th>
              <th scope="col">Outcomes</th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ stated, observed, count }) => (
              <tr key={stated}>
                <th scope="row">{formatPercent(stated)}</th>
                <td>{formatPercent(observed)}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
