// Serving: what a saved response costs beside a bare HTTP server, and what the command line costs beside bare Node.
// Run: node bench/serving.ts
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { startServer, temporaryFolder } from '../test/support/server.ts'
import { root } from '../test/support/source.ts'

const node = process.execPath
const clients = 32
const seconds = 3

type Item = { readonly position: number; readonly options: readonly { readonly id: string }[] }

/** Least user + system CPU of several runs of a command in milliseconds, as the shell's `times` tells it. */
function childCpu(args: readonly string[], runs = 10): number {
  const script = `"${node}" ${args.map((arg) => `"${arg}"`).join(' ')} >/dev/null 2>&1; times`
  const once = (): number => {
    const { stdout } = spawnSync('bash', ['-c', script], { cwd: root, encoding: 'utf8' })
    const [, children = ''] = stdout.trim().split('\n')
    return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
      (sum, [, minutes, rest]) => sum + Number(minutes) * 60_000 + Number(rest) * 1000,
      0,
    )
  }
  return Math.min(...Array.from({ length: runs }, once))
}

/** Requests a second from several clients, each sending its next when the last is answered. */
async function rateOf(send: (client: number) => Promise<unknown>): Promise<number> {
  const end = performance.now() + seconds * 1000
  let answered = 0
  const client = async (number: number): Promise<void> => {
    while (performance.now() < end) {
      await send(number)
      answered += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  return answered / seconds
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  )

/** A server that reads a JSON body and answers: the floor. */
async function bareRate(): Promise<number> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const { sequence } = JSON.parse(body)
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ sequence }))
    })
  })
  const port = await listen(server)
  const rate = await rateOf(() =>
    fetch(`http://127.0.0.1:${port}/`, {
      method: 'PUT',
      body: JSON.stringify({ sequence: 1, clientToken: randomUUID() }),
    }).then((reply) => reply.text()),
  )
  server.close()
  return rate
}

async function savedRate(): Promise<number> {
  const { folder, remove } = temporaryFolder()
  const server = await startServer(folder)
  const started = await fetch(`${server.address}/api/v1/attempts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ examCode: 'SAA-C03', mode: 'exam' }),
  })
  const { attemptId, form } = (await started.json()) as { attemptId: string; form: { items: Item[] } }
  const sequences = new Map<number, number>()
  const rate = await rateOf(async (client) => {
    const item = form.items[client % form.items.length] as Item
    const sequence = (sequences.get(client) ?? 0) + 1
    sequences.set(client, sequence)
    const body = {
      sequence,
      response: { selected: [item.options[sequence % 4]?.id] },
      clientToken: randomUUID(),
    }
    const reply = await fetch(`${server.address}/api/v1/attempts/${attemptId}/responses/${item.position}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (reply.status !== 200) throw new Error(await reply.text())
    await reply.text()
  })
  await server.stop()
  remove()
  return rate
}

async function startTime(): Promise<number> {
  const { folder, remove } = temporaryFolder()
  const times: number[] = []
  for (let run = 0; run < 5; run++) {
    const before = performance.now()
    const server = await startServer(folder)
    times.push(performance.now() - before)
    await server.stop()
  }
  remove()
  return Math.min(...times)
}

const bin = join(root, 'bin/cairn.mjs')
const bareCpu = childCpu(['-e', '0'])
const helpCpu = childCpu([bin, '--help'])
const bare = await bareRate()
const saved = await savedRate()
console.log(
  `cairn --help: ${helpCpu.toFixed(0)} ms CPU, bare Node ${bareCpu.toFixed(0)} ms, above it ${(helpCpu - bareCpu).toFixed(0)} ms`,
)
console.log(`start to printed address: ${(await startTime()).toFixed(0)} ms`)
console.log(
  `durable responses: ${saved.toFixed(0)}/s, bare node:http ${bare.toFixed(0)}/s, ratio ${(saved / bare).toFixed(2)} (${clients} clients in this process)`,
)
