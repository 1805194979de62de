import { blueprintOf } from '../domain/form/blueprint.ts'
import type { CalibrationRun, RunItem } from '../domain/form/item-bank.ts'
import { countStates, scaleOfForm, thetaCut } from '../domain/form/measure-form.ts'
import { instant, toIso } from '../domain/kernel/instant.ts'
import { ok, type Result } from '../domain/kernel/result.ts'
import type { ItemState } from '../domain/measurement/bank/item-estimate.ts'
import { scaleAbility } from '../domain/measurement/equating/reporting-scale.ts'
import { testInformation } from '../domain/measurement/model/information.ts'
import type { ItemParameters } from '../domain/measurement/model/item-parameters.ts'
import { expectedScore } from '../domain/measurement/model/test-characteristic.ts'
import type { FitVerdict, GateFinding } from '../domain/measurement/statistics/fit-gates.ts'
import { type ExamUnknown, findExam } from './find-exam.ts'
import type { MeasuredForm, Ports } from './ports.ts'
import { readBank } from './read-bank.ts'

/** An item of a pool as its owner looks at it. Difficulty and discrimination are those of the newest run. */
export type MeasuredItem = {
  readonly itemId: string
  readonly domain: number
  readonly task: string | null
  readonly state: ItemState
  readonly responses: number
  readonly practice: number
  /** Share correct and correlation with the rest, of first attempts under exam conditions; null without enough. */
  readonly p: number | null
  readonly itemRest: number | null
  readonly angoff: number
  readonly discrimination: number
  readonly difficulty: number
  readonly difficultyError: number
  /** The scaled score at which half the candidates are right. */
  readonly halfRightAt: number
  readonly verdict: FitVerdict | null
  readonly reasons: readonly GateFinding[]
  readonly drift: RunItem['drift']
}

/** A calibration as its owner looks at it. */
export type RunSummary = Omit<CalibrationRun, 'items' | 'at'> & {
  readonly at: string
  readonly states: Readonly<Record<ItemState, number>>
  readonly items: number
  /** Items whose parameters had been frozen, most drifted first. */
  readonly drifts: readonly {
    readonly itemId: string
    readonly changeB: number
    readonly zB: number
    readonly drifted: boolean
  }[]
}

/** A form as its owner compares it: curves over the scaled score of a candidate. */
export type FormSummary = {
  readonly formId: string
  readonly drawnOn: string
  readonly parametersVersion: number
  readonly scored: number
  readonly rawCut: number
  readonly conversionHash: string
  readonly accuracy: number
  readonly consistency: number
  readonly reliability: number
  readonly standardErrorRaw: number
  readonly curve: readonly {
    readonly scaled: number
    readonly expected: number
    readonly information: number
  }[]
}

/** What the owner of a programme sees of a pool's measurement. */
export type MeasurementView = {
  readonly examCode: string
  readonly title: string
  readonly cutScore: number
  readonly version: number
  readonly states: Readonly<Record<ItemState, number>>
  readonly items: readonly MeasuredItem[]
  readonly runs: readonly RunSummary[]
  readonly forms: readonly FormSummary[]
}

const formsCompared = 6

function summariseRun({ items, at, ...rest }: CalibrationRun): RunSummary {
  const drifts = items.flatMap(({ itemId, drift }) => (drift === null ? [] : [{ itemId, ...drift }]))
  return {
    ...rest,
    at: toIso(instant(at)),
    items: items.length,
    states: countStates(items),
    drifts: drifts.sort((a, b) => Math.abs(b.zB) - Math.abs(a.zB)),
  }
}

/** Abilities of a curve, from far below the standard to far above it. */
const abilities = Array.from({ length: 41 }, (_, index) => -3 + index * 0.125)

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4

function curveOf(items: readonly ItemParameters[], cutScore: number): FormSummary['curve'] {
  const scale = scaleOfForm(cutScore)
  return abilities.map((theta) => ({
    scaled: Math.round(scaleAbility(theta + thetaCut, scale)),
    expected: rounded(expectedScore(theta, items)),
    information: rounded(testInformation(theta, items)),
  }))
}

function summariseForm({ formId, drawnOn, measurement, scored, blueprint }: MeasuredForm): FormSummary[] {
  if (measurement === undefined || measurement.conversion === null || measurement.decisions === null)
    return []
  const { conversion, decisions, estimates, version } = measurement
  const items = estimates.flatMap(({ parameters }, index) => (scored[index] ? [parameters] : []))
  const { accuracy, consistency, reliability, standardErrorRaw } = decisions
  return [
    {
      ...{ formId, drawnOn, parametersVersion: version, scored: items.length },
      ...{ rawCut: conversion.rawCut, conversionHash: conversion.hash },
      ...{ accuracy, consistency, reliability, standardErrorRaw },
      curve: curveOf(items, blueprint.cutScore),
    },
  ]
}

/**
 * Reads what is measured of an exam's pool: items with their state and gates, calibrations with drift, recent forms side by side.
 *
 * @returns the view, or `exam-unknown`
 */
export async function readMeasurement(
  ports: Pick<Ports, 'content' | 'measurement'>,
  examCode: string,
): Promise<Result<MeasurementView, ExamUnknown>> {
  const exam = findExam(ports.content, examCode)
  if (!exam.ok) return exam
  const { pack, version } = exam.value
  const { cutScore } = blueprintOf(version, pack)
  const bank = await readBank(ports, pack)
  const runs = await ports.measurement.runs(pack.examCode)
  const known = new Map((runs[0]?.items ?? []).map((item) => [item.itemId, item]))
  const scale = scaleOfForm(cutScore)
  const items = pack.items.map((item): MeasuredItem => {
    const estimate = bank.estimates.get(item.id)!
    const run = known.get(item.id)?.hash === item.hash ? known.get(item.id) : undefined
    return {
      ...{ itemId: item.id, domain: item.domain, task: item.task, angoff: item.angoff },
      ...{ state: estimate.state, responses: run?.responses ?? 0, practice: run?.practice ?? 0 },
      ...{ p: run?.p ?? null, itemRest: run?.itemRest ?? null },
      ...{ discrimination: estimate.parameters.a, difficulty: estimate.parameters.b },
      difficultyError: estimate.difficultySd,
      halfRightAt: Math.round(scaleAbility(estimate.parameters.b, scale)),
      ...{ verdict: run?.fit.verdict ?? null, reasons: run?.fit.reasons ?? [], drift: run?.drift ?? null },
    }
  })
  const forms = await ports.measurement.recentForms(pack.examCode, formsCompared)
  return ok({
    examCode: pack.examCode,
    title: pack.title,
    cutScore,
    version: bank.version,
    states: countStates([...bank.estimates.values()]),
    items,
    runs: runs.map(summariseRun),
    forms: forms.flatMap(summariseForm),
  })
}
