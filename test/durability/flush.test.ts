import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { call, nodeBinary, startProcess, temporaryFolder } from '../support/server.ts'

const traced = ['read', 'write', 'writev', 'fsync', 'fdatasync'].join(',')

const straceInstalled = (() => {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/**
 * How many responses were acknowledged, and how many of them without a flush of the write-ahead log between the arrival
 * of the request and the answer. Requests come one at a time, so the order of system calls tells.
 */
function readTrace(file: string): { readonly acknowledged: number; readonly unflushed: number } {
  let flushed = false
  let waiting = false
  let acknowledged = 0
  let unflushed = 0
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/read\(.*"PUT \/api/.test(line)) {
      waiting = true
      flushed = false
    }
    if (/(fsync|fdatasync)\(\d+<[^>]*sqlite-wal>\)\s*= 0/.test(line)) flushed = true
    if (waiting && /writev?\(.*"HTTP\/1\.1 200/.test(line)) {
      acknowledged += 1
      if (!flushed) unflushed += 1
      waiting = false
    }
  }
  return { acknowledged, unflushed }
}

/** The tracer ends a moment after what it traced; its last line says so. */
async function traceComplete(file: string): Promise<void> {
  for (let tries = 0; tries < 100 && !/\+\+\+ [^\n]*\+\+\+\s*$/.test(readFileSync(file, 'utf8')); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function traceResponses(command: readonly string[]): Promise<ReturnType<typeof readTrace>> {
  const { folder, remove } = temporaryFolder()
  const trace = join(folder, 'trace.txt')
  const strace = [
    '-D',
    '-f',
    '-y',
    '-s',
    '48',
    '-e',
    `trace=${traced}`,
    '-o',
    trace,
    ...command.map((word) => word.replace('FOLDER', folder)),
  ]
  const server = await startProcess('strace', strace)
  try {
    const started = await call(server.address, 'POST', '/api/v1/attempts', {
      examCode: 'CLF-C02',
      mode: 'exam',
    })
    const { items } = started.body.form as { items: { position: number; options: { id: string }[] }[] }
    for (const { position, options } of items.slice(0, 25)) {
      const body = { sequence: 1, response: { selected: [options[0]?.id] }, clientToken: randomUUID() }
      await call(
        server.address,
        'PUT',
        `/api/v1/attempts/${started.body.attemptId}/responses/${position}`,
        body,
      )
    }
    await server.stop()
    await traceComplete(trace)
    return readTrace(trace)
  } finally {
    await server.kill()
    remove()
  }
}

describe.runIf(straceInstalled)('flushing before answering', () => {
  test('the log is on the disk before every acknowledgement', { timeout: 60_000 }, async () => {
    const seen = await traceResponses([
      nodeBinary,
      'bin/cairn.mjs',
      '--data',
      'FOLDER',
      'serve',
      '--port',
      '0',
    ])
    expect(seen).toEqual({ acknowledged: 25, unflushed: 0 })
  })

  test('the same check notices a store that does not flush', { timeout: 60_000 }, async () => {
    const seen = await traceResponses([nodeBinary, 'test/support/unflushed-server.ts', 'FOLDER'])
    expect(seen.acknowledged).toBe(25)
    expect(seen.unflushed).toBeGreaterThan(20)
  })
})
