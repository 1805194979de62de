import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeProduct, realContent, send } from '../../../../test/support/product.ts'
import type { ItemAnalysis } from '../../../application/analyse-item.ts'
import { readBank } from '../../../application/read-bank.ts'
import type { CalibrationRun, RunItem } from '../../../domain/form/item-bank.ts'
import { withoutHeld } from '../../../domain/form/item-bank.ts'
import { judgeFit } from '../../../domain/measurement/statistics/fit-gates.ts'

const product = makeProduct()
const { pack } = realContent.packs().find((loaded) => loaded.pack.examCode === 'SAA-C03')!
const [held, sound] = pack.items as [(typeof pack.items)[number], (typeof pack.items)[number]]

const runItem = (item: typeof held, changes: Partial<RunItem>): RunItem => ({
  ...{ itemId: item.id, hash: item.hash, parameters: { a: 0.9, b: 0.1, c: 0, d: 1 }, since: 1 },
  ...{ logDiscriminationSd: 0.1, difficultySd: 0.2, state: 'operational', responses: 600, practice: 0 },
  ...{ p: 0.5, itemRest: 0.3, fit: judgeFit({ answered: 600 }), closest: null, drift: null, ...changes },
})

const run: CalibrationRun = {
  ...{ examCode: 'SAA-C03', version: 1, at: 1, responses: 99, link: 'judged', anchors: 0, steps: 1 },
  ...{ attempts: { exam: 600, practice: 0 }, population: { mean: 0, sd: 1 }, practicePopulation: null },
  ...{ converged: true, logLikelihood: -1 },
  items: [
    runItem(sound, {}),
    runItem(held, {
      state: 'held',
      fit: judgeFit({ answered: 600, largestQ3: 0.31 }),
      closest: { itemId: sound.id, q3: 0.31 },
    }),
  ],
}

beforeAll(() => product.ports.measurement.saveRun(run))
afterAll(() => product.remove())

const at = (itemId: string): string => `/api/v1/measurement/SAA-C03/items/${itemId}`
const read = async (itemId: string): Promise<ItemAnalysis> =>
  (await send(product, 'GET', at(itemId))).json as unknown as ItemAnalysis
const release = (itemId: string, body: unknown) => send(product, 'POST', `${at(itemId)}/releases`, body)
const drawable = async (): Promise<string[]> =>
  withoutHeld(pack, await readBank(product.ports, pack)).items.map(({ id }) => id)
const reason = 'Both ask for Multi-AZ; one was named an enemy.'

describe('a held item over HTTP', () => {
  test('tells each gate, and the item that its answers go along with', async () => {
    const { state, gates, closest, releases } = await read(held.id)
    expect(state).toBe('held')
    expect(gates).toContainEqual({ gate: 'local-dependence', verdict: 'hold', figure: 0.31 })
    expect(closest).toEqual({ itemId: sound.id, q3: 0.31 })
    expect(releases).toEqual([])
    expect(await drawable()).not.toContain(held.id)
  })

  test('is not released without a reason', async () => {
    expect((await release(held.id, { reason: '  ok    ' })).status).toBe(400)
    expect((await read(held.id)).state).toBe('held')
  })

  test('comes back into the pool on the word of its owner, once', async () => {
    const answer = await release(held.id, { reason })
    expect([answer.status, answer.json.gates]).toEqual([201, ['local-dependence']])
    const { state, releases } = await read(held.id)
    expect(state).toBe('operational')
    expect(releases).toEqual([{ at: '2026-11-24T09:00:00.000Z', reason }])
    expect(await drawable()).toContain(held.id)
    const again = await release(held.id, { reason })
    expect([again.status, again.json.code]).toEqual([409, 'item-not-held'])
  })

  test('is held again by a gate that nobody has looked at', async () => {
    const fit = judgeFit({ answered: 700, largestQ3: 0.31, itemRest: 0.02 })
    await product.ports.measurement.saveRun({
      ...run,
      version: 2,
      items: [runItem(held, { state: 'held', responses: 700, fit })],
    })
    expect((await read(held.id)).state).toBe('held')
    expect((await release(held.id, { reason })).json.gates).toEqual(['local-dependence', 'item-rest'])
  })

  test('cannot be one that is sound, or that the pool does not have', async () => {
    expect((await release(sound.id, { reason })).json.code).toBe('item-not-held')
    expect((await release('saa-c03-9999', { reason })).status).toBe(404)
  })
})
