import type { FactValues } from '../../cloud/cloud-facts.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Answers, FamilyModel, Misconception, Rendering } from '../types.ts'

/**
 * What a colleague proposes: its words, why it serves or fails, the state after it, and what it relies on (`means`). A deed
 * that changes nothing in the model leaves the state as it was.
 */
export type Deed<State> = {
  readonly means: string
  readonly text: string
  readonly why: string
  readonly state: State
}

/** A symptom or need as it is told, what has to hold after a deed, and the deeds that are proposed. */
export type Told<State, Need> = {
  readonly stem: string
  readonly need: Need
  readonly deeds: readonly Deed<State>[]
}

/** A drawn situation; `rendering` is its number. */
export type DeedScenario<State, Need> = Told<State, Need> & { readonly rendering: number }

/** The deeds of a situation that serve its need. */
export type Judge<State, Need> = (told: Told<State, Need>, facts: FactValues) => readonly Deed<State>[]

/** A false belief that trusts the deeds of one means, whatever the state after them. */
export type Trust = { readonly id: string; readonly statement: string; readonly means: string }

type Members<State, Need> = Pick<
  FamilyModel<DeedScenario<State, Need>>,
  'sample' | 'solve' | 'misconceptions' | 'render'
>

const meansOf = <State>(deeds: readonly Deed<State>[]): Answers => deeds.map(({ means }) => means)

/** Judges each deed by itself. @example judging((state) => state > 1)(told, facts) // the deeds after which the state exceeds 1 */
export const judging =
  <State, Need>(serves: (state: State, need: Need, facts: FactValues) => boolean): Judge<State, Need> =>
  ({ deeds, need }, facts) =>
    deeds.filter(({ state }) => serves(state, need, facts))

const trusting = <State, Need>({
  id,
  statement,
  means,
}: Trust): Misconception<DeedScenario<State, Need>> => ({
  id,
  statement,
  solve: ({ deeds }) => meansOf(deeds.filter((deed) => deed.means === means)),
})

/**
 * The members of a model that tells one of several situations and asks which deed serves; its answers are the means.
 * @throws RangeError when an answer that no deed has is rendered
 * @example deedModel({ situations, judge, trusts }).solve(scenario, facts) // ['timeout']
 */
export function deedModel<State, Need>({
  situations,
  judge,
  trusts,
}: {
  readonly situations: readonly ((random: SeededRandom, facts: FactValues) => Told<State, Need>)[]
  readonly judge: Judge<State, Need>
  readonly trusts: readonly Trust[]
}): Members<State, Need> {
  return {
    sample: (random, facts) => {
      const rendering = random.integer(situations.length)
      const situation = situations[rendering]
      if (situation === undefined) throw new RangeError('There is no situation.')
      return { ...situation(random, facts), rendering }
    },
    solve: (told, facts) => meansOf(judge(told, facts)),
    misconceptions: trusts.map((trust) => trusting<State, Need>(trust)),
    render: ({ stem, deeds }): Rendering => ({
      stem,
      option: (answer) => {
        const deed = deeds.find(({ means }) => means === answer)
        if (deed === undefined) throw new RangeError(`There is no deed by ${answer}.`)
        return { text: deed.text, rationale: deed.why }
      },
    }),
  }
}
