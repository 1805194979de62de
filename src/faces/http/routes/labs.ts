import { createRoute, z } from '@hono/zod-openapi'
import { checkLab, tryLab } from '../../../application/check-lab.ts'
import { listLabs } from '../../../application/list-labs.ts'
import { readLab } from '../../../application/read-lab.ts'
import { startLab } from '../../../application/start-lab.ts'
import { takeLabHint } from '../../../application/take-lab-hint.ts'
import { labsNotice } from '../../../presentation/lab-text.ts'
import { type AddRoutes, addRoute } from '../context.ts'
import { problem } from '../problem.ts'
import { answers, jsonBody } from '../schemas.ts'

const anything = z.looseObject({})
const attemptParam = z.object({ labAttemptId: z.string().max(64) })
const filesBody = jsonBody(z.object({ files: z.record(z.string().max(60), z.string().max(40_000)) }))

const list = createRoute({
  method: 'get',
  path: '/api/v1/labs',
  summary: 'Labs, with the best result of the person who asks',
  responses: answers(200, 'The labs', z.object({ notice: z.string(), labs: z.array(anything) })),
})

const start = createRoute({
  method: 'post',
  path: '/api/v1/lab-attempts',
  summary: 'Begin a lab in a variant of one’s own',
  request: jsonBody(z.object({ labId: z.string().max(60), seed: z.string().min(1).max(40).optional() })),
  responses: answers(201, 'The attempt: situation, files, requirements, visible cases', anything),
})

const read = createRoute({
  method: 'get',
  path: '/api/v1/lab-attempts/{labAttemptId}',
  summary: 'An attempt with the files as last checked, hints taken and the last report',
  request: { params: attemptParam },
  responses: answers(200, 'The attempt', anything),
})

const attempt = createRoute({
  method: 'post',
  path: '/api/v1/lab-attempts/{labAttemptId}/tries',
  summary: 'Findings in the files and the visible cases as they stand; nothing is stored',
  request: { params: attemptParam, ...filesBody },
  responses: answers(200, 'Findings, and the visible cases by requirement', anything),
})

const check = createRoute({
  method: 'post',
  path: '/api/v1/lab-attempts/{labAttemptId}/checks',
  summary: 'Grade the files against the whole matrix, and keep the report',
  request: { params: attemptParam, ...filesBody },
  responses: answers(200, 'The report', z.object({ report: anything })),
})

const hint = createRoute({
  method: 'post',
  path: '/api/v1/lab-attempts/{labAttemptId}/hints',
  summary: 'The next hint; it costs nothing, and is recorded',
  request: { params: attemptParam },
  responses: answers(200, 'Every hint taken so far', z.object({ hints: z.array(z.string()) })),
})

/** The calls of labs. What hidden cases ask and expect stays on the server until a check. */
export const addLabRoutes: AddRoutes = (api, { ports, candidateOf }) => {
  addRoute(api, list, async (c) =>
    c.json({ notice: labsNotice, labs: await listLabs(ports, candidateOf(c)) }),
  )

  addRoute(api, start, async (c) => {
    const { labId, seed } = c.req.valid('json')
    const started = await startLab(ports, {
      candidateId: candidateOf(c),
      labId,
      ...(seed === undefined ? {} : { seed }),
    })
    return started.ok ? c.json(started.value, 201) : problem(c, started.error)
  })

  addRoute(api, read, async (c) => {
    const found = await readLab(ports, { ...c.req.valid('param'), candidateId: candidateOf(c) })
    return found.ok ? c.json(found.value) : problem(c, found.error)
  })

  addRoute(api, attempt, async (c) => {
    const { files } = c.req.valid('json')
    const tried = await tryLab(ports, { ...c.req.valid('param'), candidateId: candidateOf(c), files })
    return tried.ok ? c.json(tried.value) : problem(c, tried.error)
  })

  addRoute(api, check, async (c) => {
    const { files } = c.req.valid('json')
    const report = await checkLab(ports, { ...c.req.valid('param'), candidateId: candidateOf(c), files })
    return report.ok ? c.json({ report: report.value }) : problem(c, report.error)
  })

  addRoute(api, hint, async (c) => {
    const taken = await takeLabHint(ports, { ...c.req.valid('param'), candidateId: candidateOf(c) })
    return taken.ok ? c.json(taken.value) : problem(c, taken.error)
  })
}
