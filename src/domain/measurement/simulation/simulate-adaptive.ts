import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { informationAt } from '../model/information.ts'
import type { ItemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'
import type { SparseResponses } from '../model/response-matrix.ts'

/** Who answers, and how items are given: `length` to each person, each the best of `among` drawn at random. */
export type AdaptivePlan = {
  readonly people: readonly number[]
  readonly bank: readonly ItemParameters[]
  readonly length: number
  readonly among: number
}

type Standing = { readonly running: number; readonly given: ReadonlySet<number> }

function nextItem({ bank, among }: AdaptivePlan, { running, given }: Standing, random: SeededRandom): number {
  let [best, most] = [-1, -1]
  for (let tried = 0; tried < among || best < 0; tried++) {
    const item = random.integer(bank.length)
    const information = given.has(item) ? -1 : informationAt(running, bank[item]!)
    if (information > most) [best, most] = [item, information]
  }
  return best
}

/**
 * Simulates sparse adaptive data: each person answers a few items of a bank, chosen near a running estimate that moves by a falling step.
 * Which items a person meets then depends on the answers, as in a live adaptive test.
 *
 * @throws RangeError when a person would need more items than the bank has
 * @example simulateAdaptive({ people: [0], bank: [{ a: 1, b: 0, c: 0, d: 1 }], length: 1, among: 1 }, seededRandom('a')).item.length // 1
 */
export function simulateAdaptive(plan: AdaptivePlan, random: SeededRandom): SparseResponses {
  const { people, bank, length } = plan
  if (length > bank.length) throw new RangeError('A person cannot answer more items than the bank has.')
  const item = new Uint32Array(people.length * length)
  const score = new Uint8Array(people.length * length)
  people.forEach((theta, person) => {
    const given = new Set<number>()
    let running = 0
    for (let position = 0; position < length; position++) {
      const chosen = nextItem(plan, { running, given }, random)
      const correct = random.next() < probabilityCorrect(theta, bank[chosen]!)
      given.add(chosen)
      running += (correct ? 1 : -1) / (1 + position / 2)
      item[person * length + position] = chosen
      score[person * length + position] = Number(correct)
    }
  })
  const starts = Uint32Array.from({ length: people.length + 1 }, (_, person) => person * length)
  return { persons: people.length, items: bank.length, starts, item, score }
}
