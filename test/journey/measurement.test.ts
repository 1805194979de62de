import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkStore } from '../../src/application/check-store.ts'
import { readBank } from '../../src/application/read-bank.ts'
import type { MeasurementView } from '../../src/application/read-measurement.ts'
import type { ReadinessView } from '../../src/application/read-readiness.ts'
import { makeProduct, type Product, realContent, send } from '../support/product.ts'
import { simulateCandidates, trueParameters } from '../support/simulated-candidates.ts'

const pack = realContent.packs().find((loaded) => loaded.pack.examCode === 'SAA-C03')!.pack
const day = 86_400_000

let product: Product
beforeAll(async () => {
  product = makeProduct()
  await simulateCandidates(product.ports, { examCode: 'SAA-C03', count: 70, seed: 'journey', perForm: 14 })
}, 60_000)
afterAll(() => product.remove())

const get = async <T>(path: string): Promise<T> =>
  (await send(product, 'GET', `/api/v1${path}`)).json as unknown as T
const measurement = () => get<MeasurementView>('/measurement/SAA-C03')
const calibrate = () => send(product, 'POST', '/api/v1/measurement/SAA-C03/calibrations', {})

describe('a pool from judgement to measurement', () => {
  test('starts judged, and old reports keep their scores when it is calibrated', async () => {
    expect(await measurement()).toMatchObject({ version: 0, runs: [] })
    const reports = await product.ports.attempts.list('simulated-journey-0')
    const made = await calibrate()
    expect([made.status, made.json.version]).toEqual([201, 1])
    expect(await product.ports.attempts.list('simulated-journey-0')).toEqual(reports)
    expect((await checkStore(product.ports)).findings).toEqual([])
  }, 60_000)

  test('estimates come nearer to the truth than judgements were', async () => {
    const bank = await readBank(product.ports, pack)
    const estimated = pack.items.filter(({ id }) => bank.estimates.get(id)?.state !== 'uncalibrated')
    const rmse = (of: (id: string) => number): number =>
      Math.sqrt(
        estimated.reduce((sum, item) => sum + (of(item.id) - trueParameters(item).b) ** 2, 0) /
          estimated.length,
      )
    const judged = new Map(pack.items.map(({ id, angoff }) => [id, -Math.log(angoff / (1 - angoff))]))
    expect(estimated.length).toBeGreaterThan(20)
    expect(rmse((id) => bank.estimates.get(id)!.parameters.b)).toBeLessThan(
      rmse((id) => judged.get(id)!) * 0.8,
    )
  })

  test('with nothing new it makes no version, and says so', async () => {
    const again = await calibrate()
    expect([again.status, again.json.code]).toEqual([409, 'nothing-new'])
  })

  test('owners see items with state and gates, calibrations, and forms side by side', async () => {
    const view = await measurement()
    expect(view.runs[0]).toMatchObject({ version: 1, link: 'judged', attempts: { exam: 70, practice: 0 } })
    expect(view.states.provisional).toBeGreaterThan(20)
    expect(view.items).toHaveLength(pack.items.length)
    const measured = view.items.filter(({ state }) => state === 'provisional')
    expect(measured.every(({ p, responses }) => p !== null && responses >= 30)).toBe(true)
    expect(view.forms[0]).toMatchObject({ scored: 50, curve: expect.any(Array) })
    expect(view.forms[0]?.conversionHash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('an item is analysed with its curve and its options, the key among them', async () => {
    const view = await measurement()
    const { itemId } = view.items.find(({ responses }) => responses >= 40)!
    const analysis = (await get(`/measurement/SAA-C03/items/${itemId}`)) as {
      observed: { candidates: number }[]
      options: { inKey: boolean; share: number; pointBiserial: number | null }[]
      versions: unknown[]
    }
    expect(analysis.observed.reduce((sum, { candidates }) => sum + candidates, 0)).toBeGreaterThanOrEqual(40)
    expect(analysis.options.some(({ inKey }) => inKey)).toBe(true)
    expect(analysis.options.some(({ share }) => share > 0.2)).toBe(true)
    expect(analysis.versions).toHaveLength(1)
  })

  test('a person with an open attempt at the exam is not told keys here', async () => {
    const open = await send(product, 'POST', '/api/v1/attempts', { examCode: 'SAA-C03', mode: 'exam' })
    const [item] = pack.items
    const refused = await send(product, 'GET', `/api/v1/measurement/SAA-C03/items/${item?.id}`)
    expect([refused.status, refused.json.code]).toEqual([409, 'attempt-open'])
    await send(product, 'POST', `/api/v1/attempts/${open.json.attemptId}/submission`, {})
    expect((await send(product, 'GET', `/api/v1/measurement/SAA-C03/items/${item?.id}`)).status).toBe(200)
    expect((await send(product, 'GET', '/api/v1/measurement/SAA-C03/items/none')).json.code).toBe(
      'item-unknown',
    )
  })

  test('forms drawn now carry the new parameters, and their report says so', async () => {
    const open = await send(product, 'POST', '/api/v1/attempts', { examCode: 'SAA-C03', mode: 'exam' })
    const closed = await send(product, 'POST', `/api/v1/attempts/${open.json.attemptId}/submission`, {})
    expect(closed.json.report).toMatchObject({ measurement: { parametersVersion: 1 } })
  })
})

describe('readiness and outcomes', () => {
  test('nothing met means no number, and a record that is simulated', async () => {
    const view = await get<ReadinessView>('/readiness/DVA-C03')
    expect(view.readiness).toMatchObject({ probability: null, low: null, high: null })
    expect(view.evidence.counted).toBe(0)
    expect(view.record).toMatchObject({ kind: 'simulated', reported: 0, needed: 200 })
    expect(view.record.record.ece).toBeLessThan(0.06)
    expect(view.earlier).toEqual([])
  })

  test('a statement is kept with its model before an outcome is, and the outcome is held against it', async () => {
    const attempt = await send(product, 'POST', '/api/v1/attempts', {
      examCode: 'CLF-C02',
      mode: 'diagnostic',
    })
    await send(product, 'POST', `/api/v1/attempts/${attempt.json.attemptId}/submission`, {})
    const [prediction] = await product.ports.measurement.predictions('CLF-C02')
    expect(prediction?.model).toMatch(/^predictive-1, parameters 0/)
    product.advance(day)
    const report = { examCode: 'CLF-C02', takenOn: '2026-11-25', passed: false, scaledScore: 640 }
    const kept = await send(product, 'POST', '/api/v1/outcomes', report)
    expect([kept.status, kept.json.examCode]).toEqual([201, 'CLF-C02'])
    const { record, outcomes } = await get<ReadinessView>('/readiness/CLF-C02')
    expect(record).toMatchObject({ kind: 'reported', reported: 1, passShare: { reported: 0 } })
    expect(record.record.brier).toBeCloseTo((prediction?.probability ?? 0) ** 2, 6)
    expect(outcomes).toHaveLength(1)
    expect((await send(product, 'DELETE', `/api/v1/outcomes/${kept.json.outcomeId}`)).status).toBe(204)
    expect((await send(product, 'DELETE', `/api/v1/outcomes/${kept.json.outcomeId}`)).status).toBe(404)
    expect((await get<ReadinessView>('/readiness/CLF-C02')).record.kind).toBe('simulated')
  })

  test.each([
    [{ takenOn: '2027-11-25' }, 'day-to-come'],
    [{ takenOn: 'yesterday' }, 'day-unreadable'],
    [{ scaledScore: 99 }, 'score-out-of-range'],
  ])('an outcome that cannot be is refused: %o', async (changes, reason) => {
    const body = { examCode: 'CLF-C02', takenOn: '2026-11-20', passed: true, ...changes }
    const refused = await send(product, 'POST', '/api/v1/outcomes', body)
    expect([refused.status, refused.json.reason]).toEqual([422, reason])
  })

  test('the chance fans out over the days to come, and wide intervals show no number', async () => {
    const { fan } = await get<ReadinessView>('/readiness/SAA-C03')
    expect(fan.map(({ days }) => days)).toEqual(Array.from({ length: 13 }, (_, week) => week * 7))
    for (const { probability, low, high } of fan) {
      expect(probability === null).toBe(low === null)
      if (low !== null && high !== null) expect(high - low).toBeLessThanOrEqual(0.5)
    }
  })

  test('export holds predictions and outcomes, deletion removes them', async () => {
    await send(product, 'POST', '/api/v1/outcomes', {
      examCode: 'CLF-C02',
      takenOn: '2026-11-20',
      passed: true,
    })
    const exported = await send(product, 'GET', '/api/v1/export')
    expect(exported.json.measurement).toMatchObject({
      reportedOutcomes: [{ examCode: 'CLF-C02', passed: true }],
    })
    await send(product, 'DELETE', '/api/v1/data')
    expect((await send(product, 'GET', '/api/v1/export')).json.measurement).toEqual({
      predictions: [],
      reportedOutcomes: [],
    })
    expect((await product.ports.measurement.responses('SAA-C03')).length).toBeGreaterThan(1000)
  })
})
