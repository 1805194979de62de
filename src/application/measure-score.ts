import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { ItemParameters } from '../domain/measurement/model/item-parameters.ts'
import { missing, type ResponseMatrix } from '../domain/measurement/model/response-matrix.ts'
import type { ItemScores } from '../domain/measurement/scoring/ability-terms.ts'
import {
  type AbilityEstimate,
  type AbilityMethod,
  estimateAbility,
  summarisePosterior,
} from '../domain/measurement/scoring/estimate-ability.ts'
import { type AbilityPrior, makePosterior } from '../domain/measurement/scoring/posterior-grid.ts'
import { readItemFile, readResponses } from './measure-tables.ts'
import type { Ports, TableFault } from './ports.ts'

/** What a person asks of scoring. */
export type ScoringRequest = {
  readonly responses: string
  readonly items: string
  readonly method: AbilityMethod
  readonly scale: number
  readonly prior: AbilityPrior
}

/** Ability of one person; null where nothing was answered to go by. `bounded` when the estimate ran into the bound of the search. */
export type ScoredPerson = {
  readonly theta: number | null
  readonly se: number | null
  readonly bounded?: true
}

export const abilityMethods = ['eap', 'map', 'mle', 'wle'] as const satisfies readonly AbilityMethod[]

function scoresOf({ items, cells }: ResponseMatrix, person: number): ItemScores {
  return Array.from(cells.subarray(person * items, (person + 1) * items), (cell) =>
    cell === missing ? null : cell,
  )
}

/** EAP tabulates the items once for everyone; the other methods search person by person. */
function estimatorFor(
  items: readonly ItemParameters[],
  { method, prior }: ScoringRequest,
): (scores: ItemScores) => AbilityEstimate | undefined {
  if (method !== 'eap') return (scores) => estimateAbility(scores, items, { method, prior })
  const posterior = makePosterior(items, prior)
  return (scores) => summarisePosterior(posterior(scores))
}

const present = (estimate: AbilityEstimate | undefined): ScoredPerson =>
  estimate
    ? { theta: estimate.theta, se: estimate.se, ...(estimate.bounded && { bounded: true }) }
    : { theta: null, se: null }

/** Estimates the ability of every person of a file of responses from the parameters of another file. */
export async function scorePersons(
  ports: Pick<Ports, 'tables'>,
  request: ScoringRequest,
): Promise<Result<readonly ScoredPerson[], TableFault>> {
  const table = await readResponses(ports, request.responses)
  if (!table.ok) return table
  const bank = await readItemFile(ports, request.items, request.scale)
  if (!bank.ok) return bank
  const { file, names, responses } = table.value
  const unknown = names.findIndex((name) => !bank.value.has(name))
  if (unknown !== -1) {
    const reason = `${request.items} has no parameters for the item "${names[unknown]}"`
    return fail({ code: 'table-malformed', file, line: 1, column: unknown + 1, reason })
  }
  const estimate = estimatorFor(
    names.map((name) => bank.value.get(name)!),
    request,
  )
  return ok(
    Array.from({ length: responses.persons }, (_, person) => present(estimate(scoresOf(responses, person)))),
  )
}
