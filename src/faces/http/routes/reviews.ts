import { createRoute, z } from '@hono/zod-openapi'
import { exportItemReview } from '../../../application/export-item-review.ts'
import { importItemReview } from '../../../application/import-item-review.ts'
import { listReviewPacks } from '../../../application/list-review-packs.ts'
import { type AddRoutes, addRoute } from '../context.ts'
import { problem } from '../problem.ts'
import { answers, jsonBody } from '../schemas.ts'

const anything = z.looseObject({})
const letters = z.array(z.string().trim().toUpperCase().max(1)).max(20)

const sheetRequestSchema = z
  .strictObject({
    examCode: z.string().min(1).max(20),
    only: z.enum(['in-review', 'draft', 'disputed', 'all']).default('in-review'),
  })
  .openapi('ReviewSheetRequest')

/** What a solver sends back: the sheet's seed, and the items that were solved. */
const solvedSchema = z
  .strictObject({
    examCode: z.string().min(1).max(20),
    seed: z.string().min(1).max(200),
    solver: z.string().max(60),
    items: z
      .array(
        z.object({
          item: z.string().max(60),
          hash: z.string().max(64),
          answer: letters.min(1),
          reason: z.string().max(2_000),
          alternatives: letters.default([]),
        }),
      )
      .min(1)
      .max(100),
  })
  .openapi('SolvedItems')

const packs = createRoute({
  method: 'get',
  path: '/api/v1/reviews',
  summary: 'Packs with the states of their items',
  responses: answers(200, 'Packs', z.object({ packs: z.array(anything) })),
})

const sheet = createRoute({
  method: 'post',
  path: '/api/v1/reviews/sheets',
  summary: 'A blind sheet: items without keys, options shuffled',
  request: jsonBody(sheetRequestSchema),
  responses: answers(200, 'The sheet', anything),
})

const solve = createRoute({
  method: 'post',
  path: '/api/v1/reviews',
  summary: 'Store what a person answered blind, beside the pack',
  request: jsonBody(solvedSchema),
  responses: answers(201, 'What the sheet said; never a key', anything),
})

/** The calls of human reviewers: packs, blind sheets, answers. */
export const addReviewRoutes: AddRoutes = (api, { ports }) => {
  addRoute(api, packs, async (c) => c.json({ packs: listReviewPacks(ports) }, 200))

  addRoute(api, sheet, async (c) => {
    const made = exportItemReview(ports, c.req.valid('json'))
    return made.ok ? c.json(made.value, 200) : problem(c, made.error)
  })

  addRoute(api, solve, async (c) => {
    const { examCode, seed, solver, items } = c.req.valid('json')
    const review = importItemReview(ports, { sheet: { examCode, seed, items }, solver, by: 'human' })
    return review.ok ? c.json(review.value, 201) : problem(c, review.error)
  })
}
