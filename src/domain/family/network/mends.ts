import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import type { ReachAnswer, ReachQuestion, Topology } from '../../cloud/network/types.ts'
import type { Answers } from '../types.ts'
import { networkOf, traceFlow } from './flows.ts'

/** A connection that must be made, or must be refused, once the incident is over. */
export type Need = { readonly question: ReachQuestion; readonly works: boolean }

/**
 * What a colleague proposes: words as they stand in an option, and the network as it would be afterwards. `beside` names
 * what the change touches outside the network model, such as name resolution; the network stays as it is then.
 */
export type Change = {
  readonly id: string
  readonly text: string
  readonly after: Topology
  readonly beside?: string
}

/** A network that does not do what it should, and the changes that are proposed. */
export type Incident = {
  readonly topology: Topology
  readonly needs: readonly Need[]
  readonly changes: readonly Change[]
}

/** How a belief sees an incident; what it leaves out is seen as it is. */
export type Sight<Scenario> = {
  /** The network with a rule left out. */
  readonly view?: (topology: Topology, scenario: Scenario) => Topology
  /** The connection as the belief imagines it. */
  readonly ask?: (question: ReachQuestion) => ReachQuestion
  /** Whether the belief takes the connection to be made. */
  readonly connects?: (answer: ReachAnswer, topology: Topology, scenario: Scenario, need: Need) => boolean
  /** Needs that the belief cares about. */
  readonly cares?: (need: Need) => boolean
  /** What a change touches beside the network, where the belief takes that to be enough. */
  readonly trusts?: string
}

const isSame = (topology: Topology): Topology => topology

/**
 * The changes that mend an incident as a belief sees it: some need is unmet before the change, and each is met after it.
 * Without a belief, those that do mend it.
 */
export const mending =
  <Scenario extends Incident>({
    view = isSame,
    ask = (question) => question,
    connects = ({ reachable }) => reachable,
    cares = () => true,
    trusts,
  }: Sight<Scenario> = {}) =>
  (scenario: Scenario, facts: NetworkFacts): Answers => {
    const needs = scenario.needs.filter(cares)
    const isFine = (topology: Topology): boolean => {
      const network = networkOf(view(topology, scenario), facts)
      return needs.every(
        (need) => connects(traceFlow(network, ask(need.question)), topology, scenario, need) === need.works,
      )
    }
    return isFine(scenario.topology)
      ? []
      : scenario.changes
          .filter(({ after, beside }) => isFine(after) || (beside !== undefined && beside === trusts))
          .map(({ id }) => id)
  }

/** The change of an id. @throws RangeError for an unknown one */
export function changeOf({ changes }: Pick<Incident, 'changes'>, id: unknown): Change {
  const change = changes.find((candidate) => candidate.id === id)
  if (change === undefined) throw new RangeError(`There is no change ${String(id)}.`)
  return change
}
