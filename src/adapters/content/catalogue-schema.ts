import { z } from 'zod'
import { type CalendarDate, isCalendarDate } from '../../domain/kernel/calendar-date.ts'

const text = z.string().trim().min(1)
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable()
const noted = orNull(text).default(null)
const count = z.int().positive()

const day = z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value), {
  error: 'is not a day. Write YYYY-MM-DD, or null when unknown.',
})

/** A day, month or year; a bare year needs quotes to stay text. */
const reducedDay = z.custom<string>(
  (value) => typeof value === 'string' && isCalendarDate(`${value}-01-01`.slice(0, 10)),
  { error: "is not a date. Write YYYY-MM-DD, YYYY-MM or 'YYYY' (a year in quotes)." },
)

const basis = z.enum(['reported', 'announced', 'recalled'])
const confidence = z.enum(['confirmed-official', 'secondary', 'uncertain'])
const tierId = z.enum(['foundational', 'associate', 'professional', 'specialty', 'business'])
const itemKind = z.enum(['multiple-choice', 'multiple-response', 'ordering', 'matching', 'case-study'])
const ids = z.array(text)

const dateFact = z.strictObject({
  date: reducedDay,
  alsoStated: z.array(reducedDay).default([]),
  basis,
  confidence,
  note: noted,
})

const domain = z.strictObject({
  number: count,
  name: text,
  weightPercent: orNull(z.number().positive().max(100)),
  tasks: orNull(z.record(z.string().regex(/^\d+\.\d+$/), text)),
})

const beta = z.strictObject({
  examCode: orNull(text),
  from: orNull(day),
  to: orNull(day),
  registrationFrom: orNull(day),
  earlyAdopterBadgeUntil: orNull(day).default(null),
  totalItems: orNull(count),
  durationMinutes: orNull(count),
  feeUsd: orNull(z.number().nonnegative()),
  languages: orNull(ids),
  basis: orNull(basis),
  confidence,
  note: noted,
})

const scopeNews = z.strictObject({
  newInScope: ids.default([]),
  outOfScope: ids.default([]),
  additions: z.array(z.strictObject({ area: text, newSkills: orNull(count) })).default([]),
  skills: orNull(z.strictObject({ total: count, newInVersion: count, removedFromPrevious: count })).default(
    null,
  ),
})

const version = z.strictObject({
  examCode: text,
  nameAtTheTime: noted,
  availableFrom: orNull(dateFact),
  lastExamDate: orNull(dateFact),
  registrationFrom: orNull(day),
  languages: orNull(ids),
  languageRetirements: z.array(z.strictObject({ languages: ids, lastExamDate: dateFact })).default([]),
  totalItems: orNull(count),
  scoredItems: orNull(count),
  unscoredItems: orNull(z.int().nonnegative()),
  durationMinutes: orNull(count),
  feeUsd: orNull(z.number().nonnegative()),
  cutScore: orNull(z.int().min(100).max(1000)),
  itemKinds: orNull(z.array(itemKind)),
  itemKindsHistory: z
    .array(z.strictObject({ from: text, until: orNull(text), kinds: z.array(itemKind) }))
    .default([]),
  guideVersion: orNull(text),
  confidence: z.strictObject({
    dates: confidence,
    format: confidence,
    weights: confidence,
    tasks: confidence,
  }),
  sources: ids,
  beta: orNull(beta).default(null),
  scopeNews: orNull(scopeNews).default(null),
  notes: ids.default([]),
  domains: z.array(domain).min(1),
})

const years = count.max(10)

const renewal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exam'), certification: text, extendsYears: years, note: noted }),
  z.strictObject({ kind: z.literal('any-exam-of-tier'), tier: tierId, extendsYears: years, note: noted }),
  z.strictObject({
    kind: z.literal('activity'),
    name: text,
    extendsYears: years,
    windowDaysBeforeExpiry: orNull(count).default(null),
    windowMonthsBeforeExpiry: orNull(count).default(null),
    pointsRequired: orNull(count).default(null),
    minPracticalActivities: orNull(count).default(null),
    feeUsd: orNull(z.number().nonnegative()).default(null),
    requires: noted,
    confidence,
    note: noted,
  }),
])

/** One file of `certifications/`. */
export const certificationSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: text,
  formerNames: ids,
  tier: tierId,
  nearestClassicTier: orNull(tierId).default(null),
  confidence,
  confidenceOf: text,
  statusNote: noted,
  validates: text,
  roles: ids,
  recommended: z.strictObject({
    yearsMin: z.number().nonnegative(),
    text,
    candidate: text,
    priorCertifications: z.array(z.strictObject({ id: text, strength: text })),
  }),
  validityYears: years,
  renewedBy: orNull(z.array(renewal)),
  nearest: z.array(z.strictObject({ id: text, relation: text, by: z.enum(['source', 'cairn']) })).default([]),
  urls: z.strictObject({
    page: orNull(z.url()),
    guide: orNull(z.url()),
    announcement: orNull(z.url()).default(null),
    comparison: orNull(z.url()).default(null),
  }),
  versions: z.array(version).min(1),
  sources: z.array(z.strictObject({ group: text, sourceIds: ids, confidence, note: noted })),
})

/** `programme.yaml`. */
export const programmeSchema = z.strictObject({
  recordedOn: day,
  newestEvidence: day,
  evidenceGap: text,
  prerequisites: text,
  certifications: ids,
  tiers: z.array(
    z.strictObject({
      id: tierId,
      name: text,
      feeUsd: z.number().nonnegative(),
      cutScore: z.int().min(100).max(1000),
      since: noted,
      note: noted,
    }),
  ),
  microcredentials: z.array(
    z.strictObject({
      name: text,
      assessment: text,
      durationMinutes: orNull(count),
      feeUsd: orNull(z.number().nonnegative()),
      proctored: orNull(text),
      requiresSubscription: z.boolean(),
      confidence,
      sources: ids,
    }),
  ),
})

/** `sources.yaml`: source id to source. */
export const sourcesSchema = z.record(
  z.string().regex(/^[A-Z]\d*$/),
  z.strictObject({
    title: text,
    url: orNull(z.url()),
    date: orNull(text),
    grade: z.enum(['official', 'third-party', 'recalled']),
    readAs: text,
  }),
)

export type CertificationFile = z.infer<typeof certificationSchema>
export type VersionEntry = CertificationFile['versions'][number]
export type DateEntry = z.infer<typeof dateFact>
export type ProgrammeFile = z.infer<typeof programmeSchema>
export type SourcesFile = z.infer<typeof sourcesSchema>
