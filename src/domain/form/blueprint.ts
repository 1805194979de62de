import type { ExamVersion, ItemKind } from '../catalogue/types.ts'
import type { AssumedFacts, Pack, ScorableKind } from '../item/types.ts'
import type { Blueprint, BlueprintDomain } from './types.ts'

/** What stands in for a figure that neither the exam guide nor the pack gives. */
const fallback = { totalItems: 65, minutesPerItem: 2, cutScore: 750 } as const
const simplestKinds: readonly ScorableKind[] = ['multiple-choice', 'multiple-response']

const isScorable = (kind: ItemKind): kind is ScorableKind => kind !== 'case-study'

/** A figure, and the sentence that says where it comes from when the exam guide does not give it. */
type Settled<T> = { readonly value: T; readonly assumption: string | null }

function settle<T>(
  known: T | null,
  assumed: T | undefined,
  otherwise: T,
  say: (value: T, source: string) => string,
): Settled<T> {
  if (known !== null) return { value: known, assumption: null }
  if (assumed !== undefined) return { value: assumed, assumption: say(assumed, 'assumed by the pack') }
  return { value: otherwise, assumption: say(otherwise, 'assumed by Cairn') }
}

function settleCounts(
  version: ExamVersion,
  assumed: AssumedFacts,
): { scored: Settled<number>; unscored: Settled<number> } {
  const total = version.totalItems ?? fallback.totalItems
  const unscored = settle(
    version.unscoredItems,
    assumed.unscoredItems,
    version.scoredItems === null ? 0 : Math.max(0, total - version.scoredItems),
    (count, source) => `The number of unscored items is unknown; ${count} is ${source}.`,
  )
  const scored = settle(
    version.scoredItems,
    assumed.scoredItems,
    Math.max(1, total - unscored.value),
    (count, source) => `The number of scored items is unknown; ${count} is ${source}.`,
  )
  return { scored, unscored }
}

function settleDomains(version: ExamVersion, assumed: AssumedFacts): Settled<BlueprintDomain[]> {
  const known = version.domains.every((domain) => domain.weightPercent !== null)
  const domains = version.domains.map((domain) => ({
    number: domain.number,
    name: domain.name,
    weightPercent: domain.weightPercent ?? assumed.weights?.[String(domain.number)] ?? null,
    tasks: domain.tasks.map((task) => task.number),
  }))
  if (known) return { value: domains, assumption: null }
  const stated = domains.every((domain) => domain.weightPercent !== null)
  if (stated)
    return {
      value: domains,
      assumption: 'The weights of the domains are unknown; those used are assumed by the pack.',
    }
  const equal = domains.map((domain) => ({ ...domain, weightPercent: null }))
  return { value: equal, assumption: 'The weights of the domains are unknown; every domain counts the same.' }
}

/**
 * What a form of an exam version must look like. Where the exam guide's facts are unknown (null) the pack's assumed
 * figures are used, then plain defaults; each gap adds a sentence to `assumes`.
 *
 * @example blueprintOf(version, pack).scoredItems // 50 where the version says so
 */
export function blueprintOf(version: ExamVersion, pack: Pick<Pack, 'assumes' | 'assumed'>): Blueprint {
  const assumed = pack.assumed ?? {}
  const { scored, unscored } = settleCounts(version, assumed)
  const minutes = fallback.minutesPerItem * (scored.value + unscored.value)
  const duration = settle(
    version.durationMinutes,
    assumed.durationMinutes,
    minutes,
    (value, source) => `The time allowed is unknown; ${value} minutes are ${source}.`,
  )
  const cut = settle(
    version.cutScore,
    assumed.cutScore,
    fallback.cutScore,
    (value, source) => `The cut score is unknown; ${value} is ${source}.`,
  )
  const kinds = settle<readonly ScorableKind[]>(
    version.itemKinds?.filter(isScorable) ?? null,
    assumed.kinds,
    simplestKinds,
    (value, source) => `The kinds of item are unknown; ${value.join(' and ')} are ${source}.`,
  )
  const domains = settleDomains(version, assumed)
  const gaps = [scored, unscored, duration, cut, kinds, domains].flatMap(({ assumption }) => assumption ?? [])
  const like =
    gaps.length > 0 && assumed.like
      ? [`Figures assumed by the pack follow ${assumed.like}, the nearest known version.`]
      : []
  return {
    examCode: version.examCode,
    scoredItems: scored.value,
    unscoredItems: unscored.value,
    durationMinutes: duration.value,
    cutScore: cut.value,
    kinds: kinds.value,
    domains: domains.value,
    assumes: [...pack.assumes, ...gaps, ...like],
  }
}
