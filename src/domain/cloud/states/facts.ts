import { calendarDate } from '../../kernel/calendar-date.ts'
import type { CloudFact } from '../cloud-facts.ts'

const fact = (value: number, unit: string, page: string): CloudFact => ({
  value,
  unit,
  page: `https://docs.aws.amazon.com/step-functions/latest/dg/${page}.html`,
  checked: calendarDate('2026-11-24'),
  validUntil: null,
})

/**
 * Limits of Step Functions: events of one history, bytes of data between states, iterations that run at the same time in the
 * two modes of a Map, and seconds that a Wait or a Task may take.
 *
 * @example statesFacts.historyEvents.value // 25000
 */
export const statesFacts = {
  historyEvents: fact(25_000, 'events', 'service-quotas'),
  dataBytes: fact(262_144, 'bytes', 'service-quotas'),
  inlineConcurrency: fact(40, 'iterations', 'state-map-inline'),
  distributedConcurrency: fact(10_000, 'iterations', 'state-map-distributed'),
  stateSeconds: fact(99_999_999, 'seconds', 'state-wait'),
  retryDelaySeconds: fact(31_622_400, 'seconds', 'concepts-error-handling'),
} satisfies Readonly<Record<string, CloudFact>>
