import { join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { openContent, type PackSide } from '../../src/adapters/content/open-content.ts'
import { tableReader } from '../../src/adapters/content/read-table.ts'
import { readInstallation } from '../../src/adapters/credentials/installation.ts'
import { openCredentials } from '../../src/adapters/credentials/open-credentials.ts'
import { credentialPapers } from '../../src/adapters/documents/credential-papers.ts'
import { equatingPapers } from '../../src/adapters/documents/equating-papers.ts'
import { openLabs } from '../../src/adapters/labs/open-labs.ts'
import { highsSolver } from '../../src/adapters/optimisation/highs-solver.ts'
import { openStores } from '../../src/adapters/store/open-stores.ts'
import { workerCalibrator } from '../../src/adapters/system/calibrator.ts'
import { digests, makeIdentifiers, openSecrets } from '../../src/adapters/system/system.ts'
import type { Content, Ports } from '../../src/application/ports.ts'
import { calendarDate, dateOf } from '../../src/domain/kernel/calendar-date.ts'
import { type Instant, instant } from '../../src/domain/kernel/instant.ts'
import { makeApp } from '../../src/faces/http/app.ts'
import { temporaryFolder } from './server.ts'
import { root } from './source.ts'

/** The day on which these tests take place. */
export const testDay = calendarDate('2026-11-24')

const real = openContent({
  catalogueFolder: join(root, 'catalogue'),
  packFolders: [join(root, 'packs')],
  today: () => testDay,
})

/** The real catalogue, packs and route model. */
export const realContent: Content = real.content

/** The whole product in this process, on a store of its own and a clock that the test moves. */
export type Product = {
  readonly ports: Ports
  readonly app: OpenAPIHono
  readonly advance: (milliseconds: number) => void
  readonly remove: () => Promise<void>
}

export function makeProduct(
  content: Content = realContent,
  beside: Partial<PackSide> = {},
  settings: Readonly<Record<string, string>> = {},
): Product {
  const { folder, remove } = temporaryFolder()
  let now: Instant = instant(Date.parse(`${testDay}T09:00:00Z`))
  const clock = { now: () => now }
  const stores = openStores({ folder })
  const ports: Ports = {
    clock,
    identifiers: makeIdentifiers(clock),
    secrets: openSecrets(folder),
    digests,
    ...real,
    content,
    ...beside,
    ...stores,
    ...openCredentials({ folder, installation: readInstallation(settings), now: clock.now }),
    credentialPapers,
    ...openLabs([join(root, 'packs')]),
    tables: tableReader,
    calibrator: workerCalibrator,
    linearSolver: highsSolver,
    equatingPapers,
  }
  const app = makeApp(
    { ports, candidateOf: () => 'local', today: () => dateOf(now), version: 'test', log: () => undefined },
    '',
  )
  return {
    ports,
    app,
    advance: (milliseconds) => {
      now = instant(now + milliseconds)
    },
    remove: async () => {
      await stores.close()
      remove()
    },
  }
}

export type Reply = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Record<string, never> & Record<string, unknown>
}

/** Sends one request to the product, as the page of its own address would. */
export async function send(
  product: Product,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const response = await product.app.request(`http://127.0.0.1:4747${path}`, {
    method,
    headers: {
      host: '127.0.0.1:4747',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const json = text.startsWith('{') ? JSON.parse(text) : {}
  return { status: response.status, headers: response.headers, text, json }
}
