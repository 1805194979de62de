import type { FactValues } from '../../cloud/cloud-facts.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { pick } from '../parts/draw.ts'
import type { Answers, FamilyModel, Misconception, Rendering } from '../types.ts'

/**
 * Something that a colleague proposes: its words, why it serves or fails, and the state of the system after it. `hope` is
 * the belief by which it is proposed where it changes nothing that the need depends on.
 */
export type Deed<State> = {
  readonly id: string
  readonly text: string
  readonly why: string
  readonly after: State
  readonly hope?: string
}

/** What is drawn: a symptom or need as it is told, the state of the system, and what is proposed. */
export type Told<State> = {
  readonly stem: string
  readonly now: State
  readonly deeds: readonly Deed<State>[]
}

/** A drawn situation; `rendering` is its index. */
export type DeedScenario<State> = Told<State> & { readonly rendering: number }

/** Draws the words and values of one situation. */
export type DeedSituation<State> = (random: SeededRandom, facts: FactValues) => Told<State>

/** Whether a state is what the stem asks for. */
export type Holds<State> = (state: State, facts: FactValues) => boolean

/** Deeds after which a need is met. @example serving(() => true)({ deeds: [] }, facts) // [] */
export const serving =
  <State>(holds: Holds<State>) =>
  ({ deeds }: Pick<Told<State>, 'deeds'>, facts: FactValues): Answers =>
    deeds.filter(({ after }) => holds(after, facts)).map(({ id }) => id)

/** A belief by what it takes a state for. @example supposing('a', 'A is B.', holds, (state) => state).id // 'a' */
export const supposing = <State>(
  id: string,
  statement: string,
  holds: Holds<State>,
  see: (state: State, facts: FactValues) => State,
): Misconception<DeedScenario<State>> => ({
  id,
  statement,
  solve: serving((state: State, facts) => holds(see(state, facts), facts)),
})

/** A belief in deeds that change nothing that the need depends on. @example hoping('a', 'A helps.', holds).id // 'a' */
export const hoping = <State>(
  id: string,
  statement: string,
  holds: Holds<State>,
): Misconception<DeedScenario<State>> => ({
  id,
  statement,
  solve: ({ deeds }, facts) =>
    deeds.filter(({ hope, after }) => hope === id || holds(after, facts)).map((deed) => deed.id),
})

type Members<State> = Pick<
  FamilyModel<DeedScenario<State>>,
  'sample' | 'solve' | 'misconceptions' | 'render' | 'constraints'
>

/**
 * The members of a model that draws one of several situations and asks which deed serves. A situation in which nothing
 * has to be done is drawn again.
 * @throws RangeError when an answer that is no deed is rendered
 * @example deedModel({ situations, holds, beliefs }).solve(scenario, facts) // ['reshard']
 */
export function deedModel<State>({
  situations,
  holds,
  beliefs,
}: {
  readonly situations: readonly DeedSituation<State>[]
  readonly holds: Holds<State>
  readonly beliefs: readonly Misconception<DeedScenario<State>>[]
}): Members<State> {
  return {
    sample: (random, facts) => {
      const situation = pick(random, situations)
      return { rendering: situations.indexOf(situation), ...situation(random, facts) }
    },
    solve: serving(holds),
    misconceptions: beliefs,
    constraints: ({ now }, facts) => !holds(now, facts),
    render: ({ stem, deeds }): Rendering => ({
      stem,
      option: (answer) => {
        const deed = deeds.find(({ id }) => id === answer)
        if (deed === undefined) throw new RangeError(`There is no deed ${answer}.`)
        return { text: deed.text, rationale: deed.why }
      },
    }),
  }
}
