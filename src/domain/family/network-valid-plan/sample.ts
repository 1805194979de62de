import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { around, numberOfAddress, textOfBlock } from '../network/blocks.ts'
import { between, pick } from '../parts/draw.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'

/** A subnet that is wanted: its purpose and hosts, and the prefix that its block should have. */
export type Demand = { readonly name: string; readonly hosts: number; readonly prefix: number }

/** What is wrong with the second subnet of a draft. */
export const faults = ['conflict', 'outside', 'too-small'] as const

/** An amendment of the draft: the blocks of every subnet afterwards, in the order of the demands. */
export type Plan = { readonly id: string; readonly cidrs: readonly string[] }

/** A draft for three subnets that failed, and amendments of which one keeps every rule. */
export type PlanScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly fault: (typeof faults)[number]
  readonly vpc: string
  readonly existing: string
  readonly demands: readonly Demand[]
  readonly draft: readonly string[]
  readonly plans: readonly Plan[]
}

/** Place of the subnet that failed, and of the smallest one. */
export const failed = 1
const smallest = 2

type Ground = {
  readonly random: SeededRandom
  readonly vpcFirst: number
  readonly vpcPrefix: number
}

const sizeOf = (prefix: number): number => 2 ** (32 - prefix)
export const firstOf = (cidr: string): number => numberOfAddress(cidr.split('/')[0] ?? '')
export const prefixOf = (cidr: string): number => Number(cidr.split('/')[1])

const overlaps = (left: string, right: string): boolean =>
  firstOf(left) < firstOf(right) + sizeOf(prefixOf(right)) &&
  firstOf(right) < firstOf(left) + sizeOf(prefixOf(left))

const isFree = (block: string, taken: readonly string[]): boolean =>
  taken.every((other) => !overlaps(other, block))

/** An aligned block of the VPC that is apart from those taken; null where the draws find none. */
function freeBlock({ random, vpcFirst, vpcPrefix }: Ground, prefix: number, taken: readonly string[]) {
  const places = sizeOf(vpcPrefix) / sizeOf(prefix)
  for (let tries = 0; tries < 60; tries++) {
    const block = textOfBlock(vpcFirst + random.integer(places) * sizeOf(prefix), prefix)
    if (isFree(block, taken)) return block
  }
  return null
}

/** A block that is free as it is written, and does not begin where a block of its size can begin. */
function shiftedBlock({ random, vpcFirst, vpcPrefix }: Ground, prefix: number, taken: readonly string[]) {
  const step = sizeOf(prefix) / 2
  const places = Array.from(
    { length: sizeOf(vpcPrefix) / step / 2 - 1 },
    (_, index) => vpcFirst + (2 * index + 1) * step,
  )
  const fits = (first: number): boolean =>
    [first, first + step].every((half) => isFree(textOfBlock(half, prefix + 1), taken)) &&
    !isFree(around(first, prefix), taken)
  const first = shuffle(places, random).find(fits)
  return first === undefined ? null : textOfBlock(first, prefix)
}

/** A block of a prefix that lies in another one, behind its first address. */
function inside(random: SeededRandom, cidr: string, prefix: number): string {
  const places = sizeOf(prefixOf(cidr)) / sizeOf(prefix)
  return places <= 1
    ? around(firstOf(cidr), prefix)
    : textOfBlock(firstOf(cidr) + between(random, 1, places - 1) * sizeOf(prefix), prefix)
}

const replaced = (plan: readonly string[], place: number, block: string): readonly string[] =>
  plan.map((cidr, index) => (index === place ? block : cidr))

const purposes = [
  ['load balancers', 'application servers', 'interface endpoints'],
  ['build agents', 'web servers', 'firewall endpoints'],
  ['ingest workers', 'container hosts', 'transit gateway attachments'],
  ['remote desktops', 'file gateways', 'DNS resolver endpoints'],
] as const

/** The second subnet fills its half block but for the reserved addresses; the third has two or three hosts. */
function drawDemands(random: SeededRandom): readonly Demand[] {
  const [first, second, third] = pick(random, purposes)
  const big = between(random, 23, 24)
  const middle = between(random, 25, 26)
  return [
    { name: first, hosts: between(random, Math.ceil(sizeOf(big) * 0.55), sizeOf(big) - 12), prefix: big },
    { name: second, hosts: sizeOf(middle + 1) - between(random, 2, 4), prefix: middle },
    { name: third, hosts: between(random, 2, 3), prefix: 28 },
  ]
}

type Drawn = { readonly ground: Ground; readonly existing: string; readonly demands: readonly Demand[] }

/** The draft: the first and the third block are in order, the second one is not. */
function draftOf({ ground, existing, demands }: Drawn, fault: PlanScenario['fault']): readonly string[] {
  const [big, middle, small] = demands.map(({ prefix }) => prefix) as [number, number, number]
  const first = freeBlock(ground, big, [existing]) ?? ''
  const third = first === '' ? '' : (freeBlock(ground, small, [existing, first]) ?? '')
  const { random, vpcFirst, vpcPrefix } = ground
  const bad = {
    conflict: () => inside(random, pick(random, [existing, first]), middle),
    outside: () => textOfBlock(vpcFirst + sizeOf(vpcPrefix) + random.integer(8) * sizeOf(middle), middle),
    'too-small': () => freeBlock(ground, middle + 1, [existing, first, third]) ?? '',
  }
  return first === '' || third === '' ? [] : [first, bad[fault](), third]
}

/** Amendments of a draft: one in order, and others that break one rule each. */
function amendmentsOf({ ground, existing, demands }: Drawn, draft: readonly string[]): readonly Plan[] {
  const { random, vpcFirst, vpcPrefix } = ground
  const { prefix } = demands[failed] as Demand
  const [first = '', , third = ''] = draft
  const taken = [existing, first, third]
  const good = freeBlock(ground, prefix, taken)
  const beside = good === null ? null : freeBlock(ground, prefix, [...taken, good])
  const tiny = beside === null ? null : freeBlock(ground, 29, [existing, first, beside])
  const move = (id: string, block: string | null): readonly Plan[] =>
    block === null || block === draft[failed] ? [] : [{ id, cidrs: replaced(draft, failed, block) }]
  return [
    ...move('free', good),
    ...move('overlapping', inside(random, pick(random, [existing, first]), prefix)),
    ...move('shifted', shiftedBlock(ground, prefix, taken)),
    ...move(
      'outside',
      textOfBlock(vpcFirst + sizeOf(vpcPrefix) + (8 + random.integer(8)) * sizeOf(prefix), prefix),
    ),
    ...move('small', freeBlock(ground, prefix + 1, taken)),
    ...(tiny === null || beside === null
      ? []
      : [{ id: 'tiny', cidrs: replaced(replaced(draft, failed, beside), smallest, tiny) }]),
  ]
}

/** Draws a VPC with an existing subnet, a draft that failed, and amendments to it. */
export function samplePlans(random: SeededRandom): PlanScenario {
  const vpcPrefix = between(random, 20, 21)
  const places = 2 ** (vpcPrefix - 16) - 1
  const net = pick(random, [`10.${between(random, 0, 250)}.0.0`, `172.${between(random, 16, 31)}.0.0`])
  const ground: Ground = {
    random,
    vpcPrefix,
    vpcFirst: numberOfAddress(net) + random.integer(places) * sizeOf(vpcPrefix),
  }
  const drawn: Drawn = {
    ground,
    existing: freeBlock(ground, 24, []) ?? '',
    demands: drawDemands(random),
  }
  const fault = pick(random, faults)
  const draft = draftOf(drawn, fault)
  return {
    setting: drawSetting(random),
    rendering: 2 * faults.indexOf(fault) + random.integer(2),
    fault,
    vpc: textOfBlock(ground.vpcFirst, vpcPrefix),
    existing: drawn.existing,
    demands: drawn.demands,
    draft,
    plans: draft.includes('') || draft.length === 0 ? [] : amendmentsOf(drawn, draft),
  }
}
