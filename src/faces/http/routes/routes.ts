import { createRoute, z } from '@hono/zod-openapi'
import { planRoute } from '../../../application/plan-route.ts'
import {
  deleteSavedRoute,
  listSavedRoutes,
  readSavedRoute,
  saveRoute,
} from '../../../application/saved-routes.ts'
import { calendarDate } from '../../../domain/kernel/calendar-date.ts'
import { renewalCalendar } from '../../../presentation/calendar-file.ts'
import { type AddRoutes, addRoute } from '../context.ts'
import { problem } from '../problem.ts'
import { answers, asOfQuery, jsonBody, profileSchema } from '../schemas.ts'

const anything = z.looseObject({})
const savedParams = z.object({ savedRouteId: z.string().max(64) })

const plan = createRoute({
  method: 'post',
  path: '/api/v1/routes',
  summary: 'The best route for a profile, with its reasons and its proof',
  request: { query: asOfQuery, ...jsonBody(profileSchema) },
  responses: answers(
    200,
    'The route, alternatives, what was left out, what would flip it, renewals',
    anything,
  ),
})

const calendar = createRoute({
  method: 'post',
  path: '/api/v1/routes/calendar',
  summary: 'Exam days and renewals of the best route, as a calendar file',
  request: { query: asOfQuery, ...jsonBody(profileSchema) },
  responses: { 200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } } },
})

const save = createRoute({
  method: 'post',
  path: '/api/v1/saved-routes',
  summary: 'Plan a route and keep it as computed',
  request: { query: asOfQuery, ...jsonBody(profileSchema) },
  responses: answers(201, 'The saved route', anything),
})

const list = createRoute({
  method: 'get',
  path: '/api/v1/saved-routes',
  summary: 'Saved routes, newest first',
  responses: answers(200, 'Saved routes', z.object({ savedRoutes: z.array(anything) })),
})

const read = createRoute({
  method: 'get',
  path: '/api/v1/saved-routes/{savedRouteId}',
  summary: 'A saved route as computed, with what has moved since',
  request: { params: savedParams },
  responses: answers(200, 'The saved route', anything),
})

const remove = createRoute({
  method: 'delete',
  path: '/api/v1/saved-routes/{savedRouteId}',
  summary: 'Delete a saved route',
  request: { params: savedParams },
  responses: { 204: { description: 'Deleted' } },
})

/** The calls of the planner: plan, calendar, and saved routes. */
export const addRouteRoutes: AddRoutes = (api, { ports, candidateOf, today }) => {
  const dayOf = (asOf: string | undefined) => calendarDate(asOf ?? today())

  addRoute(api, plan, (c) => {
    const planned = planRoute(ports, { profile: c.req.valid('json'), asOf: dayOf(c.req.valid('query').asOf) })
    return planned.ok ? c.json(planned.value) : problem(c, planned.error)
  })

  addRoute(api, calendar, (c) => {
    const planned = planRoute(ports, { profile: c.req.valid('json'), asOf: dayOf(c.req.valid('query').asOf) })
    if (!planned.ok) return problem(c, planned.error)
    return c.body(renewalCalendar(planned.value), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="cairn-route.ics"',
    })
  })

  addRoute(api, save, async (c) => {
    const asOf = dayOf(c.req.valid('query').asOf)
    const saved = await saveRoute(ports, { candidateId: candidateOf(c), profile: c.req.valid('json'), asOf })
    return saved.ok ? c.json(saved.value, 201) : problem(c, saved.error)
  })

  addRoute(api, list, async (c) => c.json({ savedRoutes: await listSavedRoutes(ports, candidateOf(c)) }))

  addRoute(api, read, async (c) => {
    const { savedRouteId } = c.req.valid('param')
    const found = await readSavedRoute(ports, {
      savedRouteId,
      candidateId: candidateOf(c),
      today: calendarDate(today()),
    })
    return found.ok ? c.json(found.value) : problem(c, found.error)
  })

  addRoute(api, remove, async (c) => {
    const deleted = await deleteSavedRoute(ports, { ...c.req.valid('param'), candidateId: candidateOf(c) })
    return deleted.ok ? c.body(null, 204) : problem(c, deleted.error)
  })
}
