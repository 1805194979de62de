import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLabStore } from '../../src/adapters/store/lab-store.ts'
import { migrate } from '../../src/adapters/store/migrate.ts'
import type { LabStore } from '../../src/application/ports.ts'
import { instant } from '../../src/domain/kernel/instant.ts'
import type { LabAttempt, LabEvent } from '../../src/domain/lab/types.ts'
import { engines, type Opened } from '../support/engines.ts'

let count = 0
const fresh = (candidateId: string): LabAttempt =>
  ({
    labAttemptId: `lab-attempt-${++count}`,
    candidateId,
    lab: { id: 'pattern-golf', title: "One pattern, and it's short" },
    seed: 'seed',
    startedAt: instant(1_000 * count),
  }) as unknown as LabAttempt

const checked = (at: number, earned: number): LabEvent =>
  ({
    kind: 'checked',
    at: instant(at),
    files: { 'pattern.json': '{ "source": ["a"] }' },
    report: { labId: 'pattern-golf', earned, possible: 3, requirements: [], findings: [] },
  }) as unknown as LabEvent

const hint: LabEvent = { kind: 'hint', at: instant(2), hint: 0 }

for (const engine of engines) {
  describe.runIf(engine.runs)(`labs on ${engine.name}`, () => {
    let opened: Opened
    let labs: LabStore

    beforeAll(async () => {
      opened = await engine.open()
      await migrate(opened.database)
      labs = makeLabStore(opened.database)
    }, 60_000)

    afterAll(() => opened.remove())

    test('an attempt comes back with its events in order, to its owner only', async () => {
      const attempt = fresh('anna')
      await labs.create(attempt)
      for (const event of [checked(1, 1), hint, checked(3, 3)]) await labs.append(attempt.labAttemptId, event)
      expect(await labs.find(attempt.labAttemptId, 'anna')).toEqual({
        attempt,
        events: [checked(1, 1), hint, checked(3, 3)],
      })
      expect(await labs.find(attempt.labAttemptId, 'ben')).toBeUndefined()
    })

    test('lists attempts newest first, and the reports of every check oldest first', async () => {
      const [first, second] = [fresh('cleo'), fresh('cleo')]
      for (const attempt of [first, second]) await labs.create(attempt)
      await labs.append(second.labAttemptId, checked(20, 2))
      await labs.append(first.labAttemptId, checked(10, 1))
      await labs.append(first.labAttemptId, hint)
      const listed = (await labs.list('cleo')).map(({ attempt }) => attempt.labAttemptId)
      expect(listed).toEqual([second.labAttemptId, first.labAttemptId])
      expect((await labs.reportsOf('cleo')).map(({ at, report }) => [at, report.earned])).toEqual([
        [10, 1],
        [20, 2],
      ])
    })

    test("deletes one person's work and leaves the others'", async () => {
      const [own, other] = [fresh('dora'), fresh('emil')]
      for (const attempt of [own, other]) await labs.create(attempt)
      await labs.append(own.labAttemptId, hint)
      await labs.deleteAll('dora')
      expect(await labs.list('dora')).toEqual([])
      expect(await labs.find(other.labAttemptId, 'emil')).toMatchObject({ attempt: other })
    })
  })
}
