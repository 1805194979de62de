import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { nodeBinary, temporaryFolder } from '../support/server.ts'
import { root } from '../support/source.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

const cairn = (args: readonly string[], input = ''): Ran =>
  spawnSync(nodeBinary, [join(root, 'bin/cairn.mjs'), '--data', folder, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })

describe('the main job in the command line', () => {
  test('from the programme to a score report, without a browser', { timeout: 60_000 }, () => {
    const list = cairn(['catalogue', 'list', '--as-of', '2026-11-24'])
    expect(list.status).toBe(0)
    expect(list.stdout).toMatch(/SAA-C03/)

    const plan = cairn([
      'path',
      'plan',
      '--role',
      'solutions-architect',
      '--direction',
      'architecture',
      '--aws-years',
      '1',
      '--it-years',
      '4',
      '--hours-per-week',
      '8',
      '--as-of',
      '2026-11-24',
      '--json',
    ])
    expect(plan.stderr).toBe('')
    const { route } = JSON.parse(plan.stdout)
    expect(route.legs.length).toBeGreaterThan(0)

    const sat = cairn(
      ['exam', 'sit', 'SAA-C03', '--mode', 'custom', '--items', '6'],
      'A\nB\nC\nf\nA B\nr\nsubmit\n',
    )
    expect(sat.status).toBe(0)
    expect(sat.stdout).toMatch(/Item 1 of 6/)
    expect(sat.stdout).toMatch(/of 6 scored items correct/)
    // Stems may speak of requests that pass a load balancer; the report may not speak of passing.
    const [, report = ''] = sat.stdout.split(/^SAA-C03, custom, closed /m)
    expect(report).toMatch(/Where an hour brings most/)
    expect(report).not.toMatch(/\bpass(ed)?\b/i)

    const attempts = JSON.parse(cairn(['exam', 'list', '--json']).stdout).attempts
    expect(attempts).toMatchObject([{ examCode: 'SAA-C03', mode: 'custom', state: 'closed', items: 6 }])
    const review = cairn(['exam', 'report', attempts[0].attemptId, '--items']).stdout
    expect(review).toMatch(/Key: [A-F]/)
    expect(review).toMatch(/https:\/\/docs\.aws\.amazon\.com|https:\/\/aws\.amazon\.com/)
    expect(review).toMatch(/independent of Amazon Web Services/)
  })

  test('a sitting that is left goes on where it was', () => {
    const first = cairn(['exam', 'sit', 'CLF-C02', '--mode', 'custom', '--items', '3'], 'A\n')
    const [, attemptId = ''] = /--resume (\S+)\s*$/.exec(first.stderr) ?? []
    const second = cairn(['exam', 'sit', '--resume', attemptId], 'submit\n')
    expect(second.stdout).toMatch(/Item 1 of 3 \(answered A\)/)
    expect(second.stdout).toMatch(/2 items were left unanswered/)
  })

  test('single steps: start, answer, submit', () => {
    const started = JSON.parse(
      cairn(['exam', 'start', 'CLF-C02', '--mode', 'custom', '--items', '4', '--json']).stdout,
    )
    expect(
      cairn(['exam', 'answer', started.attemptId, '1', started.form.items[0].select ? 'AB' : 'A']).status,
    ).toBe(0)
    const wrong = cairn(['exam', 'answer', started.attemptId, '1', 'Z'])
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringMatching(/response-invalid/)])
    const { report } = JSON.parse(cairn(['exam', 'submit', started.attemptId, '--json']).stdout)
    expect(report).toMatchObject({ unanswered: 3, decision: null })
  })

  test('a backup opens in another folder, and its attempts replay to what is stored', () => {
    const file = join(folder, 'backup.sqlite')
    expect(cairn(['store', 'backup', file]).status).toBe(0)
    const again = cairn(['store', 'backup', file])
    expect([again.status, again.stderr]).toEqual([70, expect.stringMatching(/exists\. Name another file/)])
    const other = join(folder, 'other')
    const inOther = (args: readonly string[]): Ran =>
      spawnSync(nodeBinary, [join(root, 'bin/cairn.mjs'), '--data', other, ...args], { encoding: 'utf8' })
    expect(inOther(['store', 'restore', file]).status).toBe(0)
    const checked = JSON.parse(inOther(['store', 'check', '--json']).stdout)
    expect(checked.attempts).toBeGreaterThanOrEqual(3)
    expect([checked.findings, checked.integrity]).toEqual([[], []])
    writeFileSync(join(folder, 'not-a-backup'), 'hello')
    expect(cairn(['store', 'restore', join(folder, 'not-a-backup')]).stderr).toMatch(/backup-invalid/)
  })
})

describe('how the command line behaves', () => {
  test('results go to stdout, refusals to stderr with status 1 and a code, usage with status 2', () => {
    const refused = cairn(['exam', 'sit', 'XYZ-C99'])
    expect([refused.status, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toMatch(/Packs here: .*SAA-C03.*\(exam-unknown\)/)
    const usage = cairn(['exam', 'sit', 'SAA-C03', '--mode', 'cheat'])
    expect([usage.status, usage.stdout]).toEqual([2, ''])
    expect(cairn(['nonsense']).status).toBe(2)
  })

  test('help and version answer without touching the data folder, and say what Cairn is not', () => {
    expect(cairn(['--help']).stdout).toMatch(/catalogue .*\n.*path /)
    expect(cairn(['exam', '--help']).stdout).toMatch(/sit \[options\]/)
    expect(cairn(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n.*independent of Amazon Web Services/s)
  })
})
