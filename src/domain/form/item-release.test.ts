import { describe, expect, test } from 'vitest'
import { judgeFit } from '../measurement/statistics/fit-gates.ts'
import type { RunItem } from './item-bank.ts'
import { holdingGates, type ItemRelease, isReleased, stateAfterReleases } from './item-release.ts'

const item = (changes: Partial<RunItem> = {}): RunItem => ({
  ...{ itemId: 'x-0001', hash: 'now', parameters: { a: 0.3, b: 0, c: 0, d: 1 }, logDiscriminationSd: 0.1 },
  ...{ difficultySd: 0.2, state: 'held', responses: 400, since: 1, practice: 0, p: 0.6, itemRest: 0.2 },
  fit: judgeFit({ answered: 400, a: 0.3, itemRest: 0.2 }),
  drift: null,
  ...changes,
})

const release = (changes: Partial<ItemRelease> = {}): ItemRelease => ({
  ...{ itemId: 'x-0001', hash: 'now', version: 1, gates: ['discrimination'], at: 5 },
  reason: 'Looked at; the key is right.',
  ...changes,
})

describe('a release', () => {
  test('of all that holds the item gives it the state that its responses earn', () => {
    expect(holdingGates(item())).toEqual(['discrimination'])
    expect(stateAfterReleases(item(), [release()])).toBe('operational')
    expect(stateAfterReleases(item({ difficultySd: 0.4 }), [release()])).toBe('provisional')
  })

  test('is void for another item, for another content, and for a gate that nobody looked at', () => {
    expect(stateAfterReleases(item(), [])).toBe('held')
    expect(stateAfterReleases(item(), [release({ itemId: 'x-0002' })])).toBe('held')
    expect(stateAfterReleases(item({ hash: 'edited' }), [release()])).toBe('held')
    const worse = item({ fit: judgeFit({ answered: 400, a: 0.3, itemRest: 0.05 }) })
    expect(stateAfterReleases(worse, [release()])).toBe('held')
    expect(isReleased(worse, [release(), release({ gates: ['item-rest'] })])).toBe(true)
  })

  test('does nothing to an item that is not held', () => {
    expect(stateAfterReleases(item({ state: 'uncalibrated' }), [release()])).toBe('uncalibrated')
  })
})
