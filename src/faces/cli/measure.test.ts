import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { afterAll, describe, expect, test } from 'vitest'
import { lsat7, spreadOut } from '../../../test/reference/lsat.fixture.ts'
import { tableReader } from '../../adapters/content/read-table.ts'
import type { Ports } from '../../application/ports.ts'
import type { Cli, CliRefusal } from './cli.ts'
import { addMeasureCommands } from './measure.ts'

const folder = mkdtempSync(join(tmpdir(), 'measuring-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

// biome-ignore lint/suspicious/noExplicitAny: what a command prints is looked at, not typed
type Run = { out: string; notes: string; json: any; refusal: CliRefusal | null }

async function run(...words: readonly string[]): Promise<Run> {
  const said: Run = { out: '', notes: '', json: null, refusal: null }
  const cli = {
    ports: async () => ({ tables: tableReader }) as unknown as Ports,
    print: (text: string) => {
      said.out += `${text}\n`
    },
    printJson: (value: unknown) => {
      said.json = JSON.parse(JSON.stringify(value))
    },
    note: (text: string) => {
      said.notes += `${text}\n`
    },
    fail: (refusal: CliRefusal) => {
      said.refusal = refusal
    },
  } as unknown as Cli
  const quiet = { writeOut: () => undefined, writeErr: () => undefined }
  const command = new Command('measure').exitOverride().configureOutput(quiet)
  addMeasureCommands(command, cli)
  for (const child of command.commands) child.exitOverride().configureOutput(quiet)
  await command.parseAsync(words as string[], { from: 'user' })
  return said
}

const { persons, items, cells } = spreadOut(lsat7)
const rows = Array.from({ length: persons }, (_, person) =>
  [...cells.subarray(person * items, (person + 1) * items)].join(','),
)
const responses = file('responses.csv', ['i1,i2,i3,i4,i5', ...rows])
const estimates = file('items.csv', [
  'item,a,b',
  'i5,.735673,-2.520764',
  'i1,.987546,-1.879260',
  'i2,1.080837,-.747541',
  'i3,1.707478,-1.057236',
  'i4,.764990,-.635302',
])

describe('measure calibrate', () => {
  test('answers in the documented form, at the maximum of the likelihood', async () => {
    const { json } = await run('calibrate', responses, '--model', '2pl', '--no-priors', '--json')
    expect(Object.keys(json)).toEqual(['logLik', 'converged', 'iterations', 'items', 'latent'])
    expect(json.logLik).toBeCloseTo(-2658.80511, 4)
    expect(json).toMatchObject({ converged: true, latent: { mean: 0, sd: 1 } })
    expect(Object.keys(json.items[0])).toEqual(['item', 'a', 'b', 'c', 'seA', 'seB'])
    expect(json.items[2]).toMatchObject({ item: 'i3', c: 0 })
    expect(json.items[2].a).toBeCloseTo(1.707478, 3)
    expect(json.items[2].seA).toBeCloseTo(0.321, 3)
  })

  test('writes discriminations with the constant it is told', async () => {
    const plain = await run('calibrate', responses, '--model', '1pl', '--no-priors', '--json')
    const scaled = await run(
      'calibrate',
      responses,
      '--model',
      '1pl',
      '--no-priors',
      '--scale',
      '1.7',
      '--json',
    )
    expect(scaled.json.items[0].a * 1.7).toBeCloseTo(plain.json.items[0].a, 12)
    expect(scaled.json.items[0].seA * 1.7).toBeCloseTo(plain.json.items[0].seA, 12)
    expect(scaled.json.items[0].b).toBe(plain.json.items[0].b)
  })

  test('keeps anchors at their bank values and frees the group', async () => {
    const anchors = file('anchors.csv', ['item,a,b', 'i1,1,-1.5', 'i3,1.7,-0.7'])
    const { json } = await run('calibrate', responses, '--anchors', anchors, '--json')
    expect(json.items[0]).toMatchObject({ a: 1, b: -1.5, seA: 0, seB: 0 })
    expect(json.latent.mean).toBeGreaterThan(0.2)
  })

  test('names the groups that it finds', async () => {
    const group = file('groups.csv', ['group', ...rows.map((_, row) => (row < 500 ? 'first' : 'second'))])
    const { json } = await run(
      'calibrate',
      responses,
      '--model',
      '1pl',
      '--group',
      group,
      '--standard-errors',
      'none',
      '--json',
    )
    expect(json.groups.map((each: { group: string }) => each.group)).toEqual(['first', 'second'])
    expect(json.groups[1].mean).toBeGreaterThan(1)
    expect(json.items[0].seA).toBeNull()
  })

  test('prints a table for people', async () => {
    const { out } = await run('calibrate', responses, '--no-priors')
    expect(out).toContain('log-likelihood -2658.8051, converged after')
    expect(out).toMatch(/i3\s+1\.7075\s+0\.3211\s+-1\.0572/)
  })

  test('tells an item that never varies from one that cannot be read', async () => {
    const same = file('same.csv', ['x,y', '1,0', '1,1', '1,0'])
    expect((await run('calibrate', same, '--no-priors')).refusal).toMatchObject({
      code: 'item-never-varies',
      items: ['x'],
      message: expect.stringContaining('--no-priors'),
    })
    const wrong = file('wrong.csv', ['x,y', '1,0', '1,2'])
    expect((await run('calibrate', wrong)).refusal).toMatchObject({
      code: 'table-malformed',
      line: 3,
      column: 2,
      message: expect.stringContaining('line 3, column 2: "2" (y) is neither 0 nor 1'),
    })
  })

  test('reads empty cells and NA as missing', async () => {
    const gaps = file('gaps.csv', ['x,y,z', '1,,0', '0,1,NA', '1,0,1', ',1,1', '0,0,0'])
    expect((await run('calibrate', gaps, '--json')).json.converged).toBe(true)
  })

  test.each([
    ['no such file', ['calibrate', join(folder, 'absent.csv')], 'table-unreadable'],
    ['a header alone', ['calibrate', file('header.csv', ['a,b'])], 'table-malformed'],
    ['nothing but gaps', ['calibrate', file('nothing.csv', ['a,b', ',', ','])], 'no-responses'],
  ])('refuses %s', async (_, words, code) => {
    const { refusal, json } = await run(...words, '--json')
    expect(refusal?.code).toBe(code)
    expect(json).toBeNull()
  })

  test.each([
    ['an unknown model', ['--model', '5pl']],
    ['a scale of 0', ['--scale', '0']],
    ['half a node', ['--nodes', '61.5']],
  ])('takes %s for a mistake in the command', async (_, words) => {
    await expect(run('calibrate', responses, ...words)).rejects.toThrow(CommanderError)
  })
})

describe('measure score', () => {
  test('scores every row by the items of the file, whatever their order', async () => {
    const { json } = await run('score', responses, '--items', estimates, '--json')
    expect(json).toHaveLength(1000)
    expect(Object.keys(json[0])).toEqual(['theta', 'se'])
    expect(json[0].theta).toBeCloseTo(-1.87, 3)
    expect(json[0].se).toBeCloseTo(0.6927, 4)
    expect(json[999].theta).toBeCloseTo(0.727, 3)
  })

  test('knows four methods, and says where an estimate is a bound', async () => {
    const { json: mle } = await run('score', responses, '--items', estimates, '--method', 'mle', '--json')
    expect(mle[0]).toMatchObject({ theta: -10, bounded: true })
    const { json: wle } = await run('score', responses, '--items', estimates, '--method', 'wle', '--json')
    expect(Object.keys(wle[0])).toEqual(['theta', 'se'])
    const { json: map } = await run(
      'score',
      responses,
      '--items',
      estimates,
      '--method',
      'map',
      '--prior',
      '1,0.5',
      '--json',
    )
    expect(map[0].theta).toBeGreaterThan(-0.5)
  })

  test('has no ability for a row without answers, and prints a dash', async () => {
    const blank = file('blank.csv', ['i1,i2', ',', '1,0'])
    const { json } = await run('score', blank, '--items', estimates, '--method', 'mle', '--json')
    expect(json[0]).toEqual({ theta: null, se: null })
    expect((await run('score', blank, '--items', estimates, '--method', 'mle')).out).toMatch(/1\s+–\s+–/)
  })

  test('names the item that has no parameters', async () => {
    const unknown = file('unknown.csv', ['i1,i9', '1,0'])
    expect((await run('score', unknown, '--items', estimates)).refusal).toMatchObject({
      line: 1,
      column: 2,
      message: expect.stringContaining('no parameters for the item "i9"'),
    })
  })
})

describe('measure reliability', () => {
  test('answers in the documented form', async () => {
    const { json } = await run('reliability', responses, '--json')
    expect(Object.keys(json)).toEqual(['kr20', 'alpha', 'itemRest'])
    expect(json.alpha).toBeCloseTo(0.453409, 6)
    expect(json.itemRest).toHaveLength(5)
  })

  test('says how many rows it left out', async () => {
    const gaps = file('reliability-gaps.csv', ['x,y', '1,1', '0,0', '1,', '0,1'])
    const { notes, out } = await run('reliability', gaps)
    expect(notes).toContain('1 rows with a missing answer are left out')
    expect(out).toContain('3 persons')
  })
})

describe('measure dif', () => {
  const groupFile = (name: string, first: string, second: string) =>
    file(name, ['group', ...rows.map((_, row) => (row % 3 === 0 ? first : second))])

  test('answers for every item in the documented form', async () => {
    const { json } = await run('dif', responses, '--group', groupFile('zero-one.csv', '0', '1'), '--json')
    expect(json).toHaveLength(5)
    expect(json[0]).toMatchObject({ item: 'i1', class: 'A' })
    expect(Object.keys(json[0])).toEqual(['item', 'chiSquare', 'oddsRatio', 'delta', 'class'])
  })

  test('takes the reference group from its name, from an option, or from the order', async () => {
    const said = async (...words: string[]) => (await run('dif', responses, ...words)).out.split(';')[0]
    expect(await said('--group', groupFile('named.csv', 'focal', 'reference'))).toBe(
      'reference group reference, focal group focal',
    )
    expect(await said('--group', groupFile('ordered.csv', 'b', 'a'))).toBe('reference group a, focal group b')
    expect(await said('--group', groupFile('told.csv', 'b', 'a'), '--reference', 'b')).toBe(
      'reference group b, focal group a',
    )
    expect(await said('--group', groupFile('numbers.csv', '10', '9'))).toBe(
      'reference group 9, focal group 10',
    )
  })

  test.each([
    ['three groups', ['group', 'a', 'b', 'c', ...rows.slice(3).map(() => 'a')], [], 'not-two-groups'],
    [
      'a reference that nobody is in',
      ['group', 'a', ...rows.slice(1).map(() => 'b')],
      ['--reference', 'z'],
      'reference-unknown',
    ],
    ['fewer groups than rows', ['group', 'a', 'b'], [], 'table-malformed'],
    ['a file without the column', ['gender', ...rows.map(() => 'a')], [], 'table-malformed'],
    ['an empty group', ['id,group', '1,', ...rows.slice(1).map(() => '1,b')], [], 'table-malformed'],
  ])('refuses %s', async (_, lines, words, code) => {
    const { refusal } = await run('dif', responses, '--group', file('refused.csv', lines), ...words)
    expect(refusal?.code).toBe(code)
    expect(refusal?.message).toMatch(/\.$/)
  })
})

describe('measure distribution', () => {
  test('gives the chances of every raw score', async () => {
    const p = file('p.csv', ['p', '.26', '.27', '.18'])
    const { json } = await run('distribution', p, '--json')
    const expected = [0.442964, 0.416708, 0.127692, 0.012636]
    expected.forEach((chance, score) => {
      expect(json[score]).toBeCloseTo(chance, 9)
    })
    expect((await run('distribution', p)).out).toMatch(/3\s+0\.012636/)
  })

  test.each(['1.2', '-0.1', 'half', ''])('refuses the chance "%s"', async (cell) => {
    const { refusal } = await run('distribution', file('p-wrong.csv', ['p,item', '.5,a', `${cell},b`]))
    expect(refusal).toMatchObject({ code: 'table-malformed', line: 3, column: 1 })
  })
})

describe('measure analyse', () => {
  test('judges every item and says why', async () => {
    const { json } = await run('analyse', responses, '--json')
    expect(json.map(({ item }: { item: string }) => item)).toEqual(['i1', 'i2', 'i3', 'i4', 'i5'])
    expect(json[1].report.verdict).toBe('watch')
    expect(json[1].report.reasons[0].gate).toBe('fit')
    expect(json[0].dif).toBeNull()
    expect((await run('analyse', responses)).out).toMatch(/i2 .*watch\s+S-X2 p 0\.00\d+ \(watch\)/)
  })

  test('adds differential functioning where there are groups', async () => {
    const group = file('analyse-groups.csv', ['group', ...rows.map((_, row) => String(row % 2))])
    const { json } = await run('analyse', responses, '--group', group, '--json')
    expect(json.every(({ dif }: { dif: string }) => ['A', 'B', 'C'].includes(dif))).toBe(true)
  })

  test('passes refusals on', async () => {
    expect((await run('analyse', file('analyse-empty.csv', ['a,b', ',']))).refusal?.code).toBe('no-responses')
  })
})

describe('measure simulate', () => {
  test('prints responses that calibrate reads', async () => {
    const { out } = await run(
      'simulate',
      '--people',
      '300',
      '--items',
      '8',
      '--missing',
      '0.1',
      '--seed',
      'cairn',
    )
    const simulated = file('simulated.csv', [out.trimEnd()])
    const { json } = await run('calibrate', simulated, '--json')
    expect(json.items.map(({ item }: { item: string }) => item)).toEqual([
      'i1',
      'i2',
      'i3',
      'i4',
      'i5',
      'i6',
      'i7',
      'i8',
    ])
    expect(json.converged).toBe(true)
  })

  test('gives the same for the same seed', async () => {
    const draw = async (seed: string) =>
      (await run('simulate', '--people', '20', '--items', '5', '--seed', seed)).out
    expect(await draw('a')).toBe(await draw('a'))
    expect(await draw('a')).not.toBe(await draw('b'))
  })

  test('writes the truth beside the responses, occasion by occasion', async () => {
    const out = join(folder, 'truth')
    const { notes } = await run(
      ...[
        'simulate',
        '--people',
        '30',
        '--items',
        '6',
        '--model',
        '3pl',
        '--c',
        '0.2',
        '--occasions',
        '2',
        '--out',
        out,
      ],
      ...['--memorising', '0.5,0.3,0.6', '--learning', '0.2,0.1'],
    )
    expect(notes).toContain(out)
    const lines = (name: string) => readFileSync(join(out, name), 'utf8').trimEnd().split('\n')
    expect(lines('items.csv')[0]).toBe('item,a,b,c,d')
    expect(lines('items.csv')[1]).toMatch(/^i1,.*,0\.2,1$/)
    expect(lines('people-2.csv')).toHaveLength(31)
    expect(lines('responses-1.csv')[0]).toBe('i1,i2,i3,i4,i5,i6')
  })

  test('gives everything as JSON', async () => {
    const { json } = await run(
      ...[
        'simulate',
        '--people',
        '10',
        '--items',
        '5',
        '--cheating',
        '0.5,0.4,0.9',
        '--guessing',
        '0.2,0.2,0.25',
        '--json',
      ],
    )
    expect(json.items).toHaveLength(5)
    expect(json.occasions[0].leaked).toHaveLength(2)
    expect(json.occasions[0].people[0]).toEqual({
      theta: expect.any(Number),
      guesser: expect.any(Boolean),
      cheat: expect.any(Boolean),
      memoriser: false,
    })
    expect(json.occasions[0].responses[9]).toHaveLength(5)
  })

  test.each([
    ['two numbers for three', ['--guessing', '0.5,0.2']],
    ['words', ['--learning', 'much,little']],
    ['no people', ['--people', '0']],
    ['a share above 1', ['--missing', '1.5']],
  ])('takes %s for a mistake in the command', async (_, words) => {
    await expect(run('simulate', ...words)).rejects.toThrow(CommanderError)
  })
})
