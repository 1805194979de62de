import { ok, type Result } from '../domain/kernel/result.ts'
import { scoreDistribution } from '../domain/measurement/statistics/score-distribution.ts'
import { readNumbers } from './equate-tables.ts'
import type { Ports, TableFault } from './ports.ts'

const probability = { column: 'p', is: (p: number) => p >= 0 && p <= 1, expected: 'a number from 0 to 1' }

/** Distribution of the raw score of items whose chances of a correct answer a file lists; the chance of 0 comes first. */
export async function measureDistribution(
  ports: Pick<Ports, 'tables'>,
  file: string,
): Promise<Result<readonly number[], TableFault>> {
  const table = await ports.tables.read(file)
  if (!table.ok) return table
  const rows = readNumbers(table.value, [probability])
  return rows.ok ? ok([...scoreDistribution(rows.value.map(({ values }) => values[0]!))]) : rows
}
