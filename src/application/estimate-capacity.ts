import { type Calculation, calculations } from '../domain/cloud/capacity/calculations.ts'
import { type FactValues, factValues } from '../domain/cloud/cloud-facts.ts'
import { describeFault } from '../domain/cloud/shape.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { casesOf, type Identified, identify } from './cloud-cases.ts'
import type { Content } from './ports.ts'

/** A calculation that does not exist, with those that do. */
export type CalculationUnknown = {
  readonly code: 'calculation-unknown'
  readonly name: string
  readonly known: readonly string[]
}

/** The result of one case, or why there is none. */
export type CapacityAnswer = Identified & (object | { readonly invalid: string })

/** A calculation as a list shows it. */
export type CalculationSummary = { readonly name: string; readonly summary: string }

/** The calculations that can be asked for. */
export const listCalculations = (): readonly CalculationSummary[] =>
  Object.entries(calculations).map(([name, { summary }]) => ({ name, summary }))

function answer({ run }: Calculation, asked: unknown, facts: FactValues): CapacityAnswer {
  if (typeof asked !== 'object' || asked === null) return { invalid: 'a case is an object' }
  const { id: _, ...given } = asked as Readonly<Record<string, unknown>>
  const result = run(given, facts)
  if (result.ok) return { ...identify(asked), ...result.value }
  const { error } = result
  const invalid = error.code === 'shape-malformed' ? error.faults.map(describeFault).join('; ') : error.reason
  return { ...identify(asked), invalid }
}

/** Runs a calculation on cases: one answer per case, in order; a case that is wrong says why and stops no other. */
export function estimateCapacity(
  name: string,
  input: unknown,
  { content }: { readonly content: Pick<Content, 'cloudFacts'> },
): Result<readonly CapacityAnswer[], CalculationUnknown> {
  const found = Object.hasOwn(calculations, name) ? calculations[name] : undefined
  if (found === undefined)
    return fail({ code: 'calculation-unknown', name, known: Object.keys(calculations) })
  const facts = factValues(content.cloudFacts())
  return ok(casesOf(input).map((asked) => answer(found, asked, facts)))
}
