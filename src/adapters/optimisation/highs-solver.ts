import loadHighs from 'highs'
import type { LinearSolver } from '../../application/ports.ts'
import type { LinearOutcome, LinearProgramme } from '../../domain/form/parallel/linear-programme.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import { once } from '../../domain/kernel/once.ts'
import { writeLinearProgramme } from './linear-programme-text.ts'

// The package's types describe its CommonJS build; what Node imports is the function itself.
const load = loadHighs as unknown as typeof loadHighs.default
const engine = once(() => load())

/** The solver's words for an outcome; what is not here is an error of ours or of the engine. */
const statuses: Readonly<Record<string, Exclude<LinearOutcome['status'], 'optimal'>>> = {
  Infeasible: 'infeasible',
  'Primal infeasible or unbounded': 'infeasible',
  Unbounded: 'unbounded',
  'Time limit reached': 'undecided',
}

async function solve(programme: LinearProgramme, seconds: number): Promise<LinearOutcome> {
  const highs = await engine()
  const solution = highs.solve(writeLinearProgramme(programme), { time_limit: seconds, output_flag: false })
  if (solution.Status === 'Optimal') {
    const columns = programme.columns.map((_, index) => solution.Columns[`x${index}`]?.Primal ?? 0)
    return { status: 'optimal', value: solution.ObjectiveValue, columns }
  }
  const status = statuses[solution.Status]
  if (status === undefined)
    throw new CairnError('solver-failed', `The linear solver ended with "${solution.Status}".`)
  return { status }
}

/** Solves with HiGHS, compiled to WebAssembly; it is loaded with the first programme. */
export const highsSolver: LinearSolver = {
  solve: (programme, { seconds = 60 } = {}) => solve(programme, seconds),
}
