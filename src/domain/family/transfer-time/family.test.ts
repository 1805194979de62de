import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { type TransferScenario, transferTimeModel } from './family.ts'

/** Counts whole days until every bit is sent, in integers. */
function byDays({ terabytes, mbps, share }: TransferScenario): number[] {
  const bits = BigInt(terabytes) * 8_000_000_000_000n
  const perDay = (BigInt(mbps) * 1_000_000n * BigInt(share) * 86_400n) / 100n
  let days = 0
  for (let sent = 0n; sent < bits; sent += perDay) days++
  return [days]
}

tryFamily(transferTimeModel, { secondRoute: byDays, golden: [] })

describe('transfers', () => {
  test('ten times the link is at least nine times as fast on long transfers', () => {
    const scenario = {
      ...transferTimeModel.sample(seededRandom('fast'), {} as never),
      terabytes: 5000,
      mbps: 100,
    }
    const days = (mbps: number) => Number(transferTimeModel.solve({ ...scenario, mbps }, {} as never)[0])
    expect(days(100) / days(1000)).toBeGreaterThan(9)
  })
})
