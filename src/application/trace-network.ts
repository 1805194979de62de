import { factValues } from '../domain/cloud/cloud-facts.ts'
import { compileNetwork } from '../domain/cloud/network/compile-network.ts'
import type { Network } from '../domain/cloud/network/network.ts'
import type { NetworkFacts } from '../domain/cloud/network/network-facts.ts'
import { planSubnets, type SubnetPlanReport, subnetPlanShape } from '../domain/cloud/network/plan-subnets.ts'
import { reachQuestionShape, topologyShape } from '../domain/cloud/network/topology-shape.ts'
import { traceConnection } from '../domain/cloud/network/trace-connection.ts'
import type { ReachAnswer } from '../domain/cloud/network/types.ts'
import { describeFault, readShape, type ShapeFault } from '../domain/cloud/shape.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { casesOf, type Identified, identify } from './cloud-cases.ts'
import type { Content } from './ports.ts'

type FactsPort = { readonly content: Pick<Content, 'cloudFacts'> }

/** What keeps a case from being answered, with the place of every fault. */
export type CaseRefused = { readonly invalid: string; readonly faults: readonly ShapeFault[] }

/** The answer to one case of reachability, or why there is none. */
export type TraceAnswer = Identified & (ReachAnswer | CaseRefused)

/** The answer to one address plan, or why there is none. */
export type PlanAnswer = Identified & (SubnetPlanReport | CaseRefused)

const refuse = (faults: readonly ShapeFault[]): CaseRefused => ({
  invalid: faults.map(describeFault).join('; '),
  faults,
})

/** The members of a case, apart from its id. */
type Members = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readNetwork(value: unknown, facts: NetworkFacts): Result<Network, readonly ShapeFault[]> {
  const inside = (faults: readonly ShapeFault[]) =>
    fail(faults.map(({ at, text }) => ({ at: at === '' ? 'network' : `network.${at}`, text })))
  const topology = readShape(topologyShape, value)
  if (!topology.ok) return inside(topology.error.faults)
  const network = compileNetwork(topology.value, facts)
  return network.ok ? ok(network.value) : inside(network.error.faults)
}

function answerQuestion(network: Network, question: Members): ReachAnswer | CaseRefused {
  const read = readShape(reachQuestionShape, question)
  if (!read.ok) return refuse(read.error.faults)
  const answer = traceConnection(network, read.value)
  return answer.ok ? answer.value : refuse([{ at: answer.error.at, text: answer.error.reason }])
}

/** Compiles each network once, however many cases share it. */
function networkReader(facts: NetworkFacts) {
  const known = new Map<unknown, Result<Network, readonly ShapeFault[]>>()
  return (value: unknown): Result<Network, readonly ShapeFault[]> => {
    const network = known.get(value) ?? readNetwork(value, facts)
    known.set(value, network)
    return network
  }
}

/**
 * Traces connections: one answer per case, in order. A case is `{ id?, network, from, to, protocol, … }`; in an input
 * `{ network, cases }` the cases that bring no network of their own share that one. A case that is wrong says why and
 * stops no other.
 */
export function traceNetwork(input: unknown, { content }: FactsPort): readonly TraceAnswer[] {
  const read = networkReader(factValues(content.cloudFacts()))
  const shared = isRecord(input) && 'cases' in input ? input.network : undefined
  return casesOf(input).map((asked) => {
    if (!isRecord(asked)) return refuse([{ at: '', text: 'a case is an object' }])
    const { id: _, network: own, ...question } = asked
    const network = read(own ?? shared)
    return {
      ...identify(asked),
      ...(network.ok ? answerQuestion(network.value, question) : refuse(network.error)),
    }
  })
}

/** Checks and completes address plans: one answer per case, in order; a case is a plan with an `id` if it likes. */
export function planNetwork(input: unknown, { content }: FactsPort): readonly PlanAnswer[] {
  const facts = factValues(content.cloudFacts())
  return casesOf(input).map((asked) => {
    if (!isRecord(asked)) return refuse([{ at: '', text: 'a case is an object' }])
    const { id: _, ...plan } = asked
    const read = readShape(subnetPlanShape, plan)
    return { ...identify(asked), ...(read.ok ? planSubnets(read.value, facts) : refuse(read.error.faults)) }
  })
}
