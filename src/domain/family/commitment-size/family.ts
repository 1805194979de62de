import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderCommitment } from './render.ts'
import {
  type CommitmentScenario,
  commitmentMisconceptions,
  isClear,
  type SavingsOffer,
  solveCommitment,
} from './solve.ts'

/** Offers with the discounts between which they lie, in percent. */
const offers: readonly (Omit<SavingsOffer, 'discount'> & { readonly range: readonly [number, number] })[] = [
  { product: 'Compute Savings Plan', years: 1, range: [24, 33] },
  { product: 'EC2 Instance Savings Plan', years: 1, range: [34, 42] },
  { product: 'Compute Savings Plan', years: 3, range: [43, 53] },
  { product: 'EC2 Instance Savings Plan', years: 3, range: [54, 62] },
]

const peaks = ['evening peak', 'afternoon peak', 'after-work peak'] as const

function sample(random: SeededRandom): CommitmentScenario {
  const [dayHours, peakHours] = [between(random, 8, 20), between(random, 2, 5)]
  const night = between(random, 4, 24)
  const day = night + between(random, 5, 40)
  const peak = day + between(random, 4, 24)
  const { range, ...offer } = pick(random, offers)
  return {
    setting: drawSetting(random),
    rendering: random.integer(5),
    style: random.integer(3),
    peak: pick(random, peaks),
    plan: { ...offer, discount: between(random, ...range) },
    load: [
      { hours: 24 - dayHours, instances: night },
      { hours: dayHours - peakHours, instances: day },
      { hours: peakHours, instances: peak },
    ],
  }
}

/** The Savings Plan purchase with the lowest cost for a fleet with a daily pattern. */
export const commitmentModel: FamilyModel<CommitmentScenario> = {
  name: 'commitment-size',
  title: 'Size of a commitment for a daily pattern',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 4.2', 'SAP-C02 3.5', 'SAP-C03 3', 'CLF-C02 4.1'),
  cognitive: 'analyse',
  services: ['ec2', 'savings-plans'],
  references: [capacityPages.savingsPlans],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve: solveCommitment,
  misconceptions: commitmentMisconceptions,
  render: renderCommitment,
  constraints: isClear,
  features: (scenario) => ({
    rendering: scenario.rendering,
    highBreakEven: Number(scenario.plan.discount < 40),
  }),
  angoff: ({ highBreakEven = 0, rendering }) => 0.58 - 0.05 * highBreakEven - 0.02 * rendering,
}

export const commitmentSize = familyOf(commitmentModel)
