import type { IamCase } from '../../cloud/iam/types.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { isAllowed } from '../iam/ask.ts'
import type { Answers, FamilyModel, Misconception, Rendering } from '../types.ts'

/** A request as it stands after a change, and whether it is wanted to succeed. `who` names it for beliefs that overlook it. */
export type Probe = {
  readonly who: string
  readonly wanted: boolean
  readonly asked: IamCase
  /** What the change did outside the policies and settings of the request. */
  readonly beside?: string
}

/** A change or a cause that a colleague might name: its words, why it serves or fails, and the requests that decide. */
export type Proposal = {
  readonly id: string
  readonly text: string
  readonly why: string
  readonly probes: readonly Probe[]
}

/** Something that happened, told in several ways, and what colleagues propose. */
export type Situation<Ground> = {
  readonly tellings: readonly ((ground: Ground) => string)[]
  readonly proposals: (ground: Ground) => readonly Proposal[]
}

/** A drawn situation; `rendering` counts the tellings of all situations. */
export type SituationScenario<Ground> = {
  readonly ground: Ground
  readonly rendering: number
  readonly proposals: readonly Proposal[]
}

/** What a belief makes of a request: another one, or null where its holder does not look at it. */
export type View = (probe: Probe) => IamCase | null

/** The request as it is. */
export const asItIs: View = ({ asked }) => asked

/** A view of the case alone. @example seeing((asked) => asked)(probe) === probe.asked // true */
export const seeing =
  (ablate: (asked: IamCase) => IamCase): View =>
  ({ asked }) =>
    ablate(asked)

const decided = new WeakMap<IamCase, boolean>()

/** Beliefs leave most requests as they are, so each is decided once. */
function succeeds(asked: IamCase): boolean {
  const known = decided.get(asked) ?? isAllowed(asked)
  decided.set(asked, known)
  return known
}

/** Proposals after which each request that is looked at ends as wanted. @example serving(asItIs)({ proposals: [] }) // [] */
export const serving =
  (view: View) =>
  ({ proposals }: { readonly proposals: readonly Proposal[] }): Answers =>
    proposals
      .filter(({ probes }) =>
        probes.every((probe) => {
          const asked = view(probe)
          return asked === null || succeeds(asked) === probe.wanted
        }),
      )
      .map(({ id }) => id)

/** A belief by its view of the requests. @example believing('a', 'A is B.', asItIs).id // 'a' */
export const believing = <Ground>(
  id: string,
  statement: string,
  view: View,
): Misconception<SituationScenario<Ground>> => ({ id, statement, solve: serving(view) })

type Members<Ground> = Pick<
  FamilyModel<SituationScenario<Ground>>,
  'sample' | 'solve' | 'misconceptions' | 'render'
>

/**
 * The members of a model that draws one of several situations and asks which proposal serves.
 * @throws RangeError when an answer that is no proposal is rendered
 * @example situationModel({ situations, drawGround, beliefs }).solve(scenario, facts) // ['grant']
 */
export function situationModel<Ground>({
  situations,
  drawGround,
  beliefs,
}: {
  readonly situations: readonly Situation<Ground>[]
  readonly drawGround: (random: SeededRandom) => Ground
  readonly beliefs: readonly Misconception<SituationScenario<Ground>>[]
}): Members<Ground> {
  const told = situations.flatMap(({ tellings, proposals }) =>
    tellings.map((telling) => ({ telling, proposals })),
  )
  return {
    sample: (random) => {
      const rendering = random.integer(told.length)
      const ground = drawGround(random)
      return { ground, rendering, proposals: told[rendering]?.proposals(ground) ?? [] }
    },
    solve: serving(asItIs),
    misconceptions: beliefs,
    render: ({ ground, rendering, proposals }): Rendering => ({
      stem: told[rendering]?.telling(ground) ?? '',
      option: (answer) => {
        const proposal = proposals.find(({ id }) => id === answer)
        if (proposal === undefined) throw new RangeError(`There is no proposal ${answer}.`)
        return { text: proposal.text, rationale: proposal.why }
      },
    }),
  }
}
