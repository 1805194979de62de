import { addressesNeeded } from '../../cloud/network/plan-cidr.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'

/** What a host is, why it takes several addresses of the subnet, and what is seen where addresses run out. */
export type HostKind = {
  readonly one: string
  readonly many: string
  readonly why: (addresses: number) => string
  readonly symptom: string
}

/** A fleet spread over the zones of a Region, one subnet in each. */
export type SubnetScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly kind: HostKind
  readonly zones: number
  /** Hosts in each zone today. */
  readonly hosts: number
  readonly addressesPerHost: number
  /** Growth in percent. */
  readonly growth: number
}

const kinds: readonly HostKind[] = [
  {
    one: 'worker node',
    many: 'Kubernetes worker nodes',
    why: (addresses) => `one for itself and one for each of ${addresses - 1} pods`,
    symptom: 'Pods hang with "failed to assign an IP address to container"',
  },
  {
    one: 'container instance',
    many: 'container instances',
    why: (addresses) => `its own and one for each of ${addresses - 1} tasks in awsvpc mode`,
    symptom: 'Tasks stop with "insufficient IP addresses in subnet"',
  },
  {
    one: 'virtual appliance',
    many: 'virtual appliances',
    why: (addresses) => `one for each of ${addresses} network interfaces`,
    symptom: 'Launches fail with InsufficientFreeAddressesInSubnet',
  },
  {
    one: 'render node',
    many: 'render nodes',
    why: (addresses) => `a primary one and ${addresses - 1} secondary ones`,
    symptom: 'Scale-outs end with InsufficientFreeAddressesInSubnet',
  },
]

type Load = Pick<SubnetScenario, 'hosts' | 'addressesPerHost' | 'growth'>

const neededBy = ({ hosts, addressesPerHost, growth }: Load): number =>
  addressesNeeded({ hosts, addressesPerHost, growth: growth / 100 })

/** True when the reserved addresses decide: the hosts fit a block that counts as whole, and no real one of its size. */
export function isTight(load: Load): boolean {
  const needed = neededBy(load)
  return 2 ** Math.ceil(Math.log2(needed)) - needed < 5
}

const drawLoad = (random: SeededRandom): Load => ({
  hosts: between(random, 4, 110),
  addressesPerHost: between(random, 3, 16),
  growth: pick(random, [20, 25, 30, 40, 50, 60, 75]),
})

/** Draws fleets until, half of the time, one is found for which the reserved addresses decide. */
function drawFleet(random: SeededRandom): Load {
  const loads = Array.from({ length: 40 }, () => drawLoad(random))
  const tight = chance(random, 0.5) ? loads.find(isTight) : undefined
  return tight ?? drawLoad(random)
}

/** Draws a fleet with its growth. */
export const sampleSubnets = (random: SeededRandom): SubnetScenario => ({
  setting: drawSetting(random),
  rendering: random.integer(5),
  kind: pick(random, kinds),
  zones: pick(random, [2, 3, 3]),
  ...drawFleet(random),
})
