import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import type { ItemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'
import { missing, type ResponseMatrix } from '../model/response-matrix.ts'
import { type Behaviour, withRecall } from './behaviour.ts'
import { drawNormal } from './draws.ts'

/** What happened, beside the responses: theta at the occasion, and who did not answer as the model says. */
export type SimulatedOccasion = {
  readonly responses: ResponseMatrix
  readonly abilities: readonly number[]
  readonly guessers: readonly boolean[]
  readonly cheats: readonly boolean[]
  readonly memorisers: readonly boolean[]
  /** Items that the cheats have seen. */
  readonly leaked: readonly number[]
}

/** Who and what is simulated. */
export type OccasionPlan = {
  readonly people: readonly number[]
  readonly items: readonly ItemParameters[]
  readonly behaviour?: Behaviour
  /** How often each person has seen each item before, row by row; never unless told. */
  readonly exposures?: ArrayLike<number>
}

type Roles = Pick<SimulatedOccasion, 'guessers' | 'cheats' | 'memorisers'> & {
  readonly leaked: ReadonlySet<number>
}

function chooseRoles({ people, items, behaviour = {} }: OccasionPlan, random: SeededRandom): Roles {
  const { guessing, cheating, memorising } = behaviour
  const draw = (share: number): boolean[] => people.map(() => random.next() < share)
  const order = shuffle(
    items.map((_, index) => index),
    random,
  )
  return {
    guessers: draw(guessing?.people ?? 0),
    cheats: draw(cheating?.people ?? 0),
    memorisers: draw(memorising?.people ?? 0),
    leaked: new Set(order.slice(0, Math.round(items.length * (cheating?.items ?? 0)))),
  }
}

type Cell = { readonly person: number; readonly item: number; readonly theta: number }

/** P(correct) of one person on one item, as the person's behaviour leaves it. */
function chanceOf(
  { items, behaviour = {}, exposures }: OccasionPlan,
  roles: Roles,
  { person, item, theta }: Cell,
): number {
  const { guessing, cheating, memorising } = behaviour
  if (cheating && roles.cheats[person] && roles.leaked.has(item)) return cheating.success
  if (guessing && roles.guessers[person] && item >= items.length * (1 - guessing.items))
    return guessing.chance
  const p = probabilityCorrect(theta, items[item]!)
  if (!memorising || !roles.memorisers[person]) return p
  const seen = exposures?.[person * items.length + item] ?? 0
  return withRecall(p, Math.min(memorising.most, seen * memorising.perExposure))
}

/**
 * Simulates one occasion on which people answer items.
 *
 * @throws RangeError when the exposures do not fit people and items
 * @example simulateOccasion({ people: [0], items: [{ a: 1, b: 0, c: 0, d: 1 }] }, seededRandom('a')).responses.persons // 1
 */
export function simulateOccasion(plan: OccasionPlan, random: SeededRandom): SimulatedOccasion {
  const { people, items, behaviour = {}, exposures } = plan
  if (exposures && exposures.length !== people.length * items.length)
    throw new RangeError('Exposures are counted for every person and item.')
  const roles = chooseRoles(plan, random)
  const cells = new Uint8Array(people.length * items.length)
  people.forEach((theta, person) => {
    for (let item = 0; item < items.length; item++) {
      const correct = random.next() < chanceOf(plan, roles, { person, item, theta })
      const absent = behaviour.missing !== undefined && random.next() < behaviour.missing
      cells[person * items.length + item] = absent ? missing : Number(correct)
    }
  })
  const responses = { persons: people.length, items: items.length, cells }
  return { ...roles, responses, abilities: people, leaked: [...roles.leaked].sort((x, y) => x - y) }
}

/**
 * Simulates several occasions on the same items: ability grows as `learning` says, exposures add up.
 *
 * @param count number of occasions
 * @example simulateOccasions({ people: [0], items: [] }, 2, seededRandom('a')).length // 2
 */
export function simulateOccasions(
  plan: OccasionPlan,
  count: number,
  random: SeededRandom,
): SimulatedOccasion[] {
  const exposures = Uint32Array.from(
    plan.exposures ?? new Uint32Array(plan.people.length * plan.items.length),
  )
  let people = plan.people
  return Array.from({ length: count }, (_, occasion) => {
    const { learning } = plan.behaviour ?? {}
    if (occasion > 0 && learning)
      people = people.map((theta) => theta + drawNormal(random, learning.mean, learning.sd))
    const result = simulateOccasion({ ...plan, people, exposures }, random)
    result.responses.cells.forEach((cell, place) => {
      if (cell !== missing) exposures[place]! += 1
    })
    return result
  })
}
