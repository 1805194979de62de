import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDisputeStore } from '../../src/adapters/store/dispute-store.ts'
import { migrate } from '../../src/adapters/store/migrate.ts'
import type { DisputeStore } from '../../src/application/ports.ts'
import type { Dispute } from '../../src/domain/item/dispute.ts'
import { instant } from '../../src/domain/kernel/instant.ts'
import { engines, type Opened } from '../support/engines.ts'

let count = 0
const fresh = (changes: Partial<Dispute> = {}): Dispute => ({
  disputeId: `dispute-${++count}`,
  examCode: 'TST-C01',
  itemId: 'tst-0001',
  itemHash: 'hash',
  attemptId: 'attempt-1',
  candidateId: 'anna',
  raisedAt: instant(1_000 * count),
  claim: "Both A and B hold; it's in the guide.",
  proposedKey: [0, 1],
  source: null,
  state: 'open',
  owner: null,
  decidedAt: null,
  decision: null,
  ...changes,
})

for (const engine of engines) {
  describe.runIf(engine.runs)(`disputes on ${engine.name}`, () => {
    let opened: Opened
    let disputes: DisputeStore

    beforeAll(async () => {
      opened = await engine.open()
      await migrate(opened.database)
      disputes = makeDisputeStore(opened.database)
    }, 60_000)

    afterAll(() => opened.remove())

    test('gives back what was added, oldest first', async () => {
      const [late, early] = [fresh({ raisedAt: instant(9_000_000) }), fresh({ raisedAt: instant(1) })]
      await disputes.add(late)
      await disputes.add(early)
      expect(await disputes.find(late.disputeId)).toEqual(late)
      const ids = (await disputes.list()).map(({ disputeId }) => disputeId)
      expect(ids.indexOf(early.disputeId)).toBeLessThan(ids.indexOf(late.disputeId))
      expect(await disputes.find('none')).toBeUndefined()
    })

    test('replaces a dispute, unless its state has changed meanwhile', async () => {
      const dispute = fresh()
      await disputes.add(dispute)
      const taken: Dispute = { ...dispute, state: 'under-review', owner: 'mira' }
      expect(await disputes.update(taken, 'open')).toBe(true)
      expect(await disputes.update({ ...taken, owner: 'ida' }, 'open')).toBe(false)
      expect(await disputes.find(dispute.disputeId)).toEqual(taken)
    })

    test("keeps candidates apart, and deletes one's disputes only", async () => {
      const [own, other] = [fresh({ candidateId: 'ben' }), fresh({ candidateId: 'cleo' })]
      await disputes.add(own)
      await disputes.add(other)
      expect(await disputes.ofCandidate('ben')).toEqual([own])
      await disputes.deleteAll('ben')
      expect(await disputes.ofCandidate('ben')).toEqual([])
      expect(await disputes.find(other.disputeId)).toEqual(other)
    })
  })
}
