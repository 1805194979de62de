// The product's server over a store that does not flush: what the flush test has to notice.
import { join } from 'node:path'
import { loadCatalogue } from '../../src/adapters/content/load-catalogue.ts'
import { loadPacks } from '../../src/adapters/content/load-packs.ts'
import { makeAttemptStore } from '../../src/adapters/store/attempt-store.ts'
import { migrate } from '../../src/adapters/store/migrate.ts'
import { openSqlite } from '../../src/adapters/store/sqlite.ts'
import { makeIdentifiers, openSecrets, systemClock } from '../../src/adapters/system/system.ts'
import type { Ports } from '../../src/application/ports.ts'
import { dateOf } from '../../src/domain/kernel/calendar-date.ts'
import { startServer } from '../../src/faces/http/server.ts'

const folder = process.argv[2] ?? ''
const database = openSqlite(join(folder, 'cairn.sqlite'), { synchronous: 'OFF' })
await migrate(database)
const catalogue = loadCatalogue('catalogue')
const packs = loadPacks(['packs'], { catalogue, today: dateOf(systemClock.now()) })
const ports = {
  clock: systemClock,
  identifiers: makeIdentifiers(systemClock),
  secrets: openSecrets(folder),
  content: { catalogue: () => catalogue, packs: () => packs },
  attempts: makeAttemptStore(database),
  close: database.close,
} as unknown as Ports
const { address } = await startServer(ports, { port: 0, webFolder: '', version: 'test', log: console.error })
console.log(address)
process.once('SIGTERM', () => process.exit(0))
