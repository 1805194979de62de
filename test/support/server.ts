import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './source.ts'

/** A server process of the product, started as a person starts it. */
export type TestServer = {
  readonly address: string
  readonly pid: number
  /** Ends the process at once, as a power cut of the process would. */
  readonly kill: () => Promise<void>
  /** Ends the process as Ctrl+C does. */
  readonly stop: () => Promise<void>
}

export const nodeBinary = join(root, 'node_modules/.bin/node')

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer): void => {
      said += chunk
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => reject(new Error(`The server ended before it listened:\n${said}`)))
  })
}

/** Starts a command line that prints an address, and waits for it. */
export async function startProcess(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<TestServer> {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await readAddress(child)
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    child.kill(signal)
    await endOf(child)
  }
  return { address, pid: child.pid as number, kill: end('SIGKILL'), stop: end('SIGTERM') }
}

/** Starts `cairn serve` on a free port over a data folder. */
export const startServer = (dataFolder: string, ...args: readonly string[]): Promise<TestServer> =>
  startProcess(nodeBinary, ['bin/cairn.mjs', '--data', dataFolder, ...args, 'serve', '--port', '0'])

/** A folder of this test's own, with what removes it. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export type Answer = {
  readonly status: number
  readonly body: Record<string, unknown> & { readonly [key: string]: unknown }
}

/** One JSON request; rejects when the server does not answer. */
export async function call(address: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${address}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) }
}
