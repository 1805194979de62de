import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, describe, expect, test } from 'vitest'
import { actX, actY, commonItems, printedX, printedY } from '../../../test/reference/kolen-brennan.fixture.ts'
import { tableReader } from '../../adapters/content/read-table.ts'
import type { Ports } from '../../application/ports.ts'
import type { Cli, CliRefusal } from './cli.ts'
import { addEquatingCommands } from './measure-equating.ts'

const folder = mkdtempSync(join(tmpdir(), 'equating-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

type Run = {
  readonly out: string
  readonly json: Readonly<Record<string, unknown>> | null
  readonly refusal: CliRefusal | null
}

async function run(...words: readonly string[]): Promise<Run> {
  const said = { out: '', json: null as Run['json'], refusal: null as CliRefusal | null }
  const cli = {
    ports: async () => ({ tables: tableReader }) as unknown as Ports,
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
  addEquatingCommands(command, cli)
  for (const child of command.commands) child.exitOverride().configureOutput(quiet)
  await command.parseAsync(words as string[], { from: 'user' })
  return said
}

const countLines = (counts: readonly number[]) => [
  'score,count',
  ...counts.map((count, score) => `${score},${count}`),
]
const itemLines = (items: typeof printedX) => [
  'item,a,b,c',
  ...items.map(({ a, b, c }, index) => `i${index + 1},${a},${b},${c}`),
]
const scoresX = file('x.csv', countLines(actX.counts))
const scoresY = file('y.csv', countLines(actY.counts))
const itemsX = file('items-x.csv', itemLines(printedX))
const itemsY = file('items-y.csv', itemLines(printedY))
const anchors = commonItems.map((position) => `i${position + 1}`).join(',')

type Row = { readonly x: number; readonly y: number }
const at = ({ json }: Run, x: number): number | undefined =>
  ((json?.table ?? []) as readonly Row[]).find((row) => row.x === x)?.y

describe('measure equate', () => {
  test('linear: slope, intercept and a row for every score', async () => {
    const done = await run('equate', scoresX, scoresY, '--method', 'linear', '--json')
    expect(Object.keys(done.json ?? {}).sort()).toEqual(['intercept', 'slope', 'table'])
    expect(done.json?.slope).toBeCloseTo(1.0886215, 6)
    expect(done.json?.intercept).toBeCloseTo(-2.6319708, 6)
    expect(done.json?.table).toHaveLength(41)
    expect(at(done, 20)).toBeCloseTo(19.1405, 4)
  })

  test('mean equating moves every score alike', async () => {
    const done = await run('equate', scoresX, scoresY, '--method', 'mean', '--json')
    expect(done.json).toMatchObject({ slope: 1 })
    expect(at(done, 0)).toBeCloseTo(-0.87262, 5)
  })

  test('equipercentile: a table and no line, smoothed where asked', async () => {
    const plain = await run('equate', scoresX, scoresY, '--method', 'equipercentile', '--json')
    expect(Object.keys(plain.json ?? {})).toEqual(['table'])
    expect(at(plain, 0)).toBe(-0.5)
    expect(at(plain, 20)).toBeCloseTo(19.1647, 4)
    const smooth = await run(
      'equate',
      scoresX,
      scoresY,
      '--method',
      'equipercentile',
      '--smoothing',
      '6',
      '--json',
    )
    expect(at(smooth, 20)).toBeCloseTo(19.2469, 4)
  })

  test('circle arc keeps both ends', async () => {
    const done = await run('equate', scoresX, scoresY, '--method', 'circle-arc', '--json')
    expect(at(done, 0)).toBeCloseTo(0, 9)
    expect(at(done, 40)).toBeCloseTo(40, 9)
    expect(at(done, 20)).toBeCloseTo(19.12733, 5)
  })

  test('rows without counts are candidates, in any order', async () => {
    const one = file('one.csv', ['score', '3', '1', '2', '2'])
    const two = file('two.csv', ['count,score', '1,4', '2,3', '1,2'])
    const done = await run('equate', one, two, '--method', 'linear', '--json')
    expect(done.json).toMatchObject({
      slope: 1,
      table: [
        { x: 1, y: 2 },
        { x: 2, y: 3 },
        { x: 3, y: 4 },
      ],
    })
  })

  test('through an anchor: one group abler by a point of the anchor', async () => {
    const pairs = (shift: number) =>
      [0, 1, 2, 3].flatMap((anchor) =>
        [0, 1].map((extra) => `${2 * anchor + extra + 2 * shift},${anchor + shift}`),
      )
    const abler = file('abler.csv', ['score,anchor', ...pairs(1)])
    const others = file('others.csv', ['score,anchor', ...pairs(0)])
    const tucker = await run('equate', abler, others, '--method', 'tucker', '--json')
    expect(tucker.json?.slope).toBeCloseTo(1, 9)
    expect(tucker.json?.intercept).toBeCloseTo(0, 9)
    const chained = await run('equate', abler, others, '--method', 'chained-linear', '--json')
    expect(chained.json?.slope).toBeCloseTo(1, 9)
    expect(chained.json?.intercept).toBeCloseTo(0.049, 3)
    const levine = await run(
      'equate',
      abler,
      others,
      '--method',
      'levine',
      '--external',
      '--weight',
      '0.5',
      '--json',
    )
    expect(levine.json?.slope).toBeCloseTo(1, 9)
    const ranks = await run('equate', abler, others, '--method', 'chained-equipercentile', '--json')
    expect(Object.keys(ranks.json ?? {})).toEqual(['table'])
  })

  test('writes the line and the table for people', async () => {
    const { out } = await run('equate', scoresX, scoresY, '--method', 'linear')
    expect(out.split('\n').slice(0, 4)).toEqual(['y = 1.0886 x - 2.6320', '', 'x         y', '0   -2.6320'])
  })

  test.each([
    ['no such file', 'absent.csv', null, 'table-unreadable', /there is no such file/],
    ['no column score', 'bad-1.csv', ['points,count', '1,2'], 'table-malformed', /line 1.*no column "score"/],
    [
      'a score that is text',
      'bad-2.csv',
      ['score,count', '1,2', 'x,2'],
      'table-malformed',
      /line 3, column 1: score is not/,
    ],
    [
      'a negative count',
      'bad-3.csv',
      ['score,count', '1,-2'],
      'table-malformed',
      /line 2, column 2: count is not/,
    ],
    ['a missing score', 'bad-4.csv', ['score,count', ',2'], 'table-malformed', /line 2, column 1/],
    ['no rows', 'bad-5.csv', ['score,count'], 'table-malformed', /no row below the header/],
    ['a ragged row', 'bad-6.csv', ['score,count', '1,2,3'], 'table-malformed', /3 cells/],
    [
      'scores too far apart',
      'bad-7.csv',
      ['score,count', '1,2', '1000000000,2'],
      'table-malformed',
      /further apart/,
    ],
    ['one candidate', 'bad-8.csv', ['score,count', '1,1'], 'table-malformed', /fewer than two/],
    [
      'scores all alike',
      'bad-9.csv',
      ['score,count', '5,100'],
      'scores-alike',
      /All scores in .* are the same/,
    ],
  ])('refuses %s', async (_, name, lines, code, message) => {
    const path = lines === null ? join(folder, name) : file(name, lines)
    const { refusal, json } = await run('equate', path, scoresY, '--method', 'linear', '--json')
    expect(json).toBeNull()
    expect(refusal?.code).toBe(code)
    expect(refusal?.message).toMatch(message)
  })

  test('refuses a degree of smoothing that the scores do not carry', async () => {
    const short = file('short.csv', ['score,count', '0,4', '1,5', '2,3'])
    const high = await run('equate', short, scoresY, '--method', 'equipercentile', '--smoothing', '6')
    expect(high.refusal).toMatchObject({ code: 'smoothing-out-of-range', highest: 2 })
    const gaps = file('gaps.csv', ['score,count', '0,0', '5,9', '10,0'])
    const undetermined = await run('equate', gaps, scoresY, '--method', 'equipercentile', '--smoothing', '3')
    expect(undetermined.refusal?.code).toBe('smoothing-undetermined')
  })

  test('refuses an anchor that does not rise with the score', async () => {
    const wrong = file('wrong.csv', ['score,anchor', '1,3', '2,2', '3,1'])
    const { refusal } = await run('equate', wrong, wrong, '--method', 'tucker')
    expect(refusal?.code).toBe('anchor-unrelated')
  })

  test('usage errors name what is expected', async () => {
    await expect(run('equate', scoresX, scoresY, '--method', 'magic')).rejects.toThrow(
      /Allowed choices are mean/,
    )
    await expect(run('equate', scoresX, scoresY)).rejects.toThrow(/--method/)
    await expect(run('equate', scoresX, scoresY, '--method', 'mean', '--smoothing', '1.5')).rejects.toThrow(
      /whole number/,
    )
  })
})

describe('measure link', () => {
  test.each([
    ['mean-mean', 1.217266, -0.557155],
    ['mean-sigma', 1.168892, -0.515543],
    ['haebara', 1.093231, -0.457857],
    ['stocking-lord', 1.101735, -0.476735],
  ])('%s on a table with scaling constant 1.7', async (method, a, b) => {
    const { json } = await run(
      'link',
      itemsX,
      itemsY,
      '--anchors',
      anchors,
      '--method',
      method,
      '--scale',
      '1.7',
      '--json',
    )
    expect(Object.keys(json ?? {})).toEqual(['a', 'b'])
    expect(json?.a).toBeCloseTo(a, 5)
    expect(json?.b).toBeCloseTo(b, 5)
  })

  test('takes every item of both tables where no anchors are named, and other numbers of nodes', async () => {
    const few = file('few.csv', ['item,a,b', 'p,1,0', 'q,1,1', 'only-here,2,2'])
    const shifted = file('shifted.csv', ['item,a,b', 'q,0.5,2.5', 'p,0.5,0.5'])
    const { json } = await run('link', few, shifted, '--method', 'haebara', '--nodes', '21', '--json')
    expect(json?.a).toBeCloseTo(2, 7)
    expect(json?.b).toBeCloseTo(0.5, 7)
  })

  test('writes one line for people', async () => {
    const { out } = await run('link', itemsX, itemsY, '--anchors', anchors, '--method', 'mean-sigma')
    expect(out).toBe('theta_Y = 1.1689 theta_X - 0.5155\n')
  })

  test('names an anchor that a table lacks', async () => {
    const { refusal } = await run('link', itemsX, itemsY, '--anchors', 'i3,zebra', '--method', 'mean-mean')
    expect(refusal).toMatchObject({ code: 'anchor-unknown', anchor: 'zebra', file: itemsX })
    expect(refusal?.message).toMatch(/has no item "zebra"/)
  })

  test('refuses a single anchor for mean/sigma, which needs difficulties that vary', async () => {
    const { refusal } = await run('link', itemsX, itemsY, '--anchors', 'i3', '--method', 'mean-sigma')
    expect(refusal).toMatchObject({ code: 'link-undetermined', anchors: 1 })
  })

  test.each([
    ['an item twice', ['item,a,b', 'p,1,0', 'p,1,1'], /listed twice/],
    ['no items named', ['a,b', '1,0'], /no column "item"/],
    ['c at or above d', ['item,a,b,c,d', 'p,1,0,0.5,0.4'], /c of "p" is not below d/],
    ['a discrimination that is text', ['item,a,b', 'p,high,0'], /a is not a number/],
  ])('refuses a table with %s', async (name, lines, message) => {
    const { refusal } = await run('link', file(`${name}.csv`, lines), itemsY, '--method', 'mean-mean')
    expect(refusal?.code).toBe('table-malformed')
    expect(refusal?.message).toMatch(message)
  })
})

describe('measure angoff', () => {
  const ratings = file('ratings.csv', [
    'judge,round,one,two,three',
    'A,1,0.5,0.9,0.2',
    'B,1,0.7,0.8,0.6',
    'B,2,0.7,0.8,0.5',
    'A,2,0.6,0.8,0.3',
  ])

  test('the last round decides; judges, items and rounds are told', async () => {
    const { json } = await run('angoff', ratings, '--json')
    expect(json?.cut).toBeCloseTo(1.85, 12)
    expect(json?.rounds).toMatchObject([{ round: 1 }, { round: 2, cut: json?.cut }])
    expect(json?.judges).toMatchObject([{ judge: 'A' }, { judge: 'B', sum: 2 }])
    expect(json?.items).toMatchObject([{ item: 'one' }, { item: 'two' }, { item: 'three' }])
  })

  test('carries the cut to the theta scale where parameters are given', async () => {
    const single = file('single.csv', ['judge,p', 'A,0.5', 'B,0.5'])
    const items = file('p.csv', ['item,a,b', 'p,1,0.3'])
    const { json } = await run('angoff', single, '--items', items, '--json')
    expect(json?.ability).toMatchObject({ theta: expect.closeTo(0.3, 9) })
    expect(json?.judges).toMatchObject([{ agreement: null }, { agreement: null }])
  })

  test('writes cut, rounds, judges and items for people', async () => {
    const { out } = await run('angoff', ratings)
    expect(out).toMatch(/^Cut 1\.8500 of 3 points, SD 0\.2121, SE 0\.1500\n/)
    expect(out).toMatch(/^three +0\.4000 +0\.1414$/m)
  })

  test.each([
    [
      'a judge missing in a round',
      ['judge,round,p', 'A,1,0.5', 'B,1,0.5', 'A,2,0.5'],
      'judges-differ',
      /Round 2/,
    ],
    ['a judge rating twice', ['judge,p', 'A,0.5', 'A,0.6'], 'table-malformed', /A rates twice in round 1/],
    ['a percentage', ['judge,p', 'A,50'], 'table-malformed', /p is not a probability/],
    ['a rating left out', ['judge,p,q', 'A,0.5,'], 'table-malformed', /line 2, column 3/],
    ['no judges', ['p', '0.5'], 'table-malformed', /no column "judge"/],
    ['no items', ['judge,round', 'A,1'], 'table-malformed', /no column for an item/],
  ])('refuses %s', async (name, lines, code, message) => {
    const { refusal } = await run('angoff', file(`angoff ${name}.csv`, lines))
    expect(refusal?.code).toBe(code)
    expect(refusal?.message).toMatch(message)
  })

  test('names a rated item that has no parameters', async () => {
    const items = file('other.csv', ['item,a,b', 'one,1,0'])
    const { refusal } = await run('angoff', ratings, '--items', items)
    expect(refusal).toMatchObject({ code: 'rated-item-unknown', item: 'two' })
  })
})
