import { describe, expect, test } from 'vitest'
import { calculations } from './capacity/calculations.ts'
import { type CloudFact, cloudFactIds, expiredFacts } from './cloud-facts.ts'
import { values } from './facts.fixture.ts'
import { networkFactIds } from './network/network-facts.ts'
import { simulations } from './time/simulations.ts'

describe('facts of services', () => {
  test('each is used by a calculation, a simulation or the network', () => {
    const named = [...Object.values(calculations), ...Object.values(simulations)]
    const used = [...networkFactIds, ...named.flatMap(({ facts }) => facts)]
    expect([...new Set(used)].sort()).toEqual([...cloudFactIds].sort())
  })

  test('each has a number', () => {
    expect(cloudFactIds.filter((id) => !Number.isFinite(values[id]))).toEqual([])
  })

  test('one expires on the day after its last', () => {
    const fact = { validUntil: '2026-01-31' } as unknown as CloudFact
    const facts = Object.fromEntries(cloudFactIds.map((id) => [id, fact])) as Parameters<
      typeof expiredFacts
    >[0]
    const [id] = cloudFactIds
    expect(expiredFacts(facts, [id], '2026-01-31' as never)).toEqual([])
    expect(expiredFacts(facts, [id], '2026-02-01' as never)).toEqual([id])
  })
})
