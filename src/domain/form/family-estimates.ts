import { familyOfItem } from '../item/family-of-item.ts'
import type { ItemEstimate } from '../measurement/bank/item-estimate.ts'
import { stateRule } from '../measurement/bank/item-state.ts'
import { type FamilyParameters, fitFamily, newSibling } from '../measurement/family-parameters.ts'
import type { SiblingResponse } from '../measurement/family-posterior.ts'
import { missing } from '../measurement/model/response-matrix.ts'
import { summarisePosterior } from '../measurement/scoring/estimate-ability.ts'
import type { AbilityPrior } from '../measurement/scoring/posterior-grid.ts'
import { makePosterior } from '../measurement/scoring/posterior-grid.ts'
import { type CollectedResponse, examMeetings, type PoolResponses } from './collect-responses.ts'
import type { RunItem } from './item-bank.ts'

/** A family in a calibration run: the parameters belong to the family, its variants spread around them. */
export type RunFamily = FamilyParameters & { readonly family: string }

type Ability = Pick<SiblingResponse, 'theta' | 'thetaSd'>

/** Calibrated items that an attempt must have answered for its ability to say something about families. */
const fewestItems = 12

/** Ability of each attempt under exam conditions, from its calibrated items alone. */
function abilitiesOf(
  { responses, attempts, groups }: PoolResponses,
  items: readonly RunItem[],
  population: AbilityPrior,
): ReadonlyMap<string, Ability> {
  const posterior = makePosterior(
    items.map(({ parameters }) => parameters),
    population,
  )
  const rows = [...attempts.keys()].filter((row) => groups[row] === 0)
  return new Map(
    rows.flatMap((row) => {
      const cells = responses.cells.subarray(row * responses.items, (row + 1) * responses.items)
      const answers = Array.from(cells, (cell) => (cell === missing ? null : cell))
      if (answers.filter((answer) => answer !== null).length < fewestItems) return []
      const { theta, se } = summarisePosterior(posterior(answers))
      return [[attempts[row] as string, { theta, thetaSd: se }] as const]
    }),
  )
}

/** First meetings of each candidate with each family, under exam conditions: a second variant is not a first meeting. */
function firstOfFamily(
  responses: readonly CollectedResponse[],
): readonly (readonly [string, CollectedResponse])[] {
  const met = new Set<string>()
  return responses.flatMap((response) => {
    const family = familyOfItem(response.itemId)
    const meeting = `${response.candidateId}\n${family}`
    if (family === null || met.has(meeting)) return []
    met.add(meeting)
    return [[family, response] as const]
  })
}

/**
 * Estimates the families that were met in exams: one difficulty and discrimination for each, with the spread between its
 * variants integrated out. Abilities come from the calibrated items, so families do not move the scale.
 *
 * @param all every item of every closed attempt, in order of time
 * @returns families that at least 30 candidates met, by name
 * @example estimateFamilies([], { pool, items: [], population: { mean: 0, sd: 1 } }) // []
 */
export function estimateFamilies(
  all: readonly CollectedResponse[],
  given: {
    readonly pool: PoolResponses
    readonly items: readonly RunItem[]
    readonly population: AbilityPrior
  },
): RunFamily[] {
  const abilities = abilitiesOf(given.pool, given.items, given.population)
  const meetings = firstOfFamily(examMeetings(all)).flatMap(([family, { itemId, attemptId, correct }]) => {
    const ability = abilities.get(attemptId)
    return ability === undefined ? [] : [{ family, itemId, response: { ...ability, correct } }]
  })
  return [...Map.groupBy(meetings, ({ family }) => family)]
    .filter(([, own]) => own.length >= stateRule.provisional)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([family, own]) => {
      const siblings = Map.groupBy(own, ({ itemId }) => itemId)
      return {
        family,
        ...fitFamily([...siblings.values()].map((each) => each.map(({ response }) => response))),
      }
    })
}

/** What is believed of a variant that nobody has met: the family's parameters, with the spread between variants in the error. */
export const estimateOfVariant = (family: RunFamily): ItemEstimate => ({
  ...newSibling(family),
  state: 'provisional',
  responses: family.responses,
})
