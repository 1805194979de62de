import { createRoute, z } from '@hono/zod-openapi'
import { analyseItem } from '../../../application/analyse-item.ts'
import { readMeasurement } from '../../../application/read-measurement.ts'
import { readReadiness } from '../../../application/read-readiness.ts'
import { recalibrateItems } from '../../../application/recalibrate-items.ts'
import { releaseItem } from '../../../application/release-item.ts'
import { reportOutcome, withdrawOutcome } from '../../../application/report-outcome.ts'
import { type AddRoutes, addRoute } from '../context.ts'
import { problem } from '../problem.ts'
import { answers, jsonBody } from '../schemas.ts'

const examParams = z.object({ examCode: z.string().max(20) })
const itemParams = examParams.extend({ itemId: z.string().max(100) })
const outcomeParams = z.object({ outcomeId: z.string().max(64) })
const anything = z.looseObject({})

const outcomeSchema = z
  .strictObject({
    examCode: z.string().min(1).max(20),
    takenOn: z.string().max(10).openapi({ example: '2026-11-24' }),
    passed: z.boolean(),
    scaledScore: z.int().nullable().optional(),
  })
  .openapi('ReportedOutcome')

const releaseSchema = z.strictObject({ reason: z.string().trim().min(10).max(2000) }).openapi('ItemRelease')

const readiness = createRoute({
  method: 'get',
  path: '/api/v1/readiness/{examCode}',
  summary: "The candidate's readiness today and on the days to come, and how often such statements came true",
  request: { params: examParams },
  responses: answers(200, 'Readiness', anything),
})

const report = createRoute({
  method: 'post',
  path: '/api/v1/outcomes',
  summary: 'Report the outcome of a real exam',
  request: jsonBody(outcomeSchema),
  responses: answers(201, 'What was kept', anything),
})

const withdraw = createRoute({
  method: 'delete',
  path: '/api/v1/outcomes/{outcomeId}',
  summary: 'Take a reported outcome back',
  request: { params: outcomeParams },
  responses: { 204: { description: 'Taken back' } },
})

const measurement = createRoute({
  method: 'get',
  path: '/api/v1/measurement/{examCode}',
  summary:
    'For programme owners: items with state and gates, calibrations with drift, recent forms side by side',
  request: { params: examParams },
  responses: answers(200, 'Measurement', anything),
})

const calibrate = createRoute({
  method: 'post',
  path: '/api/v1/measurement/{examCode}/calibrations',
  summary: 'For programme owners: calibrate the pool from the responses there are',
  request: { params: examParams },
  responses: answers(201, 'The version that was made', z.looseObject({ version: z.int() })),
})

const item = createRoute({
  method: 'get',
  path: '/api/v1/measurement/{examCode}/items/{itemId}',
  summary: 'For programme owners: one item with its curve, options and versions; it tells the key',
  request: { params: itemParams },
  responses: answers(200, 'The analysis', anything),
})

const release = createRoute({
  method: 'post',
  path: '/api/v1/measurement/{examCode}/items/{itemId}/releases',
  summary: 'For programme owners: put a held item back into the pool, with the reason',
  request: { params: itemParams, ...jsonBody(releaseSchema) },
  responses: answers(201, 'The release', anything),
})

/** Calls about what is measured: readiness and outcomes for candidates; items, calibrations and forms for owners. */
export const addMeasurementRoutes: AddRoutes = (api, { ports, candidateOf }) => {
  addRoute(api, readiness, async (c) => {
    const found = await readReadiness(ports, { ...c.req.valid('param'), candidateId: candidateOf(c) })
    return found.ok ? c.json(found.value, 200) : problem(c, found.error)
  })

  addRoute(api, report, async (c) => {
    const kept = await reportOutcome(ports, { ...c.req.valid('json'), candidateId: candidateOf(c) })
    if (!kept.ok) return problem(c, kept.error)
    const { outcomeId, examCode, takenOn, passed, scaledScore } = kept.value
    return c.json({ outcomeId, examCode, takenOn, passed, scaledScore }, 201)
  })

  addRoute(api, withdraw, async (c) => {
    const gone = await withdrawOutcome(ports, { ...c.req.valid('param'), candidateId: candidateOf(c) })
    return gone.ok ? c.body(null, 204) : problem(c, gone.error)
  })

  addRoute(api, measurement, async (c) => {
    const found = await readMeasurement(ports, c.req.valid('param').examCode)
    return found.ok ? c.json(found.value, 200) : problem(c, found.error)
  })

  addRoute(api, calibrate, async (c) => {
    const run = await recalibrateItems(ports, c.req.valid('param').examCode)
    if (!run.ok) return problem(c, run.error)
    const { examCode, version, attempts, items } = run.value
    return c.json({ examCode, version, attempts, items: items.length }, 201)
  })

  addRoute(api, item, async (c) => {
    const found = await analyseItem(ports, { ...c.req.valid('param'), candidateId: candidateOf(c) })
    return found.ok ? c.json(found.value, 200) : problem(c, found.error)
  })

  addRoute(api, release, async (c) => {
    const released = await releaseItem(ports, { ...c.req.valid('param'), ...c.req.valid('json') })
    return released.ok ? c.json(released.value, 201) : problem(c, released.error)
  })
}
