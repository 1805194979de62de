import { type CloudFacts, factValues } from '../cloud/cloud-facts.ts'
import type { Finding } from '../item/finding.ts'
import { lintItem } from '../item/lint-item.ts'
import type { Item } from '../item/types.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import { seededRandom } from '../kernel/seeded-random.ts'
import { makeItem } from './make-item.ts'
import type { DraftRefusal, Family, HashItem, Placement, Variant } from './types.ts'

/** Scenarios drawn for one variant at most. */
const mostTries = 200

/** What a policy shown in the stem, or a list of facts, would be blamed for though it is no prose. */
const toleratedBeside: readonly (readonly [mark: RegExp, rules: readonly string[]])[] = [
  [/^```/m, ['stem-long', 'sentence-long']],
  [/^- /m, ['sentence-long']],
]

/** What a variant is drawn from. `examCode` picks the placement, the first one where it is left out. */
export type DrawRequest = {
  readonly family: Family
  /** Lower-case letters and digits. */
  readonly seed: string
  readonly examCode?: string
  readonly facts: CloudFacts
  readonly hashItem: HashItem
}

/** The family gave no sound item: why each scenario failed, counted. Mend its `sample`. */
export type FamilyExhausted = {
  readonly code: 'family-exhausted'
  readonly family: string
  readonly seed: string
  readonly refusals: Readonly<Partial<Record<DraftRefusal, number>>>
}

/**
 * What keeps a generated item back: every lint finding, warnings too, since drawing again costs nothing.
 * @example faultsOf(soundItem) // []
 */
export function faultsOf(item: Item): Finding[] {
  const tolerated = toleratedBeside.flatMap(([mark, rules]) => (mark.test(item.stem) ? rules : []))
  return lintItem(item).filter(({ rule }) => !tolerated.includes(rule))
}

function placementFor({ family, examCode }: DrawRequest): Placement {
  const placement =
    examCode === undefined
      ? family.placements[0]
      : family.placements.find((candidate) => candidate.examCode === examCode)
  if (placement === undefined) throw new RangeError(`${family.name} has no placement in ${examCode}.`)
  return placement
}

/**
 * Draws one item of a family. Scenarios are drawn until one gives a unique key, distractors from misconceptions and an
 * item without lint findings.
 *
 * @returns the variant, or `family-exhausted` after 200 scenarios
 * @throws RangeError where the family has no placement in the exam
 * @example drawVariant({ family, seed: '7', facts, hashItem }).ok // true
 */
export function drawVariant(request: DrawRequest): Result<Variant, FamilyExhausted> {
  const { family, seed, facts, hashItem } = request
  const placement = placementFor(request)
  const values = factValues(facts)
  const refusals: Partial<Record<DraftRefusal, number>> = {}
  for (let tries = 1; tries <= mostTries; tries++) {
    const draft = family.draft(seededRandom(`${family.name}/${seed}/${tries}`), values)
    if (typeof draft === 'string') {
      refusals[draft] = (refusals[draft] ?? 0) + 1
      continue
    }
    const item = makeItem(draft, { family, seed, placement, facts, hashItem })
    if (faultsOf(item).length > 0) {
      refusals['lint-finding'] = (refusals['lint-finding'] ?? 0) + 1
      continue
    }
    const beliefs = draft.alternatives.map(({ misconception }) => misconception)
    return ok({ family: family.name, seed, item, beliefs, features: draft.features, tries })
  }
  return fail({ code: 'family-exhausted', family: family.name, seed, refusals })
}
