import type { CatalogueView } from '../../../application/read-catalogue.ts'
import { confidenceWords } from '../../../presentation/catalogue-words.ts'
import { formatMinutes, formatUsd, orUnknown } from '../../../presentation/formats.ts'

/** Short hands-on assessments beside the certifications. */
export function Microcredentials({ view }: { readonly view: CatalogueView }) {
  if (view.microcredentials.length === 0) return null
  return (
    <section class="section">
      <h2>Microcredentials</h2>
      <div class="table-frame">
        <table class="wide-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Assessment</th>
              <th scope="col">Time</th>
              <th scope="col">Fee</th>
              <th scope="col">Known from</th>
            </tr>
          </thead>
          <tbody>
            {view.microcredentials.map((micro) => (
              <tr key={micro.name}>
                <th scope="row">{micro.name}</th>
                <td>{micro.assessment}</td>
                <td>{orUnknown(micro.durationMinutes, formatMinutes)}</td>
                <td>{orUnknown(micro.feeUsd, formatUsd)}</td>
                <td class="soft small">{confidenceWords[micro.confidence]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
