import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A PostgreSQL server of the tests' own, on the loopback address. */
export type TestPostgres = { readonly url: string; readonly stop: () => Promise<void> }

function binaryFolder(): string | undefined {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort() : []
  return versions
    .map((version) => join('/usr/lib/postgresql', version, 'bin'))
    .findLast((folder) => existsSync(join(folder, 'initdb')))
}

/** True where PostgreSQL's own programs are installed. */
export const postgresInstalled = (): boolean => binaryFolder() !== undefined

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** PostgreSQL refuses to run as root; the Debian package brings a user for it. */
const asUser = (command: string, args: readonly string[]): [string, string[]] =>
  process.getuid?.() === 0
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args]]
    : [command, [...args]]

function initialise(bin: string, folder: string): void {
  chmodSync(folder, 0o777)
  const [command, args] = asUser(join(bin, 'initdb'), [
    '-D',
    join(folder, 'data'),
    '-A',
    'trust',
    '-U',
    'cairn',
    '-E',
    'UTF8',
    '--no-locale',
  ])
  execFileSync(command, args, { stdio: 'ignore', cwd: folder })
}

async function waitUntilReady(bin: string, port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      execFileSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error('PostgreSQL did not start within ten seconds.')
}

/** Starts a fresh server with one empty database; `stop` ends it and removes its files. */
export async function startPostgres(): Promise<TestPostgres> {
  const bin = binaryFolder()
  if (bin === undefined) throw new Error('PostgreSQL is not installed.')
  const folder = mkdtempSync(join(tmpdir(), 'cairn-postgres-'))
  initialise(bin, folder)
  const port = await freePort()
  const [command, args] = asUser(join(bin, 'postgres'), [
    '-D',
    join(folder, 'data'),
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-k',
    folder,
  ])
  const server = spawn(command, args, { stdio: 'ignore', cwd: folder })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await waitUntilReady(bin, port)
  return {
    url: `postgres://cairn@127.0.0.1:${port}/postgres`,
    stop: async () => {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
