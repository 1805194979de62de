import { createHash } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { listAttempts } from '../../../application/list-attempts.ts'
import { readAttempt, viewAttempt } from '../../../application/read-attempt.ts'
import { readReport } from '../../../application/read-report.ts'
import { type RecordRefusal, recordResponse } from '../../../application/record-response.ts'
import { startAttempt } from '../../../application/start-attempt.ts'
import { submitAttempt } from '../../../application/submit-attempt.ts'
import { toIso } from '../../../domain/kernel/instant.ts'
import { type AddRoutes, addRoute } from '../context.ts'
import { problem } from '../problem.ts'
import { answers, jsonBody, recordSchema, startSchema } from '../schemas.ts'

const attemptParams = z.object({ attemptId: z.string().max(64) })
const positionParams = attemptParams.extend({ position: z.coerce.number().int() })
const anything = z.looseObject({})

const list = createRoute({
  method: 'get',
  path: '/api/v1/attempts',
  summary: "The candidate's attempts, newest first",
  responses: answers(200, 'Attempts', z.object({ attempts: z.array(anything) })),
})

const start = createRoute({
  method: 'post',
  path: '/api/v1/attempts',
  summary: 'Draw a form and start its clock',
  request: jsonBody(startSchema),
  responses: answers(201, 'The attempt with its form, keys left out', anything),
})

const read = createRoute({
  method: 'get',
  path: '/api/v1/attempts/{attemptId}',
  summary: 'An attempt with what has been recorded so far',
  request: { params: attemptParams },
  responses: answers(200, 'The attempt', anything),
})

const record = createRoute({
  method: 'put',
  path: '/api/v1/attempts/{attemptId}/responses/{position}',
  summary: 'Record a response; answered only once it is durable',
  request: { params: positionParams, ...jsonBody(recordSchema) },
  responses: answers(
    200,
    'Recorded',
    z.looseObject({
      savedAt: z.string(),
      sequence: z.int(),
      remainingMs: z.int().nullable(),
      feedback: anything.optional(),
      next: anything.nullable().optional(),
    }),
  ),
})

const submit = createRoute({
  method: 'post',
  path: '/api/v1/attempts/{attemptId}/submission',
  summary: 'Close and score; a closed attempt gives the report it has',
  request: { params: attemptParams },
  responses: answers(200, 'The report', z.object({ report: anything })),
})

const report = createRoute({
  method: 'get',
  path: '/api/v1/attempts/{attemptId}/report',
  summary: 'The report of a closed attempt',
  request: { params: attemptParams },
  responses: answers(
    200,
    'The report, and the form as it was presented',
    z.object({ report: anything, form: anything }),
  ),
})

/** A losing writer is shown what stands; a refusal carries no more than that. */
function recordProblem(c: Context, refusal: RecordRefusal): Response {
  if (refusal.code !== 'superseded' && refusal.code !== 'already-answered') return problem(c, refusal)
  const { sequence, response, flagged, struck, savedAt } = refusal.current
  return problem(c, {
    code: refusal.code,
    ...{ sequence, response, flagged, struck, savedAt: toIso(savedAt) },
  })
}

/** The calls of an attempt: list, start, read, record, submit, report. */
export const addAttemptRoutes: AddRoutes = (api, { ports, candidateOf }) => {
  addRoute(api, list, async (c) => c.json({ attempts: await listAttempts(ports, candidateOf(c)) }, 200))

  addRoute(api, start, async (c) => {
    const started = await startAttempt(ports, { ...c.req.valid('json'), candidateId: candidateOf(c) })
    return started.ok ? c.json(viewAttempt(ports, started.value, []), 201) : problem(c, started.error)
  })

  addRoute(api, read, async (c) => {
    const view = await readAttempt(ports, { ...c.req.valid('param'), candidateId: candidateOf(c) })
    return view.ok ? c.json(view.value, 200) : problem(c, view.error)
  })

  addRoute(api, record, async (c) => {
    const { clientToken, sequence, response, flagged = false, struck = [] } = c.req.valid('json')
    const { attemptId, position } = c.req.valid('param')
    const content = JSON.stringify([position, sequence, response, flagged, struck])
    const bodyHash = createHash('sha256').update(content).digest('hex')
    const recorded = await recordResponse(ports, {
      candidateId: candidateOf(c),
      ...{ attemptId, position, sequence, response, flagged, struck, clientToken, bodyHash },
    })
    if (!recorded.ok) return recordProblem(c, recorded.error)
    const { recorded: saved, remainingMs, feedback, next } = recorded.value
    const answer = { savedAt: toIso(saved.savedAt), sequence: saved.sequence, remainingMs }
    const told = { ...(feedback === null ? {} : { feedback }), ...(next === undefined ? {} : { next }) }
    return c.json({ ...answer, ...told }, 200)
  })

  addRoute(api, submit, async (c) => {
    const submitted = await submitAttempt(ports, { ...c.req.valid('param'), candidateId: candidateOf(c) })
    return submitted.ok ? c.json({ report: submitted.value }, 200) : problem(c, submitted.error)
  })

  addRoute(api, report, async (c) => {
    const found = await readReport(ports, { ...c.req.valid('param'), candidateId: candidateOf(c) })
    return found.ok ? c.json(found.value, 200) : problem(c, found.error)
  })
}
