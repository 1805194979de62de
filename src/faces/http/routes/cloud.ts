import { createRoute, z } from '@hono/zod-openapi'
import { casesOf } from '../../../application/cloud-cases.ts'
import { type AddRoutes, addRoute } from '../context.ts'
import { answers, jsonBody } from '../schemas.ts'
import { type AnswerCases, cloudModels } from './cloud-answers.ts'

/** Cases in one request, and levels of lists and objects in it; no honest document nests a tenth as deep. */
const most = { cases: 200, levels: 100 } as const

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null

const isTooDeep = (value: unknown, levels: number): boolean =>
  isNested(value) && (levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1)))

/** What is wrong with a body as a whole, or nothing; what is wrong with one case is said in its answer. */
function faultOf(body: unknown): string | null {
  if (!isNested(body) || (!Array.isArray(body) && Object.keys(body).length === 0))
    return 'send one case as an object, or a list of cases'
  if (casesOf(body).length > most.cases)
    return `holds more than ${most.cases} cases; send them in several requests`
  return isTooDeep(body, most.levels) ? `nests deeper than ${most.levels} levels` : null
}

const casesSchema = z
  .unknown()
  .superRefine((body, context) => {
    const message = faultOf(body)
    if (message !== null) context.addIssue({ code: 'custom', message })
  })
  .openapi({
    description: `A case, a list of at most ${most.cases}, or an object with the list under "cases"`,
    anyOf: [{ type: 'object' }, { type: 'array', items: { type: 'object' }, maxItems: most.cases }],
  })

const anything = z.looseObject({})

const summaries: Readonly<Record<string, string>> = {
  iam: 'Decide requests against policies, and name the statement that decides',
  events: 'Match events against patterns, or messages against filter policies',
  network: 'Whether one end reaches another and which hop says no; with kind "plan", check an address plan',
  states: 'Run state machines in virtual time',
  time: 'Run a simulation in virtual time; "kind" in each case names it',
  templates: 'Resolve templates; with kind "update", what an update does to each resource',
  capacity: 'Run a calculation; "kind" in each case names it',
}

const routeOf = (model: string) =>
  createRoute({
    method: 'post',
    path: `/api/v1/cloud/${model}`,
    summary: summaries[model] ?? model,
    request: jsonBody(casesSchema),
    responses: answers(
      200,
      'One answer for a case, a list in the same order for a list; "invalid" says why a case has none',
      z.union([anything, z.array(anything)]),
    ),
  })

const isBatch = (body: unknown): boolean => Array.isArray(body) || (isNested(body) && 'cases' in body)

/** The calls of the cloud models: pure questions that store nothing. */
export const addCloudRoutes: AddRoutes = (api, { ports }) => {
  const add = (model: string, answer: AnswerCases): void =>
    addRoute(api, routeOf(model), async (c) => {
      const body = c.req.valid('json')
      const answered = await answer(body, ports)
      return c.json(isBatch(body) ? answered : answered[0])
    })
  for (const [model, answer] of cloudModels) add(model, answer)
}
