import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Content, Ports } from './application/ports.ts'
import { type CalendarDate, dateOf } from './domain/kernel/calendar-date.ts'
import { once } from './domain/kernel/once.ts'
import { runCli } from './faces/cli/program.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const inClone = import.meta.url.endsWith('.ts')

const version = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

/** A clone keeps its data beside the source, an installed package in the person's own data folder. */
function dataFolder(named: string | undefined): string {
  const chosen = named ?? process.env.CAIRN_DATA
  if (chosen !== undefined) return chosen
  return inClone
    ? join(root, 'data')
    : join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'cairn')
}

/** Catalogue and packs are read when first asked for, once. */
async function openContent(
  packFolders: readonly string[],
  cacheFolder: string,
  today: () => CalendarDate,
): Promise<Content> {
  const [{ loadCatalogue }, { loadPacks }, { loadRouteModel }, { loadCloudFacts }] = await Promise.all([
    import('./adapters/content/load-catalogue.ts'),
    import('./adapters/content/load-packs.ts'),
    import('./adapters/content/load-route-model.ts'),
    import('./adapters/content/load-cloud-facts.ts'),
  ])
  const folder = join(root, 'catalogue')
  const catalogue = once(() => loadCatalogue(folder))
  return {
    catalogue,
    packs: once(() => loadPacks(packFolders, { catalogue: catalogue(), today: today(), cacheFolder })),
    routeModel: once(() => loadRouteModel(join(folder, 'route-model.yaml'), catalogue())),
    cloudFacts: once(() => loadCloudFacts(folder)),
  }
}

/** Constructs every adapter; none of them touches the data folder before it is used. */
async function openPorts(options: {
  readonly data?: string
  readonly packs: readonly string[]
}): Promise<Ports> {
  const [system, store, attempts, savedRoutes, keeper, tables, review] = await Promise.all([
    import('./adapters/system/system.ts'),
    import('./adapters/store/open-database.ts'),
    import('./adapters/store/attempt-store.ts'),
    import('./adapters/store/saved-route-store.ts'),
    import('./adapters/store/keeper.ts'),
    import('./adapters/content/read-table.ts'),
    import('./adapters/content/review-sheets.ts'),
  ])
  const folder = dataFolder(options.data)
  const url = process.env.DATABASE_URL
  const address = url ? { url } : { folder }
  const database = store.openDatabase(address)
  return {
    clock: system.systemClock,
    identifiers: system.makeIdentifiers(system.systemClock),
    secrets: system.openSecrets(folder),
    content: await openContent([join(root, 'packs'), ...options.packs], join(folder, 'cache'), () =>
      dateOf(system.systemClock.now()),
    ),
    attempts: attempts.makeAttemptStore(database),
    savedRoutes: savedRoutes.makeSavedRouteStore(database),
    keeper: keeper.makeKeeper(address, database),
    tables: tables.tableReader,
    reviewSheets: review.reviewSheets,
    close: database.close,
  }
}

async function serve(ports: Ports, { port }: { readonly port: number }) {
  const { startServer } = await import('./faces/http/server.ts')
  const log = (text: string): void => void process.stderr.write(`${new Date().toISOString()} ${text}\n`)
  return startServer(ports, { port, webFolder: join(root, 'dist', 'web'), version: version(), log })
}

process.exitCode = await runCli(process.argv.slice(2), {
  openPorts,
  serve,
  version,
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
})
