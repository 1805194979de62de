import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What the suites call: the product on loopback, behind TLS because their client speaks nothing else. */
export type SuiteServer = {
  readonly base: string
  /** Answers by status, and those that say no without a reason code. */
  readonly counts: { answered: number; withoutReason: number; transportErrors: number }
  readonly stop: () => void
}

/** Starts the product and resolves to the address it prints. */
async function startProduct(folder: string): Promise<{ address: string; stop: () => void }> {
  const child = spawn(
    process.execPath,
    [join(root, 'src/main.ts'), '--data', folder, 'serve', '--port', '0', '--vc-api'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text.toString())
      if (found !== null) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`The server ended with status ${code}.`)))
  })
  return { address, stop: () => void child.kill('SIGTERM') }
}

function makeCertificate(folder: string): { key: Buffer; cert: Buffer } {
  const [key, cert] = [join(folder, 'tls.key'), join(folder, 'tls.crt')]
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      cert,
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
    ],
    { stdio: 'ignore' },
  )
  return { key: readFileSync(key), cert: readFileSync(cert) }
}

function countAnswer(counts: SuiteServer['counts'], status: number, body: string): void {
  counts.answered += 1
  if (status >= 400 && !/"code":"[a-z]+(-[a-z]+)+"/.test(body)) counts.withoutReason += 1
}

/** Starts the product and a proxy that speaks TLS for it. */
export async function startSuiteServer(): Promise<SuiteServer> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-conformance-'))
  const product = await startProduct(folder)
  const counts = { answered: 0, withoutReason: 0, transportErrors: 0 }
  const proxy = createServer(makeCertificate(folder), (incoming, outgoing) => {
    const headers = { ...incoming.headers, 'x-forwarded-proto': 'https' }
    const onward = request(
      `${product.address}${incoming.url}`,
      { method: incoming.method, headers },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const body = Buffer.concat(parts)
          countAnswer(counts, answer.statusCode ?? 0, body.toString())
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          outgoing.end(body)
        })
      },
    )
    onward.on('error', () => {
      counts.transportErrors += 1
      outgoing.writeHead(502).end()
    })
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo
  return {
    base: `https://localhost:${port}`,
    counts,
    stop: () => {
      proxy.close()
      proxy.closeAllConnections()
      product.stop()
      rmSync(folder, { recursive: true })
    },
  }
}
