import type { OpenAPIHono, RouteConfig, RouteHandler } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Ports } from '../../application/ports.ts'

/** What the routes share: the ports, who is asking, and what the installation says of itself. */
export type HttpContext = {
  readonly ports: Ports
  /** The candidate who owns what is read and written; in local mode always the same one. */
  readonly candidateOf: (c: Context) => string
  readonly today: () => string
  readonly version: string
  readonly log: (text: string) => void
  /** True where conformance suites may call the endpoints of the VC-API. */
  readonly vcApi?: boolean
}

export type Api = OpenAPIHono

/** Adds the routes of one area to the API. */
export type AddRoutes = (api: Api, http: HttpContext) => void

/** Adds one described route; the handler sees its input as the route's schemas give it. */
export function addRoute<R extends RouteConfig>(
  api: Api,
  route: R,
  handler: (c: Parameters<RouteHandler<R>>[0]) => Response | Promise<Response>,
): void {
  // A refusal may be any of the problem table, which the library's response type cannot express.
  api.openapi(route, handler as unknown as RouteHandler<R>)
}
