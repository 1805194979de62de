import { dateOf } from '../domain/kernel/calendar-date.ts'
import { ok, type Result } from '../domain/kernel/result.ts'
import { seededRandom } from '../domain/kernel/seeded-random.ts'
import { bootstrapErrors, resampleFrequencies } from '../domain/measurement/equating/bootstrap.ts'
import {
  highestPossibleScore,
  momentsOf,
  type ScoreFrequencies,
} from '../domain/measurement/equating/score-frequencies.ts'
import {
  type Equated,
  equateRead,
  type Form,
  type RandomGroupMethod,
  randomGroupMethods,
} from './equate-forms.ts'
import { readFrequencies } from './equate-tables.ts'
import type { EquatedForm, Ports, TableFault } from './ports.ts'

/** An equating that was done, and what it was done on. */
export type DoneEquating = {
  readonly x: string
  readonly y: string
  readonly method: string
  /** Degree of log-linear smoothing; null without. */
  readonly smoothing: number | null
  readonly equated: Equated
}

const replications = 200

const isRandomGroups = (method: string): method is RandomGroupMethod =>
  (randomGroupMethods as readonly string[]).includes(method)

const describeForm = ({ file, frequencies }: Form): EquatedForm => ({
  file,
  highest: highestPossibleScore(frequencies),
  moments: momentsOf(frequencies),
})

const drawsWhole = ({ frequencies }: Form): boolean => frequencies.counts.every(Number.isInteger)

/** Standard errors by the bootstrap; null for an anchor design, for counts that are not whole, and where a sample has no equating. */
function estimateErrors({ method, smoothing, equated }: DoneEquating, x: Form, y: Form): number[] | null {
  if (!isRandomGroups(method) || ![x, y].every(drawsWhole)) return null
  const random = seededRandom('equating report')
  const sampleOf = (form: Form): Form => ({
    ...form,
    frequencies: resampleFrequencies(form.frequencies, random),
  })
  const lowest = x.frequencies.lowest
  const errors = bootstrapErrors(
    () => {
      const sample = equateRead(method, sampleOf(x), sampleOf(y), smoothing ?? undefined)
      return (score) => (sample.ok ? (sample.value.table[score - lowest]?.y ?? Number.NaN) : Number.NaN)
    },
    { scores: equated.table.map((row) => row.x), replications },
  )
  return errors.every(Number.isFinite) ? errors : null
}

async function readForm(ports: Pick<Ports, 'tables'>, file: string): Promise<Result<Form, TableFault>> {
  const table = await ports.tables.read(file)
  if (!table.ok) return table
  const frequencies: Result<ScoreFrequencies, TableFault> = readFrequencies(table.value)
  return frequencies.ok ? ok({ file, frequencies: frequencies.value }) : frequencies
}

/** Writes an equating down as PDF: forms, moments, conversion with standard errors, and its curve. */
export async function reportEquating(
  ports: Pick<Ports, 'tables' | 'clock' | 'equatingPapers'>,
  done: DoneEquating,
): Promise<Result<Uint8Array, TableFault>> {
  const x = await readForm(ports, done.x)
  if (!x.ok) return x
  const y = await readForm(ports, done.y)
  if (!y.ok) return y
  const errors = estimateErrors(done, x.value, y.value)
  const { slope, intercept, table } = done.equated
  return ok(
    await ports.equatingPapers.pdf({
      madeOn: dateOf(ports.clock.now()),
      method: done.method,
      smoothing: done.smoothing,
      x: describeForm(x.value),
      y: describeForm(y.value),
      line: slope === undefined || intercept === undefined ? null : { slope, intercept },
      replications: errors === null ? null : replications,
      rows: table.map((row, index) => ({ ...row, error: errors?.[index] ?? null })),
    }),
  )
}
