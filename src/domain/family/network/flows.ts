import { compileNetwork } from '../../cloud/network/compile-network.ts'
import type { Network } from '../../cloud/network/network.ts'
import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import { traceConnection } from '../../cloud/network/trace-connection.ts'
import type { ReachAnswer, ReachQuestion, Topology } from '../../cloud/network/types.ts'
import { CairnError } from '../../kernel/cairn-error.ts'

/** Beliefs that leave the topology as it is share the network that the key was found in. */
const compiled = new WeakMap<Topology, { readonly facts: NetworkFacts; readonly network: Network }>()

/**
 * A topology made ready to be walked.
 * @throws CairnError `family-network-malformed` where a family wrote a network that no service would take
 * @example networkOf({ vpcs: [{ id: 'a', cidrs: ['10.0.0.0/16'] }] }, facts).vpcs.size // 1
 */
export function networkOf(topology: Topology, facts: NetworkFacts): Network {
  const known = compiled.get(topology)
  if (known?.facts === facts) return known.network
  const network = compileNetwork(topology, facts)
  if (!network.ok) throw new CairnError('family-network-malformed', JSON.stringify(network.error.faults))
  compiled.set(topology, { facts, network: network.value })
  return network.value
}

/** Beliefs ask the same questions of the same network. */
const traced = new WeakMap<Network, WeakMap<ReachQuestion, ReachAnswer>>()

/**
 * The answer of the network model to one question.
 * @throws CairnError `family-network-malformed` where the question does not fit the network
 */
export function traceFlow(network: Network, question: ReachQuestion): ReachAnswer {
  const answers = traced.get(network) ?? new WeakMap<ReachQuestion, ReachAnswer>()
  const known = answers.get(question)
  if (known !== undefined) return known
  const answer = traceConnection(network, question)
  if (!answer.ok)
    throw new CairnError('family-network-malformed', `${answer.error.at}: ${answer.error.reason}`)
  traced.set(network, answers.set(question, answer.value))
  return answer.value
}
