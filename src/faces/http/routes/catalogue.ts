import { createRoute, z } from '@hono/zod-openapi'
import { readCatalogue } from '../../../application/read-catalogue.ts'
import { readCertification } from '../../../application/read-certification.ts'
import { calendarDate } from '../../../domain/kernel/calendar-date.ts'
import { type AddRoutes, addRoute } from '../context.ts'
import { problem } from '../problem.ts'
import { answers, asOfQuery } from '../schemas.ts'

const anything = z.looseObject({})

const list = createRoute({
  method: 'get',
  path: '/api/v1/catalogue',
  summary: 'The certification programme as it stands on a day',
  request: { query: asOfQuery },
  responses: answers(
    200,
    'Tiers and certifications; what no source tells is null',
    z.looseObject({ asOf: z.string(), certifications: z.array(anything) }),
  ),
})

const show = createRoute({
  method: 'get',
  path: '/api/v1/catalogue/{certificationId}',
  summary: 'Everything known about one certification; old names and exam codes find it too',
  request: { params: z.object({ certificationId: z.string().max(200) }), query: asOfQuery },
  responses: answers(200, 'The certification', anything),
})

/** The calls of the catalogue: the programme, and one certification. */
export const addCatalogueRoutes: AddRoutes = (api, { ports, today }) => {
  addRoute(api, list, (c) => {
    const asOf = calendarDate(c.req.valid('query').asOf ?? today())
    return c.json(readCatalogue(ports, { asOf }))
  })

  addRoute(api, show, (c) => {
    const asOf = calendarDate(c.req.valid('query').asOf ?? today())
    const found = readCertification(ports, { name: c.req.valid('param').certificationId, asOf })
    return found.ok ? c.json(found.value) : problem(c, found.error)
  })
}
