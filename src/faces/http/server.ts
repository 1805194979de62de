import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { closeOverdueAttempts } from '../../application/close-attempt.ts'
import type { Ports } from '../../application/ports.ts'
import { makeApp } from './app.ts'

export type ServeOptions = {
  readonly port: number
  readonly webFolder: string
  readonly version: string
  readonly log: (text: string) => void
}

export type RunningServer = { readonly address: string; readonly stop: () => Promise<void> }

/** How often overdue attempts are looked for, in milliseconds; any access closes them sooner. */
const sweepInterval = 1_000

/** The one candidate of local mode. */
export const localCandidate = 'local'

const today = (ports: Ports): string => new Date(ports.clock.now()).toISOString().slice(0, 10)

/** A bad catalogue or pack, or a store that cannot be used, is told before anybody is served. */
async function checkAtStart({ content, attempts, clock }: Ports): Promise<void> {
  content.packs()
  await attempts.overdue(clock.now(), 1)
}

/** Checks what will be served, then listens on the loopback address and sweeps overdue attempts. */
export async function startServer(ports: Ports, options: ServeOptions): Promise<RunningServer> {
  await checkAtStart(ports)
  const app = makeApp(
    {
      ports,
      candidateOf: () => localCandidate,
      today: () => today(ports),
      version: options.version,
      log: options.log,
    },
    options.webFolder,
  )
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, hostname: '127.0.0.1', port: options.port },
      (info: AddressInfo) => {
        resolve({ address: `http://127.0.0.1:${info.port}`, stop })
      },
    )
    server.on('error', reject)
    const sweep = setInterval(() => {
      closeOverdueAttempts(ports).catch((error) => options.log(`sweep: ${String(error)}`))
    }, sweepInterval)
    const stop = (): Promise<void> =>
      new Promise((done) => {
        clearInterval(sweep)
        server.close(() => done())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      })
  })
}
