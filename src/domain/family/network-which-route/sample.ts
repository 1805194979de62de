import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { around, numberOfAddress, textOfAddress } from '../network/blocks.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'

/** A route as the console lists it. */
export type ListedRoute = {
  readonly destination: string
  readonly target: string
  readonly origin: 'local' | 'static' | 'propagated'
}

/** A route table and one address that packets are sent to. */
export type RouteScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly question: number
  readonly sender: string
  readonly destination: string
  readonly routes: readonly ListedRoute[]
}

const staticTargets = ['tgw', 'pcx', 'firewall', 'gwlbe'] as const

/** A block beside the one in which an address lies, of the same length. */
function neighbour(address: number, prefix: number): string {
  const size = 2 ** (32 - prefix)
  const first = Math.floor(address / size) * size
  return around(first + (Math.floor(address / size) % 2 === 0 ? size : -size), prefix)
}

function drawOutside(random: SeededRandom, address: number): readonly ListedRoute[] {
  const targets = shuffle(staticTargets, random)
  const broad = pick(random, [8, 8, 10, 11, 12])
  const middle = between(random, 13, 18)
  const narrow = between(random, 19, 24)
  const propagatedAt = pick(random, ['broad', 'middle', 'narrow', 'tie'])
  const via = (level: string, index: number): Pick<ListedRoute, 'target' | 'origin'> =>
    propagatedAt === level
      ? { target: 'vgw', origin: 'propagated' }
      : { target: targets[index] ?? 'tgw', origin: 'static' }
  const routes: ListedRoute[] = [
    { destination: '0.0.0.0/0', target: pick(random, ['igw', 'nat']), origin: 'static' },
    { destination: around(address, broad), ...via('broad', 0) },
    { destination: around(address, middle), ...via('middle', 1) },
  ]
  const hasNarrow = chance(random, 0.7)
  if (hasNarrow) routes.push({ destination: around(address, narrow), ...via('narrow', 2) })
  if (propagatedAt === 'tie')
    routes.push({
      destination: around(address, hasNarrow ? narrow : middle),
      target: 'vgw',
      origin: 'propagated',
    })
  if (chance(random, 0.6))
    routes.push({
      destination: neighbour(address, between(random, narrow + 1, 27)),
      target: targets[3] ?? 'gwlbe',
      origin: 'static',
    })
  return routes
}

/** Routes into the VPC itself: a longer static route leads traffic between subnets through an appliance. */
function drawInside(random: SeededRandom, address: number): readonly ListedRoute[] {
  const [first, second] = shuffle(['firewall', 'gwlbe'] as const, random)
  return [
    { destination: '0.0.0.0/0', target: pick(random, ['igw', 'nat']), origin: 'static' },
    { destination: around(address, between(random, 20, 24)), target: first ?? 'firewall', origin: 'static' },
    { destination: '10.0.0.0/8', target: pick(random, ['tgw', 'pcx']), origin: 'static' },
    ...(chance(random, 0.5)
      ? [{ destination: '10.0.0.0/9', target: 'vgw', origin: 'propagated' } as const]
      : []),
    {
      destination: neighbour(address, between(random, 25, 27)),
      target: second ?? 'gwlbe',
      origin: 'static',
    },
  ]
}

/** Draws a table in which several routes lead to an address, of different lengths and origins. */
export function sampleRoutes(random: SeededRandom): RouteScenario {
  const own = between(random, 1, 99)
  const inside = chance(random, 0.2)
  const other = inside ? own : between(random, 100, 254)
  const destination = `10.${other}.${between(random, 1, 254)}.${between(random, 4, 250)}`
  const address = numberOfAddress(destination)
  const vpc = `10.${own}.0.0/16`
  const routes = inside ? drawInside(random, address) : drawOutside(random, address)
  const sender = textOfAddress(
    numberOfAddress(`10.${own}.${between(random, 0, 200)}.${between(random, 10, 240)}`),
  )
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    question: random.integer(3),
    sender,
    destination,
    routes: [{ destination: vpc, target: 'local', origin: 'local' }, ...shuffle(routes, random)],
  }
}
