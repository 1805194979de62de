import type { CatalogueView } from '../../../application/read-catalogue.ts'
import type { CertificationView } from '../../../application/read-certification.ts'
import { describeRenewal, shortName } from '../../../presentation/catalogue-words.ts'
import { renewalGraph } from '../../../presentation/charts/renewal-graph.ts'
import { formatCount } from '../../../presentation/formats.ts'
import { Figure } from '../parts/figure.tsx'
import { nameOf, renewedByStones, renewsStones } from './renewal-stones.ts'

type Props = { readonly view: CertificationView; readonly all: CatalogueView['certifications'] }

/** What renews it, and what a pass renews. */
export function Renewals({ view, all }: Props) {
  const renewedBy = renewedByStones(view, all)
  const renews = renewsStones(view, all)
  const subject = { name: shortName(view.name), status: view.status }
  return (
    <section class="section">
      <h2>Renewal</h2>
      <p class="prose">
        It is valid for {formatCount(view.validityYears, 'year')}.{' '}
        {renewedBy === null ? 'No source says how it is renewed.' : ''}
      </p>
      {all.length === 0 ? null : (
        <Figure
          draw={(width) =>
            renewalGraph({
              id: 'renewal',
              title: `Renewal of ${view.name}`,
              width: Math.min(width, 1000),
              subject,
              renewedBy,
              renews,
            })
          }
        />
      )}
      {view.renewedBy === null || view.renewedBy.length === 0 ? null : (
        <details>
          <summary>Ways to renew, in words</summary>
          <ul class="bullets prose">
            {view.renewedBy.map((renewal) => {
              const text = describeRenewal(renewal, nameOf(all))
              return <li key={text}>{text}</li>
            })}
          </ul>
        </details>
      )}
    </section>
  )
}
