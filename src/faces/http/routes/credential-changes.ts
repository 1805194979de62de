import { createRoute, z } from '@hono/zod-openapi'
import { correctCredential } from '../../../application/correct-credential.ts'
import { listCredentials } from '../../../application/list-credentials.ts'
import { viewCredential } from '../../../application/read-credential.ts'
import { renewByExam, renewCredential } from '../../../application/renew-credential.ts'
import { revokeCredential } from '../../../application/revoke-credential.ts'
import { resumeCredential, suspendCredential } from '../../../application/suspend-credential.ts'
import { credentialCalendar } from '../../../presentation/credential-calendar.ts'
import { type AddRoutes, addRoute } from '../context.ts'
import { problem } from '../problem.ts'
import { answers, jsonBody } from '../schemas.ts'
import {
  answerCredential,
  attemptBody,
  credentialParams,
  credentialPath,
  recipientSchema,
} from './credential-parts.ts'

const anything = z.looseObject({})
const reasonBody = z.strictObject({ reason: z.string().trim().min(1).max(500) })

const renewAll = createRoute({
  method: 'post',
  path: '/api/v1/renewals',
  summary: 'Renew everything that one closed exam renews',
  request: jsonBody(attemptBody),
  responses: answers(200, 'What became of each', z.object({ renewals: z.array(anything) })),
})

const calendar = createRoute({
  method: 'get',
  path: '/api/v1/renewals/calendar',
  summary: "When the person's credentials are to be renewed, as a calendar file",
  responses: { 200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } } },
})

const renew = createRoute({
  method: 'post',
  path: `${credentialPath}/renewal`,
  summary: 'Renew one credential by a newer exam',
  request: { params: credentialParams, ...jsonBody(attemptBody) },
  responses: answers(200, 'The credential, under the same identifier', anything),
})

const correct = createRoute({
  method: 'post',
  path: `${credentialPath}/correction`,
  summary: 'Correct whom a credential is for, under the same identifier',
  request: { params: credentialParams, ...jsonBody(z.strictObject({ recipient: recipientSchema })) },
  responses: answers(200, 'The credential', anything),
})

const revoke = createRoute({
  method: 'post',
  path: `${credentialPath}/revocation`,
  summary: 'Revoke a credential for good',
  request: { params: credentialParams, ...jsonBody(reasonBody) },
  responses: answers(200, 'The credential', anything),
})

const suspend = createRoute({
  method: 'post',
  path: `${credentialPath}/suspension`,
  summary: 'Suspend a credential for a while',
  request: { params: credentialParams, ...jsonBody(reasonBody) },
  responses: answers(200, 'The credential', anything),
})

const resume = createRoute({
  method: 'delete',
  path: `${credentialPath}/suspension`,
  summary: 'End a suspension',
  request: { params: credentialParams },
  responses: answers(200, 'The credential', anything),
})

/** The calls that change a credential: renew, correct, revoke, suspend, resume. */
export const addCredentialChanges: AddRoutes = (api, { ports, candidateOf, today }) => {
  const answer = answerCredential(ports)

  addRoute(api, renewAll, async (c) => {
    const renewed = await renewByExam(ports, { ...c.req.valid('json'), candidateId: candidateOf(c) })
    if (!renewed.ok) return problem(c, renewed.error)
    const renewals = renewed.value.map(({ renewed: credential, ...outcome }) => ({
      ...outcome,
      credential: credential === null ? null : viewCredential(ports, credential),
    }))
    return c.json({ renewals }, 200)
  })

  addRoute(api, calendar, async (c) =>
    c.body(credentialCalendar(await listCredentials(ports, candidateOf(c)), today()), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="cairn-records.ics"',
    }),
  )

  addRoute(api, renew, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json'), candidateId: candidateOf(c) }
    return answer(c, await renewCredential(ports, request))
  })

  addRoute(api, correct, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json'), candidateId: candidateOf(c) }
    return answer(c, await correctCredential(ports, request))
  })

  addRoute(api, revoke, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json'), candidateId: candidateOf(c) }
    return answer(c, await revokeCredential(ports, request))
  })

  addRoute(api, suspend, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json'), candidateId: candidateOf(c) }
    return answer(c, await suspendCredential(ports, request))
  })

  addRoute(api, resume, async (c) => {
    const request = { ...c.req.valid('param'), candidateId: candidateOf(c), reason: 'Resumed' }
    return answer(c, await resumeCredential(ports, request))
  })
}
