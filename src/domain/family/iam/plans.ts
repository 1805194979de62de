import type { IamCase } from '../../cloud/iam/types.ts'
import type { Answers } from '../types.ts'
import { isAllowed } from './ask.ts'

/** A request that has to end in a certain way, as it would be made once a plan is carried out. */
export type Check = { readonly id: string; readonly wanted: boolean; readonly asked: IamCase }

/** Something that a colleague proposes, and the requests by which it is judged. */
export type Plan = { readonly id: string; readonly text: string; readonly checks: readonly Check[] }

/** A scenario whose options are plans. */
export type PlanScenario = { readonly plans: readonly Plan[] }

/** What a belief makes of a case, and which checks its holder thinks of. */
export type Belief = {
  readonly see?: (asked: IamCase, check: Check) => IamCase
  readonly minds?: (check: Check) => boolean
}

/** Plans after which every request ends as wanted, seen through a belief. @example meetingUnder({})({ plans: [] }) // [] */
export const meetingUnder =
  ({ see = (asked) => asked, minds = () => true }: Belief) =>
  ({ plans }: PlanScenario): Answers =>
    plans
      .filter(({ checks }) =>
        checks.every((check) => !minds(check) || isAllowed(see(check.asked, check)) === check.wanted),
      )
      .map(({ id }) => id)

/** The first request that would end otherwise than wanted; undefined for a plan that meets everything. @example brokenBy({ id: 'a', text: 'A', checks: [] }) // undefined */
export const brokenBy = ({ checks }: Plan): Check | undefined =>
  checks.find(({ asked, wanted }) => isAllowed(asked) !== wanted)

/** The plan of an answer. @throws RangeError for an answer that is no plan */
export function planOf({ plans }: PlanScenario, answer: string | number): Plan {
  const plan = plans.find(({ id }) => id === answer)
  if (plan === undefined) throw new RangeError(`There is no plan ${answer}.`)
  return plan
}
