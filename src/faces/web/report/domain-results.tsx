import type { DomainBand, DomainResult } from '../../../domain/attempt/types.ts'
import { formatPercent } from '../../../presentation/formats.ts'
import { bandText, estimateText } from '../../../presentation/report-text.ts'

const looks: Readonly<Record<DomainBand, { readonly glyph: string; readonly look: string }>> = {
  'meets competencies': { glyph: '●', look: 'mark mark-well' },
  'needs improvement': { glyph: '◐', look: 'mark mark-attention' },
  'too few items': { glyph: '○', look: 'mark' },
}

function Band({ band }: { readonly band: DomainBand }) {
  const { glyph, look } = looks[band]
  return (
    <span class={look}>
      <span aria-hidden="true">{glyph}</span> {bandText(band)}
    </span>
  )
}

/** The bar is as long as the domain weighs and as full as it was answered right; the numbers stand beside it. */
function WeightBar({ domain, heaviest }: { readonly domain: DomainResult; readonly heaviest: number }) {
  const length = domain.weightPercent === null ? 1 : domain.weightPercent / heaviest
  const full = domain.scored === 0 ? 0 : domain.correct / domain.scored
  return (
    <span class="weight-bar" aria-hidden="true" style={{ inlineSize: formatPercent(length) }}>
      <span style={{ inlineSize: formatPercent(full) }} />
    </span>
  )
}

/** Domains with weight, counts and band. */
export function DomainResults({ domains }: { readonly domains: readonly DomainResult[] }) {
  const heaviest = Math.max(...domains.map(({ weightPercent }) => weightPercent ?? 0), 1)
  return (
    <section class="section">
      <h2>By domain</h2>
      <ul class="domain-results">
        {domains.map((domain) => (
          <li key={domain.number}>
            <h3>
              {domain.number}. {domain.name}
            </h3>
            <p class="soft small">
              {domain.weightPercent === null ? 'Weight unknown' : `${domain.weightPercent}% of the exam`}
            </p>
            <WeightBar domain={domain} heaviest={heaviest} />
            <p class="domain-counts">
              <span class="number">{domain.correct}</span> of {domain.scored}
            </p>
            <p class="domain-band">
              <Band band={domain.band} />
              {domain.estimate === undefined || domain.estimate === null ? null : (
                <span class="soft small domain-estimate">{estimateText(domain.estimate)}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
      <p class="soft small prose">
        A bar is as long as the domain weighs. Sections have few items: read their marks with caution. A band
        and an estimate need 12 scored items; scoring makes no minimum per domain.
      </p>
    </section>
  )
}
