import type { CatalogueView } from '../../../application/read-catalogue.ts'
import { confidenceWords } from '../../../presentation/catalogue-words.ts'
import { formatMinutes, formatUsd } from '../../../presentation/formats.ts'

/** Short hands-on assessments beside the certifications. */
export function Microcredentials({ view }: { readonly view: CatalogueView }) {
  if (view.microcredentials.length === 0) return null
  return (
    <section class="section">
      <h2>Microcredentials</h2>
      <ul class="rows micro-rows">
        {view.microcredentials.map((micro) => (
          <li key={micro.name}>
            <h3>{micro.name}</h3>
            <p>{micro.assessment}</p>
            <p class="soft">
              {micro.durationMinutes === null ? 'time unknown' : formatMinutes(micro.durationMinutes)},{' '}
              {micro.feeUsd === null ? 'fee unknown' : formatUsd(micro.feeUsd)}
            </p>
            <p class="soft small">{confidenceWords[micro.confidence]}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
