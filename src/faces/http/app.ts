import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { HttpContext } from './context.ts'
import { ownHostOnly, securityHeaders } from './guard.ts'
import { problem, problemOf } from './problem.ts'
import { addAttemptRoutes } from './routes/attempts.ts'
import { addCatalogueRoutes } from './routes/catalogue.ts'
import { addCloudRoutes } from './routes/cloud.ts'
import { addCredentialChanges } from './routes/credential-changes.ts'
import { addCredentialPages } from './routes/credential-pages.ts'
import { addCredentialRoutes } from './routes/credentials.ts'
import { addDisputeRoutes } from './routes/disputes.ts'
import { addFamilyRoutes } from './routes/families.ts'
import { addInstallationRoutes } from './routes/installation.ts'
import { addLabRoutes } from './routes/labs.ts'
import { addMeasurementRoutes } from './routes/measurement.ts'
import { addReviewRoutes } from './routes/reviews.ts'
import { addRouteRoutes } from './routes/routes.ts'
import { addStandardRoutes } from './routes/standard.ts'
import { addVcApiRoutes } from './routes/vc-api.ts'
import { addVerificationRoutes, verificationPath } from './routes/verification.ts'
import { addWalletRoutes } from './routes/wallets.ts'
import { addStaticFiles } from './static-files.ts'

/** Largest request body in bytes; a profile is a few hundred, a response less. */
const largestBody = 64 * 1024

/** Largest credential that is sent to be checked, in bytes: an image or a document in base64, and what stands beside it. */
const largestCredential = 6 * 1024 * 1024

const limit = (maxSize: number): MiddlewareHandler =>
  bodyLimit({ maxSize, onError: (c) => problem(c, { code: 'request-too-large' }) })

const [limitCredential, limitOther] = [limit(largestCredential), limit(largestBody)]

const limitBody: MiddlewareHandler = (c, next) =>
  (c.req.path === verificationPath ? limitCredential : limitOther)(c, next)

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
  app.use(ownHostOnly(http.ports.installation.origin))
  for (const area of ['/api/*', '/credentials/*']) app.use(area, limitBody)
  app.onError((error, c) => {
    // Hono reports a body that is not JSON as an exception of its own: 400 for its text, 415 for its content type.
    const status = 'status' in error ? error.status : null
    const notJson = [{ at: 'content-type', problem: 'send the body as application/json' }]
    if (status === 415) return problem(c, { code: 'request-invalid', ...{ problems: notJson } })
    return status === 400 ? problem(c, { code: 'request-invalid' }) : problemOf(c, error, http.log)
  })
  addInstallationRoutes(app, http)
  addCatalogueRoutes(app, http)
  addRouteRoutes(app, http)
  addAttemptRoutes(app, http)
  addMeasurementRoutes(app, http)
  addStandardRoutes(app, http)
  addDisputeRoutes(app, http)
  addReviewRoutes(app, http)
  addFamilyRoutes(app, http)
  addLabRoutes(app, http)
  addCloudRoutes(app, http)
  addVerificationRoutes(app, http)
  if (http.vcApi) addVcApiRoutes(app, http)
  addCredentialRoutes(app, http)
  addCredentialChanges(app, http)
  addWalletRoutes(app, http)
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Cairn',
      version: http.version,
      description: 'Plan a route, sit a realistic exam, read a true score report.',
    },
  })
  app.all('/api/*', (c) => problem(c, { code: 'not-found' }))
  addCredentialPages(app, http)
  addStaticFiles(app, webFolder)
  app.notFound((c) => problem(c, { code: 'not-found' }))
  return app
}
