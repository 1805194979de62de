import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import type { HttpContext } from './context.ts'
import { localOnly, securityHeaders } from './guard.ts'
import { problem, problemOf } from './problem.ts'
import { addAttemptRoutes } from './routes/attempts.ts'
import { addCatalogueRoutes } from './routes/catalogue.ts'
import { addInstallationRoutes } from './routes/installation.ts'
import { addRouteRoutes } from './routes/routes.ts'
import { addStaticFiles } from './static-files.ts'

/** Largest request body in bytes; a profile is a few hundred, a response less. */
const largestBody = 64 * 1024

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

const describe = (issues: readonly Issue[]): readonly { readonly at: string; readonly problem: string }[] =>
  issues.map(({ path, message }) => ({ at: path.map(String).join('.') || 'body', problem: message }))

/** Builds the HTTP face: guards, the API with its description, and the pages. */
export function makeApp(http: HttpContext, webFolder: string): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      return problem(c, { code: 'request-invalid', ...{ problems: describe(result.error.issues) } })
    },
  })
  app.use(securityHeaders)
  app.use(localOnly)
  app.use(
    '/api/*',
    bodyLimit({ maxSize: largestBody, onError: (c) => problem(c, { code: 'request-too-large' }) }),
  )
  app.onError((error, c) =>
    // Hono reports a body that is not JSON as its own exception with status 400.
    'status' in error && error.status === 400
      ? problem(c, { code: 'request-invalid' })
      : problemOf(c, error, http.log),
  )
  addInstallationRoutes(app, http)
  addCatalogueRoutes(app, http)
  addRouteRoutes(app, http)
  addAttemptRoutes(app, http)
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Cairn',
      version: http.version,
      description: 'Plan a route, sit a realistic exam, read a true score report.',
    },
  })
  app.all('/api/*', (c) => problem(c, { code: 'not-found' }))
  addStaticFiles(app, webFolder)
  app.notFound((c) => problem(c, { code: 'not-found' }))
  return app
}
