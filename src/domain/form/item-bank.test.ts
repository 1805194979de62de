import { describe, expect, test } from 'vitest'
import { judgeFit } from '../measurement/statistics/fit-gates.ts'
import { type CalibrationRun, judgeItems, makeBank, type RunItem, withoutHeld } from './item-bank.ts'
import { makePack } from './pool.fixture.ts'

const pack = makePack(40)
const [first, second] = pack.items as [(typeof pack.items)[number], (typeof pack.items)[number]]

const runItem = (changes: Partial<RunItem> = {}): RunItem => ({
  itemId: first.id,
  hash: first.hash,
  parameters: { a: 1.4, b: 0.6, c: 0, d: 1 },
  logDiscriminationSd: 0.1,
  difficultySd: 0.15,
  state: 'operational',
  responses: 250,
  since: 2,
  practice: 10,
  p: 0.4,
  itemRest: 0.3,
  fit: judgeFit({ answered: 250 }),
  drift: null,
  ...changes,
})

const run = (items: readonly RunItem[]): CalibrationRun => ({
  ...{ examCode: 'TST-C01', version: 3, at: 0, responses: 9, link: 'judged', anchors: 0, items },
  ...{ attempts: { exam: 9, practice: 0 }, population: { mean: 0.3, sd: 1.1 }, practicePopulation: null },
  ...{ converged: true, logLikelihood: -1, steps: 1 },
})

describe('a bank', () => {
  test('before any calibration every item has its judged values and candidates stand about the standard', () => {
    const bank = makeBank(pack, null)
    expect(bank.version).toBe(0)
    expect(bank.population).toEqual({ mean: 0, sd: 1 })
    expect([...bank.estimates.values()].map(({ state }) => state)).toEqual(
      pack.items.map(() => 'uncalibrated'),
    )
  })

  test('harder judgements give harder items', () => {
    const judged = judgeItems(pack.items)
    const inDomain = pack.items.filter(({ domain }) => domain === 1).sort((a, b) => a.angoff - b.angoff)
    const difficulties = inDomain.map(({ id }) => judged.get(id)?.parameters.b ?? 0)
    expect(difficulties).toEqual([...difficulties].sort((a, b) => b - a))
  })

  test('estimates of a run take the place of judged values', () => {
    const bank = makeBank(pack, run([runItem()]))
    expect(bank.estimates.get(first.id)).toMatchObject({ state: 'operational', parameters: { b: 0.6 } })
    expect(bank.estimates.get(second.id)?.state).toBe('uncalibrated')
    expect(bank).toMatchObject({ version: 3, population: { mean: 0.3, sd: 1.1 } })
  })

  test('an edit of an item voids its estimate, and too few responses make none', () => {
    expect(makeBank(pack, run([runItem({ hash: 'older' })])).estimates.get(first.id)?.state).toBe(
      'uncalibrated',
    )
    const few = makeBank(pack, run([runItem({ state: 'uncalibrated', responses: 12 })]))
    expect(few.estimates.get(first.id)?.parameters.a).toBe(1)
  })

  test('held items leave the pool and no others', () => {
    const bank = makeBank(
      pack,
      run([runItem({ state: 'held' }), runItem({ itemId: second.id, hash: second.hash })]),
    )
    expect(withoutHeld(pack, bank).items.map(({ id }) => id)).toEqual(pack.items.slice(1).map(({ id }) => id))
  })
})
