import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { applyCircleArc, fitCircleArc } from '../domain/measurement/equating/circle-arc.ts'
import { equateByRank } from '../domain/measurement/equating/equipercentile.ts'
import { applyLine, type Line } from '../domain/measurement/equating/line.ts'
import { smoothLogLinearly } from '../domain/measurement/equating/log-linear.ts'
import { equateLinearly, equateMeans } from '../domain/measurement/equating/random-groups.ts'
import {
  highestPossibleScore,
  momentsOf,
  possibleScores,
  type ScoreFrequencies,
} from '../domain/measurement/equating/score-frequencies.ts'
import { readFrequencies } from './equate-tables.ts'
import type { Ports, TableFault } from './ports.ts'

/** Methods for two forms taken by random groups. */
export const randomGroupMethods = ['mean', 'linear', 'equipercentile', 'circle-arc'] as const
export type RandomGroupMethod = (typeof randomGroupMethods)[number]

/** The score of form Y for each score of form X; the line where the method is one. */
export type Equated = {
  readonly slope?: number
  readonly intercept?: number
  readonly table: readonly { readonly x: number; readonly y: number }[]
}

/** The scores of a form do not vary, so that no line fits. */
export type ScoresAlike = { readonly code: 'scores-alike'; readonly file: string }
/** The degree of smoothing is not one that these scores allow. */
export type SmoothingRefused = {
  readonly code: 'smoothing-out-of-range'
  readonly file: string
  readonly highest: number
}
/** The counts leave the smoothed distribution undetermined. */
export type SmoothingUndetermined = {
  readonly code: 'smoothing-undetermined'
  readonly file: string
  readonly degree: number
}
/** The means lie too far from the ends of the scales for a circle arc. */
export type ArcRefused = { readonly code: 'circle-arc-impossible' }

export type EquatingRefusal = TableFault | ScoresAlike | SmoothingRefused | SmoothingUndetermined | ArcRefused

/** A conversion at every possible score of form X. */
export const tabulate = (x: ScoreFrequencies, convert: (score: number) => number): Equated['table'] =>
  possibleScores(x).map((score) => ({ x: score, y: convert(score) }))

/** A straight conversion with its table. */
export const tabulateLine = (x: ScoreFrequencies, line: Line): Equated => ({
  ...line,
  table: tabulate(x, (score) => applyLine(line, score)),
})

/** A form's scores, and the file they came from. */
export type Form = { readonly file: string; readonly frequencies: ScoreFrequencies }

function smooth(
  { file, frequencies }: Form,
  degree: number | undefined,
): Result<ScoreFrequencies, EquatingRefusal> {
  if (degree === undefined) return ok(frequencies)
  const highest = frequencies.counts.length - 1
  if (degree > highest) return fail({ code: 'smoothing-out-of-range', file, highest })
  const smoothed = smoothLogLinearly(frequencies, degree)
  return smoothed.converged
    ? ok(smoothed.frequencies)
    : fail({ code: 'smoothing-undetermined', file, degree })
}

function equateRanks(x: Form, y: Form, degree: number | undefined): Result<Equated, EquatingRefusal> {
  const smoothX = smooth(x, degree)
  if (!smoothX.ok) return smoothX
  const smoothY = smooth(y, degree)
  if (!smoothY.ok) return smoothY
  return ok({ table: tabulate(x.frequencies, (score) => equateByRank(score, smoothX.value, smoothY.value)) })
}

function equateLine(x: Form, y: Form): Result<Equated, EquatingRefusal> {
  const moments = [momentsOf(x.frequencies), momentsOf(y.frequencies)] as const
  if (moments[0].variance === 0) return fail({ code: 'scores-alike', file: x.file })
  if (moments[1].variance === 0) return fail({ code: 'scores-alike', file: y.file })
  return ok(tabulateLine(x.frequencies, equateLinearly(...moments)))
}

function equateArc(x: Form, y: Form): Result<Equated, EquatingRefusal> {
  const ends = (pick: (frequencies: ScoreFrequencies) => number) => ({
    x: pick(x.frequencies),
    y: pick(y.frequencies),
  })
  const points = {
    low: ends(({ lowest }) => lowest),
    middle: ends((frequencies) => momentsOf(frequencies).mean),
    high: ends(highestPossibleScore),
  }
  try {
    const arc = fitCircleArc(points, 'simplified')
    return ok({ table: tabulate(x.frequencies, (score) => applyCircleArc(arc, score)) })
  } catch (error) {
    if (error instanceof RangeError) return fail({ code: 'circle-arc-impossible' })
    throw error
  }
}

/** Equates two forms that were read; `degree` smooths equipercentile equating. */
export function equateRead(
  method: RandomGroupMethod,
  x: Form,
  y: Form,
  degree: number | undefined,
): Result<Equated, EquatingRefusal> {
  if (method === 'linear') return equateLine(x, y)
  if (method === 'equipercentile') return equateRanks(x, y, degree)
  if (method === 'circle-arc') return equateArc(x, y)
  return ok(tabulateLine(x.frequencies, equateMeans(momentsOf(x.frequencies), momentsOf(y.frequencies))))
}

/**
 * Equates form X to form Y from the scores of two random groups.
 *
 * @param request.smoothing degree of log-linear smoothing before equipercentile equating, a whole number of 1 or more
 */
export async function equateForms(
  ports: Pick<Ports, 'tables'>,
  request: {
    readonly x: string
    readonly y: string
    readonly method: RandomGroupMethod
    readonly smoothing?: number
  },
): Promise<Result<Equated, EquatingRefusal>> {
  const forms: Form[] = []
  for (const file of [request.x, request.y]) {
    const table = await ports.tables.read(file)
    if (!table.ok) return table
    const frequencies = readFrequencies(table.value)
    if (!frequencies.ok) return frequencies
    forms.push({ file, frequencies: frequencies.value })
  }
  const [x, y] = forms as [Form, Form]
  return equateRead(request.method, x, y, request.smoothing)
}
