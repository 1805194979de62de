import { isEligible } from './exposure.ts'
import { type AdaptiveSession, type AdaptiveTestPlan, countContent } from './session.ts'

/** The items of the set that the last item belongs to, as many as may still be given. */
export function findOpenItems(plan: AdaptiveTestPlan, { responses }: AdaptiveSession): number[] {
  const { bank, mostPerSet = Number.POSITIVE_INFINITY } = plan
  const last = responses.at(-1)
  if (last === undefined || bank.sets[last.item]!.length === 0) return []
  const members = bank.sets[last.item]!
  const given = responses.filter(({ item }) => members.includes(item)).length
  const barred = new Set(responses.flatMap(({ item }) => [item, ...bank.rivals[item]!]))
  return members.filter((item) => !barred.has(item)).slice(0, Math.max(0, mostPerSet - given))
}

/** Marks every item that was given, its rivals, and the rest of its set, which is open no more. */
function markBarred({ bank }: AdaptiveTestPlan, { responses }: AdaptiveSession): Uint8Array {
  const barred = new Uint8Array(bank.items.length)
  for (const { item } of responses) {
    barred[item] = 1
    for (const other of bank.rivals[item]!) barred[other] = 1
    for (const other of bank.sets[item]!) barred[other] = 1
  }
  return barred
}

/** The items that enemies, families and finished sets leave free. */
export function findFree(plan: AdaptiveTestPlan, session: AdaptiveSession): number[] {
  const barred = markBarred(plan, session)
  const free: number[] = []
  for (let item = 0; item < barred.length; item++) if (barred[item] === 0) free.push(item)
  return free
}

/** Those of some items that exposure control leaves to this session. */
export function keepEligible(
  { exposure }: AdaptiveTestPlan,
  session: AdaptiveSession,
  items: readonly number[],
): number[] {
  if (exposure === undefined) return [...items]
  const { mean } = session.ability
  return items.filter((item) => isEligible(exposure, item, session.draws[item]!, mean))
}

/** The content area furthest behind its share: the one with the least (items given + 1/2) / share. */
function findNeediestArea(
  plan: AdaptiveTestPlan,
  session: AdaptiveSession,
  allowed: readonly number[],
): number {
  const counts = countContent(plan, session)
  const supplied = new Set(allowed.map((item) => plan.bank.items[item]!.content))
  const need = (area: number): number => ((counts[area] ?? 0) + 0.5) / (plan.contentShares[area] ?? 0)
  return [...supplied].sort((a, b) => need(a) - need(b) || a - b)[0] ?? 0
}

/**
 * The items to choose from: those of an open set; else those that enemies, families and sets leave free, of the content area
 * furthest behind its share, eligible under exposure control. Content comes before exposure: an area whose items are all barred
 * is opened.
 *
 * @returns positions in the bank, ascending; none when the bank is exhausted
 * @see Kingsbury, Zara (1989), Applied Measurement in Education 2, 359-375
 */
export function findCandidates(plan: AdaptiveTestPlan, session: AdaptiveSession): number[] {
  const open = findOpenItems(plan, session)
  if (open.length > 0) return open
  const free = findFree(plan, session)
  const area = findNeediestArea(plan, session, free)
  const inArea = free.filter((item) => plan.bank.items[item]!.content === area)
  const eligible = keepEligible(plan, session, inArea)
  return eligible.length > 0 ? eligible : inArea
}
