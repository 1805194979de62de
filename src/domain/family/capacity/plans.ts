import type { Answer, Answers } from '../types.ts'

/** A proposed change: what kind of change it is, and the number in it (0 where it has none). */
export type Plan<Kind extends string> = { readonly kind: Kind; readonly amount: number }

/** A plan as an answer. @example plan('shared', 19) // 'shared 19' */
export const plan = <Kind extends string>(kind: Kind, amount = 0): `${Kind} ${number}` => `${kind} ${amount}`

/** The plan that an answer names. @throws RangeError for another answer @example planIn('shared 19') // { kind: 'shared', amount: 19 } */
export function planIn<Kind extends string>(answer: Answer): Plan<Kind> {
  const [, kind, amount] = /^(\S+) ([\d.]+)$/.exec(String(answer)) ?? []
  if (kind === undefined || amount === undefined) throw new RangeError(`"${answer}" names no plan.`)
  return { kind: kind as Kind, amount: Number(amount) }
}

/** A plan with a price, in dollars a month or in the order of cost. */
export type PricedPlan = { readonly id: string; readonly cost: number }

/** The cheapest of the plans that satisfy a test; several where they cost the same. @example cheapestOf([{ id: 'a', cost: 2 }], () => true) // ['a'] */
export function cheapestOf<One extends PricedPlan>(
  plans: readonly One[],
  meets: (one: One) => boolean,
): Answers {
  const meeting = plans.filter(meets)
  const lowest = Math.min(...meeting.map(({ cost }) => cost))
  return meeting.filter(({ cost }) => cost === lowest).map(({ id }) => id)
}
