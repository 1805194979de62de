import { z } from '@hono/zod-openapi'

const optionIds = z.array(z.string().max(64)).max(20)

/** A response in presented identifiers, one shape per kind of item. */
export const responseSchema = z
  .union([
    z.strictObject({ selected: optionIds }),
    z.strictObject({ ordered: optionIds }),
    z.strictObject({ matched: z.record(z.string().max(64), z.string().max(64)) }),
  ])
  .openapi('Response')

export const recordSchema = z
  .strictObject({
    sequence: z.int().min(1).openapi({ description: 'Last sequence seen for this position, plus one.' }),
    response: responseSchema.nullable(),
    flagged: z.boolean().optional(),
    struck: optionIds.optional(),
    clientToken: z
      .string()
      .min(1)
      .max(128)
      .openapi({ description: 'Fresh for every new request; repeated when the same one is sent again.' }),
  })
  .openapi('RecordResponse')

export const startSchema = z
  .strictObject({
    examCode: z.string().min(1).max(20),
    mode: z.enum(['exam', 'study', 'diagnostic', 'custom']),
    seed: z
      .union([z.string().max(200), z.number()])
      .transform(String)
      .optional(),
    domains: z.array(z.int().min(1).max(20)).min(1).max(20).optional(),
    tasks: z.array(z.string().max(10)).min(1).max(100).optional(),
    items: z.int().min(1).max(200).optional(),
    from: z
      .array(z.enum(['missed', 'unseen', 'flagged']))
      .min(1)
      .optional(),
    notInLastAttempts: z.int().min(0).max(100).optional(),
    timeMultiplier: z.number().positive().max(100).optional(),
    untimed: z.boolean().optional(),
  })
  .openapi('StartAttempt')

/** A day, `YYYY-MM-DD`; today where it is not given. */
export const daySchema = z.iso.date().openapi({ example: '2026-11-24' })

export const asOfQuery = z.object({ asOf: daySchema.optional() })

export const problemSchema = z
  .looseObject({ type: z.string(), title: z.string(), status: z.int(), detail: z.string(), code: z.string() })
  .openapi('Problem')

/** A profile; its words and numbers are checked by the planner, which says what to write instead. */
export const profileSchema = z
  .strictObject({
    role: z.string().max(60).openapi({ example: 'web-developer' }),
    direction: z.string().max(60).openapi({ example: 'devops' }),
    awsYears: z.number(),
    itYears: z.number(),
    stack: z.record(z.string().max(60), z.number()).optional(),
    hoursPerWeek: z.number(),
    startDate: z.string().max(10).optional(),
    deadline: z.string().max(10).nullable().optional(),
    budgetUsd: z.number().nullable().optional(),
    held: z
      .array(z.strictObject({ certificationId: z.string().max(100), earnedOn: z.string().max(10) }))
      .max(50)
      .optional(),
    language: z.string().max(20).optional(),
    englishSecondLanguage: z.boolean().optional(),
    vouchers: z
      .array(z.strictObject({ percent: z.number(), expiresOn: z.string().max(10) }))
      .max(20)
      .optional(),
    passProbabilityFloor: z.number().optional(),
    wants: z.array(z.string().max(100)).max(20).optional(),
    avoids: z.array(z.string().max(100)).max(50).optional(),
  })
  .openapi('Profile')

const problemContent = { 'application/problem+json': { schema: problemSchema } }

/** Answers of a route: its success, and the refusals that it may give. */
export function answers<S extends z.ZodType>(status: 200 | 201, description: string, schema: S) {
  return {
    [status]: { description, content: { 'application/json': { schema } } },
    default: { description: 'A refusal, with its code and the next step', content: problemContent },
  } as const
}

/** A body of the given schema, required. */
export const jsonBody = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})
