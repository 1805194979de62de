import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { around, numberOfAddress } from '../network/blocks.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { changesFor, type RouteChange } from './changes.ts'
import { type Story, stories } from './stories.ts'

/** A route as the console lists it; `isNew` marks what a change has put there. */
export type ListedRoute = {
  readonly destination: string
  readonly target: Target
  readonly origin: 'local' | 'static' | 'propagated'
  readonly isNew?: boolean
}

export type Target = 'local' | 'igw' | 'nat' | 'tgw' | 'pcx' | 'vgw' | 'gwlbe'

/** What went wrong: which route leads packets astray. */
export const cases = ['takeover', 'bypass', 'east-west', 'tie'] as const
export type Case = (typeof cases)[number]

/** An address and the target that its packets must take. */
export type Wanted = { readonly address: string; readonly target: Target }

/** What a case is made of, before the changes are known. */
export type RouteGround = {
  readonly story: Story
  readonly rendering: number
  readonly kind: Case
  /** Subnet of the senders. */
  readonly own: string
  readonly vpc: string
  /** Block that the senders' packets go to, and the longer one inside it that the case turns on. */
  readonly broad: string
  readonly narrow: string
  readonly routes: readonly ListedRoute[]
  /** The first is what the story is about; the second must keep working. */
  readonly wanted: readonly [Wanted, Wanted]
}

/** A route table that leads packets astray, and the changes that are proposed. */
export type RouteScenario = RouteGround & { readonly changes: readonly RouteChange[] }

const fixed = (destination: string, target: Target): ListedRoute => ({
  destination,
  target,
  origin: 'static',
})
const learned = (destination: string): ListedRoute => ({ destination, target: 'vgw', origin: 'propagated' })

type Blocks = Pick<RouteGround, 'vpc' | 'broad' | 'narrow'> & { readonly far: string; readonly other: string }

/** Routes of a case; the one that leads astray stands before the one that is wanted. */
function routesOf(kind: Case, { vpc, broad, narrow, far }: Blocks, random: SeededRandom): ListedRoute[] {
  const local: ListedRoute = { destination: vpc, target: 'local', origin: 'local' }
  const out = fixed('0.0.0.0/0', 'nat')
  const rest: Readonly<Record<Case, readonly ListedRoute[]>> = {
    takeover: [learned(narrow), learned(far), fixed(broad, 'tgw')],
    bypass: [fixed(narrow, 'pcx'), fixed(far, 'tgw'), fixed(broad, 'gwlbe')],
    'east-west': [fixed('10.0.0.0/8', 'tgw')],
    tie: [fixed(broad, 'tgw'), fixed(far, 'tgw'), learned(broad)],
  }
  return chance(random, 0.5) ? [local, out, ...rest[kind]] : [local, ...rest[kind], out]
}

function wantedOf(kind: Case, address: string, other: string): readonly [Wanted, Wanted] {
  const targets: Readonly<Record<Case, readonly [Target, Target]>> = {
    takeover: ['tgw', 'vgw'],
    bypass: ['gwlbe', 'tgw'],
    'east-west': ['gwlbe', 'tgw'],
    tie: ['vgw', 'tgw'],
  }
  const [first, second] = targets[kind]
  return [
    { address, target: first },
    { address: other, target: second },
  ]
}

/** Draws a table in which a route leads packets astray. */
export function sampleRoutes(random: SeededRandom): RouteScenario {
  const kind = pick(random, cases)
  const own = between(random, 2, 60)
  const [second = 140, third = 200] = shuffle(
    Array.from({ length: 110 }, (_, index) => index + 130),
    random,
  )
  const isInside = kind === 'east-west'
  const base = isInside ? own : second
  const address = `10.${base}.${between(random, 66, 250)}.${between(random, 4, 250)}`
  const other = `10.${third}.${between(random, 1, 250)}.${between(random, 4, 250)}`
  const vpc = `10.${own}.0.0/16`
  const blocks: Blocks = {
    vpc,
    broad: around(numberOfAddress(address), 16),
    narrow: around(numberOfAddress(address), isInside ? pick(random, [23, 24]) : between(random, 20, 22)),
    far: around(numberOfAddress(other), 16),
    other,
  }
  const ground: RouteGround = {
    story: pick(random, stories[kind]),
    rendering: 2 * cases.indexOf(kind) + random.integer(2),
    kind,
    own: `10.${own}.${between(random, 1, 60)}.0/24`,
    vpc,
    broad: blocks.broad,
    narrow: blocks.narrow,
    routes: routesOf(kind, blocks, random),
    wanted: wantedOf(kind, address, other),
  }
  return { ...ground, changes: changesFor(ground, random) }
}
