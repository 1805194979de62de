import { join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { loadCatalogue } from '../../src/adapters/content/load-catalogue.ts'
import { loadCloudFacts } from '../../src/adapters/content/load-cloud-facts.ts'
import { loadPacks } from '../../src/adapters/content/load-packs.ts'
import { loadRouteModel } from '../../src/adapters/content/load-route-model.ts'
import { tableReader } from '../../src/adapters/content/read-table.ts'
import { reviewSheets } from '../../src/adapters/content/review-sheets.ts'
import { makeAttemptStore } from '../../src/adapters/store/attempt-store.ts'
import { makeKeeper } from '../../src/adapters/store/keeper.ts'
import { openDatabase } from '../../src/adapters/store/open-database.ts'
import { makeSavedRouteStore } from '../../src/adapters/store/saved-route-store.ts'
import { makeIdentifiers, openSecrets } from '../../src/adapters/system/system.ts'
import type { Content, Ports } from '../../src/application/ports.ts'
import { calendarDate, dateOf } from '../../src/domain/kernel/calendar-date.ts'
import { type Instant, instant } from '../../src/domain/kernel/instant.ts'
import { once } from '../../src/domain/kernel/once.ts'
import { makeApp } from '../../src/faces/http/app.ts'
import { temporaryFolder } from './server.ts'
import { root } from './source.ts'

/** The day on which these tests take place. */
export const testDay = calendarDate('2026-11-24')

const catalogue = once(() => loadCatalogue(join(root, 'catalogue')))
const packs = once(() => loadPacks([join(root, 'packs')], { catalogue: catalogue(), today: testDay }))
const cloudFacts = once(() => loadCloudFacts(join(root, 'catalogue')))
const routeModel = once(() => loadRouteModel(join(root, 'catalogue/route-model.yaml'), catalogue()))

/** The real catalogue, packs and route model. */
export const realContent: Content = { catalogue, packs, routeModel, cloudFacts }

/** The whole product in this process, on a store of its own and a clock that the test moves. */
export type Product = {
  readonly ports: Ports
  readonly app: OpenAPIHono
  readonly advance: (milliseconds: number) => void
  readonly remove: () => Promise<void>
}

export function makeProduct(content: Content = realContent): Product {
  const { folder, remove } = temporaryFolder()
  let now: Instant = instant(Date.parse(`${testDay}T09:00:00Z`))
  const clock = { now: () => now }
  const database = openDatabase({ folder })
  const ports: Ports = {
    clock,
    identifiers: makeIdentifiers(clock),
    secrets: openSecrets(folder),
    content,
    reviewSheets,
    tables: tableReader,
    attempts: makeAttemptStore(database),
    savedRoutes: makeSavedRouteStore(database),
    keeper: makeKeeper({ folder }, database),
    close: database.close,
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
      await database.close()
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
