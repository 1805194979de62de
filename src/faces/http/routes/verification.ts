import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { CredentialInput, TrustedIssuer } from '../../../application/ports.ts'
import { type VerifyRequest, verifyCredential } from '../../../application/verify-credential.ts'
import type { AddRoutes } from '../context.ts'
import { problem } from '../problem.ts'
import { answers } from '../schemas.ts'

/** Where credentials are sent to be checked; its bodies may be larger than others. */
export const verificationPath = '/api/v1/credentials/verification'

const findingSchema = z.object({
  answer: z.enum(['pass', 'fail', 'could-not-tell']),
  reason: z.string(),
  text: z.string(),
  facts: z.looseObject({}),
})

const reportSchema = z.looseObject({
  authentic: findingSchema,
  current: findingSchema,
  status: findingSchema,
  issuer: findingSchema,
  recipient: findingSchema.extend({ answer: z.enum(['pass', 'fail', 'could-not-tell', 'not-checked']) }),
  notChecked: z.array(z.object({ check: z.string(), why: z.string() })),
})

const settings = {
  email: z.string().max(320).optional(),
  name: z.string().max(200).optional(),
  trustedIssuers: z
    .array(z.object({ id: z.string(), name: z.string().optional() }))
    .max(1_000)
    .optional(),
  online: z.boolean().optional(),
}

const bodySchema = z.object({
  credential: z
    .union([z.string(), z.record(z.string(), z.unknown())])
    .optional()
    .describe('a credential as JSON, a token, an SVG or a link'),
  url: z.string().optional().describe('where the credential lies'),
  data: z.base64().optional().describe('a file (PNG, SVG, PDF, JSON, token) in base64'),
  ...settings,
})

type Body = z.infer<typeof bodySchema>

const verification = createRoute({
  method: 'post',
  path: verificationPath,
  summary: 'Check a credential: four separate answers',
  description:
    'Send `{ credential | url | data, email?, name?, trustedIssuers?, online? }`, a credential itself as JSON, or a file as it is.',
  request: { body: { content: { 'application/json': { schema: bodySchema } }, required: true } },
  responses: answers(200, 'What was found', reportSchema),
})

/** A credential itself, sent as the body. */
const isCredential = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && '@context' in value && 'type' in value

function inputOf({ credential, url, data }: Body): CredentialInput | null {
  if (data !== undefined) return { bytes: Buffer.from(data, 'base64') }
  if (url !== undefined) return { url }
  if (credential === undefined) return null
  return { text: typeof credential === 'string' ? credential : JSON.stringify(credential) }
}

function requestOf(body: Body): VerifyRequest | null {
  const input = inputOf(body)
  if (input === null) return null
  const { email, name, trustedIssuers, online } = body
  return {
    input,
    recipient: { ...(email ? { email } : {}), ...(name ? { name } : {}) },
    ...(trustedIssuers === undefined ? {} : { trustedIssuers: trustedIssuers as TrustedIssuer[] }),
    ...(online === undefined ? {} : { online }),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A body as JSON may wrap a credential or be one; every other body is the file itself. */
async function readRequest(c: Context): Promise<VerifyRequest | null> {
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  if (!/^application\/([\w.+-]+\+)?json/i.test(c.req.header('content-type') ?? ''))
    return { input: { bytes } }
  const value = parsed(new TextDecoder().decode(bytes))
  if (isCredential(value)) return { input: { bytes } }
  const body = bodySchema.safeParse(value)
  return body.success ? requestOf(body.data) : null
}

/** The call that checks a credential of anyone. */
export const addVerificationRoutes: AddRoutes = (api, { ports }) => {
  api.openAPIRegistry.registerPath(verification)
  api.post(verificationPath, async (c) => {
    const request = await readRequest(c)
    if (request === null) return problem(c, { code: 'request-invalid' })
    return c.json(await verifyCredential(ports, request))
  })
}
