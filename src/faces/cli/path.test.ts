import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadCatalogue } from '../../adapters/content/load-catalogue.ts'
import { loadRouteModel } from '../../adapters/content/load-route-model.ts'
import type { Ports } from '../../application/ports.ts'
import type { RoutePlan } from '../../domain/path/route.ts'
import type { CliRefusal } from './cli.ts'
import { addPathCommands, type PathCli } from './path.ts'

const folder = new URL('../../../catalogue', import.meta.url).pathname
const catalogue = loadCatalogue(folder)
const routeModel = loadRouteModel(join(folder, 'route-model.yaml'), catalogue)
const workshop = mkdtempSync(join(tmpdir(), 'cairn-path-'))
afterAll(() => rmSync(workshop, { recursive: true }))
beforeEach(() => vi.stubEnv('NO_COLOR', '1'))

type Run = {
  readonly out: string
  readonly err: string
  readonly json: RoutePlan
  readonly refusal: CliRefusal | null
}

async function run(...words: readonly string[]): Promise<Run> {
  const said = { out: '', err: '', json: null as unknown, refusal: null as CliRefusal | null }
  const content = { catalogue: () => catalogue, routeModel: () => routeModel, packs: () => [] }
  const cli: PathCli = {
    ports: async () => ({ content }) as unknown as Ports,
    print: (text) => {
      said.out += `${text}\n`
    },
    printJson: (value) => {
      said.json = value
    },
    note: (text) => {
      said.err += `${text}\n`
    },
    fail: (refusal) => {
      said.refusal = refusal
    },
    today: () => '2026-11-23',
    interactive: false,
  }
  const quiet = { writeOut: () => undefined, writeErr: () => undefined }
  const command = new Command('path').exitOverride().configureOutput(quiet)
  addPathCommands(command, cli)
  for (const child of command.commands) child.exitOverride().configureOutput(quiet)
  await command.parseAsync(['plan', ...words], { from: 'user' })
  return said as Run
}

const developer = [
  '--role',
  'web-developer',
  '--direction',
  'devops',
  '--aws-years',
  '1',
  '--it-years',
  '4',
  '--hours-per-week',
  '8',
]
const codesOf = ({ json }: Run): readonly string[] => json.route.legs.map(({ examCode }) => examCode)

describe('path plan', () => {
  test('writes the route in words on standard output', async () => {
    const { out, err, refusal } = await run(...developer)
    expect(refusal).toBeNull()
    expect(err).toBe('')
    expect(out).toMatch(/^Your route, as of 23 Nov 2026\n/)
    expect(out).toContain('1. Developer - Associate (DVA-C03, Associate)')
    expect(out).toContain('What would flip it')
  })

  test('writes JSON', async () => {
    const planned = await run(...developer, '--json')
    expect(planned.out).toBe('')
    expect(codesOf(planned)).toEqual(['DVA-C03', 'SAA-C03', 'DOP-C02'])
    expect(planned.json.proof.optimal).toBe(true)
  })

  test('answers as of another day', async () => {
    const { json } = await run(...developer, '--as-of', '2026-12-05', '--json')
    expect(json.asOf).toBe('2026-12-05')
    expect(json.route.legs[0]?.versionNote).toBeNull()
  })

  test('takes every field of a profile as a flag', async () => {
    const { json } = await run(
      ...[
        '--role',
        'system-administrator',
        '--direction',
        'operations',
        '--aws-years',
        '2',
        '--it-years',
        '8',
      ],
      ...['--stack', 'operations=0.6', '--stack', 'networking=0.4', '--hours-per-week', '10'],
      ...['--start-date', '2026-12-01', '--deadline', '2028-06-30', '--budget-usd', '700'],
      ...[
        '--held',
        'CLF-C02:2025-03-01',
        '--held',
        'SAA-C03:2025-09-01',
        '--language',
        'en',
        '--english-second-language',
      ],
      ...[
        '--voucher',
        '100:2027-12-31',
        '--pass-probability-floor',
        '0.85',
        '--wants',
        'DOP-C02',
        '--avoids',
        'SCS-C03',
        '--json',
      ],
    )
    const { legs, totals } = json.route
    expect(legs[0]?.startDate).toBe('2026-12-01')
    expect(legs.map(({ certificationId }) => certificationId)).toContain('devops-engineer-professional')
    expect(legs.every(({ passProbability }) => passProbability >= 0.85)).toBe(true)
    expect(legs.some(({ voucherPercent }) => voucherPercent === 100)).toBe(true)
    expect(legs[0]?.advice.join(' ')).toContain('30 minutes more')
    expect(totals.feeUsd).toBeLessThanOrEqual(700)
    expect(
      json.excluded.find(({ certificationId }) => certificationId === 'security-specialty')?.reason,
    ).toBe('You asked to leave it out.')
  })

  test('reads a profile file in JSON or YAML, flags win over it', async () => {
    const yaml = join(workshop, 'me.yaml')
    writeFileSync(
      yaml,
      'role: web-developer\ndirection: security\nawsYears: 1\nitYears: 4\nhoursPerWeek: 8\n',
    )
    expect(codesOf(await run('--profile', yaml, '--json'))).toEqual(['DVA-C03', 'SAA-C03', 'SCS-C03'])
    expect(codesOf(await run('--profile', yaml, '--direction', 'devops', '--json'))).toContain('DOP-C02')
    const json = join(workshop, 'me.json')
    writeFileSync(json, JSON.stringify({ role: 'finance', direction: 'business', hoursPerWeek: 5 }))
    expect(codesOf(await run('--profile', json, '--json'))).toEqual(['CLF-C02'])
  })

  test('also writes the days as a calendar file', async () => {
    const ics = join(workshop, 'route.ics')
    const { err, out } = await run(...developer, '--ics', ics)
    expect(err).toBe(`The calendar is in ${ics}.\n`)
    expect(out).toContain('Your route')
    expect(readFileSync(ics, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/)
  })
})

describe('path plan refuses', () => {
  test('a profile without what it needs, and shows how', async () => {
    const { refusal, out } = await run()
    expect(refusal?.code).toBe('profile-incomplete')
    expect(refusal?.message).toContain('--role and --hours-per-week')
    expect(refusal?.message).toContain('cairn path plan --role')
    expect(out).toBe('')
  })

  test('a faulty profile, with every fault', async () => {
    const { refusal } = await run('--role', 'wizard', '--hours-per-week', '0')
    expect(refusal?.code).toBe('profile-invalid')
    expect(refusal?.message).toContain('"wizard" is not a role.')
    expect(refusal?.message).toContain('hours from 0.5 to 80')
  })

  test('a wish that is retired, with what to consider', async () => {
    const { refusal } = await run(...developer, '--wants', 'Database - Specialty')
    expect(refusal?.code).toBe('certification-retired')
    expect(refusal?.message).toContain('Consider Data Engineer - Associate')
  })

  test('where there is no route, with the reasons on standard error', async () => {
    const { refusal, err } = await run(...developer, '--deadline', '2026-11-26')
    expect(refusal?.code).toBe('no-route')
    expect(err).toContain('Left out, and why')
    expect(err).toContain('before your deadline on 2026-11-26')
  })

  test('a profile file that cannot be read, or holds none', async () => {
    expect((await run('--profile', join(workshop, 'nowhere.yaml'))).refusal?.code).toBe('profile-unreadable')
    const list = join(workshop, 'list.yaml')
    writeFileSync(list, '- role: student\n')
    expect((await run('--profile', list)).refusal?.message).toContain('holds no profile')
    writeFileSync(list, 'role: [\n')
    expect((await run('--profile', list)).refusal?.message).toContain('cannot be read as JSON or YAML')
  })

  test('malformed flags as usage errors', async () => {
    for (const flags of [
      ['--hours-per-week', 'some'],
      ['--stack', 'x'],
      ['--held', 'SAA'],
      ['--as-of', 'today'],
    ]) {
      await expect(run(...developer, ...flags)).rejects.toThrow(CommanderError)
    }
  })
})
