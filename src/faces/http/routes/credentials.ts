import { createRoute, z } from '@hono/zod-openapi'
import { awardCredential } from '../../../application/award-credential.ts'
import { listCredentials } from '../../../application/list-credentials.ts'
import { readCredential } from '../../../application/read-credential.ts'
import { issueTranscript, secureCredential } from '../../../application/secure-credential.ts'
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

const issue = createRoute({
  method: 'post',
  path: '/api/v1/credentials',
  summary: 'Give the credential that a closed exam earned',
  request: jsonBody(attemptBody.extend({ recipient: recipientSchema.optional() })),
  responses: answers(201, 'The credential, signed', anything),
})

const list = createRoute({
  method: 'get',
  path: '/api/v1/credentials',
  summary: "The person's credentials, newest first, with what is left of each",
  responses: answers(200, 'Credentials', z.object({ credentials: z.array(anything) })),
})

const read = createRoute({
  method: 'get',
  path: credentialPath,
  summary: 'One credential',
  request: { params: credentialParams },
  responses: answers(200, 'The credential', anything),
})

const secured = createRoute({
  method: 'get',
  path: `${credentialPath}/secured`,
  summary: 'One credential as JSON, ES256 VC-JWT or SD-JWT VC',
  request: {
    params: credentialParams,
    query: z.object({ format: z.enum(['data-integrity', 'jwt', 'sd-jwt']).default('jwt') }),
  },
  responses: answers(
    200,
    'The credential in this format',
    z.object({ format: z.string(), credential: z.string() }),
  ),
})

const transcript = createRoute({
  method: 'get',
  path: '/api/v1/transcript',
  summary: 'Everything the person holds, as one signed CLR 2.0',
  responses: answers(200, 'The record', anything),
})

/** The calls that give a person's credentials: issue, list, read, other formats, transcript. */
export const addCredentialRoutes: AddRoutes = (api, { ports, candidateOf }) => {
  const answer = answerCredential(ports)

  addRoute(api, issue, async (c) => {
    const request = { ...c.req.valid('json'), candidateId: candidateOf(c) }
    return answer(c, await awardCredential(ports, request), 201)
  })

  addRoute(api, list, async (c) => c.json({ credentials: await listCredentials(ports, candidateOf(c)) }, 200))

  addRoute(api, read, async (c) => {
    const found = await readCredential(ports, { ...c.req.valid('param'), candidateId: candidateOf(c) })
    return found.ok ? c.json(found.value, 200) : problem(c, found.error)
  })

  addRoute(api, secured, async (c) => {
    const { format } = c.req.valid('query')
    const request = { ...c.req.valid('param'), candidateId: candidateOf(c), format }
    const done = await secureCredential(ports, request)
    return done.ok ? c.json({ format, credential: done.value }, 200) : problem(c, done.error)
  })

  addRoute(api, transcript, async (c) => c.json(await issueTranscript(ports, candidateOf(c)), 200))
}
