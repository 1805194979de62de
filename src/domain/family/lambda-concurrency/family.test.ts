import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import type { DeedScenario } from '../capacity/deeds.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { concurrencyModel } from './family.ts'
import { concurrencySituations } from './situations.ts'
import { isWell, type Load, neededOf } from './solve.ts'

const values = factValues(shippedFacts())

/** Starts calls at even distances and counts how many run at once when the first ones have ended. */
const running = ({ perSecond, milliseconds }: Load): number =>
  Math.max(Math.ceil((milliseconds * perSecond) / 1000 - 1e-6), Math.ceil(perSecond / 10))

function byTimeline({ deeds }: DeedScenario<Load>): string[] {
  const serves = (load: Load): boolean => {
    const own = load.reserved ?? Math.max(load.account - load.usedByOthers, load.provisioned)
    const atOnce = running(load)
    if (load.costly || (load.reserved ?? 0) > load.account - 100) return false
    if (load.need === 'few-connections') return Math.min(atOnce, own) <= load.connections
    return own >= atOnce && (load.need === 'no-throttling' || load.provisioned >= atOnce)
  }
  return deeds.filter(({ after }) => serves(after)).map(({ id }) => id)
}

tryFamily(concurrencyModel, { secondRoute: byTimeline, golden: [] })

describe('a function', () => {
  const load: Load = {
    ...{ perSecond: 100, milliseconds: 500, reserved: null, provisioned: 0, usedByOthers: 0 },
    ...{ account: 1000, need: 'no-throttling', connections: 40 },
  }
  const well = (change: Partial<Load>): boolean => isWell({ ...load, ...change }, values)

  test('needs the documented concurrency', () => {
    expect(neededOf(load, values)).toBe(50)
    expect(neededOf({ ...load, perSecond: 200, milliseconds: 20 }, values)).toBe(20)
  })

  test('has in its reservation a guarantee and a limit, and in provisioned concurrency neither limit nor addition', () => {
    expect(well({ usedByOthers: 980 })).toBe(false)
    expect(well({ usedByOthers: 980, reserved: 50 })).toBe(true)
    expect(well({ reserved: 49, provisioned: 49 })).toBe(false)
    expect(well({ need: 'few-connections', provisioned: 40 })).toBe(false)
    expect(well({ need: 'few-connections', reserved: 40 })).toBe(true)
    expect(well({ need: 'no-cold-start', reserved: 50 })).toBe(false)
    expect(well({ need: 'no-cold-start', provisioned: 50 })).toBe(true)
  })

  test('is not well when the question is asked', () => {
    for (const [index, situation] of concurrencySituations.entries())
      expect(isWell(situation(seededRandom(`now ${index}`), values).now, values)).toBe(false)
  })
})
