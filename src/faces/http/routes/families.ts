import { createRoute, z } from '@hono/zod-openapi'
import { listFamilies } from '../../../application/list-families.ts'
import { measureFamilyNamed, tryFamily } from '../../../application/try-family.ts'
import { type AddRoutes, addRoute } from '../context.ts'
import { problem } from '../problem.ts'
import { answers } from '../schemas.ts'

const anything = z.looseObject({})
const familyParam = z.object({ family: z.string().max(100) })
/** Drawing takes milliseconds an item; a page asks for a few. */
const most = { variants: 20, seeds: 100 } as const

const list = createRoute({
  method: 'get',
  path: '/api/v1/families',
  summary: 'Computed-key item families: placement, misconceptions, pages',
  request: { query: z.object({ examCode: z.string().max(20).optional() }) },
  responses: answers(200, 'The families', z.object({ families: z.array(anything) })),
})

const variants = createRoute({
  method: 'get',
  path: '/api/v1/families/{family}',
  summary: 'A family with variants drawn from seeds, for its author',
  request: {
    params: familyParam,
    query: z.object({
      seed: z.string().max(40).default('1'),
      count: z.coerce.number().int().min(1).max(most.variants).default(1),
      reveal: z.enum(['true', 'false']).default('false'),
    }),
  },
  responses: answers(200, 'The variants, with key, rationales and beliefs where asked for', anything),
})

const measures = createRoute({
  method: 'get',
  path: '/api/v1/families/{family}/measures',
  summary: 'Yield, distinctness and balance of a family over some seeds',
  request: {
    params: familyParam,
    query: z.object({ seeds: z.coerce.number().int().min(1).max(most.seeds).default(40) }),
  },
  responses: answers(200, 'The figures', anything),
})

/** The calls of the families: for authors, never part of an attempt. */
export const addFamilyRoutes: AddRoutes = (api, { ports }) => {
  addRoute(api, list, (c) => c.json({ families: listFamilies(ports, c.req.valid('query')) }))

  addRoute(api, variants, (c) => {
    const { seed, count, reveal } = c.req.valid('query')
    const { family } = c.req.valid('param')
    const tried = tryFamily(ports, { family, seed, count, reveal: reveal === 'true' })
    return tried.ok ? c.json(tried.value) : problem(c, tried.error)
  })

  addRoute(api, measures, (c) => {
    const { family } = c.req.valid('param')
    const measured = measureFamilyNamed(ports, { family, seeds: c.req.valid('query').seeds })
    return measured.ok ? c.json(measured.value) : problem(c, measured.error)
  })
}
