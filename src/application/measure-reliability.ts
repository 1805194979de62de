import { ok, type Result } from '../domain/kernel/result.ts'
import { completeRows } from '../domain/measurement/statistics/complete-rows.ts'
import { itemStatistics } from '../domain/measurement/statistics/item-statistics.ts'
import { reliability } from '../domain/measurement/statistics/reliability.ts'
import { readResponses } from './measure-tables.ts'
import type { Ports, TableFault } from './ports.ts'

/** Internal consistency of a test, and each item's correlation with the rest, over the persons who answered everything. */
export type ReliabilityAnswer = {
  readonly kr20: number
  readonly alpha: number
  readonly itemRest: readonly number[]
  readonly standardError: number
  readonly persons: number
  readonly leftOut: number
  readonly names: readonly string[]
}

/** Analyses a file of responses as a test. */
export async function measureReliability(
  ports: Pick<Ports, 'tables'>,
  file: string,
): Promise<Result<ReliabilityAnswer, TableFault>> {
  const table = await readResponses(ports, file)
  if (!table.ok) return table
  const { responses, names } = table.value
  const complete = completeRows(responses)
  const { kr20, alpha, standardError, persons } = reliability(complete)
  const itemRest = itemStatistics(complete).map((item) => item.itemRest)
  return ok({ kr20, alpha, itemRest, standardError, persons, leftOut: responses.persons - persons, names })
}
