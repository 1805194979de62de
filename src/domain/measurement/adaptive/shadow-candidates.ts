import { findFree, findOpenItems, keepEligible } from './candidates.ts'
import type { ItemValue } from './item-value.ts'
import type { AdaptiveSession, AdaptiveTestPlan, ShadowRules } from './session.ts'
import { assembleShadowTest, type ShadowTest } from './shadow-test.ts'

type Aim = { readonly rules: ShadowRules; readonly value: ItemValue }

const itemsGiven = ({ responses }: AdaptiveSession): number[] => responses.map(({ item }) => item)

/** The best whole test around what was given and the rest of an open set, of eligible items if they allow one, else of all. */
function findTest(
  plan: AdaptiveTestPlan,
  session: AdaptiveSession,
  { rules, value }: Aim,
): ShadowTest | null {
  const fixed = [...itemsGiven(session), ...findOpenItems(plan, session)]
  const free = findFree(plan, session)
  for (const usable of [keepEligible(plan, session, free), free]) {
    const test = assembleShadowTest(plan, rules, { fixed, usable, value })
    if (test.violation === 0) return test
  }
  return null
}

/** True unless the item opens a set that no test can finish within the rules. */
function opensSafely(plan: AdaptiveTestPlan, session: AdaptiveSession, aim: Aim, item: number): boolean {
  if (plan.bank.sets[item]!.length === 0) return true
  const opened = { ...session, responses: [...session.responses, { item, correct: true }] }
  return findTest(plan, opened, aim) !== null
}

/**
 * The items to choose from under a shadow test: those of an open set; else those of the whole test of most value that are still
 * to be given.
 *
 * @returns positions in the bank; none when no test that keeps the rules was found
 */
export function findShadowCandidates(plan: AdaptiveTestPlan, session: AdaptiveSession, aim: Aim): number[] {
  const test = findTest(plan, session, aim)
  if (test === null) return []
  const open = findOpenItems(plan, session)
  if (open.length > 0) return open
  const given = new Set(itemsGiven(session))
  return test.items.filter((item) => !given.has(item) && opensSafely(plan, session, aim, item))
}
