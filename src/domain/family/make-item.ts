import { type CloudFacts, expiredFacts } from '../cloud/cloud-facts.ts'
import type { Item, Option, Prompt } from '../item/types.ts'
import type { CalendarDate } from '../kernel/calendar-date.ts'
import type { Alternative, Draft, Family, HashItem, Placement } from './types.ts'

/** What an item needs beside its draft. `facts` are dated: the item ends with the first of them that the family uses. */
export type ItemFrame = {
  readonly family: Family
  readonly seed: string
  readonly placement: Placement
  readonly facts: CloudFacts
  readonly hashItem: HashItem
}

/** Last day on which every fact of a family holds; null where none ends. @example validUntilOf(familyWithoutFacts, facts) // null */
export function validUntilOf({ facts: ids }: Pick<Family, 'facts'>, facts: CloudFacts): CalendarDate | null {
  const ends = ids.flatMap((id) => facts[id].validUntil ?? [])
  return ends.toSorted()[0] ?? null
}

/** True on the days on which a family may be drawn from. @example isAlive(familyWithoutFacts, facts, calendarDate('2026-12-01')) // true */
export const isAlive = (
  family: Pick<Family, 'facts' | 'since'>,
  facts: CloudFacts,
  day: CalendarDate,
): boolean => family.since <= day && expiredFacts(facts, family.facts, day).length === 0

/** The key of one option, as its kind writes it. */
function keyOf({ kind }: Family, { key }: Draft, { answer }: Alternative): Option['key'] {
  if (kind === 'matching') return null
  if (kind !== 'ordering') return key.includes(answer)
  const place = key.indexOf(answer)
  return place < 0 ? null : place + 1
}

function makeOptions(family: Family, draft: Draft): Option[] {
  const statements = new Map(family.misconceptions.map(({ id, statement }) => [id, statement]))
  return draft.alternatives.map((alternative) => ({
    ...draft.rendering.option(alternative.answer, alternative.misconception),
    key: keyOf(family, draft, alternative),
    misconception: statements.get(alternative.misconception ?? '') ?? null,
  }))
}

const makePrompts = (draft: Draft): Prompt[] =>
  (draft.rendering.prompts ?? []).map((text, index) => ({
    text,
    option: draft.alternatives.findIndex(({ answer }) => answer === draft.key[index]),
  }))

function selectOf({ kind }: Family, { key }: Draft): number | null {
  return kind === 'multiple-response' || kind === 'ordering' ? key.length : null
}

/** Turns a draft into an item of one exam version; the other placements stand in `alsoFor`. */
export function makeItem(draft: Draft, { family, seed, placement, facts, hashItem }: ItemFrame): Item {
  const item: Omit<Item, 'hash'> = {
    id: `family-${family.name}-${seed}`,
    kind: family.kind,
    stem: draft.rendering.stem,
    stimulusId: null,
    select: selectOf(family, draft),
    options: makeOptions(family, draft),
    prompts: makePrompts(draft),
    domain: placement.domain,
    task: placement.task,
    alsoFor: family.placements.flatMap(({ examCode, task }) =>
      task === null || examCode === placement.examCode ? [] : [{ examCode, task }],
    ),
    cognitive: family.cognitive,
    services: family.services,
    references: draft.rendering.references ?? family.references,
    validFrom: family.since,
    validUntil: validUntilOf(family, facts),
    angoff: draft.angoff,
    origin: { by: 'family', on: family.since },
    enemies: [],
  }
  return { ...item, hash: hashItem(item) }
}
