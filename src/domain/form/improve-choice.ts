import { conflictsWith } from '../item/enemies.ts'
import type { Item } from '../item/types.ts'
import type { SeededRandom } from '../kernel/seeded-random.ts'
import { costOf, countItem, type Tally, targetOf } from './choice-cost.ts'
import type { Choice, ChoiceRequest } from './choose-items.ts'

const draws = 4000
const temperature = { first: 2, last: 0.01 } as const

type Role = 'scored' | 'pretest' | 'outside'

/** The search's working copy; the items of case studies keep their seats. `contentious` are items with an enemy in the pool. */
type Seats = { readonly [role in Role]: Item[] } & {
  readonly sets: readonly Item[]
  readonly contentious: ReadonlySet<string>
}
type Seat = { readonly role: Role; readonly index: number; readonly item: Item }
type Swap = readonly [leaving: Seat, entering: Seat]

const swapRoles: readonly (readonly [Role, Role])[] = [
  ['scored', 'outside'],
  ['scored', 'pretest'],
  ['pretest', 'outside'],
]

function drawSeat(seats: Seats, role: Role, random: SeededRandom): Seat | undefined {
  const index = random.integer(seats[role].length)
  const item = seats[role][index]
  return item && { role, index, item }
}

/** Two seats that may exchange their items: a scored seat keeps its domain, and no enemy comes in. */
function drawSwap(seats: Seats, random: SeededRandom): Swap | undefined {
  const [from, to] = swapRoles[random.integer(swapRoles.length)] ?? []
  const leaving = from && drawSeat(seats, from, random)
  const entering = to && drawSeat(seats, to, random)
  if (!leaving || !entering) return undefined
  if (leaving.role === 'scored' && leaving.item.domain !== entering.item.domain) return undefined
  if (entering.role !== 'outside' || !seats.contentious.has(entering.item.id)) return [leaving, entering]
  const staying = [...seats.scored, ...seats.pretest, ...seats.sets].filter((item) => item !== leaving.item)
  return conflictsWith(entering.item, staying) ? undefined : [leaving, entering]
}

function exchange(seats: Seats, [leaving, entering]: Swap): void {
  seats[leaving.role][leaving.index] = entering.item
  seats[entering.role][entering.index] = leaving.item
}

/** Carries a swap into the tally; the reversed swap takes it out again. */
function countSwap(tally: Tally, [a, b]: Swap, timesSeen: ChoiceRequest['timesSeen']): void {
  const count = (item: Item, role: Role, sign: 1 | -1): void => {
    if (role !== 'outside')
      countItem(tally, item, { scored: role === 'scored', sign, timesSeen: timesSeen.get(item.id) ?? 0 })
  }
  count(a.item, a.role, -1)
  count(b.item, b.role, -1)
  count(a.item, b.role, 1)
  count(b.item, a.role, 1)
}

const reversed = ([a, b]: Swap): Swap => [
  { ...a, item: b.item },
  { ...b, item: a.item },
]

function seatsOf(choice: Choice, pool: readonly Item[]): Seats {
  const taken = new Set([...choice.sets.flat(), ...choice.scored, ...choice.pretest])
  return {
    scored: [...choice.scored],
    pretest: [...choice.pretest],
    outside: pool.filter((item) => item.stimulusId === null && !taken.has(item)),
    sets: choice.sets.flat(),
    contentious: new Set(pool.flatMap((item) => (item.enemies.length > 0 ? [item.id, ...item.enemies] : []))),
  }
}

function tallyOf(seats: Seats, timesSeen: ChoiceRequest['timesSeen']): Tally {
  const tally: Tally = { counts: new Map(), angoff: 0, exposures: 0 }
  const count = (items: readonly Item[], scored: boolean): void => {
    for (const item of items)
      countItem(tally, item, { scored, sign: 1, timesSeen: timesSeen.get(item.id) ?? 0 })
  }
  count([...seats.sets, ...seats.scored], true)
  count(seats.pretest, false)
  return tally
}

/**
 * Improves a choice by simulated annealing over swaps that keep every domain quota and bring no enemies together:
 * 4,000 draws while the temperature falls geometrically from 2 to 0.01.
 *
 * @returns a choice of the same size and quotas
 * @see Kirkpatrick, Gelatt, Vecchi (1983), Optimization by simulated annealing
 * @example improveChoice(choice, request).scored.length // choice.scored.length
 */
export function improveChoice(choice: Choice, request: ChoiceRequest): Choice {
  const { random, timesSeen } = request
  const seats = seatsOf(choice, request.pool)
  const tally = tallyOf(seats, timesSeen)
  const target = targetOf(choice, request)
  const cooling = (temperature.last / temperature.first) ** (1 / draws)
  let heat: number = temperature.first
  let cost = costOf(tally, target)
  for (let draw = 0; draw < draws; draw++, heat *= cooling) {
    const swap = drawSwap(seats, random)
    if (!swap) continue
    countSwap(tally, swap, timesSeen)
    const next = costOf(tally, target)
    if (next <= cost || random.next() < Math.exp((cost - next) / heat)) {
      exchange(seats, swap)
      cost = next
    } else countSwap(tally, reversed(swap), timesSeen)
  }
  return { sets: choice.sets, scored: seats.scored, pretest: seats.pretest }
}
