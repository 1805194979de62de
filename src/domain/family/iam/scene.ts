import type { IamCase, IamRequest } from '../../cloud/iam/types.ts'
import type { Reference } from '../../item/types.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { pick } from '../parts/draw.ts'
import type { Answers, Misconception, Rendering } from '../types.ts'
import { isAllowed } from './ask.ts'
import { oneOrMany, type Statement } from './policies.ts'

/** A request by which deeds are judged, and how it has to end. */
export type Ask = IamRequest & { readonly name: string; readonly wanted: boolean }

/** What holds for a request: the same for every request, or told from the request. */
export type State = Partial<IamCase> | ((ask: Ask) => Partial<IamCase>)

/**
 * Something that a colleague proposes. `makes` is what it changes of the state before; `taken` is what the holder of a
 * belief takes it to change.
 */
export type SceneDeed = {
  readonly text: string
  readonly why: string
  readonly makes: State
  readonly taken?: readonly [belief: string, makes: State]
}

/** One occasion at work: what is told of it, the policies behind it, and what could be done. */
export type SceneText = {
  readonly stem: string
  readonly before: State
  readonly asks: readonly Ask[]
  readonly deeds: readonly SceneDeed[]
  readonly references?: readonly Reference[]
}

/** An occasion as drawn; `rendering` is its place in the family's list. */
export type Scene = SceneText & { readonly rendering: number }

/** A false belief about scenes: it sees other cases, minds some requests, or takes deeds for something else. */
export type SceneBelief = {
  readonly id: string
  readonly statement: string
  readonly see?: (asked: IamCase) => IamCase
  readonly minds?: (ask: Ask) => boolean
}

const stateFor = (state: State, ask: Ask): Partial<IamCase> =>
  typeof state === 'function' ? state(ask) : state

/** The case of a request after a change. @example caseAfter(scene, {}, ask).action // 's3:GetObject' */
export function caseAfter({ before }: Scene, change: State, ask: Ask): IamCase {
  const { name: _, wanted: __, ...request } = ask
  return { ...request, ...stateFor(before, ask), ...stateFor(change, ask) }
}

/** Every belief asks the same cases again unless it sees them otherwise. A request belongs to one scene, and so does a state. */
const known = new WeakMap<Ask, WeakMap<object, boolean>>()

function endsAllowed(scene: Scene, change: State, ask: Ask): boolean {
  const ends = known.get(ask) ?? new WeakMap<object, boolean>()
  known.set(ask, ends)
  const before = ends.get(change)
  if (before !== undefined) return before
  const allowed = isAllowed(caseAfter(scene, change, ask))
  ends.set(change, allowed)
  return allowed
}

/** Deeds after which every request ends as wanted, seen through a belief. @example meetingScene({})(scene) // ['0'] */
export const meetingScene =
  ({ id, see, minds = () => true }: Partial<SceneBelief>) =>
  (scene: Scene): Answers => {
    const ends = (change: State, ask: Ask): boolean =>
      see === undefined ? endsAllowed(scene, change, ask) : isAllowed(see(caseAfter(scene, change, ask)))
    return scene.deeds.flatMap(({ makes, taken }, place) => {
      const change = taken?.[0] === id && taken !== undefined ? taken[1] : makes
      const meets = scene.asks.every((ask) => !minds(ask) || ends(change, ask) === ask.wanted)
      return meets ? [String(place)] : []
    })
  }

/** Beliefs as the misconceptions of a family. @example misconceptionsOf([]) // [] */
export const misconceptionsOf = (beliefs: readonly SceneBelief[]): readonly Misconception<Scene>[] =>
  beliefs.map((belief) => ({ id: belief.id, statement: belief.statement, solve: meetingScene(belief) }))

/** The belief that looks at what has to work, and at nothing that has to stay closed. */
export const worksIsEnough: SceneBelief = {
  id: 'works-is-enough',
  statement: 'A change that makes the refused request succeed is right, whatever else it opens.',
  minds: ({ wanted }) => wanted,
}

/** Draws one of a family's occasions. @example drawScene(random, scenes).rendering // 3 */
export function drawScene(
  random: SeededRandom,
  scenes: readonly ((random: SeededRandom) => SceneText)[],
): Scene {
  const rendering = random.integer(scenes.length)
  const scene = scenes[rendering]
  if (scene === undefined) throw new RangeError('There is no scene to draw from.')
  return { ...scene(random), rendering }
}

/** Words of a scene and of its deeds. */
export const renderScene = ({ stem, deeds, references }: Scene): Rendering => ({
  stem,
  ...(references === undefined ? {} : { references }),
  option: (answer) => {
    const deed = deeds[Number(answer)]
    if (deed === undefined) throw new RangeError(`There is no deed ${answer}.`)
    return { text: deed.text, rationale: deed.why }
  },
})

const statement =
  (effect: Statement['Effect']) =>
  (actions: string, resources: string | readonly string[] = '*'): Statement => ({
    Effect: effect,
    Action: oneOrMany(actions.split(' ')),
    Resource: resources,
  })

/** A statement that allows actions, written with spaces between. @example allowing('s3:GetObject').Effect // 'Allow' */
export const allowing = statement('Allow')

/** A statement that denies actions, written with spaces between. @example denying('s3:GetObject').Effect // 'Deny' */
export const denying = statement('Deny')

/** A recent day, as it stands after "on" or "since". @example recentDay(seededRandom('1')) // 'Tuesday' */
export const recentDay = (random: SeededRandom): string =>
  pick(random, [
    ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Sunday'],
    ...['March 3', 'April 14', 'May 21', 'June 9', 'August 27', 'September 16', 'October 5', 'November 12'],
  ])

/** A resource by what it holds, as teams name resources. @example resourceName(seededRandom('1'), 'files') // 'files-prod' */
export const resourceName = (random: SeededRandom, what: string): string =>
  pick(random, [what, `${what}-prod`, `prod-${what}`, `${what}-live`, `${what}-eu`, `${what}-v2`])

/** The account in which scenes play. */
export const homeAccount = '111122223333'

/** The session of a role. @example sessionOf('app') // 'arn:aws:sts::111122223333:assumed-role/app/session' */
export const sessionOf = (role: string, account = homeAccount): string =>
  `arn:aws:sts::${account}:assumed-role/${role}/session`

/** The ARN of a role. @example roleArn('app') // 'arn:aws:iam::111122223333:role/app' */
export const roleArn = (role: string, account = homeAccount): string => `arn:aws:iam::${account}:role/${role}`
