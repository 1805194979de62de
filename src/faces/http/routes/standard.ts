import { createRoute, z } from '@hono/zod-openapi'
import { reviewStandard, type StandardRefusal } from '../../../application/review-standard.ts'
import { tableFaultText } from '../../../presentation/standard-text.ts'
import { type AddRoutes, addRoute } from '../context.ts'
import { problem } from '../problem.ts'
import { answers, jsonBody } from '../schemas.ts'

const table = z.string().min(1).max(60_000)

const tablesSchema = z
  .strictObject({
    ratings: table.openapi({
      description: 'CSV: judge, round, and a column per item with shares from 0 to 1',
    }),
    scores: table.optional().openapi({ description: 'CSV: score, count' }),
    expectations: table.optional().openapi({
      description: 'CSV: judge, with passRate or lowestCut, highestCut, lowestFailRate, highestFailRate',
    }),
  })
  .openapi('StandardTables')

const review = createRoute({
  method: 'post',
  path: '/api/v1/measure/standard',
  summary: 'For programme owners: review the ratings of a standard-setting panel; nothing is stored',
  request: jsonBody(tablesSchema),
  responses: answers(200, 'Rounds and compromises', z.looseObject({ items: z.int() })),
})

const explain = (refusal: StandardRefusal) =>
  refusal.code === 'table-malformed' ? { ...refusal, message: tableFaultText(refusal) } : refusal

/** Standard setting as a calculator on tables that the caller brings. */
export const addStandardRoutes: AddRoutes = (api, { ports }) => {
  addRoute(api, review, (c) => {
    const reviewed = reviewStandard(ports, c.req.valid('json'))
    return reviewed.ok ? c.json(reviewed.value, 200) : problem(c, explain(reviewed.error))
  })
}
