import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { type DifClass, differentialFunctioning } from '../domain/measurement/statistics/mantel-haenszel.ts'
import { readGroups, readResponses } from './measure-tables.ts'
import type { Ports, TableFault } from './ports.ts'

/** Files of responses and of their groups; the reference group by name. */
export type DifRequest = { readonly responses: string; readonly group: string; readonly reference?: string }

/** Why groups cannot be compared. */
export type GroupFault =
  | { readonly code: 'not-two-groups'; readonly groups: readonly string[] }
  | { readonly code: 'reference-unknown'; readonly reference: string; readonly groups: readonly string[] }

/** Differential functioning of each item. */
export type DifAnswer = {
  readonly reference: string
  readonly focal: string
  readonly items: readonly {
    readonly item: string
    readonly chiSquare: number
    readonly oddsRatio: number
    readonly delta: number
    readonly class: DifClass
  }[]
}

/** Names by which files call their groups when they say which is which. */
const referenceNames = /^(r|ref|reference|majority)$/i
const focalNames = /^(f|foc|focal|minority)$/i

/** Reference first: as told, or as the names say, or the smaller in order (0 before 1, a before b). */
function orderGroups(
  groups: readonly string[],
  reference: string | undefined,
): Result<readonly [string, string], GroupFault> {
  const names = [...new Set(groups)].sort((x, y) => Number(x) - Number(y) || (x < y ? -1 : 1))
  const [first, second] = names
  if (names.length !== 2 || first === undefined || second === undefined)
    return fail({ code: 'not-two-groups', groups: names })
  if (reference !== undefined && !names.includes(reference))
    return fail({ code: 'reference-unknown', reference, groups: names })
  const swap =
    reference === undefined ? focalNames.test(first) && referenceNames.test(second) : reference === second
  return ok(swap ? [second, first] : [first, second])
}

/** Tests every item of a file of responses for differential functioning between two groups. */
export async function measureDif(
  ports: Pick<Ports, 'tables'>,
  request: DifRequest,
): Promise<Result<DifAnswer, TableFault | GroupFault>> {
  const table = await readResponses(ports, request.responses)
  if (!table.ok) return table
  const { responses, names } = table.value
  const groups = await readGroups(ports, request.group, responses.persons)
  if (!groups.ok) return groups
  const order = orderGroups(groups.value, request.reference)
  if (!order.ok) return order
  const [reference, focal] = order.value
  const findings = differentialFunctioning(
    responses,
    groups.value.map((group) => (group === focal ? 1 : 0)),
  )
  const items = findings.map(({ chiSquare, oddsRatio, delta, class: difClass }, index) => ({
    item: names[index]!,
    chiSquare,
    oddsRatio,
    delta,
    class: difClass,
  }))
  return ok({ reference, focal, items })
}
