import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Address, type Cidr, contains, type Family, isInternetAddress, parseAddress } from './cidr.ts'
import type { Interface, Network } from './network.ts'
import type { ReachQuestion } from './types.ts'

/** A question that cannot be asked of a network, with the member at fault and the reason. */
export type QuestionInvalid = {
  readonly code: 'reach-question-invalid'
  readonly at: keyof ReachQuestion
  readonly reason: string
}

/** Who asks: an instance, or a host with an address on the internet or in an on-premises network. */
export type Source =
  | { readonly kind: 'instance'; readonly interface: Interface }
  | { readonly kind: 'internet'; readonly address: Address }
  | { readonly kind: 'on-premises'; readonly network: string; readonly address: Address }

/** Where the request goes: an address, and the id of what should have it, null where any holder will do. */
export type Destination = { readonly address: Address; readonly expected: string | null }

const refuse = (at: keyof ReachQuestion, reason: string) =>
  fail({ code: 'reach-question-invalid', at, reason } as const)

/** Addresses that a source can send from. */
export const addressesOfSource = (source: Source): readonly Address[] =>
  source.kind === 'instance' ? source.interface.addresses : [source.address]

const isTaken = (address: Address, { vpcs, interfaces }: Network): boolean =>
  interfaces.some(({ publicAddress }) => publicAddress?.value === address.value) ||
  [...vpcs.values()].some(({ blocks }) => blocks.some((block) => contains(block, address)))

/** The on-premises network that announces the longest prefix around an address, or null. */
function networkOf(address: Address, { onPremises }: Network): string | null {
  const [longest] = [...onPremises]
    .flatMap(([id, blocks]) => blocks.map((block) => ({ id, block })))
    .filter(({ block }) => contains(block, address))
    .sort((left, right) => right.block.prefix - left.block.prefix || (left.id < right.id ? -1 : 1))
  return longest?.id ?? null
}

/** Finds who asks. */
export function findSource(network: Network, { from }: ReachQuestion): Result<Source, QuestionInvalid> {
  const instance = network.instances.get(from)
  if (instance !== undefined) return ok({ kind: 'instance', interface: instance })
  const address = parseAddress(from)
  if (address === null) return refuse('from', `"${from}" is neither an instance nor an address`)
  const onPremises = networkOf(address, network)
  if (onPremises !== null) return ok({ kind: 'on-premises', network: onPremises, address })
  if (isTaken(address, network)) return refuse('from', `${from} lies in a VPC; name the instance instead`)
  return isInternetAddress(address)
    ? ok({ kind: 'internet', address })
    : refuse('from', `${from} is a private address of no on-premises network of this topology`)
}

const byAddress = (left: Address, right: Address): number =>
  left.family - right.family || (left.value < right.value ? -1 : Number(left.value > right.value))

const ofInstance = ({ addresses, publicAddress }: Interface, source: Source): readonly Address[] =>
  source.kind === 'internet'
    ? [...(publicAddress === null ? [] : [publicAddress]), ...addresses.filter(({ family }) => family === 6)]
    : addresses

/** Addresses of an interface endpoint, those in the zone of an asking instance first. */
function ofEndpoint(interfaces: readonly Interface[], source: Source): readonly Address[] {
  const zone = source.kind === 'instance' ? source.interface.subnet.zone : null
  const near = interfaces.filter(({ subnet }) => zone !== null && subnet.zone === zone)
  const sorted = (list: readonly Interface[]) => list.flatMap(({ addresses }) => addresses).sort(byAddress)
  return [...sorted(near), ...sorted(interfaces)]
}

const ofBlocks = (blocks: readonly Cidr[]): readonly Address[] =>
  blocks.map(({ family, first }) => ({ family, value: first })).sort(byAddress)

/** What the name of a service means to a source: its private endpoint, else its public addresses. */
function ofService(network: Network, service: string, source: Source) {
  const vpc = source.kind === 'instance' ? source.interface.subnet.vpc.id : null
  const endpoint = [...network.endpoints.values()].find(
    (one) => one.service === service && one.privateDns && one.vpc === vpc,
  )
  return endpoint === undefined
    ? { addresses: ofBlocks(network.services.get(service) ?? []), expected: service }
    : { addresses: ofEndpoint(endpoint.interfaces, source), expected: endpoint.id }
}

function candidates(network: Network, to: string, source: Source) {
  const instance = network.instances.get(to)
  if (instance !== undefined) return { addresses: ofInstance(instance, source), expected: to }
  const endpoint = network.endpoints.get(to)
  if (endpoint !== undefined) return { addresses: ofEndpoint(endpoint.interfaces, source), expected: to }
  const address = parseAddress(to)
  if (address !== null) return { addresses: [address], expected: null }
  const { addresses, expected } = ofService(network, to, source)
  return addresses.length === 0 ? null : { addresses, expected }
}

const familyNumber = { ipv4: 4, ipv6: 6 } as const

/**
 * Finds the address that the request goes to, of a family that both ends have.
 *
 * @returns the destination; null when the asked instance has no address that the internet reaches
 */
export function findDestination(
  network: Network,
  question: ReachQuestion,
  source: Source,
): Result<Destination | null, QuestionInvalid> {
  const found = candidates(network, question.to, source)
  if (found === null)
    return refuse(
      'to',
      `"${question.to}" is no instance, endpoint, service or address that can be reached by name`,
    )
  const own = addressesOfSource(source).map(({ family }) => family)
  const wanted = question.family === undefined ? null : familyNumber[question.family]
  const fits = (family: Family): boolean => own.includes(family) && (wanted ?? family) === family
  const address = found.addresses.find(({ family }) => fits(family))
  if (address !== undefined) return ok({ address, expected: found.expected })
  if (source.kind === 'internet' && network.instances.has(question.to)) return ok(null)
  return refuse(
    'family',
    `${question.from} and ${question.to} have no address of one family${wanted === null ? '' : ` ${question.family}`}`,
  )
}
