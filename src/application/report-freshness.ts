import type { ExamVersion } from '../domain/catalogue/types.ts'
import type { CloudFactId } from '../domain/cloud/cloud-facts.ts'
import { type StaleReason, staleReasons } from '../domain/item/freshness.ts'
import { addDays, type CalendarDate, dateOf, daysBetween } from '../domain/kernel/calendar-date.ts'
import { ok, type Result } from '../domain/kernel/result.ts'
import type { ExamUnknown } from './find-exam.ts'
import { findPacks } from './find-packs.ts'
import type { Content, LoadedPack, Ports } from './ports.ts'

/** An item that is not fresh, and where it stands. */
export type StaleItem = {
  readonly examCode: string
  readonly itemId: string
  readonly file: string
  readonly line: number
  readonly reasons: readonly StaleReason[]
}

/** A documented fact that ends: items computed from it die on that day. */
export type EndingFact = { readonly id: CloudFactId; readonly on: CalendarDate; readonly page: string }

export type Freshness = {
  readonly asOf: CalendarDate
  readonly horizonDays: number
  readonly items: readonly StaleItem[]
  readonly facts: readonly EndingFact[]
}

/** Days after which a documentation page is read again. */
const recheckDays = 365

function endOf(content: Content, examCode: string): CalendarDate | null {
  const versions: readonly ExamVersion[] = content
    .catalogue()
    .certifications.flatMap((certification) => certification.versions)
  const last = versions.find((version) => version.examCode === examCode)?.lastExamDate?.date
  return last === undefined ? null : addDays(last, 1)
}

const staleOfPack = (
  content: Content,
  { pack, entries }: LoadedPack,
  span: { readonly asOf: CalendarDate; readonly horizonDays: number },
): StaleItem[] => {
  const test = {
    ...span,
    recheckDays,
    serviceChanges: content.serviceChanges(),
    // A topic assessment says in its pack that its exam has ended; its items are not stale for that.
    version: {
      examCode: pack.examCode,
      endsOn: pack.lapsed === undefined ? endOf(content, pack.examCode) : null,
    },
  }
  return entries
    .map(({ item, file, line }) => ({
      examCode: pack.examCode,
      itemId: item.id,
      file,
      line,
      reasons: staleReasons(item, test),
    }))
    .filter(({ reasons }) => reasons.length > 0)
}

const endingFacts = (content: Content, asOf: CalendarDate, horizonDays: number): EndingFact[] =>
  Object.entries(content.cloudFacts()).flatMap(([id, { validUntil, page }]) =>
    validUntil !== null && daysBetween(asOf, validUntil) < horizonDays
      ? [{ id: id as CloudFactId, on: addDays(validUntil, 1), page }]
      : [],
  )

/**
 * Lists items and facts that are out of date on a day, or will be within the horizon (90 days unless said).
 * @returns the report, or `exam-unknown`
 */
export function reportFreshness(
  ports: Pick<Ports, 'content' | 'clock'>,
  request: { readonly examCode?: string; readonly asOf?: CalendarDate; readonly horizonDays?: number } = {},
): Result<Freshness, ExamUnknown> {
  const packs = findPacks(ports.content, request.examCode)
  if (!packs.ok) return packs
  const asOf = request.asOf ?? dateOf(ports.clock.now())
  const horizonDays = request.horizonDays ?? 90
  return ok({
    asOf,
    horizonDays,
    items: packs.value.flatMap((loaded) => staleOfPack(ports.content, loaded, { asOf, horizonDays })),
    facts: endingFacts(ports.content, asOf, horizonDays),
  })
}
