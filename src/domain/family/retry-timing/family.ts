import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderRetry } from './render.ts'
import { isRealistic, sampleRetry } from './sample.ts'
import type { RetryScenario } from './scenario.ts'
import { retryMisconceptions, solveRetry } from './solve.ts'

/** Which change of a retrier lets a task outlast an outage within a limit. */
export const retryTimingModel: FamilyModel<RetryScenario> = {
  name: 'retry-timing',
  title: 'Retries that outlast an outage',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 1.1', 'DVA-C03 1', 'DOP-C02 5.3', 'DEA-C01 1.3', 'SAP-C02 2.4', 'SAP-C03 1'),
  cognitive: 'apply',
  services: ['step-functions'],
  references: [
    documentation(
      'Handling errors in Step Functions workflows',
      'step-functions/latest/dg/concepts-error-handling.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleRetry,
  solve: solveRetry,
  misconceptions: retryMisconceptions,
  render: renderRetry,
  constraints: isRealistic,
  features: ({ rendering, limit, present }) => ({
    rendering,
    deadline: Number(limit.name === 'deadline'),
    gap: Number(limit.name === 'gap'),
    oddRate: Number(present.rate !== 2),
  }),
  angoff: ({ deadline = 0, gap = 0, oddRate = 0 }) => 0.66 - 0.1 * deadline - 0.05 * gap - 0.05 * oddRate,
}

export const retryTiming = familyOf(retryTimingModel)
