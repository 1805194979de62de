import { describe, expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { ageInDays, type Dispute, decideDispute, takeDispute } from './dispute.ts'

const dispute = (changes: Partial<Dispute> = {}): Dispute => ({
  disputeId: 'd1',
  examCode: 'TST-C01',
  itemId: 'tst-0001',
  itemHash: 'tst-0001-hash',
  attemptId: 'a1',
  candidateId: 'c1',
  raisedAt: instant(0),
  claim: 'Two options are right.',
  proposedKey: null,
  source: null,
  state: 'open',
  owner: null,
  decidedAt: null,
  decision: null,
  ...changes,
})

const decision = { verdict: 'accepted', reason: 'It is so.', at: instant(86_400_000) } as const

describe('a dispute', () => {
  test('is under review from the moment that somebody answers for it', () => {
    const taken = takeDispute(dispute(), 'mira')
    expect(taken.ok ? [taken.value.state, taken.value.owner] : taken.error).toEqual(['under-review', 'mira'])
  })

  test('can be handed on', () => {
    const handed = takeDispute(dispute({ state: 'under-review', owner: 'mira' }), 'ida')
    expect(handed.ok ? handed.value.owner : null).toBe('ida')
  })

  test('is not decided while nobody answers for it', () => {
    const decided = decideDispute(dispute(), decision)
    expect(decided.ok ? null : decided.error.code).toBe('dispute-unowned')
  })

  test('is decided once', () => {
    const decided = decideDispute(dispute({ state: 'under-review', owner: 'mira' }), decision)
    expect(decided.ok ? decided.value : null).toMatchObject({ state: 'accepted', decision: 'It is so.' })
    const closed = dispute({ state: 'rejected', owner: 'mira' })
    expect(decideDispute(closed, decision)).toMatchObject({
      error: { code: 'dispute-decided', state: 'rejected' },
    })
    expect(takeDispute(closed, 'ida').ok).toBe(false)
  })

  test('ages by whole days, until its decision', () => {
    expect(ageInDays(dispute(), instant(86_399_999))).toBe(0)
    expect(ageInDays(dispute(), instant(86_400_000))).toBe(1)
    expect(ageInDays(dispute({ decidedAt: instant(86_400_000) }), instant(9 * 86_400_000))).toBe(1)
  })
})
