import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Ports } from './application/ports.ts'
import { dateOf } from './domain/kernel/calendar-date.ts'
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

/** Constructs every adapter; none of them touches the data folder before it is used. */
async function openPorts(options: {
  readonly data?: string
  readonly packs: readonly string[]
  readonly origin?: string
}): Promise<Ports> {
  const [
    system,
    stores,
    content,
    tables,
    calibrator,
    highs,
    credentials,
    installation,
    papers,
    equatings,
    labs,
  ] = await Promise.all([
    import('./adapters/system/system.ts'),
    import('./adapters/store/open-stores.ts'),
    import('./adapters/content/open-content.ts'),
    import('./adapters/content/read-table.ts'),
    import('./adapters/system/calibrator.ts'),
    import('./adapters/optimisation/highs-solver.ts'),
    import('./adapters/credentials/open-credentials.ts'),
    import('./adapters/credentials/installation.ts'),
    import('./adapters/documents/credential-papers.ts'),
    import('./adapters/documents/equating-papers.ts'),
    import('./adapters/labs/open-labs.ts'),
  ])
  const folder = dataFolder(options.data)
  const url = process.env.DATABASE_URL
  return {
    clock: system.systemClock,
    identifiers: system.makeIdentifiers(system.systemClock),
    secrets: system.openSecrets(folder),
    digests: system.digests,
    ...content.openContent({
      catalogueFolder: join(root, 'catalogue'),
      packFolders: [join(root, 'packs'), ...options.packs],
      cacheFolder: join(folder, 'cache'),
      today: () => dateOf(system.systemClock.now()),
    }),
    ...stores.openStores(url ? { url } : { folder }),
    ...credentials.openCredentials({
      folder,
      installation: installation.readInstallation({
        ...process.env,
        ...(options.origin === undefined ? {} : { CAIRN_ORIGIN: options.origin }),
      }),
      now: system.systemClock.now,
    }),
    credentialPapers: papers.credentialPapers,
    ...labs.openLabs([join(root, 'packs'), ...options.packs]),
    tables: tables.tableReader,
    calibrator: calibrator.workerCalibrator,
    linearSolver: highs.highsSolver,
    equatingPapers: equatings.equatingPapers,
  }
}

/** The ports of a server; for conformance suites with a verifier that may fetch from this machine. */
async function portsToServe(ports: Ports, vcApi: boolean): Promise<Ports> {
  if (!vcApi) return ports
  const { openConformanceVerifier } = await import('./adapters/credentials/open-credentials.ts')
  return { ...ports, credentialVerifier: openConformanceVerifier() }
}

async function serve(
  ports: Ports,
  { port, vcApi = false }: { readonly port: number; readonly vcApi?: boolean },
) {
  const { startServer } = await import('./faces/http/server.ts')
  const log = (text: string): void => void process.stderr.write(`${new Date().toISOString()} ${text}\n`)
  return startServer(await portsToServe(ports, vcApi), {
    port,
    webFolder: join(root, 'dist', 'web'),
    version: version(),
    log,
    vcApi,
  })
}

process.exitCode = await runCli(process.argv.slice(2), {
  openPorts,
  serve,
  version,
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
})
