import { type FactValues, factValues } from '../domain/cloud/cloud-facts.ts'
import { describeFault } from '../domain/cloud/shape.ts'
import { type Simulation, simulations } from '../domain/cloud/time/simulations.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { casesOf, type Identified, identify } from './cloud-cases.ts'
import type { Content } from './ports.ts'

/** A simulation that does not exist, with those that do. */
export type SimulationUnknown = {
  readonly code: 'simulation-unknown'
  readonly name: string
  readonly known: readonly string[]
}

/** The result of one case, or why there is none. */
export type TimeAnswer = Identified & (object | { readonly invalid: string })

/** A simulation as a list shows it. */
export type SimulationSummary = { readonly name: string; readonly summary: string }

/** The simulations that can be asked for. */
export const listSimulations = (): readonly SimulationSummary[] =>
  Object.entries(simulations).map(([name, { summary }]) => ({ name, summary }))

function answer({ run }: Simulation, asked: unknown, facts: FactValues): TimeAnswer {
  if (typeof asked !== 'object' || asked === null) return { invalid: 'a case is an object' }
  const { id: _, ...given } = asked as Readonly<Record<string, unknown>>
  const result = run(given, facts)
  if (result.ok) return { ...identify(asked), ...result.value }
  const { error } = result
  const invalid = error.code === 'shape-malformed' ? error.faults.map(describeFault).join('; ') : error.reason
  return { ...identify(asked), invalid }
}

/** Runs a simulation on cases: one answer per case, in order; a case that is wrong says why and stops no other. */
export function simulateTime(
  name: string,
  input: unknown,
  { content }: { readonly content: Pick<Content, 'cloudFacts'> },
): Result<readonly TimeAnswer[], SimulationUnknown> {
  const found = Object.hasOwn(simulations, name) ? simulations[name] : undefined
  if (found === undefined) return fail({ code: 'simulation-unknown', name, known: Object.keys(simulations) })
  const facts = factValues(content.cloudFacts())
  return ok(casesOf(input).map((asked) => answer(found, asked, facts)))
}
