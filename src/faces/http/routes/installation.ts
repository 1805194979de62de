import { createRoute, z } from '@hono/zod-openapi'
import { deletePersonalData, exportPersonalData } from '../../../application/personal-data.ts'
import { readProgramme } from '../../../application/read-programme.ts'
import { independence } from '../../../presentation/independence.ts'
import { type AddRoutes, addRoute } from '../context.ts'
import { answers } from '../schemas.ts'

const anything = z.looseObject({})

const programme = createRoute({
  method: 'get',
  path: '/api/v1/programme',
  summary: 'What can be sat on this installation',
  responses: answers(
    200,
    'Packs',
    z.looseObject({ today: z.string(), independent: z.string(), packs: z.array(anything) }),
  ),
})

const exportData = createRoute({
  method: 'get',
  path: '/api/v1/export',
  summary: 'Everything stored about the candidate, in one file',
  responses: answers(200, 'The data', anything),
})

const deleteData = createRoute({
  method: 'delete',
  path: '/api/v1/data',
  summary: 'Delete everything stored about the candidate',
  responses: { 204: { description: 'Deleted' } },
})

const health = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'The process answers',
  responses: answers(200, 'Alive', z.object({ status: z.literal('ok') })),
})

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Catalogue, packs and store can be used',
  responses: answers(200, 'Ready', z.object({ status: z.literal('ready'), packs: z.int() })),
})

/** Calls about the installation itself, and about a person's own data. */
export const addInstallationRoutes: AddRoutes = (api, { ports, candidateOf, today, version }) => {
  addRoute(api, programme, (c) =>
    c.json({
      name: 'Cairn',
      version,
      today: today(),
      independent: independence,
      packs: readProgramme(ports),
    }),
  )

  addRoute(api, exportData, async (c) => {
    c.header('content-disposition', `attachment; filename="cairn-export-${today()}.json"`)
    return c.json(await exportPersonalData(ports, candidateOf(c)))
  })

  addRoute(api, deleteData, async (c) => {
    await deletePersonalData(ports, candidateOf(c))
    return c.body(null, 204)
  })

  addRoute(api, health, (c) => c.json({ status: 'ok' }))

  addRoute(api, ready, async (c) => {
    await ports.attempts.overdue(ports.clock.now(), 1)
    return c.json({ status: 'ready', packs: ports.content.packs().length })
  })
}
