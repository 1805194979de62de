import { describe, expect, test } from 'vitest'
import { heldStates } from './held.ts'
import { catalogue, model, profileOf } from './path.fixture.ts'

const stateOf = (...held: readonly (readonly [string, string])[]) =>
  heldStates({
    catalogue,
    model,
    profile: profileOf({ held: held.map(([certificationId, earnedOn]) => ({ certificationId, earnedOn })) }),
  })

describe('what is held when the route starts', () => {
  test('runs out three years after it was earned', () => {
    const [state] = stateOf(['SAA-C03', '2025-03-01'])
    expect(state).toMatchObject({ expiresOn: '2028-03-01', active: true, due: true, examCode: 'SAA-C03' })
    expect(state?.sameVersionFrom).toBe('2027-03-01')
    expect(state?.spent).toBeCloseTo(632 / 1095.75, 2)
  })

  test('is due where it runs out within a year and a half', () => {
    expect(stateOf(['DVA-C02', '2025-05-01'])[0]?.due).toBe(true)
    expect(stateOf(['DVA-C02', '2025-07-01'])[0]?.due).toBe(false)
  })

  test('has lapsed where its three years are over', () => {
    expect(stateOf(['DVA-C02', '2023-03-01'])[0]).toMatchObject({ active: false, due: false, spent: 1 })
  })

  test('runs on where a later pass renewed it in time', () => {
    const [saa, sap] = stateOf(['SAA-C03', '2024-01-10'], ['SAP-C02', '2025-06-20'])
    expect(saa?.expiresOn).toBe('2028-06-20')
    expect(sap?.expiresOn).toBe('2028-06-20')
  })

  test('does not run on where it had lapsed before', () => {
    const [saa] = stateOf(['SAA-C02', '2021-05-10'], ['SAP-C02', '2025-06-20'])
    expect(saa).toMatchObject({ expiresOn: '2024-05-10', active: false, examCode: 'SAA-C02' })
  })

  test('passes chain: a renewal counts from what was renewed before', () => {
    const [clf] = stateOf(['CLF-C02', '2023-10-01'], ['SAA-C03', '2025-01-15'], ['DOP-C02', '2026-02-01'])
    expect(clf?.expiresOn).toBe('2029-02-01')
  })
})
