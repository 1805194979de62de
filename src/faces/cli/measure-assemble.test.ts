import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, describe, expect, test } from 'vitest'
import { tableReader } from '../../adapters/content/read-table.ts'
import { highsSolver } from '../../adapters/optimisation/highs-solver.ts'
import type { Ports } from '../../application/ports.ts'
import type { Cli, CliRefusal } from './cli.ts'
import { addAssembleCommand } from './measure-assemble.ts'

const folder = mkdtempSync(join(tmpdir(), 'assembling-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

// biome-ignore lint/suspicious/noExplicitAny: what a command prints is looked at, not typed
type Run = { out: string; json: any; refusal: CliRefusal | null }

async function run(...words: readonly string[]): Promise<Run> {
  const said: Run = { out: '', json: null, refusal: null }
  const cli = {
    ports: async () => ({ tables: tableReader, linearSolver: highsSolver }) as unknown as Ports,
    print: (text: string) => {
      said.out += `${text}\n`
    },
    printJson: (value: unknown) => {
      said.json = JSON.parse(JSON.stringify(value))
    },
    fail: (refusal: CliRefusal) => {
      said.refusal = refusal
    },
  } as unknown as Cli
  const quiet = { writeOut: () => undefined, writeErr: () => undefined }
  const command = new Command('measure').exitOverride().configureOutput(quiet)
  addAssembleCommand(command, cli)
  for (const child of command.commands) child.exitOverride().configureOutput(quiet)
  await command.parseAsync(['assemble', ...words], { from: 'user' })
  return said
}

const header = 'item,a,b,c,domain,kind,seconds,enemies,set,uses'
const itemLine = (index: number): string =>
  [
    `q${index}`,
    (0.7 + ((index * 7) % 10) / 10).toFixed(1),
    (((index * 13) % 40) / 10 - 2).toFixed(1),
    '0.2',
    index % 3 === 0 ? 'design' : 'security',
    index % 4 === 0 ? 'multiple-response' : 'multiple-choice',
    60 + ((index * 11) % 50),
    index % 10 === 1 ? `q${index + 1}; q${index + 2}` : '',
    index >= 57 ? 'case' : '',
    index === 5 ? 1 : 0,
  ].join(',')
const pool = Array.from({ length: 60 }, (_, index) => itemLine(index))
const items = file('items.csv', [header, ...pool])
const short = ['--length', '12', '--swaps', '20000'] as const
const blueprint = ['--blueprint', 'design=4,security=8'] as const

describe('measure assemble', () => {
  test('answers with forms, what they add up to, and the bound', async () => {
    const { json } = await run(items, '--forms', '2', ...short, ...blueprint, '--minutes', '18', '--json')
    expect(Object.keys(json)).toEqual(['forms', 'reached', 'bound', 'gap', 'swaps', 'at', 'targets', 'seed'])
    expect(json.forms.map((each: { form: number }) => each.form)).toEqual([1, 2])
    expect(Object.keys(json.forms[0])).toEqual([
      'form',
      'items',
      'seconds',
      'domains',
      'kinds',
      'information',
    ])
    for (const { domains, seconds, items: names } of json.forms) {
      expect(domains).toEqual({ design: 4, security: 8 })
      expect(seconds).toBeLessThanOrEqual(18 * 60)
      expect(names).not.toContain('q5')
    }
    expect(new Set([...json.forms[0].items, ...json.forms[1].items]).size).toBe(24)
    expect(json).toMatchObject({ bound: 0, at: [-0.5, 0, 0.5], seed: '1' })
    expect(json.reached).toBeLessThan(0.05)
  })

  test('keeps enemies apart and sets together', async () => {
    const { json } = await run(items, '--forms', '3', ...short, ...blueprint, '--sets', '0-1', '--json')
    for (const { items: names } of json.forms as { items: string[] }[]) {
      for (let one = 1; one < 60; one += 10)
        expect([`q${one}`, `q${one + 1}`].every((name) => names.includes(name))).toBe(false)
      expect([0, 3]).toContain(names.filter((name) => ['q57', 'q58', 'q59'].includes(name)).length)
    }
  })

  test('takes targets and abilities, or as much information as there is', async () => {
    const aimed = await run(items, ...short, ...blueprint, '--at', '-1,1', '--target', '1.2,1.3', '--json')
    expect(aimed.json.targets).toEqual([1.2, 1.3])
    const most = await run(items, ...short, ...blueprint, '--at', '-1,1', '--most', '--json')
    expect(most.json.targets).toBeNull()
    expect(most.json.reached).toBeLessThanOrEqual(most.json.bound + 1e-9)
    expect(most.json.reached).toBeGreaterThan(aimed.json.forms[0].information[0])
  })

  test('takes shares, and a blueprint from a file', async () => {
    const plan = file('blueprint.csv', ['domain,items', 'design,30%', 'security,70%'])
    const { json } = await run(
      items,
      ...short,
      '--blueprint',
      plan,
      '--kinds',
      'multiple-response=2-3',
      '--json',
    )
    expect(json.forms[0].domains).toEqual({ design: 4, security: 8 })
    expect([2, 3]).toContain(json.forms[0].kinds['multiple-response'])
  })

  test('writes CSV, and text for reading', async () => {
    const { out } = await run(items, '--forms', '2', ...short, ...blueprint, '--csv')
    const lines = out.trim().split('\n')
    expect(lines[0]).toBe('form,item')
    expect(lines).toHaveLength(25)
    expect(lines[24]).toMatch(/^2,q\d+$/)
    const text = (await run(items, ...short, ...blueprint)).out
    expect(text).toContain('no forms can have less than 0.000 %')
    expect(text).toMatch(/Form 1: information [\d., ]+; (design 4|security 8)/)
  })

  test('the same seed gives the same forms', async () => {
    const drawn = async (seed: string) =>
      (await run(items, ...short, ...blueprint, '--csv', '--seed', seed)).out
    expect(await drawn('a')).toBe(await drawn('a'))
    expect(await drawn('a')).not.toBe(await drawn('b'))
  })
})

describe('measure assemble refuses', () => {
  test('rules that conflict, in words', async () => {
    const { refusal } = await run(items, '--forms', '6', ...short, ...blueprint)
    expect(refusal?.code).toBe('rules-conflict')
    expect(refusal?.message).toContain('domain security: 8 a form, 48 in all; the pool offers 39')
    expect(refusal?.message).toContain('uses: an item stands on at most 1 form')
  })

  test('too little time', async () => {
    const { refusal } = await run(items, '--length', '12', ...blueprint, '--minutes', '5')
    expect(refusal?.message).toContain('time: 0 to 5 minutes a form')
  })

  test.each([
    ['no domain column', ['item,a,b', 'q1,1,0'], 'line 1, column 1: there is no column "domain"'],
    ['an empty domain', ['item,a,b,domain', 'q1,1,0,x', 'q2,1,0,'], 'line 3, column 4: domain is empty'],
    [
      'a time below 0',
      ['item,a,b,domain,seconds', 'q1,1,0,x,-5'],
      'line 2, column 5: seconds is not 0 or more',
    ],
    ['an item listed twice', ['item,a,b,domain', 'q1,1,0,x', 'q1,1,0,x'], 'line 3, column 1: the item "q1"'],
    [
      'a parameter that is no number',
      ['item,a,b,domain', 'q1,one,0,x'],
      'line 2, column 2: a is not a number',
    ],
  ])('%s, by line and column', async (name, lines, expected) => {
    const { refusal } = await run(file(`${name}.csv`, lines), ...short, '--blueprint', 'x=12')
    expect(refusal?.message).toContain(expected)
  })

  test('a count in a blueprint file that is none', async () => {
    const plan = file('wrong.csv', ['domain,items', 'design,4', 'security,eight'])
    const { refusal } = await run(items, ...short, '--blueprint', plan)
    expect(refusal?.message).toContain('line 3, column 2: "eight" is neither a count')
  })

  test('a label that no item has', async () => {
    const { refusal } = await run(items, ...short, '--blueprint', 'desing=4,security=8')
    expect(refusal).toMatchObject({ code: 'label-unknown', label: 'desing' })
    expect(refusal?.message).toContain('the pool has design, security')
  })

  test('targets for other abilities than there are', async () => {
    const { refusal } = await run(items, ...short, ...blueprint, '--target', '1,2')
    expect(refusal).toMatchObject({ code: 'targets-unmatched', abilities: 3, targets: 2 })
  })

  test.each([
    ['--blueprint', 'design=8-4'],
    ['--blueprint', 'design=x'],
    ['--kinds', 'ordering'],
    ['--sets', '30%'],
    ['--target', '0,1,1'],
    ['--most-uses', '0'],
  ])('%s %s, as no option of this kind', async (option, value) => {
    await expect(run(items, ...short, ...blueprint, option, value)).rejects.toThrow(option)
  })
})
