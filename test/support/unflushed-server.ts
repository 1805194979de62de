// The product's server over a store that does not flush: what the flush test has to notice.
import { join } from 'node:path'
import { openContent } from '../../src/adapters/content/open-content.ts'
import { readInstallation } from '../../src/adapters/credentials/installation.ts'
import { openCredentials } from '../../src/adapters/credentials/open-credentials.ts'
import { openLabs } from '../../src/adapters/labs/open-labs.ts'
import { migrate } from '../../src/adapters/store/migrate.ts'
import { storesOn } from '../../src/adapters/store/open-stores.ts'
import { openSqlite } from '../../src/adapters/store/sqlite.ts'
import { digests, makeIdentifiers, openSecrets, systemClock } from '../../src/adapters/system/system.ts'
import type { Ports } from '../../src/application/ports.ts'
import { dateOf } from '../../src/domain/kernel/calendar-date.ts'
import { startServer } from '../../src/faces/http/server.ts'
import { root } from './source.ts'

const folder = process.argv[2] ?? ''
const database = openSqlite(join(folder, 'cairn.sqlite'), { synchronous: 'OFF' })
await migrate(database)
const ports = {
  clock: systemClock,
  identifiers: makeIdentifiers(systemClock),
  secrets: openSecrets(folder),
  digests,
  ...openContent({
    catalogueFolder: join(root, 'catalogue'),
    packFolders: [join(root, 'packs')],
    today: () => dateOf(systemClock.now()),
  }),
  ...storesOn(database),
  ...openCredentials({ folder, installation: readInstallation({}), now: systemClock.now }),
  ...openLabs([]),
  close: database.close,
} as unknown as Ports
const { address } = await startServer(ports, { port: 0, webFolder: '', version: 'test', log: console.error })
console.log(address)
process.once('SIGTERM', () => process.exit(0))
