import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { around, numberOfAddress, textOfBlock } from '../network/blocks.ts'
import { between, pick, pickSome } from '../parts/draw.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'

/** A subnet that is wanted: its purpose and hosts. */
export type Demand = { readonly name: string; readonly hosts: number; readonly prefix: number }

/** Four plans for the same subnets, one of which keeps every rule. */
export type PlanScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly vpc: string
  readonly existing: string
  readonly demands: readonly Demand[]
  readonly plans: readonly { readonly id: string; readonly cidrs: readonly string[] }[]
}

/** Ways in which a plan breaks a rule. */
const traps = ['overlap', 'existing', 'outside', 'misaligned', 'too-small', 'too-tiny'] as const
type Trap = (typeof traps)[number]

type Ground = {
  readonly random: SeededRandom
  readonly vpcFirst: number
  readonly vpcPrefix: number
  readonly existing: string
  readonly demands: readonly Demand[]
}

const sizeOf = (prefix: number): number => 2 ** (32 - prefix)
const firstOf = (cidr: string): number => numberOfAddress(cidr.split('/')[0] ?? '')
const prefixOf = (cidr: string): number => Number(cidr.split('/')[1])

const areApart = (left: string, right: string): boolean =>
  firstOf(left) + sizeOf(prefixOf(left)) <= firstOf(right) ||
  firstOf(right) + sizeOf(prefixOf(right)) <= firstOf(left)

/** An aligned block of the VPC that is apart from those taken. */
function freeBlock(
  { random, vpcFirst, vpcPrefix }: Ground,
  prefix: number,
  taken: readonly string[],
): string {
  const places = sizeOf(vpcPrefix) / sizeOf(prefix)
  for (let tries = 0; tries < 200; tries++) {
    const block = textOfBlock(vpcFirst + random.integer(places) * sizeOf(prefix), prefix)
    if (taken.every((other) => areApart(other, block))) return block
  }
  throw new RangeError(`No block of /${prefix} was found.`)
}

function validPlan(ground: Ground): string[] {
  const plan: string[] = []
  for (const { prefix } of ground.demands) plan.push(freeBlock(ground, prefix, [...plan, ground.existing]))
  return plan
}

/** Replaces one block of a plan. */
const replaced = (plan: readonly string[], index: number, block: string): string[] =>
  plan.map((cidr, place) => (place === index ? block : cidr))

/** A block of a prefix that lies in another block or around it. */
const within = (random: SeededRandom, cidr: string, prefix: number): string =>
  prefix <= prefixOf(cidr)
    ? around(firstOf(cidr), prefix)
    : textOfBlock(
        firstOf(cidr) + random.integer(sizeOf(prefixOf(cidr)) / sizeOf(prefix)) * sizeOf(prefix),
        prefix,
      )

const spoil: Readonly<Record<Trap, (plan: readonly string[], ground: Ground) => string[]>> = {
  overlap: (plan, { random }) => replaced(plan, 1, within(random, plan[0] ?? '', prefixOf(plan[1] ?? ''))),
  existing: (plan, { random, existing }) =>
    replaced(plan, 0, within(random, existing, prefixOf(plan[0] ?? ''))),
  outside: (plan, { random, vpcFirst, vpcPrefix, demands }) => {
    const { prefix } = demands[0] as Demand
    const beyond = vpcFirst + sizeOf(vpcPrefix) + random.integer(4) * sizeOf(prefix)
    return replaced(plan, 0, textOfBlock(beyond, prefix))
  },
  misaligned: (plan, { demands }) => {
    const { prefix } = demands[1] as Demand
    return replaced(plan, 1, textOfBlock(firstOf(plan[1] ?? '') + sizeOf(prefix) / 2, prefix))
  },
  'too-small': (plan) => replaced(plan, 1, textOfBlock(firstOf(plan[1] ?? ''), prefixOf(plan[1] ?? '') + 1)),
  'too-tiny': (plan) => replaced(plan, 2, textOfBlock(firstOf(plan[2] ?? ''), 29)),
}

const purposes = [
  ['load balancers', 'application servers', 'interface endpoints'],
  ['build agents', 'web servers', 'firewall endpoints'],
  ['ingest workers', 'container hosts', 'transit gateway attachments'],
  ['remote desktops', 'file gateways', 'DNS resolver endpoints'],
] as const

/** The second subnet fills its half block but for the reserved addresses; the third has two or three hosts. */
function drawDemands(random: SeededRandom): readonly Demand[] {
  const [first, second, third] = pick(random, purposes)
  const big = between(random, 23, 25)
  const middle = between(random, 24, 26)
  return [
    { name: first, hosts: between(random, Math.ceil(sizeOf(big) * 0.55), sizeOf(big) - 12), prefix: big },
    { name: second, hosts: sizeOf(middle + 1) - between(random, 2, 4), prefix: middle },
    { name: third, hosts: between(random, 2, 3), prefix: 28 },
  ]
}

/** Draws a VPC with an existing subnet, and four plans of which three break one rule each. */
export function samplePlans(random: SeededRandom): PlanScenario {
  const vpcPrefix = between(random, 19, 21)
  const places = 2 ** (vpcPrefix - 16) - 1
  const net = pick(random, [`10.${between(random, 0, 250)}.0.0`, `172.${between(random, 16, 31)}.0.0`])
  const vpcFirst = numberOfAddress(net) + random.integer(places) * sizeOf(vpcPrefix)
  const ground = { random, vpcFirst, vpcPrefix, demands: drawDemands(random), existing: '' }
  const placed: Ground = { ...ground, existing: freeBlock(ground, between(random, 24, 25), []) }
  const plans = [
    validPlan(placed),
    ...pickSome(random, traps, 3).map((trap) => spoil[trap](validPlan(placed), placed)),
  ]
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    vpc: textOfBlock(vpcFirst, vpcPrefix),
    existing: placed.existing,
    demands: placed.demands,
    plans: shuffle(plans, random).map((cidrs, index) => ({ id: 'abcd'[index] ?? '', cidrs })),
  }
}
