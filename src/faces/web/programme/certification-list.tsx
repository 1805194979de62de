import type { CatalogueView, ListedCertification } from '../../../application/read-catalogue.ts'
import type { Tier } from '../../../domain/catalogue/types.ts'
import { shortName } from '../../../presentation/catalogue-words.ts'
import { formatMinutes, formatUsd } from '../../../presentation/formats.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import { shownCode, stoneOf } from './stones.ts'

type RowProps = { readonly certification: ListedCertification; readonly query: string }

function factsOf(certification: ListedCertification): string {
  const version = certification.examVersions.find(({ examCode }) => examCode === shownCode(certification))
  if (version === undefined) return ''
  const { totalItems, durationMinutes, feeUsd } = version
  const parts = [
    totalItems === null ? 'items unknown' : `${totalItems} items`,
    durationMinutes === null ? 'time unknown' : formatMinutes(durationMinutes),
    feeUsd === null ? 'fee unknown' : formatUsd(feeUsd),
  ]
  return parts.join(', ')
}

function Row({ certification, query }: RowProps) {
  const { id, name, status } = certification
  const { remark, examCode } = stoneOf(certification)
  return (
    <li>
      <h3>
        <a href={`/programme/${id}${query}`}>{shortName(name)}</a>
      </h3>
      <p>
        <StatusMark status={status} />
      </p>
      <p class="soft">
        {examCode}
        {remark === null ? '' : `, ${remark}`}
      </p>
      <p class="soft">{status === 'retired' ? '' : factsOf(certification)}</p>
    </li>
  )
}

function TierSection({
  tier,
  certifications,
  query,
}: {
  readonly tier: Tier
  readonly certifications: readonly ListedCertification[]
  readonly query: string
}) {
  if (certifications.length === 0) return null
  return (
    <section class="section">
      <h2>{tier.name}</h2>
      <ul class="rows certification-rows">
        {certifications.map((certification) => (
          <Row key={certification.id} certification={certification} query={query} />
        ))}
      </ul>
    </section>
  )
}

const order = ['active', 'ending', 'beta', 'announced', 'retired'] as const

/** Every certification by tier, those that can be sat first. */
export function CertificationList({ view, query }: { readonly view: CatalogueView; readonly query: string }) {
  const sorted = [...view.certifications].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
  return (
    <>
      {view.tiers.map((tier) => (
        <TierSection
          key={tier.id}
          tier={tier}
          certifications={sorted.filter((certification) => certification.tier === tier.id)}
          query={query}
        />
      ))}
    </>
  )
}
