import type { Certification, ContentDomain, ExamVersion, TierId } from '../domain/catalogue/types.ts'
import { blueprintOf } from '../domain/form/blueprint.ts'
import type { Author, Item, Pack } from '../domain/item/types.ts'
import { type CalendarDate, dateOf } from '../domain/kernel/calendar-date.ts'
import { findExam } from './find-exam.ts'
import type { Ports } from './ports.ts'

/** A content domain with how many pool items it has. */
export type PackDomain = {
  readonly number: number
  readonly name: string
  readonly weightPercent: number | null
  readonly poolSize: number
  readonly tasks: readonly { readonly number: string; readonly text: string; readonly poolSize: number }[]
}

/** What can be sat on this installation. */
export type PackSummary = {
  readonly examCode: string
  readonly certificationId: string
  readonly certification: string
  readonly tier: TierId
  readonly title: string
  readonly purpose: Pack['purpose']
  readonly assumes: readonly string[]
  /** Why this is a topic assessment and no practice exam: the pack says so, or the exam version has ended. */
  readonly lapsed: string | null
  /** Days between which the vendor gives the exam; null where a day is not known or not set. */
  readonly givenFrom: CalendarDate | null
  readonly givenUntil: CalendarDate | null
  readonly poolSize: number
  /** Items and minutes of a whole form; null while the pool is too small for one. */
  readonly fullForm: { readonly items: number; readonly minutes: number } | null
  readonly kinds: readonly string[]
  readonly cutScore: number
  readonly domains: readonly PackDomain[]
  readonly origin: Readonly<Record<Author, number>>
}

const count = <T>(values: readonly T[], fits: (value: T) => boolean): number => values.filter(fits).length

const domainOf = (domain: ContentDomain, items: readonly Item[]): PackDomain => ({
  number: domain.number,
  name: domain.name,
  weightPercent: domain.weightPercent,
  poolSize: count(items, (item) => item.domain === domain.number),
  tasks: domain.tasks.map((task) => ({
    ...task,
    poolSize: count(items, (item) => item.task === task.number),
  })),
})

type Sat = {
  readonly pack: Pack
  readonly certification: Certification
  readonly version: ExamVersion
}

function summarise({ pack, certification, version }: Sat, today: CalendarDate): PackSummary {
  const blueprint = blueprintOf(version, pack)
  const givenUntil = version.lastExamDate?.date ?? null
  const ended = givenUntil !== null && givenUntil < today ? `The exam ended on ${givenUntil}.` : null
  const items = blueprint.scoredItems + blueprint.unscoredItems
  const by = (author: Author): number => count(pack.items, (item) => item.origin.by === author)
  return {
    examCode: pack.examCode,
    certificationId: certification.id,
    certification: certification.name,
    tier: certification.tier,
    title: pack.title,
    purpose: pack.purpose,
    assumes: blueprint.assumes,
    lapsed: pack.lapsed ?? ended,
    givenFrom: version.availableFrom?.date ?? null,
    givenUntil,
    poolSize: pack.items.length,
    fullForm: pack.items.length >= items ? { items, minutes: blueprint.durationMinutes } : null,
    kinds: blueprint.kinds,
    cutScore: blueprint.cutScore,
    domains: version.domains.map((domain) => domainOf(domain, pack.items)),
    origin: { model: by('model'), human: by('human'), family: by('family') },
  }
}

/** Describes every pack that has something to sit, in the order in which they were loaded. */
export function readProgramme(ports: Pick<Ports, 'clock' | 'content'>): readonly PackSummary[] {
  const today = dateOf(ports.clock.now())
  const filled = ports.content.packs().filter(({ pack }) => pack.items.length > 0)
  return filled.flatMap(({ pack }) => {
    const exam = findExam(ports.content, pack.examCode)
    return exam.ok ? [summarise(exam.value, today)] : []
  })
}
