import { Command } from 'commander'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { loadCatalogue } from '../../adapters/content/load-catalogue.ts'
import type { Ports } from '../../application/ports.ts'
import { addCatalogueCommands } from './catalogue.ts'
import type { CliRefusal } from './cli.ts'

const catalogue = loadCatalogue(new URL('../../../catalogue', import.meta.url).pathname)

type Run = {
  readonly out: string
  readonly err: string
  readonly json: unknown
  readonly refusal: CliRefusal | null
}

async function run(...words: readonly string[]): Promise<Run> {
  const said = { out: '', err: '', json: null as unknown, refusal: null as CliRefusal | null }
  const cli: Parameters<typeof addCatalogueCommands>[1] = {
    ports: async () => ({ content: { catalogue: () => catalogue, packs: () => [] } }) as unknown as Ports,
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
  }
  const quiet = { writeOut: () => undefined, writeErr: () => undefined }
  const command = new Command('catalogue').exitOverride().configureOutput(quiet)
  addCatalogueCommands(command, cli)
  for (const child of command.commands) child.exitOverride().configureOutput(quiet)
  await command.parseAsync(words as string[], { from: 'user' })
  return said
}

const rowOf = (out: string, name: string): string => out.split('\n').find((line) => line.includes(name)) ?? ''

beforeEach(() => vi.stubEnv('NO_COLOR', '1'))

describe('catalogue list', () => {
  test('writes the programme tier by tier, messages apart', async () => {
    const { out, err } = await run('list')
    const tiers = ['Foundational', 'Associate', 'Professional', 'Specialty', 'Business']
    expect(out.split('\n').filter((line) => tiers.includes(line))).toEqual(tiers)
    expect(out).toMatch(/^13 certifications can be sat on 23 November 2026\./)
    expect(err).toMatch(/^No page read is dated after 2026-10-08\./)
  })

  test('a row tells state, exam, fee, minutes and what changes next', async () => {
    const { out } = await run('list')
    expect(rowOf(out, 'Advanced Networking')).toMatch(
      /^◐ ending +Advanced Networking - Specialty +ANS-C01 +300 USD +170 +2026-12-31 last day for ANS-C01$/,
    )
    expect(rowOf(out, 'AI Business Strategist')).toMatch(/^β beta .* AIB-C01 +50 USD +170 /)
    expect(rowOf(out, 'Big Data')).toMatch(/^× retired .* see data-analytics-specialty$/)
  })

  test('tells where English differs, and what was announced and not seen', async () => {
    const { out } = await run('list')
    expect(rowOf(out, 'Machine Learning Engineer')).toContain('English: ME1-C02 (beta)')
    expect(rowOf(out, 'Solutions Architect - Professional')).toContain('since 2026-11-17 as announced')
  })

  test('answers for another day', async () => {
    const { out } = await run('list', '--as-of', '2027-01-20')
    expect(out).toMatch(/^12 certifications can be sat on 20 January 2027\./)
    expect(rowOf(out, 'Machine Learning Engineer')).toMatch(/MLA-C02 +150 USD +unknown /)
  })

  test('keeps to 124 columns', async () => {
    const { out } = await run('list')
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(124)
  })

  test('writes JSON alone', async () => {
    const { out, err, json } = await run('list', '--json')
    expect([out, err]).toEqual(['', ''])
    expect(json).toMatchObject({ asOf: '2026-11-23', certifications: { length: 19 } })
  })

  test.each(['2026-02-30', 'tomorrow', ''])('refuses "%s" as a day', async (day) => {
    await expect(run('list', '--as-of', day)).rejects.toThrow('Write an existing day as YYYY-MM-DD.')
  })
})

describe('catalogue show', () => {
  test('writes facts with marks, unknown ones as unknown', async () => {
    const { out } = await run('show', 'SAP-C03')
    expect(out).toContain('AWS Certified Solutions Architect - Professional')
    expect(out).toMatch(/Last day ~ +16 Nov 2026 \(announced; also stated: 2026-11-17\); AWS blog key dates/)
    expect(out).toContain(
      '75 items (unknown scored, unknown unscored), 180 minutes, US$300, cut score unknown of 1000',
    )
    expect(out).toContain('unknown  1 Design and implement cloud-native architectures')
    expect(out).toMatch(/SAP-C03 +╌+>/)
    expect(out).toContain('? recalled, conflicting or weakly sourced')
  })

  test('finds a former name written as several words', async () => {
    const { out } = await run('show', 'sysops', 'administrator')
    expect(out).toContain('formerly AWS Certified SysOps Administrator - Associate')
    expect(out).toMatch(/A pass renews +Cloud Practitioner, CloudOps Engineer - Associate/)
  })

  test('shows betas, scope news and an unknown renewal', async () => {
    expect((await run('show', 'AIB-C01')).out).toMatch(/Renewed by +unknown/)
    const { out } = await run('show', 'dva')
    expect(out).toMatch(/New in scope +Amazon Bedrock/)
    expect((await run('show', 'MLA-C02')).out).toMatch(
      /Beta ~ +ME1-C02; from 29 Sept 2026 to unknown; booking from 1 Sept 2026; 85 items/,
    )
  })

  test('leads from a retired certification to its nearest routes', async () => {
    const { out } = await run('show', 'Machine Learning - Specialty')
    expect(out).toContain('retired on 23 November 2026: can no longer be sat')
    expect(out).toContain('- Machine Learning Engineer - Associate: closest, not an automatic replacement')
    expect(out).toMatch(/Renewed by +nothing: it can no longer be renewed/)
  })

  test('writes every certification without a hole', async () => {
    for (const { id } of catalogue.certifications) {
      const { out } = await run('show', id)
      expect(out).not.toMatch(/undefined|NaN|\[object|null/)
    }
  })

  test('writes JSON', async () => {
    expect((await run('show', 'clf', '--json')).json).toMatchObject({
      id: 'cloud-practitioner',
      renews: ['cloud-practitioner'],
    })
  })

  test('refuses what it does not know, with a next step', async () => {
    expect((await run('show', 'xyzzy')).refusal).toMatchObject({
      code: 'certification-unknown',
      message: expect.stringContaining('See: cairn catalogue list'),
    })
    expect((await run('show', 'machine learning')).refusal?.message).toContain(
      'Did you mean: machine-learning-specialty, machine-learning-engineer-associate?',
    )
  })

  test('writes no colour codes where NO_COLOR is set', async () => {
    expect((await run('show', 'clf')).out).not.toContain('\u001b[')
  })
})
