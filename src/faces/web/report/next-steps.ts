import type { DomainResult, ReviewedItem, ScoreReport } from '../../../domain/attempt/types.ts'

/** What a report suggests to do next, most useful first. */
export type NextStep =
  | { readonly kind: 'review-missed'; readonly count: number }
  | { readonly kind: 'practise-domain'; readonly domain: DomainResult }
  | { readonly kind: 'sit-new-form' }

/** Points of the whole exam that a domain still has to give, 0 to 1; unknown weights count as equal shares. */
function pointsLeft(domain: DomainResult, domains: readonly DomainResult[]): number {
  const weight = domain.weightPercent === null ? 1 / domains.length : domain.weightPercent / 100
  return domain.scored === 0 ? 0 : weight * (1 - domain.correct / domain.scored)
}

const isMissed = (item: ReviewedItem): boolean => !item.feedback.correct

/** Suggests the review of what was missed, practice where most points are left, and a fresh form. */
export function nextSteps({
  domains,
  items = [],
}: Pick<ScoreReport, 'domains' | 'items'>): readonly NextStep[] {
  const missed = items.filter(isMissed).length
  const best = [...domains].sort((a, b) => pointsLeft(b, domains) - pointsLeft(a, domains))[0]
  return [
    ...(missed > 0 ? [{ kind: 'review-missed', count: missed } as const] : []),
    ...(best !== undefined && pointsLeft(best, domains) > 0
      ? [{ kind: 'practise-domain', domain: best } as const]
      : []),
    { kind: 'sit-new-form' },
  ]
}

/** The filters of the review. */
export type ReviewedFilter = 'all' | 'missed' | 'flagged'

/** The items that a filter and a domain (null for all) let through. */
export function filterReviewed(
  items: readonly ReviewedItem[],
  filter: ReviewedFilter,
  domain: number | null,
): readonly ReviewedItem[] {
  return items.filter((item) => {
    if (domain !== null && item.domain !== domain) return false
    return filter === 'all' || (filter === 'missed' ? isMissed(item) : item.flagged)
  })
}
