import { z } from 'zod'
import type { Json, JsonObject } from '../../domain/cloud/json.ts'
import { isCalendarDate } from '../../domain/kernel/calendar-date.ts'
import { fileKinds, probeNames } from '../../domain/lab/types.ts'

const json = z.json() as unknown as z.ZodType<Json>
const object = z.record(z.string(), z.json()) as unknown as z.ZodType<JsonObject>
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by hyphens')

const draw = z.union([
  z.strictObject({ account: z.literal(true) }),
  z.strictObject({ pick: z.array(json).min(1) }),
  z.strictObject({ integer: z.tuple([z.int(), z.int()]), step: z.int().min(1).optional() }),
  z.strictObject({ sample: z.array(json).min(1), count: z.int().min(1) }),
  z.strictObject({ hex: z.int().min(1), prefix: z.string().optional() }),
  z.strictObject({ text: z.string() }),
])

const plan = z.record(z.string().regex(/^\w+$/), draw)

const caseTemplate = z.strictObject({
  title: z.string().min(1),
  ask: object.default({}),
  expect: json,
  probe: z.enum(probeNames).optional(),
})

const requirement = z.strictObject({
  id,
  text: z.string().min(1),
  must: z.enum(['work', 'denied']),
  weight: z.int().min(1).default(1),
  ask: object.optional(),
  cases: z.array(caseTemplate).default([]),
  hidden: z.array(z.strictObject({ ...caseTemplate.shape, count: z.int().min(1), vary: plan })).default([]),
})

/** The form of `lab.yaml`; texts of files stand beside it, in `start/`. */
export const labSchema = z.strictObject({
  id,
  code: z.string().regex(/^L\d\d$/),
  title: z.string().min(1),
  summary: z.string().min(1),
  tier: z.enum(['foundational', 'associate', 'professional', 'specialty']),
  exams: z.array(z.strictObject({ examCode: z.string(), domains: z.array(z.int()).default([]) })).min(1),
  minutes: z.int().min(1),
  probe: z.enum(probeNames),
  situation: z.string().min(1),
  variant: plan,
  files: z
    .array(
      z.strictObject({
        path: z.string().regex(/^[a-z0-9][\w.-]*$/),
        language: z.enum(['json', 'yaml', 'javascript', 'guard', 'cedar']),
        holds: z.enum(fileKinds),
        note: z.string().min(1),
      }),
    )
    .min(1),
  ask: object.default({}),
  /** Parts that cases share through YAML anchors; the lab itself does not read them. */
  shared: z.unknown().optional(),
  requirements: z.array(requirement).min(1),
  hints: z.array(z.string().min(1)).min(1),
  references: z
    .array(
      z.strictObject({
        title: z.string(),
        url: z.url(),
        checked: z.string().refine(isCalendarDate, 'must be an existing day, YYYY-MM-DD'),
      }),
    )
    .min(1),
})

/** What `lab.yaml` holds. */
export type LabFileContent = z.infer<typeof labSchema>
