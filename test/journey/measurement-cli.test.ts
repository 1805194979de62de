import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeBinary, temporaryFolder } from '../support/server.ts'
import { root } from '../support/source.ts'

let data: ReturnType<typeof temporaryFolder>
beforeAll(() => {
  data = temporaryFolder()
})
afterAll(() => data.remove())

function cairn(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    nodeBinary,
    [join(root, 'bin/cairn.mjs'), '--data', data.folder, ...args],
    {
      ...{ cwd: root, input, encoding: 'utf8' },
      env: { ...process.env, NO_COLOR: '1' },
    },
  )
  return { status, stdout, stderr }
}

describe('measurement on the command line', () => {
  test('a diagnostic is sat line by line, each answer bringing the next item, and ends with a report', () => {
    // Letters that fit any kind: one, two or three options, an order, or pairs; what does not fit is asked again.
    const lines = Array.from({ length: 40 }, () => 'A\nA B\nA B C\n1A 2B 3C\n').join('')
    const { status, stdout } = cairn(['exam', 'diagnose', 'CLF-C02', '--seed', 'one'], lines)
    expect(status).toBe(0)
    expect(stdout).toContain('Item 1; the diagnostic takes 15 to 30')
    expect(stdout).toContain('Item 15; the diagnostic takes 15 to 30')
    expect(stdout).toMatch(/Scaled score \d+ on 100-1000, cut score 700/)
    expect(stdout).toContain('Where an hour brings most')
    expect(stdout).toMatch(/chance of reaching the cut|Readiness cannot be told yet/)
  }, 60_000)

  test('left and taken up again it goes on where it was', () => {
    const left = cairn(['exam', 'diagnose', 'CLF-C02'], 'q\n')
    const [, id = ''] = /Diagnostic ([0-9a-f-]{36})/.exec(left.stderr) ?? []
    const resumed = cairn(['exam', 'diagnose', '--resume', id], 'submit\n')
    expect(resumed.status).toBe(0)
    expect(resumed.stdout).toContain('You ended it early')
  }, 60_000)

  test('readiness is read as text and as JSON; an unknown exam is refused', () => {
    expect(cairn(['exam', 'readiness', 'CLF-C02']).stdout).toContain('How often such statements came true')
    const { examCode, fan } = JSON.parse(cairn(['exam', 'readiness', 'CLF-C02', '--json']).stdout)
    expect([examCode, fan.length]).toEqual(['CLF-C02', 13])
    expect(cairn(['exam', 'readiness', 'XYZ-C01']).status).toBe(1)
  }, 60_000)

  test('an outcome is reported; one that is unclear or to come is refused', () => {
    const told = cairn([
      'exam',
      'outcome',
      'CLF-C02',
      '--taken',
      '2026-01-15',
      '--failed',
      '--score',
      '650',
      '--json',
    ])
    expect(JSON.parse(told.stdout)).toMatchObject({ examCode: 'CLF-C02', passed: false, scaledScore: 650 })
    expect(cairn(['exam', 'outcome', 'CLF-C02', '--taken', '2026-01-15']).stderr).toMatch(
      /--passed or --failed/,
    )
    const ahead = cairn(['exam', 'outcome', 'CLF-C02', '--taken', '2999-01-01', '--passed'])
    expect([ahead.status, /still to come/.test(ahead.stderr)]).toEqual([1, true])
  }, 60_000)

  test('a pool without exams keeps its judged values and says what it takes', () => {
    const refused = cairn(['measure', 'recalibrate', 'CLF-C02'])
    expect([refused.status, /30 first attempts/.test(refused.stderr)]).toEqual([1, true])
    expect(cairn(['measure', 'recalibrate']).status).toBe(0)
    const { version, items } = JSON.parse(cairn(['measure', 'items', 'CLF-C02', '--json']).stdout)
    expect([version, items[0].state]).toEqual([0, 'uncalibrated'])
    expect(cairn(['measure', 'runs', 'CLF-C02']).stderr).toContain('Not calibrated yet')
  }, 60_000)

  test('the store checks out afterwards, growing forms included', () => {
    expect(cairn(['store', 'check']).status).toBe(0)
  }, 30_000)
})
