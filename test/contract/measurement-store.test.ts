import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAttemptStore } from '../../src/adapters/store/attempt-store.ts'
import type { Database } from '../../src/adapters/store/database.ts'
import { makeMeasurementStore } from '../../src/adapters/store/measurement-store.ts'
import { openDatabase } from '../../src/adapters/store/open-database.ts'
import type {
  AttemptStore,
  MeasurementStore,
  ReportedOutcome,
  StoredPrediction,
} from '../../src/application/ports.ts'
import { scoreReport } from '../../src/domain/attempt/report.ts'
import type { Attempt } from '../../src/domain/attempt/types.ts'
import { diagnosticRule } from '../../src/domain/form/adaptive-plan.ts'
import type { CalibrationRun } from '../../src/domain/form/item-bank.ts'
import type { ItemRelease } from '../../src/domain/form/item-release.ts'
import { calendarDate } from '../../src/domain/kernel/calendar-date.ts'
import { instant } from '../../src/domain/kernel/instant.ts'
import { ok } from '../../src/domain/kernel/result.ts'
import { coldStart } from '../../src/domain/measurement/bank/item-estimate.ts'
import { judgeFit } from '../../src/domain/measurement/statistics/fit-gates.ts'
import { postgresInstalled, startPostgres } from '../support/postgres.ts'
import { recordedSelection, sampleAttempt, sampleKey } from '../support/sample-attempt.ts'

type Opened = { readonly database: Database; readonly remove: () => Promise<void> }

async function openEmbedded(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-measurement-'))
  const database = openDatabase({ folder })
  const remove = async (): Promise<void> => {
    await database.close()
    rmSync(folder, { recursive: true })
  }
  return { database, remove }
}

async function openCluster(): Promise<Opened> {
  const server = await startPostgres()
  const database = openDatabase({ url: server.url })
  const remove = async (): Promise<void> => {
    await database.close()
    await server.stop()
  }
  return { database, remove }
}

const engines = [
  { name: 'SQLite', open: openEmbedded, runs: true },
  { name: 'PostgreSQL', open: openCluster, runs: postgresInstalled() },
]

const run = (version: number, examCode = 'RUN-C01'): CalibrationRun => ({
  ...{ examCode, version, at: 1_000 * version, responses: 60, link: 'judged', anchors: 0 },
  ...{ attempts: { exam: 40, practice: 2 }, population: { mean: 0.2, sd: 1 }, practicePopulation: null },
  ...{ converged: true, logLikelihood: -123.456, steps: 9 },
  items: ['a', 'b'].map((itemId) => ({
    ...{ itemId, hash: `hash ${itemId}`, ...coldStart(0.6, 0.6), state: 'provisional', responses: 40 },
    ...{ since: version, practice: 2, p: 0.55, itemRest: null, fit: judgeFit({ answered: 40 }), drift: null },
  })),
})

const prediction = (predictionId: string, madeAt: number, candidateId = 'local'): StoredPrediction => ({
  ...{ predictionId, candidateId, examCode: 'SAA-C03', madeAt: instant(madeAt), model: 'm' },
  ...{ probability: 0.625, raw: 0.6, low: 0.5, high: 0.75, counted: 12 },
})

const outcome = (outcomeId: string, candidateId = 'local'): ReportedOutcome => ({
  ...{ outcomeId, candidateId, examCode: 'SAA-C03', takenOn: calendarDate('2026-11-20'), passed: false },
  ...{ scaledScore: null, reportedAt: instant(5_000) },
})

for (const engine of engines) {
  describe.runIf(engine.runs)(`measurement on ${engine.name}`, () => {
    let opened: Opened
    let attempts: AttemptStore
    let measures: MeasurementStore
    beforeAll(async () => {
      opened = await engine.open()
      attempts = makeAttemptStore(opened.database)
      measures = makeMeasurementStore(opened.database)
    }, 60_000)
    afterAll(() => opened.remove())

    const select = (
      attempt: Attempt,
      position: number,
      option: string,
      place?: Attempt['form']['items'][number],
    ) =>
      attempts.record(
        {
          ...{ attemptId: attempt.attemptId, candidateId: attempt.candidateId, position },
          ...{ clientToken: `t${position}`, bodyHash: 'b', now: instant(2_000) },
          ...(place === undefined ? {} : { place }),
        },
        () => ok(recordedSelection(position, 1, option)),
      )

    const close = (attempt: Attempt) =>
      attempts.close({
        ...{ attempt, at: instant(9_000), by: 'submitted' },
        report: (responses, seenBefore) =>
          scoreReport(attempt, responses, { at: instant(9_000), by: 'submitted', seenBefore }),
      })

    test('runs come back as they were, newest first, and a version is taken once', async () => {
      expect([await measures.saveRun(run(1)), await measures.saveRun(run(2))]).toEqual([true, true])
      expect(await measures.saveRun({ ...run(2), responses: 1 })).toBe(false)
      expect(await measures.newestRun('RUN-C01')).toEqual(run(2))
      expect(await measures.runs('RUN-C01')).toEqual([run(2), run(1)])
      expect(await measures.newestRun('NONE-C01')).toBeUndefined()
    })

    test('releases of held items are kept by exam, oldest first', async () => {
      const release = (itemId: string, at: number): ItemRelease => ({
        ...{ itemId, hash: 'hash', version: 2, gates: ['fit', 'drift'], at },
        reason: 'Looked at twice; "sound" as it is.',
      })
      await measures.saveRelease('RUN-C01', release('b', 2_000))
      await measures.saveRelease('RUN-C01', release('a', 1_000))
      await measures.saveRelease('OTHER-C01', release('c', 500))
      expect(await measures.releases('RUN-C01')).toEqual([release('a', 1_000), release('b', 2_000)])
      expect(await measures.releases('NONE-C01')).toEqual([])
    })

    test('responses of closed attempts are read with mode, clock, hash and outcome; open ones are not', async () => {
      const closed = sampleAttempt('m-closed', { candidateId: 'm' })
      const open = sampleAttempt('m-open', { candidateId: 'm' })
      await attempts.create(closed)
      await attempts.create(open)
      await select(closed, 1, sampleKey(1))
      await select(closed, 2, 'aa2')
      await close(closed)
      const read = (await measures.responses('SAA-C03')).filter(({ candidateId }) => candidateId === 'm')
      expect(read.map(({ attemptId }) => attemptId)).toEqual(closed.form.items.map(() => 'm-closed'))
      expect(read.slice(0, 3)).toMatchObject([
        { itemId: 'sample-1', hash: 'hash-1', mode: 'exam', timed: true, correct: true, answered: true },
        { itemId: 'sample-2', correct: false, answered: true },
        { itemId: 'sample-3', correct: false, answered: false },
      ])
    })

    test("choices are told in the author's order of options", async () => {
      const chosen = await measures.choices('SAA-C03', 'sample-1')
      expect(chosen).toEqual([{ attemptId: 'm-closed', chosen: [0] }])
      expect(await measures.choices('SAA-C03', 'sample-2')).toEqual([{ attemptId: 'm-closed', chosen: [2] }])
      expect(await measures.choices('SAA-C03', 'sample-3')).toEqual([])
    })

    test('recent forms come with their measurement and without texts', async () => {
      const [newest] = await measures.recentForms('SAA-C03', 1)
      expect(newest).toMatchObject({ formId: 'form-of-m-open', measurement: { version: 0 } })
      expect(newest?.scored).toHaveLength(4)
      expect(JSON.stringify(newest)).not.toContain('Sample stem')
    })

    test('a growing form is read with every item placed so far, in the transaction of the answer', async () => {
      const base = sampleAttempt('m-grows', { candidateId: 'g', mode: 'diagnostic' })
      const [first, second] = base.form.items as [
        (typeof base.form.items)[number],
        (typeof base.form.items)[number],
      ]
      const pool = base.form.items.map(({ item }, index) => ({
        ...{ itemId: item.id, hash: item.hash, resting: false },
        estimate: base.form.measurement!.estimates[index]!,
      }))
      const estimates = base.form.measurement!.estimates.slice(0, 1)
      const form = {
        ...base.form,
        ...{ items: [first], adaptive: { ...diagnosticRule, pool } },
        measurement: { ...base.form.measurement!, estimates, conversion: null, decisions: null },
      }
      const attempt: Attempt = { ...base, form, deadline: null }
      await attempts.create(attempt)
      expect((await attempts.find('m-grows', 'g'))?.form).toEqual(form)
      await select(attempt, 1, sampleKey(1), second)
      const grown = await attempts.find('m-grows', 'g')
      expect(grown?.form.items).toEqual([first, second])
      expect(grown?.form.measurement?.estimates).toHaveLength(2)
      await expect(select(attempt, 2, sampleKey(2), second)).rejects.toThrow()
      expect((await attempts.find('m-grows', 'g'))?.form.items).toHaveLength(2)
      await close(grown as Attempt)
      const exposure = await measures.adaptiveExposure('SAA-C03')
      expect([exposure.sessions, exposure.byItem.get('sample-1'), exposure.byItem.get('sample-3')]).toEqual([
        ...[1, 1, undefined],
      ])
      expect(await measures.choices('SAA-C03', 'sample-1')).toContainEqual({
        attemptId: 'm-grows',
        chosen: [0],
      })
    })

    test('the first prediction under an id stands; predictions come oldest first', async () => {
      await measures.savePrediction(prediction('p2', 2_000))
      await measures.savePrediction(prediction('p1', 1_000, 'other'))
      await measures.savePrediction({ ...prediction('p2', 3_000), probability: 0.9 })
      expect(await measures.predictions('SAA-C03')).toEqual([
        prediction('p1', 1_000, 'other'),
        prediction('p2', 2_000),
      ])
    })

    test('outcomes are kept, taken back by their owner only, exported and deleted with the person', async () => {
      await measures.saveOutcome(outcome('o1'))
      await measures.saveOutcome({ ...outcome('o2', 'other'), passed: true, scaledScore: 800 })
      expect(await measures.deleteOutcome('o1', 'other')).toBe(false)
      expect(await measures.outcomes('SAA-C03')).toHaveLength(2)
      expect(await measures.exportAll('other')).toEqual({
        predictions: [prediction('p1', 1_000, 'other')],
        reportedOutcomes: [{ ...outcome('o2', 'other'), passed: true, scaledScore: 800 }],
      })
      await measures.deleteAll('other')
      expect(await measures.exportAll('other')).toEqual({ predictions: [], reportedOutcomes: [] })
      expect(await measures.deleteOutcome('o1', 'local')).toBe(true)
      expect(await measures.outcomes('SAA-C03')).toEqual([])
    })
  })
}
