import { z } from 'zod'
import type { KeyChange } from '../../domain/item/key-change.ts'
import type { BlindSheet } from '../../domain/item/standing.ts'
import { type CalendarDate, isCalendarDate } from '../../domain/kernel/calendar-date.ts'

const text = z
  .string({ error: 'is missing or no text; write text, in quotes where it looks like a number.' })
  .trim()
  .min(1, 'must not be empty.')
const date = z
  .string()
  .refine(isCalendarDate, 'must be an existing day written YYYY-MM-DD.')
  .transform((day) => day as CalendarDate)
const examCode = z.string().regex(/^[A-Z]{2,4}-[A-Z]\d{2}$/, 'must be an exam code such as SAA-C03.')
const task = z
  .string({ error: 'must be text in quotes, such as "1.1".' })
  .regex(/^\d+\.\d+$/, 'must be written domain.task, such as "1.1".')
const wholeNumber = z.number().int('must be a whole number.')
const kind = z.enum(['multiple-choice', 'multiple-response', 'ordering', 'matching'])
const share = z
  .number({ error: 'must be a number between 0 and 1.' })
  .gt(0, 'must be above 0.')
  .lt(1, 'must be below 1.')

const option = z.strictObject({
  text,
  key: z
    .union(
      [z.boolean(), wholeNumber.positive(), z.null()],
      'must be true or false; for ordering its place or null.',
    )
    .optional(),
  rationale: text,
  misconception: text.nullish(),
})

/** One item as written in `items/*.yaml`. */
export const itemSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)+$/, 'must be lower-case letters, digits and hyphens.'),
  kind,
  stem: text,
  stimulus: text.nullish(),
  select: wholeNumber.positive().nullish(),
  options: z.array(option).min(2, 'needs at least two options.'),
  prompts: z.array(z.strictObject({ text, option: wholeNumber.nonnegative() })).default([]),
  task: task.nullish(),
  domain: wholeNumber.positive().optional(),
  alsoFor: z.array(z.strictObject({ examCode, task })).default([]),
  cognitive: z.enum(['recall', 'apply', 'analyse']),
  services: z.array(text).min(1, 'must name at least one service.'),
  references: z
    .array(z.strictObject({ title: text, url: z.url('must be an address.'), checked: date }))
    .min(1, 'needs at least one page.'),
  validFrom: date,
  validUntil: date.nullish(),
  angoff: share,
  origin: z.strictObject({ by: z.enum(['model', 'human', 'family']), on: date }),
  enemies: z.array(text).default([]),
})

/** `stimuli.yaml`: texts shared by case-study items. */
export const stimuliSchema = z.array(z.strictObject({ id: text, title: text, text }))

/** `pack.yaml`. */
export const packSchema = z.strictObject({
  examCode,
  programme: text,
  title: text,
  purpose: z.enum(['practice', 'programme']),
  licence: text,
  assumes: z.array(text).default([]),
  assumed: z
    .strictObject({
      like: examCode.optional(),
      scoredItems: wholeNumber.positive().optional(),
      unscoredItems: wholeNumber.nonnegative().optional(),
      durationMinutes: wholeNumber.positive().optional(),
      cutScore: wholeNumber.min(100).max(1000).optional(),
      kinds: z.array(kind).min(1).optional(),
      weights: z.record(z.string().regex(/^\d+$/), z.number().positive()).optional(),
    })
    .optional(),
  lapsed: text.optional(),
})

/** One line of `reviews/*.jsonl`. */
export const sheetSchema: z.ZodType<BlindSheet> = z.strictObject({
  item: text,
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits.'),
  solver: text,
  by: z.enum(['model', 'human']),
  answer: z.array(wholeNumber.nonnegative()).min(1),
  reason: text,
  alternatives: z.array(wholeNumber.nonnegative()),
  on: date,
})

/** One line of `changes.jsonl`. */
export const keyChangeSchema: z.ZodType<KeyChange> = z.strictObject({
  item: text,
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits.'),
  key: z.array(wholeNumber.nonnegative()).min(1).nullable(),
  reason: text,
  on: date,
})

export type ItemFile = z.infer<typeof itemSchema>
export type PackFile = z.infer<typeof packSchema>
export type StimuliFile = z.infer<typeof stimuliSchema>
