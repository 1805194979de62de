import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { applyKeyChanges } from '../../application/apply-key-changes.ts'
import { closeOverdueAttempts } from '../../application/close-attempt.ts'
import type { Ports } from '../../application/ports.ts'
import { recalibrateAll } from '../../application/recalibrate-all.ts'
import { makeApp } from './app.ts'
import { everyNight } from './nightly.ts'

export type ServeOptions = {
  readonly port: number
  readonly webFolder: string
  readonly version: string
  readonly log: (text: string) => void
  readonly vcApi?: boolean
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

/** Item parameters follow the responses of the day. */
async function recalibrate(ports: Ports, log: ServeOptions['log']): Promise<void> {
  try {
    for (const line of await recalibrateAll(ports)) log(line)
  } catch (error) {
    log(`recalibration: ${String(error)}`)
  }
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
      vcApi: options.vcApi === true,
    },
    options.webFolder,
  )
  applyKeyChanges(ports).catch((error) => options.log(`key changes: ${String(error)}`))
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
    const stopNights = everyNight(() => recalibrate(ports, options.log), ports.clock.now)
    const stop = (): Promise<void> =>
      new Promise((done) => {
        clearInterval(sweep)
        stopNights()
        server.close(() => done())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      })
  })
}
