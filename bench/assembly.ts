/** Parallel forms against a naive search, with the bound beside, in one run: node bench/assembly.ts */
import { cpus } from 'node:os'
import { highsSolver } from '../src/adapters/optimisation/highs-solver.ts'
import { type Assembly, assembleForms } from '../src/application/assemble-forms.ts'
import { annealForms } from '../src/domain/form/parallel/anneal-forms.ts'
import { findBrokenRules } from '../src/domain/form/parallel/describe-forms.ts'
import { makeModel } from '../src/domain/form/parallel/model.ts'
import type { AssemblyProblem, AssemblyRules, PoolItem } from '../src/domain/form/parallel/types.ts'
import { seededRandom } from '../src/domain/kernel/seeded-random.ts'
import { abilities, assemblyPool } from './assembly-data.ts'
import { naiveSearch } from './assembly-naive.ts'

const exactly = (count: number) => ({ low: count, high: count })
const rules = (forms: number): AssemblyRules => ({
  forms,
  length: 65,
  domains: { '1': exactly(20), '2': exactly(17), '3': exactly(16), '4': exactly(12) },
  kinds: { 'multiple-response': { low: 11, high: 15 } },
  seconds: { low: 0, high: 7200 },
})

/** Information of as many average items of a pool. */
const averageOf = (pool: readonly PoolItem[]): number[] =>
  abilities.map(
    (_, at) => (65 * pool.reduce((sum, { information }) => sum + information[at]!, 0)) / pool.length,
  )

/** Wall clock and processor seconds. */
async function timed<T>(work: () => Promise<T>) {
  const [before, started] = [process.cpuUsage(), performance.now()]
  const value = await work()
  const { user, system } = process.cpuUsage(before)
  return { value, wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 }
}

function violations(problem: AssemblyProblem, { forms }: Assembly): number {
  const byId = new Map(problem.pool.map((item) => [item.id, item]))
  return findBrokenRules(
    forms.map(({ items }) => items.map((id) => byId.get(id)!)),
    problem,
  ).length
}

async function report(name: string, problem: AssemblyProblem, swaps: number): Promise<number> {
  const { value, wall, cpu } = await timed(() =>
    assembleForms({ linearSolver: highsSolver }, problem, { seed: 'bench', swaps, enough: 0 }),
  )
  if (!value.ok) throw new Error(JSON.stringify(value.error))
  const { reached, bound, gap, swaps: made } = value.value
  const cells = [
    name,
    wall.toFixed(2),
    cpu.toFixed(2),
    (problem.aim.kind === 'most' ? reached : 100 * reached).toFixed(4),
    (problem.aim.kind === 'most' ? bound : 100 * bound).toFixed(4),
    `${(100 * gap).toFixed(3)} %`,
    String(violations(problem, value.value)),
  ]
  console.log(`| ${cells.join(' | ')} |`)
  return made / cpu
}

/** One form without the solver, as at the start of an attempt: median and slowest of 21 draws. */
function reportStart(problem: AssemblyProblem, values: readonly number[]): void {
  const draws = Array.from({ length: 21 }, (_, draw) => {
    const started = performance.now()
    const random = seededRandom(`start ${draw}`)
    const { miss, violation } = annealForms(
      makeModel(problem),
      { values, bothSides: true, slack: 0 },
      { swaps: 20_000, enough: 0.002, random },
    )
    return { milliseconds: performance.now() - started, miss, violation }
  })
  const times = draws.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const worst = Math.max(...draws.map(({ miss, violation }) => miss + violation))
  console.log(
    `\nOne form at the start of an attempt: median ${times[10]!.toFixed(0)} ms, slowest ${times[20]!.toFixed(0)} ms; ` +
      `at most ${(100 * worst).toFixed(2)} % off the targets.`,
  )
}

async function reportConflict(problem: AssemblyProblem): Promise<void> {
  const { value, wall } = await timed(() =>
    assembleForms({ linearSolver: highsSolver }, problem, { seed: 'bench' }),
  )
  const found = value.ok ? 'none' : JSON.stringify(value.error)
  console.log(`\nConflict of ${problem.rules.forms} forms, in ${wall.toFixed(2)} s: ${found}`)
}

async function main(): Promise<void> {
  const pool = assemblyPool(1000)
  const target = { kind: 'target', values: averageOf(pool) } as const
  const most = { kind: 'most', abilities: abilities.length } as const
  const ten = { pool, rules: rules(10), aim: target }
  console.log(`${cpus()[0]?.model}, Node ${process.version}, one thread, 1,000 items, forms of 65\n`)
  console.log('| problem | wall s | CPU s | reached | bound | gap | rules broken |')
  console.log('|---|---|---|---|---|---|---|')
  await report(
    'one form, most information, first (loads the solver)',
    { pool, rules: rules(1), aim: most },
    30_000,
  )
  await report('one form, most information', { pool, rules: rules(1), aim: most }, 30_000)
  await report('one form, most information, longer', { pool, rules: rules(1), aim: most }, 1_000_000)
  await report('ten forms, most information', { pool, rules: rules(10), aim: most }, 4_000_000)
  await report('ten forms, targets, 1 million swaps (%)', ten, 1_000_000)
  const speed = await report('ten forms, targets (%)', ten, 4_000_000)
  const naive = await timed(async () => naiveSearch(ten, 20_000, 'bench'))
  console.log(
    `\nSwaps a second: ${Math.round(speed)}; naive ${Math.round(20_000 / naive.cpu)}; ratio ${((speed * naive.cpu) / 20_000).toFixed(0)} x. ` +
      `Naive after 20,000 swaps: ${(100 * naive.value.miss).toFixed(1)} % off, ${naive.value.broken.length} rules broken.`,
  )
  reportStart({ ...ten, rules: rules(1) }, target.values)
  await reportConflict({ ...ten, rules: rules(16) })
}

await main()
