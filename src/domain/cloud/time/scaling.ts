import { requirePositive, requireWhole } from '../capacity/require-number.ts'
import type { FactValues } from '../cloud-facts.ts'
import { aNumber, listOf, optional, record, type Shape } from '../shape.ts'
import {
  nextStreaks,
  type Proposal,
  propose,
  type ScalingPolicy,
  type Streaks,
  scalingPolicyShape,
} from './scaling-policy.ts'
import type { Trail } from './trail.ts'

/** Facts that scaling depends on. */
export const scalingFactIds = ['auto-scaling-default-cooldown'] as const

type Facts = Pick<FactValues, (typeof scalingFactIds)[number]>

/**
 * A group over time. Each period of `period` seconds (60 when absent) has one value of the metric: as given in `values`,
 * or the value of `load` divided by the instances in service. New instances count after `warmup` seconds (0 when absent).
 */
export type ScalingRun = {
  readonly minimum: number
  readonly maximum: number
  readonly desired: number
  readonly policies: readonly ScalingPolicy[]
  readonly period?: number
  readonly warmup?: number
  readonly values?: readonly number[]
  readonly load?: readonly number[]
}

/** The group at the end of a period: metric, instances in service, and the desired capacity after decisions. */
export type ScalingPoint = {
  readonly at: number
  readonly metric: number
  readonly inService: number
  readonly desired: number
}

/** The group after each period, and every activity in words. */
export type ScalingOutcome = { readonly points: readonly ScalingPoint[]; readonly trail: Trail }

/** The form of a run. */
export const scalingRunShape: Shape<ScalingRun> = record<ScalingRun>({
  minimum: aNumber,
  maximum: aNumber,
  desired: aNumber,
  policies: listOf(scalingPolicyShape, 1),
  period: optional(aNumber),
  warmup: optional(aNumber),
  values: optional(listOf(aNumber, 1)),
  load: optional(listOf(aNumber, 1)),
})

type State = { desired: number; readyAt: number[]; coolUntil: number; streaks: readonly Streaks[] }

const warmAt = ({ readyAt }: State, at: number): number => readyAt.filter((ready) => ready <= at).length

/** Of several proposals the largest wins; target policies remove nothing unless all of them are ready to. */
function chooseLargest(proposals: readonly Proposal[], desired: number): Proposal | null {
  const held = proposals.some(({ kind, to }) => kind === 'target' && to === desired)
  const heard = proposals.filter(
    ({ kind, to }) => to > desired || (to < desired && !(held && kind === 'target')),
  )
  return heard.reduce<Proposal | null>(
    (best, each) => (best !== null && best.to >= each.to ? best : each),
    null,
  )
}

type Moment = { readonly at: number; readonly metric: number }

function decide(run: ScalingRun, state: State, { at, metric }: Moment): Proposal | null {
  const group = { warm: warmAt(state, at), desired: state.desired }
  state.streaks = run.policies.map((policy, index) => nextStreaks(policy, metric, state.streaks[index]!))
  const proposals = run.policies.flatMap((policy, index) => {
    if (policy.kind === 'simple' && at < state.coolUntil) return []
    const proposal = propose(policy, { metric, streaks: state.streaks[index]!, group })
    if (proposal === null) return []
    return [{ ...proposal, to: Math.min(run.maximum, Math.max(run.minimum, proposal.to)) }]
  })
  const chosen = chooseLargest(proposals, state.desired)
  const warming = group.warm < state.readyAt.length
  return chosen !== null && chosen.to < state.desired && warming ? null : chosen
}

function apply(state: State, to: number, readyAt: number): void {
  const added = Math.max(0, to - state.readyAt.length)
  state.readyAt = [...state.readyAt, ...Array<number>(added).fill(readyAt)].slice(0, to)
  state.desired = to
}

function requireGroup({ minimum, maximum, desired, values, load }: ScalingRun): void {
  requireWhole('minimum', minimum, 0)
  requireWhole('desired', desired, minimum)
  if (requireWhole('maximum', maximum, minimum) < desired)
    throw new RangeError('desired must not be above maximum.')
  if ((values === undefined) === (load === undefined)) throw new RangeError('Give either values or load.')
}

/**
 * Scales a group over a metric trace, period by period. Simple policies wait for the cooldown that follows an activity of
 * theirs; nothing is removed while instances still warm up; of several policies the one with the largest capacity wins.
 *
 * @throws RangeError for limits out of order, or unless exactly one of `values` and `load` is given
 * @see Amazon EC2 Auto Scaling user guide, Step and simple scaling policies; Target tracking scaling policies
 * @example simulateScaling({ minimum: 1, maximum: 9, desired: 2, policies: [{ kind: 'target', target: 50 }], values: [100] }, { 'auto-scaling-default-cooldown': 300 }).points[0].desired // 4
 */
export function simulateScaling(run: ScalingRun, facts: Facts): ScalingOutcome {
  requireGroup(run)
  const period = requirePositive('period', run.period ?? 60)
  const state: State = {
    desired: run.desired,
    readyAt: Array<number>(run.desired).fill(0),
    coolUntil: 0,
    streaks: run.policies.map(() => ({ high: 0, low: 0 })),
  }
  const trail: { at: number; text: string }[] = []
  const points = (run.values ?? run.load ?? []).map((value, index): ScalingPoint => {
    const at = (index + 1) * period
    const inService = warmAt(state, at)
    const metric = run.load === undefined ? value : value / Math.max(1, inService)
    const from = state.desired
    const chosen = decide(run, state, { at, metric })
    if (chosen !== null) {
      apply(state, chosen.to, at + (run.warmup ?? 0))
      if (chosen.kind === 'simple')
        state.coolUntil = at + (chosen.cooldown ?? facts['auto-scaling-default-cooldown'])
      trail.push({ at, text: `Desired capacity goes from ${from} to ${chosen.to}: ${chosen.reason}.` })
    }
    return { at, metric, inService, desired: state.desired }
  })
  return { points, trail }
}
