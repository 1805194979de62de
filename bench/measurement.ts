/**
 * Calibration and scoring against naive loops, in one run: node bench/measurement.ts [persons …]
 * Every calibration runs in a process of its own, so that its peak memory is its own.
 */
import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { calibrate } from '../src/domain/measurement/calibration/calibrate.ts'
import type { CalibrationOptions } from '../src/domain/measurement/calibration/types.ts'
import { summarisePosterior } from '../src/domain/measurement/scoring/estimate-ability.ts'
import { makePosterior } from '../src/domain/measurement/scoring/posterior-grid.ts'
import { benchmarkData } from './measurement-data.ts'
import { naiveEap, naiveExpectation } from './measurement-naive.ts'

const items = 65

/** Wall clock and processor seconds of some work; the second is what a loaded machine leaves comparable. */
function timed<T>(work: () => T): { readonly value: T; readonly wall: number; readonly cpu: number } {
  const [before, started] = [process.cpuUsage(), performance.now()]
  const value = work()
  const wall = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(before)
  return { value, wall, cpu: (user + system) / 1e6 }
}

type Case = Pick<CalibrationOptions, 'kernel' | 'tolerance'> & { readonly persons: number }

/** One calibration, and one naive E-step at its result. */
function measure({ persons, kernel, tolerance }: Case) {
  const { responses } = benchmarkData(persons, items)
  const options: CalibrationOptions = {
    items: { model: '2pl' },
    standardErrors: 'none',
    ...(kernel && { kernel }),
  }
  const run = timed(() => calibrate(responses, { ...options, ...(tolerance !== undefined && { tolerance }) }))
  const peakMiB = process.resourceUsage().maxRSS / 1024
  if (!run.value.ok) throw new Error(run.value.error.code)
  const { steps, logLikelihood, items: estimates } = run.value.value
  const naive = timed(() =>
    naiveExpectation(
      responses,
      estimates.map(({ parameters }) => parameters),
    ),
  )
  const best = calibrate(responses, { ...options, kernel: 's-grid', tolerance: 1e-9 })
  if (!best.ok) throw new Error(best.error.code)
  const below = best.value.logLikelihood - logLikelihood
  return {
    wall: run.wall,
    cpu: run.cpu,
    steps,
    below,
    peakMiB,
    naiveCpu: naive.cpu,
    ratio: (naive.cpu * steps) / run.cpu,
  }
}

function report(each: Case): void {
  const child = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), '--case', JSON.stringify(each)],
    { encoding: 'utf8' },
  )
  if (child.status !== 0) throw new Error(child.stderr)
  const { wall, cpu, steps, below, peakMiB, ratio } = JSON.parse(child.stdout) as ReturnType<typeof measure>
  const cells = [
    `${each.persons} x ${items}`,
    each.kernel ?? '',
    String(each.tolerance),
    wall.toFixed(2),
    cpu.toFixed(2),
    String(steps),
    below.toExponential(1),
    peakMiB.toFixed(0),
    `${ratio.toFixed(1)} x`,
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

function reportScoring(): void {
  const { responses, truth } = benchmarkData(10_000, items)
  const row = (person: number): number[] => [
    ...responses.cells.subarray(person * items, (person + 1) * items),
  ]
  const ours = timed(() => {
    const posterior = makePosterior(truth)
    return Array.from({ length: 10_000 }, (_, person) => summarisePosterior(posterior(row(person))).theta)
  })
  const naive = timed(() => Array.from({ length: 200 }, (_, person) => naiveEap(responses, truth, person)))
  const apart = Math.max(...naive.value.map((theta, person) => Math.abs(theta - ours.value[person]!)))
  const ratio = (naive.cpu * 50) / ours.cpu
  console.log(
    `\nEAP of 10,000 x ${items}: ${ours.cpu.toFixed(2)} s, ${ratio.toFixed(1)} x faster than naive loops; largest difference ${apart.toExponential(1)}`,
  )
}

function main(sizes: readonly number[]): void {
  console.log(`${cpus()[0]?.model}, Node ${process.version}, one thread\n`)
  console.log(
    '| responses | kernel | tolerance | wall s | CPU s | E-steps | below the maximum | peak MiB | naive E-steps cost |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|')
  for (const persons of sizes) {
    for (const kernel of ['s-grid', 'byte-table'] as const) {
      for (const tolerance of [1e-4, 1e-6]) report({ persons, kernel, tolerance })
    }
  }
  reportScoring()
}

const [first, second] = process.argv.slice(2)
if (first === '--case') console.log(JSON.stringify(measure(JSON.parse(second!))))
else main(process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000, 100_000])
