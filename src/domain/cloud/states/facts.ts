/** A number that the service documents and may change, with its page and the day it was last read. */
export type Fact = { readonly value: number; readonly source: string; readonly checked: string }

const guide = 'https://docs.aws.amazon.com/step-functions/latest/dg'
const checked = '2026-11-24'

/**
 * Limits of Step Functions: events of one history, bytes of data between states, iterations that run at the same time in the
 * two modes of a Map, and seconds that a Wait may take.
 *
 * @example statesFacts.historyEvents.value // 25000
 */
export const statesFacts = {
  historyEvents: { value: 25_000, source: `${guide}/service-quotas.html`, checked },
  dataBytes: { value: 262_144, source: `${guide}/service-quotas.html`, checked },
  inlineConcurrency: { value: 40, source: `${guide}/state-map-inline.html`, checked },
  distributedConcurrency: { value: 10_000, source: `${guide}/state-map-distributed.html`, checked },
  waitSeconds: { value: 99_999_999, source: `${guide}/state-wait.html`, checked },
} satisfies Readonly<Record<string, Fact>>
