import { createRoute, z } from '@hono/zod-openapi'
import { raiseDispute } from '../../../application/raise-dispute.ts'
import { type DisputeLine, lineOf, listDisputes, readDispute } from '../../../application/read-disputes.ts'
import { settleDispute } from '../../../application/settle-dispute.ts'
import { takeOverDispute } from '../../../application/take-over-dispute.ts'
import { type AddRoutes, addRoute } from '../context.ts'
import { problem } from '../problem.ts'
import { answers, jsonBody, responseSchema } from '../schemas.ts'

const anything = z.looseObject({})
const attemptParams = z.object({ attemptId: z.string().max(64) })
const disputeParams = z.object({ disputeId: z.string().max(64) })

const raiseSchema = z
  .strictObject({
    position: z.int().min(1),
    claim: z.string().trim().min(10, 'Say in a sentence what is wrong.').max(2_000),
    proposedKey: responseSchema.nullish(),
    source: z.httpUrl().max(500).nullish(),
  })
  .openapi('RaiseDispute')

const decisionSchema = z
  .strictObject({
    verdict: z.enum(['accepted', 'rejected']),
    reason: z.string().trim().min(10, 'Say in a sentence why.').max(2_000),
    key: z
      .array(z.int().min(0).max(20))
      .max(20)
      .nullable()
      .optional()
      .openapi({ description: 'Option indexes in the item file; null withdraws the item from scoring.' }),
  })
  .openapi('DecideDispute')

const raise = createRoute({
  method: 'post',
  path: '/api/v1/attempts/{attemptId}/disputes',
  summary: 'Dispute an item of a closed attempt',
  request: { params: attemptParams, ...jsonBody(raiseSchema) },
  responses: answers(201, 'The dispute', anything),
})

const list = createRoute({
  method: 'get',
  path: '/api/v1/disputes',
  summary: 'Disputes with owner, state and age, oldest first',
  responses: answers(200, 'Disputes', z.object({ disputes: z.array(anything) })),
})

const read = createRoute({
  method: 'get',
  path: '/api/v1/disputes/{disputeId}',
  summary: 'A dispute, with the item and its key as they stand today',
  request: { params: disputeParams },
  responses: answers(200, 'The dispute and its item', anything),
})

const take = createRoute({
  method: 'put',
  path: '/api/v1/disputes/{disputeId}/owner',
  summary: 'Answer for a dispute; its item is not drawn until it is decided',
  request: {
    params: disputeParams,
    ...jsonBody(z.strictObject({ owner: z.string().trim().min(1).max(100) }).openapi('DisputeOwner')),
  },
  responses: answers(200, 'The dispute', anything),
})

const decide = createRoute({
  method: 'post',
  path: '/api/v1/disputes/{disputeId}/decision',
  summary: 'Decide a dispute; a changed key scores affected practice attempts again',
  request: { params: disputeParams, ...jsonBody(decisionSchema) },
  responses: answers(200, 'The dispute, and how many attempts were scored again', anything),
})

/** The calls about disputed items: raise, list, read, take over, decide. */
export const addDisputeRoutes: AddRoutes = (api, { ports, candidateOf }) => {
  addRoute(api, raise, async (c) => {
    const { proposedKey, source, ...claim } = c.req.valid('json')
    const raised = await raiseDispute(ports, {
      ...{ ...claim, ...c.req.valid('param'), candidateId: candidateOf(c) },
      ...{ proposedKey: proposedKey ?? null, source: source ?? null },
    })
    const line = (): DisputeLine | null => (raised.ok ? lineOf(ports, raised.value) : null)
    return raised.ok ? c.json({ dispute: line() }, 201) : problem(c, raised.error)
  })

  addRoute(api, list, async (c) => c.json({ disputes: await listDisputes(ports) }, 200))

  addRoute(api, read, async (c) => {
    const found = await readDispute(ports, { ...c.req.valid('param'), candidateId: candidateOf(c) })
    return found.ok ? c.json(found.value, 200) : problem(c, found.error)
  })

  addRoute(api, take, async (c) => {
    const taken = await takeOverDispute(ports, { ...c.req.valid('param'), ...c.req.valid('json') })
    return taken.ok ? c.json({ dispute: taken.value }, 200) : problem(c, taken.error)
  })

  addRoute(api, decide, async (c) => {
    const { key, ...decision } = c.req.valid('json')
    const decided = await settleDispute(ports, {
      ...c.req.valid('param'),
      ...decision,
      ...(key === undefined ? {} : { key }),
    })
    return decided.ok ? c.json(decided.value, 200) : problem(c, decided.error)
  })
}
