import { compileNetwork } from '../../cloud/network/compile-network.ts'
import type { Network } from '../../cloud/network/network.ts'
import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import { traceConnection } from '../../cloud/network/trace-connection.ts'
import type { ReachAnswer, ReachQuestion, Topology } from '../../cloud/network/types.ts'
import { CairnError } from '../../kernel/cairn-error.ts'
import type { Answers } from '../types.ts'

/** A connection that a scenario asks about: words that stand as an option, and the question to the model. */
export type Flow = { readonly id: string; readonly words: string; readonly question: ReachQuestion }

/** A network and the connections that somebody tries over it. */
export type FlowScenario = { readonly topology: Topology; readonly flows: readonly Flow[] }

/** Keeps a flow when the answer to it satisfies the belief. */
export type Accepts = (answer: ReachAnswer, flow: Flow) => boolean

/** Beliefs that leave the topology as it is, and the rationales, share the network that the key was found in. */
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

/**
 * The answer of the network model to one question.
 * @throws CairnError `family-network-malformed` where the question does not fit the network
 */
export function traceFlow(network: Network, question: ReachQuestion): ReachAnswer {
  const answer = traceConnection(network, question)
  if (!answer.ok)
    throw new CairnError('family-network-malformed', `${answer.error.at}: ${answer.error.reason}`)
  return answer.value
}

const isReachable: Accepts = ({ reachable }) => reachable

/**
 * Flows that succeed in a network as a belief sees it: `ablate` gives the network with a rule left out, `accepts` says
 * which answers the belief takes for a success.
 */
export const succeedingFlows =
  <Scenario extends FlowScenario>(
    ablate: (topology: Topology, scenario: Scenario) => Topology = (topology) => topology,
    accepts: Accepts = isReachable,
  ) =>
  (scenario: Scenario, facts: NetworkFacts): Answers => {
    const network = networkOf(ablate(scenario.topology, scenario), facts)
    return scenario.flows
      .filter((flow) => accepts(traceFlow(network, flow.question), flow))
      .map(({ id }) => id)
  }

/** The words of a flow by its id. @throws RangeError for an unknown one */
export function flowOf({ flows }: FlowScenario, id: unknown): Flow {
  const flow = flows.find((candidate) => candidate.id === id)
  if (flow === undefined) throw new RangeError(`There is no connection ${String(id)}.`)
  return flow
}
