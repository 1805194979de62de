import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { ReviewSheet } from '../../domain/item/review-sheet.ts'

const letters = z.array(z.string().trim().toUpperCase())

const reviewSheetSchema = z.object({
  examCode: z.string(),
  seed: z.string(),
  howTo: z.string().default(''),
  items: z.array(
    z.object({
      item: z.string(),
      hash: z.string(),
      kind: z.enum(['multiple-choice', 'multiple-response', 'ordering', 'matching']),
      select: z.number().optional(),
      stimulus: z.string().optional(),
      stem: z.string(),
      prompts: z.array(z.string()).optional(),
      options: z.record(z.string(), z.string()),
      answer: letters,
      reason: z.string(),
      alternatives: letters,
    }),
  ),
})

/** Reads a filled-in blind sheet; text where the file cannot be used, saying why. */
export function readReviewSheet(file: string): ReviewSheet | string {
  try {
    const parsed = reviewSheetSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    return `${file} is not a blind sheet: ${issue?.path.join('.')} ${issue?.message}. Fill in the file that export wrote, and keep its other fields.`
  } catch (error) {
    return `${file} cannot be read: ${(error as Error).message}`
  }
}
