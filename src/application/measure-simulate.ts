import { seededRandom } from '../domain/kernel/seeded-random.ts'
import type { ItemParameters } from '../domain/measurement/model/item-parameters.ts'
import type { Behaviour } from '../domain/measurement/simulation/behaviour.ts'
import { type ItemPopulation, simulateItems } from '../domain/measurement/simulation/simulate-items.ts'
import { type PeoplePopulation, simulatePeople } from '../domain/measurement/simulation/simulate-people.ts'
import {
  type SimulatedOccasion,
  simulateOccasions,
} from '../domain/measurement/simulation/simulate-responses.ts'

/** What is to be simulated. The same request gives the same numbers. */
export type SimulationRequest = {
  readonly seed: string
  readonly people: number
  readonly items: number
  readonly itemPopulation: ItemPopulation
  readonly peoplePopulation: PeoplePopulation
  readonly behaviour: Behaviour
  readonly occasions: number
}

/** Drawn items and what happened on each occasion. */
export type Simulation = {
  readonly items: readonly ItemParameters[]
  readonly occasions: readonly SimulatedOccasion[]
}

/** Draws items and people and lets the people answer, each from a random sequence of its own. */
export function simulateTest(request: SimulationRequest): Simulation {
  const { seed, itemPopulation, peoplePopulation, behaviour } = request
  const items = simulateItems(itemPopulation, request.items, seededRandom(`${seed} items`))
  const people = simulatePeople(peoplePopulation, request.people, seededRandom(`${seed} people`))
  const occasions = simulateOccasions(
    { people, items, behaviour },
    request.occasions,
    seededRandom(`${seed} responses`),
  )
  return { items, occasions }
}
