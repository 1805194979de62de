import { type CommitmentPlan, commitmentOutcome } from '../../cloud/capacity/commitment.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** A Savings Plan on offer; `discount` in percent of the On-Demand price. */
export type SavingsOffer = {
  readonly product: 'Compute Savings Plan' | 'EC2 Instance Savings Plan'
  readonly years: 1 | 3
  readonly discount: number
}

/** A fleet with a daily pattern and a Savings Plan on offer. `style` is the wording of the options. */
export type CommitmentScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly style: number
  /** What the busiest hours are called: "evening peak". */
  readonly peak: string
  readonly plan: SavingsOffer
  /** From the quietest hours to the busiest; the hours add up to 24. */
  readonly load: readonly { readonly hours: number; readonly instances: number }[]
}

const hoursOfDay = 24

/** The day at prices relative to an instance hour on demand. */
const planOf = ({ load, plan }: CommitmentScenario): CommitmentPlan => ({
  load,
  onDemandPerHour: 1,
  committedPerHour: (100 - plan.discount) / 100,
})

/** Numbers of instances that occur, ascending. */
export const levelsOf = ({ load }: CommitmentScenario): readonly number[] =>
  load.map(({ instances }) => instances)

/** Hours of a day in which at least so many instances run. */
export const hoursAt = ({ load }: CommitmentScenario, instances: number): number =>
  load.reduce((sum, part) => sum + (part.instances >= instances ? part.hours : 0), 0)

/** Mean number of running instances, rounded. */
export const averageOf = ({ load }: CommitmentScenario): number =>
  Math.round(load.reduce((sum, { hours, instances }) => sum + hours * instances, 0) / hoursOfDay)

/** Instances to commit to for the lowest cost. */
export const solveCommitment = (scenario: CommitmentScenario): Answers => [
  commitmentOutcome(planOf(scenario)).best.committed,
]

/** The highest level that runs for more than a share of the day. */
const levelAbove = (scenario: CommitmentScenario, share: number): number =>
  Math.max(0, ...levelsOf(scenario).filter((level) => hoursAt(scenario, level) > hoursOfDay * share))

/** Beliefs about what a commitment pays for. */
export const commitmentMisconceptions: readonly Misconception<CommitmentScenario>[] = [
  {
    id: 'commit-to-peak',
    statement: 'The discount applies to used hours, so the commitment should cover the peak.',
    solve: (scenario) => [Math.max(...levelsOf(scenario))],
  },
  {
    id: 'commit-to-minimum',
    statement: 'A commitment pays for instances that run around the clock and for no others.',
    solve: (scenario) => [Math.min(...levelsOf(scenario))],
  },
  {
    id: 'commit-to-mean',
    statement: 'The commitment should equal the mean number of running instances.',
    solve: (scenario) => [averageOf(scenario)],
  },
  {
    id: 'share-equals-discount',
    statement: 'A commitment pays for an instance that runs for a larger share of the day than the discount.',
    solve: (scenario) => [levelAbove(scenario, scenario.plan.discount / 100)],
  },
  {
    id: 'half-the-day',
    statement: 'A commitment pays for an instance that runs for more than half of the day.',
    solve: (scenario) => [levelAbove(scenario, 0.5)],
  },
  {
    id: 'elastic-on-demand',
    statement: 'A fleet that scales during the day cannot use a commitment.',
    solve: () => [0],
  },
]

/** Hours by which each level stays away from the break-even, so that rounding decides nothing. */
const clearHours = 0.8

/** Whether no level of the load runs for about as long as the break-even. */
export const isClear = (scenario: CommitmentScenario): boolean => {
  const breakEven = (hoursOfDay * (100 - scenario.plan.discount)) / 100
  return levelsOf(scenario).every((level) => Math.abs(hoursAt(scenario, level) - breakEven) > clearHours)
}
