import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Probe, Proposal, View } from '../control/proposals.ts'
import { between, pick } from '../parts/draw.ts'

/** What differs from one telling of a story to the next. `turn` chooses among stories and names, whole numbers from 0. */
export type Scene = {
  readonly turn: number
  /** A working day by its name. */
  readonly day: string
  /** A number as people say it, from 12 to 60. */
  readonly count: number
  /** A small number of days, weeks, or pieces: "four". */
  readonly few: string
}

/** Draws a scene. @example drawMoveScene(seededRandom('1')).day // 'Tuesday' */
export const drawMoveScene = (random: SeededRandom): Scene => ({
  turn: random.integer(5040),
  day: pick(random, ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']),
  count: between(random, 12, 60),
  few: pick(random, ['two', 'three', 'four', 'five', 'six']),
})

/** The story that a scene is about. @throws RangeError for no stories. @example ofTurn({ turn: 3 }, ['a', 'b']) // 'b' */
export function ofTurn<T>({ turn }: Pick<Scene, 'turn'>, stories: readonly T[]): T {
  if (stories.length === 0) throw new RangeError('There are no stories.')
  return stories[turn % stories.length] as T
}

/** One of several names that fit the same story; chosen apart from the story. @example nameOf({ turn: 60 }, 'a', 'b') // 'b' */
export const nameOf = ({ turn }: Pick<Scene, 'turn'>, ...names: readonly string[]): string =>
  names[Math.floor(turn / 60) % names.length] ?? ''

/** A change that somebody proposes; `myth` names the belief by which it would do what is wanted. */
export type Move<State> = Omit<Proposal, 'probes'> & { readonly state: State; readonly myth?: string }

/** Proposals of moves, each with the requests that follow from its state. @example proposedBy([], () => []) // [] */
export const proposedBy = <State>(
  moves: readonly Move<State>[],
  probesOf: (state: State) => readonly Probe[],
): readonly Proposal[] =>
  moves.map(({ id, text, why, state, myth }) => ({
    ...{ id, text, why },
    probes: probesOf(state).map((probe) => ({ ...probe, ...(myth === undefined ? {} : { beside: myth }) })),
  }))

/** What a belief says of a move is taken to be so. @example achieving('rotation')({ beside: 'rotation', ...probe }) // null */
export const achieving =
  (myth: string): View =>
  ({ asked, beside }) =>
    beside === myth ? null : asked

const questions = [null, 'Which action will solve the problem?', 'What should be done about it?'] as const

/** A story that ends with its own question or with a usual one. @example asking({ turn: 0 }, 'It broke. Why?') // 'It broke. Why?' */
export function asking({ turn }: Pick<Scene, 'turn'>, story: string): string {
  const question = questions[Math.floor(turn / 600) % questions.length] ?? null
  return question === null ? story : story.replace(/[^.?]+\?$/, ` ${question}`)
}
