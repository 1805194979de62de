import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { deedModel } from '../parts/deeds.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { alarmsTooOften, looksExcellent, missesTooMuch, whichMeasure } from './cases.ts'
import { type ClassifierScenario, classifierTrusts, judgeClassifier } from './solve.ts'

/** What to do about a classifier that misses too much or raises too many false alarms, and how to choose one. */
export const classifierMetricModel: FamilyModel<ClassifierScenario> = {
  name: 'classifier-metric',
  title: 'Precision or recall of a classifier',
  kind: 'multiple-choice',
  placements: placedIn('AIF-C01 1.3', 'MLA-C01 2.3', 'MLA-C02 2.3'),
  cognitive: 'analyse',
  services: ['sagemaker-ai'],
  references: [
    documentation('Metrics and validation', 'sagemaker/latest/dg/autopilot-metrics-validation.html'),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  ...deedModel({
    situations: [missesTooMuch, alarmsTooOften, looksExcellent, whichMeasure],
    judge: judgeClassifier,
    trusts: classifierTrusts,
  }),
  features: ({ rendering, need }) => ({ rendering, precision: Number(need.precision > need.recall) }),
  angoff: ({ precision = 0, rendering }) => 0.62 - 0.05 * precision + 0.01 * rendering,
}

export const classifierMetric = familyOf(classifierMetricModel)
