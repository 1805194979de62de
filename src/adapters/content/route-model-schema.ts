import { z } from 'zod'
import { fields, roles, serviceAreas } from '../../domain/path/vocabulary.ts'

const text = z.string().trim().min(1)
const ids = z.array(text)
const because = { reason: z.string().trim().min(12, 'is too short to be a reason'), sources: ids.default([]) }

/** A number in a range, with its reason. */
const figure = (from: number, to: number) =>
  z.strictObject({ value: z.number().min(from).max(to), ...because })
const figures = (from: number, to: number) => z.record(text, figure(from, to))

/** Every word of a vocabulary once, and no other. */
function each<W extends string, S extends z.ZodType>(words: readonly W[], schema: S) {
  return z.strictObject(Object.fromEntries(words.map((word) => [word, schema])) as { [word in W]: S })
}

const years = z.number().min(0).max(60)
const reach = z.strictObject({ awsYears: years.nullable(), itYears: years.nullable() })
const tierIds = ['foundational', 'business', 'associate', 'professional', 'specialty'] as const

const costs = z.strictObject({ hour: figure(0, 100), usd: figure(0, 100), week: figure(0, 100) })

const worth = z.strictObject({
  roleAsDirection: figure(0, 1),
  stack: figure(0, 100),
  besideHigher: figure(0, 1),
  renewal: figure(0, 1),
  wanted: figure(0, 10_000),
  handsOnYears: figure(0, 60),
})

const hours = z.strictObject({
  audience: figure(0.1, 1),
  stack: figure(0, 0.9),
  renewal: figure(0.1, 1),
  lapsed: figure(0, 1),
  least: figure(0.1, 1),
})

const band = z.strictObject({
  id: z.enum(['experienced', 'some', 'new']),
  name: text,
  multiplier: z.number().positive().max(5),
  from: each(tierIds, reach),
  ...because,
})

const sharedSkill = z.strictObject({
  knows: text,
  helps: text,
  removes: z.number().positive().max(0.9),
  onlyNew: z.boolean().default(false),
  ...because,
})

const calendar = z.strictObject({
  retakeWaitDays: figure(0, 365),
  bookingLeadDays: figure(0, 365),
  sameVersionYears: figure(0, 10),
  paceSigma: figure(0, 1),
  voucherPercent: figure(0, 100),
  voucherLagDays: figure(0, 365),
  voucherValidityDays: figure(1, 3650),
  renewalWindowDays: figure(1, 3650),
  renewalHorizonDays: figure(0, 3650),
  secondLanguageMinutes: figure(0, 600),
  reminderDays: z.array(figure(1, 1000)).min(1),
})

const foundation = z.strictObject({ awsYears: years, anyOf: ids.min(1), ...because })

const outgrown = z.strictObject({
  awsYears: years,
  factor: z.number().min(0).max(1),
  inFavourOf: text.nullable().default(null),
  ...because,
})

const certification = z.strictObject({
  technical: z.boolean(),
  hours: z.strictObject({
    median: z.number().positive().max(2000),
    sigma: z.number().positive().max(2),
    ...because,
  }),
  audience: z.array(z.enum(roles)).default([]),
  foundation: foundation.nullable().default(null),
  outgrown: outgrown.nullable().default(null),
  reading: z.array(z.strictObject({ domain: z.int().positive(), documents: ids.min(1) })).min(1),
  practice: ids.min(1),
})

const role = z.strictObject({
  name: text,
  technical: z.boolean(),
  formerly: ids.default([]),
  values: figures(0, 50),
})
const field = z.strictObject({ name: text, formerly: ids.default([]), values: figures(0, 50) })
const area = z.strictObject({ name: text, shares: figures(0, 1) })
const document = z.strictObject({
  title: text,
  url: z.url({ protocol: /^https$/ }),
  kind: z.enum(['documentation', 'white-paper']),
})

/** The shape of `route-model.yaml`: every number in its range and with its reason, every word of the vocabularies once. */
export const routeModelSchema = z.strictObject({
  costs,
  worth,
  hours,
  experience: z.array(band).min(1),
  sharedSkills: z.array(sharedSkill),
  calendar,
  passProbabilities: z.array(figure(0.5, 0.99)).min(1),
  safest: figure(0.5, 0.99),
  documents: z.record(text, document),
  certifications: z.record(text, certification),
  roles: each(roles, role),
  fields: each(fields, field),
  areas: each(serviceAreas, area),
})

/** The file as parsed. */
export type RouteModelFile = z.infer<typeof routeModelSchema>
