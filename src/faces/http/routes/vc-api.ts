import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  issueForSuite,
  type SuiteVerdict,
  statusListForSuite,
  verifyForSuite,
  verifyPresentationForSuite,
} from '../../../application/serve-vc-api.ts'
import type { JsonObject } from '../../../domain/cloud/json.ts'
import type { Finding } from '../../../domain/credential/check-report.ts'
import type { AddRoutes } from '../context.ts'

const purposeSchema = z.enum(['revocation', 'suspension', 'message', 'refresh'])
const documentSchema = z.record(z.string(), z.unknown())

const issueSchema = z.object({
  credential: documentSchema,
  options: z
    .looseObject({
      statusPurposes: z.array(purposeSchema).optional(),
      enveloped: z.boolean().optional(),
    })
    .optional(),
})

const verifySchema = z.object({ verifiableCredential: z.union([documentSchema, z.string()]) })

const presentSchema = z.object({
  verifiablePresentation: z.union([documentSchema, z.string()]),
  options: z.looseObject({ challenge: z.string().optional(), domain: z.string().optional() }).optional(),
})

/** Where this server is reached, also behind a proxy that speaks TLS for it. */
const baseOf = (c: Context): string =>
  `${c.req.header('x-forwarded-proto') ?? 'http'}://${c.req.header('host') ?? '127.0.0.1'}`

const described = ({ reason, text, facts }: Finding): JsonObject => ({ code: reason, message: text, facts })

const answer = (c: Context, { verified, errors }: SuiteVerdict): Response =>
  c.json({ verified, checks: ['proof', 'status'], errors: errors.map(described) }, verified ? 200 : 400)

const malformed = (c: Context): Response =>
  c.json(
    {
      errors: [
        { code: 'request-invalid', message: 'The body does not have the form that this call expects.' },
      ],
    },
    400,
  )

const bodyOf = async <T>(c: Context, schema: z.ZodType<T>): Promise<T | null> => {
  const read = schema.safeParse(await c.req.json().catch(() => null))
  return read.success ? read.data : null
}

/**
 * Calls of the VC-API for conformance suites. They are added only when asked for, listen on the loopback address like
 * everything else, and sign whatever they are given.
 */
export const addVcApiRoutes: AddRoutes = (api, { ports }) => {
  api.post('/credentials/issue', async (c) => {
    const body = await bodyOf(c, issueSchema)
    if (body === null) return malformed(c)
    const { statusPurposes: purposes = [], enveloped = false } = body.options ?? {}
    const options = { base: baseOf(c), purposes, enveloped }
    const issued = await issueForSuite(ports, body.credential as JsonObject, options)
    if (issued.ok) return c.json({ verifiableCredential: issued.value }, 201)
    return c.json({ errors: [issued.error] }, 400)
  })

  api.post('/credentials/verify', async (c) => {
    const body = await bodyOf(c, verifySchema)
    // A suite's credential comes as an object; text would be another form of input.
    if (body === null || typeof body.verifiableCredential === 'string') return malformed(c)
    return answer(c, await verifyForSuite(ports, body.verifiableCredential as JsonObject))
  })

  api.post('/presentations/verify', async (c) => {
    const body = await bodyOf(c, presentSchema)
    if (body === null) return malformed(c)
    const { challenge, domain } = body.options ?? {}
    const options = {
      ...(challenge === undefined ? {} : { challenge }),
      ...(domain === undefined ? {} : { domain }),
    }
    return answer(
      c,
      await verifyPresentationForSuite(ports, body.verifiablePresentation as JsonObject, options),
    )
  })

  api.get('/credentials/status/:purpose', async (c) => {
    const purpose = purposeSchema.safeParse(c.req.param('purpose'))
    if (!purpose.success) return c.notFound()
    return c.json(await statusListForSuite(ports, baseOf(c), purpose.data))
  })
}
