import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAttemptStore } from '../../src/adapters/store/attempt-store.ts'
import { listMigrations, migrate } from '../../src/adapters/store/migrate.ts'
import { makeSavedRouteStore } from '../../src/adapters/store/saved-route-store.ts'
import type { AttemptStore, RecordRequest, SavedRouteStore } from '../../src/application/ports.ts'
import { scoreReport } from '../../src/domain/attempt/report.ts'
import type { Attempt, RecordedResponse, ScoreReport } from '../../src/domain/attempt/types.ts'
import { instant } from '../../src/domain/kernel/instant.ts'
import { fail, ok } from '../../src/domain/kernel/result.ts'
import { engines, type Opened } from '../support/engines.ts'
import { recordedSelection, sampleAttempt, sampleKey } from '../support/sample-attempt.ts'

const request = (
  attempt: Attempt,
  recorded: RecordedResponse,
  token: string,
  bodyHash = 'body',
): RecordRequest => ({
  attemptId: attempt.attemptId,
  candidateId: attempt.candidateId,
  position: recorded.position,
  clientToken: token,
  bodyHash,
  now: recorded.savedAt,
})

const reportOf =
  (attempt: Attempt) =>
  (responses: readonly RecordedResponse[], seenBefore: ReadonlySet<string>): ScoreReport =>
    scoreReport(attempt, responses, { at: instant(9_000), by: 'submitted', seenBefore })

for (const engine of engines) {
  describe.runIf(engine.runs)(`store on ${engine.name}`, () => {
    let opened: Opened
    let attempts: AttemptStore
    let routes: SavedRouteStore
    let count = 0
    const fresh = (changes: Parameters<typeof sampleAttempt>[1] = {}): Attempt =>
      sampleAttempt(`attempt-${++count}`, changes)

    beforeAll(async () => {
      opened = await engine.open()
      attempts = makeAttemptStore(opened.database)
      routes = makeSavedRouteStore(opened.database)
    }, 60_000)
    afterAll(() => opened.remove())

    test('migrations are applied once and recorded by number', async () => {
      expect(await migrate(opened.database)).toBe(0)
      const rows = await opened.database.query('SELECT number, name FROM migration ORDER BY number')
      expect(rows).toEqual(listMigrations())
    })

    test('a store made by a newer Cairn is refused with the next step', async () => {
      await opened.database.transaction((query) =>
        query("INSERT INTO migration (number, name) VALUES (9999, 'future')"),
      )
      await expect(migrate(opened.database)).rejects.toThrow(/newer Cairn.*Start that version/)
      await opened.database.transaction((query) => query('DELETE FROM migration WHERE number = 9999'))
    })

    test('a transaction that throws leaves nothing, and others of its group are kept', async () => {
      const insert =
        'INSERT INTO saved_route (saved_route_id, candidate_id, saved_at, body) VALUES ($1, $2, $3, $4)'
      const outcomes = await Promise.allSettled([
        opened.database.transaction((query) => query(insert, ['kept-1', 'tx', 1, '{}'])),
        opened.database.transaction(async (query) => {
          await query(insert, ['lost', 'tx', 1, '{}'])
          throw new Error('on purpose')
        }),
        opened.database.transaction((query) => query(insert, ['kept-2', 'tx', 1, '{}'])),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      const rows = await opened.database.query(
        'SELECT saved_route_id AS id FROM saved_route WHERE candidate_id = $1 ORDER BY 1',
        ['tx'],
      )
      expect(rows.map((row) => row.id)).toEqual(['kept-1', 'kept-2'])
    })

    test('a parameter used twice and out of order is bound by its number', async () => {
      const rows = await opened.database.query(
        'SELECT CAST($2 AS TEXT) AS b, CAST($1 AS TEXT) AS a, CAST($2 AS TEXT) AS again',
        ['one', 'two'],
      )
      expect(rows).toEqual([{ b: 'two', a: 'one', again: 'two' }])
    })

    test('an attempt is read back as it was created, keys and option order included', async () => {
      const attempt = fresh()
      await attempts.create(attempt)
      expect(await attempts.find(attempt.attemptId, 'local')).toEqual(attempt)
      expect(await makeAttemptStore(opened.database).find(attempt.attemptId, 'local')).toEqual(attempt)
    })

    test('nobody but the owner finds an attempt, records into it or reads its report', async () => {
      const attempt = fresh()
      await attempts.create(attempt)
      const theirs = { ...request(attempt, recordedSelection(1, 1, 'aa1'), 'token'), candidateId: 'mallory' }
      expect(await attempts.find(attempt.attemptId, 'mallory')).toBeUndefined()
      expect(await attempts.record(theirs, () => ok(recordedSelection(1, 1, 'aa1')))).toEqual(
        fail({ code: 'attempt-unknown' }),
      )
      expect(await attempts.report(attempt.attemptId, 'mallory')).toBeUndefined()
    })

    test('a response is recorded with its event, and the newest one stands', async () => {
      const attempt = fresh()
      await attempts.create(attempt)
      const first = recordedSelection(1, 1, 'aa1')
      const second = { ...recordedSelection(1, 2, 'bb1'), flagged: true, struck: ['cc1'] }
      await attempts.record(request(attempt, first, 't1'), () => ok(first))
      await attempts.record(request(attempt, second, 't2'), ({ current }) => {
        expect(current).toEqual(first)
        return ok(second)
      })
      expect(await attempts.responses(attempt.attemptId)).toEqual([second])
    })

    test('a repeated token gives what it gave before, and another body under it is refused', async () => {
      const attempt = fresh()
      await attempts.create(attempt)
      const recorded = recordedSelection(1, 1, 'aa1')
      const never = () => {
        throw new Error('a replay decides nothing')
      }
      await attempts.record(request(attempt, recorded, 'same'), () => ok(recorded))
      expect(await attempts.record(request(attempt, recorded, 'same'), never)).toEqual(ok(recorded))
      expect(await attempts.record(request(attempt, recorded, 'same', 'other'), never)).toEqual(
        fail({ code: 'token-reused' }),
      )
    })

    test('a refusal records nothing and leaves no gap in the event numbers', async () => {
      const attempt = fresh()
      await attempts.create(attempt)
      const recorded = recordedSelection(2, 1, 'aa2')
      await attempts.record(request(attempt, recorded, 'no'), () => fail({ code: 'superseded' }))
      await attempts.record(request(attempt, recorded, 'yes'), () => ok(recorded))
      const events = await opened.database.query(
        'SELECT number, kind FROM attempt_event WHERE attempt_id = $1 ORDER BY number',
        [attempt.attemptId],
      )
      expect(events).toEqual([
        { number: 1, kind: 'started' },
        { number: 2, kind: 'responded' },
      ])
    })

    test('writers of one position at the same time are put in order: one wins each sequence', async () => {
      const attempt = fresh()
      await attempts.create(attempt)
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, index) => {
          const recorded = recordedSelection(1, 1, `aa1`, 2_000 + index)
          return attempts.record(request(attempt, recorded, `race-${index}`), ({ current }) =>
            current === null ? ok(recorded) : fail({ code: 'superseded' }),
          )
        }),
      )
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    })

    test('closing scores the responses inside its transaction, once, and keeps its report', async () => {
      const attempt = fresh()
      await attempts.create(attempt)
      const recorded = recordedSelection(1, 1, sampleKey(1))
      await attempts.record(request(attempt, recorded, 't'), () => ok(recorded))
      const closing = { attempt, at: instant(9_000), by: 'submitted' as const, report: reportOf(attempt) }
      const [first, second] = await Promise.all([attempts.close(closing), attempts.close(closing)])
      expect(first.rawScore.correct).toBe(1)
      expect(second).toEqual(first)
      expect(await attempts.report(attempt.attemptId, 'local')).toEqual(first)
      expect(await attempts.find(attempt.attemptId, 'local')).toMatchObject({
        state: 'closed',
        closedAt: 9_000,
        closedBy: 'submitted',
      })
      const [closedEvents] = await opened.database.query(
        "SELECT COUNT(*) AS n FROM attempt_event WHERE attempt_id = $1 AND kind = 'closed'",
        [attempt.attemptId],
      )
      expect(closedEvents?.n).toBe(1)
    })

    test('a closing that fails to score leaves the attempt open', async () => {
      const attempt = fresh()
      await attempts.create(attempt)
      const broken = () => {
        throw new Error('scoring broke')
      }
      await expect(
        attempts.close({ attempt, at: instant(9_000), by: 'submitted', report: broken }),
      ).rejects.toThrow('scoring broke')
      expect(await attempts.find(attempt.attemptId, 'local')).toMatchObject({ state: 'open' })
    })

    test('overdue attempts come earliest first, and closed ones no more', async () => {
      const late = fresh({ candidateId: 'overdue', startedAt: instant(500) })
      const later = fresh({ candidateId: 'overdue', startedAt: instant(700) })
      await attempts.create(later)
      await attempts.create(late)
      const ids = async (now: number) =>
        (await attempts.overdue(instant(now), 100))
          .filter(({ candidateId }) => candidateId === 'overdue')
          .map(({ attemptId }) => attemptId)
      expect(await ids(600_699)).toEqual([late.attemptId])
      expect(await ids(600_700)).toEqual([late.attemptId, later.attemptId])
      await attempts.close({ attempt: late, at: instant(600_500), by: 'time-out', report: reportOf(late) })
      expect(await ids(600_700)).toEqual([later.attemptId])
    })

    test('exposures tell newest first what was met, missed and flagged; a later report knows what was seen', async () => {
      const first = fresh({ candidateId: 'exposed', startedAt: instant(10) })
      const second = fresh({ candidateId: 'exposed', startedAt: instant(20) })
      await attempts.create(first)
      const recorded = { ...recordedSelection(1, 1, sampleKey(1)), flagged: true }
      await attempts.record(request(first, recorded, 't'), () => ok(recorded))
      await attempts.close({ attempt: first, at: instant(15), by: 'submitted', report: reportOf(first) })
      await attempts.create(second)
      const exposures = await attempts.exposures('exposed', ['SAA-C03'])
      expect(exposures).toHaveLength(8)
      expect(exposures[0]).toMatchObject({ attemptId: second.attemptId, correct: null, flagged: false })
      expect(exposures[4]).toMatchObject({
        attemptId: first.attemptId,
        itemId: 'sample-1',
        correct: true,
        flagged: true,
      })
      expect(exposures[5]).toMatchObject({ itemId: 'sample-2', correct: false, flagged: false })
      const report = await attempts.close({
        attempt: second,
        at: instant(30),
        by: 'submitted',
        report: reportOf(second),
      })
      expect(report.seenBefore).toBe(1)
    })

    test('the list counts items and answers, and carries the report of what is closed', async () => {
      const attempt = fresh({ candidateId: 'lister' })
      await attempts.create(attempt)
      const answered = recordedSelection(1, 1, 'aa1')
      const onlyFlagged = { ...recordedSelection(2, 1, 'aa2'), response: null, flagged: true }
      await attempts.record(request(attempt, answered, 't1'), () => ok(answered))
      await attempts.record(request(attempt, onlyFlagged, 't2'), () => ok(onlyFlagged))
      expect(await attempts.list('lister')).toMatchObject([
        { attemptId: attempt.attemptId, items: 4, answered: 1, report: null },
      ])
    })

    test('everything about a person is exported, and is gone after deletion, and nobody else is touched', async () => {
      const mine = fresh({ candidateId: 'leaver' })
      const other = fresh({ candidateId: 'stayer' })
      await attempts.create(mine)
      await attempts.create(other)
      const recorded = recordedSelection(1, 1, 'aa1')
      await attempts.record(request(mine, recorded, 't'), () => ok(recorded))
      const exported = JSON.stringify(await attempts.exportAll('leaver'))
      expect(exported).toContain(mine.attemptId)
      expect(exported).toContain('aa1')
      await attempts.deleteAll('leaver')
      expect(await attempts.exportAll('leaver')).toEqual([])
      expect(await attempts.find(mine.attemptId, 'leaver')).toBeUndefined()
      for (const table of ['attempt_item', 'attempt_event', 'response']) {
        const [rows] = await opened.database.query(
          `SELECT COUNT(*) AS n FROM ${table} WHERE attempt_id = $1`,
          [mine.attemptId],
        )
        expect(rows?.n).toBe(0)
      }
      expect(await attempts.find(other.attemptId, 'stayer')).toEqual(other)
    })

    test('saved routes are kept exactly, listed newest first, and deleted only by their owner', async () => {
      const route = (id: string, savedAt: number) => ({
        savedRouteId: id,
        candidateId: 'planner',
        savedAt: instant(savedAt),
        asOf: '2026-11-24',
        title: `Route ${id}`,
        profile: { role: 'student' },
        result: { route: { legs: [] } },
      })
      await routes.save(route('r1', 1))
      await routes.save(route('r2', 2))
      expect((await routes.list('planner')).map(({ savedRouteId }) => savedRouteId)).toEqual(['r2', 'r1'])
      expect(await routes.find('r1', 'planner')).toEqual(route('r1', 1))
      expect(await routes.delete('r1', 'mallory')).toBe(false)
      expect(await routes.delete('r1', 'planner')).toBe(true)
      await routes.deleteAll('planner')
      expect(await routes.list('planner')).toEqual([])
    })
  })
}
