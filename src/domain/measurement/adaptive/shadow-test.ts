import type { ItemValue } from './item-value.ts'
import type { AdaptiveTestPlan, ShadowRules } from './session.ts'

/** A whole test around what was given: the best one found that keeps the rules, or as nearly as one was found. */
export type ShadowTest = {
  /** Positions in the bank, ascending; what was given is among them. */
  readonly items: readonly number[]
  /** Sum of the values of the items that are still to come. */
  readonly value: number
  /** How far the rules are broken, in items (and minutes); 0 for a test that keeps them all. */
  readonly violation: number
}

/** A draft of a test, with counts that make a swap cheap to judge. */
type Draft = {
  readonly within: Uint8Array
  readonly areaCounts: number[]
  /** By item of the bank, how many of its rivals are in the draft. */
  readonly rivalCounts: Uint16Array
  size: number
  seconds: number
}

type Search = { readonly plan: AdaptiveTestPlan; readonly rules: ShadowRules; readonly draft: Draft }

const secondsOf = ({ bank }: AdaptiveTestPlan, item: number): number => bank.items[item]!.seconds ?? 0

function put({ plan, draft }: Search, item: number, by: 1 | -1): void {
  const { content } = plan.bank.items[item]!
  draft.within[item] = by === 1 ? 1 : 0
  draft.areaCounts[content] = (draft.areaCounts[content] ?? 0) + by
  for (const rival of plan.bank.rivals[item]!) draft.rivalCounts[rival]! += by
  draft.size += by
  draft.seconds += by * secondsOf(plan, item)
}

const beyond = (count: number, [fewest, most]: readonly [number, number]): number =>
  Math.max(0, fewest - count) + Math.max(0, count - most)

const boundsOf = ({ contentBounds, length }: ShadowRules, area: number): readonly [number, number] =>
  contentBounds[area] ?? [0, length]

const overtime = ({ mostSeconds = Number.POSITIVE_INFINITY }: ShadowRules, seconds: number): number =>
  Math.max(0, seconds - mostSeconds) / 60

/** How much a swap changes the violation. */
function changeOf({ plan, rules, draft }: Search, out: number, into: number): number {
  const [from, to] = [plan.bank.items[out]!.content, plan.bank.items[into]!.content]
  const counts = draft.areaCounts
  const broken = (area: number, shift: number): number =>
    beyond((counts[area] ?? 0) + shift, boundsOf(rules, area))
  const content = from === to ? 0 : broken(from, -1) + broken(to, 1) - broken(from, 0) - broken(to, 0)
  const rivals = plan.bank.rivals[out]!.includes(into) ? 1 : 0
  const conflicts = draft.rivalCounts[into]! - rivals - draft.rivalCounts[out]!
  const seconds = draft.seconds + secondsOf(plan, into) - secondsOf(plan, out)
  return content + conflicts + overtime(rules, seconds) - overtime(rules, draft.seconds)
}

function violationOf({ plan, rules, draft }: Search): number {
  const areas = Math.max(rules.contentBounds.length, draft.areaCounts.length)
  const content = Array.from({ length: areas }, (_, area) =>
    beyond(draft.areaCounts[area] ?? 0, boundsOf(rules, area)),
  )
  const conflicts =
    plan.bank.items.reduce((sum, _, item) => sum + draft.within[item]! * draft.rivalCounts[item]!, 0) / 2
  return (
    content.reduce((a, b) => a + b, 0) +
    conflicts +
    overtime(rules, draft.seconds) +
    Math.abs(rules.length - draft.size)
  )
}

/** Adds the best items that fit, areas with a shortage first; then any that fit; then any at all, for the search to mend. */
function fill(search: Search, ranked: readonly number[]): void {
  const { plan, rules, draft } = search
  const count = (item: number): number => draft.areaCounts[plan.bank.items[item]!.content] ?? 0
  const bounds = (item: number) => boundsOf(rules, plan.bank.items[item]!.content)
  const passes: readonly ((item: number) => boolean)[] = [
    (item) => draft.rivalCounts[item] === 0 && count(item) < bounds(item)[0],
    (item) => draft.rivalCounts[item] === 0 && count(item) < bounds(item)[1],
    () => true,
  ]
  for (const fits of passes) {
    for (const item of ranked) {
      if (draft.size >= rules.length) return
      if (draft.within[item] === 0 && fits(item)) put(search, item, 1)
    }
  }
}

const mostTrials = 200_000
const hair = 1e-12

/** Swaps as long as one lowers the violation, or keeps it and raises the value; within a bound on trials. */
function improve(search: Search, ranked: readonly number[], values: ReadonlyMap<number, number>): void {
  const { draft } = search
  let trials = 0
  for (let improved = true; improved && trials < mostTrials; ) {
    improved = false
    for (const out of ranked.toReversed()) {
      if (draft.within[out] === 0) continue
      const into = ranked.find((item) => {
        if (draft.within[item] === 1 || trials++ >= mostTrials) return false
        const change = changeOf(search, out, item)
        return change < -hair || (change < hair && values.get(item)! > values.get(out)! + hair)
      })
      if (into === undefined) continue
      put(search, out, -1)
      put(search, into, 1)
      improved = true
    }
  }
}

type Request = {
  readonly fixed: readonly number[]
  readonly usable: readonly number[]
  readonly value: ItemValue
}

/** One search: greedy by value less the price of time, then swaps by value alone. */
function searchAt(
  plan: AdaptiveTestPlan,
  rules: ShadowRules,
  request: Request,
  priceOfSecond: number,
): ShadowTest {
  const size = plan.bank.items.length
  const draft: Draft = {
    within: new Uint8Array(size),
    areaCounts: [],
    rivalCounts: new Uint16Array(size),
    size: 0,
    seconds: 0,
  }
  const search = { plan, rules, draft }
  for (const item of request.fixed) put(search, item, 1)
  const free = request.usable.filter((item) => draft.within[item] === 0)
  const values = new Map(free.map((item) => [item, request.value(item)]))
  const ranked = free.toSorted((a, b) => values.get(b)! - values.get(a)! || a - b)
  const price = (item: number): number => values.get(item)! - priceOfSecond * secondsOf(plan, item)
  fill(search, priceOfSecond === 0 ? ranked : free.toSorted((a, b) => price(b) - price(a) || a - b))
  improve(search, ranked, values)
  const items = [...draft.within.keys()].filter((item) => draft.within[item] === 1)
  return {
    items,
    value: items.reduce((sum, item) => sum + (values.get(item) ?? 0), 0),
    violation: violationOf(search),
  }
}

/** Prices of time that are tried while a test takes too long, in units of mean value per mean second. */
const prices = [0.5, 2, 8, 1e6]

/**
 * Assembles the whole test of most value that contains what was given and keeps the hard rules, by a greedy start and swaps:
 * a bounded search, not an exact one.
 *
 * @param request.fixed positions that must be in the test: given items and the rest of an open set
 * @param request.usable positions that may be added
 * @returns the first test that keeps the rules, or the one that breaks them least
 * @see van der Linden, Reese (1998), Applied Psychological Measurement 22, 259-270
 */
export function assembleShadowTest(plan: AdaptiveTestPlan, rules: ShadowRules, request: Request): ShadowTest {
  const { usable, value } = request
  const total = (of: (item: number) => number): number => usable.reduce((sum, item) => sum + of(item), 0)
  const unit =
    total(value) /
    Math.max(
      1,
      total((item) => secondsOf(plan, item)),
    )
  let best = searchAt(plan, rules, request, 0)
  for (const price of rules.mostSeconds === undefined ? [] : prices) {
    if (best.violation === 0) return best
    const next = searchAt(plan, rules, request, price * unit)
    if (next.violation < best.violation) best = next
  }
  return best
}
