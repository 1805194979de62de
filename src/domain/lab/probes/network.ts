import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'
import { compileNetwork } from '../../cloud/network/compile-network.ts'
import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import { reachQuestionShape, topologyShape } from '../../cloud/network/topology-shape.ts'
import { traceConnection } from '../../cloud/network/trace-connection.ts'
import type { ReachAnswer } from '../../cloud/network/types.ts'
import { describeFault, readShape, type ShapeFault } from '../../cloud/shape.ts'
import { invalid, type Probe } from '../grade.ts'
import type { ProbeAnswer } from '../types.ts'

const faultsOf = (faults: readonly ShapeFault[]): ProbeAnswer => invalid(faults.map(describeFault).join('; '))

/** One network of several parts: the lists of each member one after the other. */
function joinParts(parts: readonly Json[]): JsonObject {
  const joined: Record<string, Json> = {}
  for (const part of parts.filter(isJsonObject))
    for (const [name, held] of Object.entries(part)) {
      const before = joined[name]
      joined[name] = isJsonList(before) && isJsonList(held) ? [...before, ...held] : held
    }
  return joined
}

function describe({ reachable, path, blockedBy }: ReachAnswer): ProbeAnswer {
  if (reachable)
    return {
      answer: 'reaches',
      because: `It passes ${path.map(({ hop }) => hop).join(', ')}, and the reply comes back.`,
    }
  const way = blockedBy?.direction === 'reply' ? 'On the way back, ' : ''
  return { answer: 'blocked', because: `${way}${blockedBy?.text ?? 'nothing leads there'}` }
}

/**
 * Asks whether a connection of a network can be made: a case is one of `cloud network reach`, where `parts` may stand for
 * `network` as a list of parts to join. The answer is `reaches` or `blocked`, with the hop that decided.
 */
export const networkProbe =
  (facts: NetworkFacts): Probe =>
  ({ network, parts, ...asked }) => {
    const topology = readShape(topologyShape, isJsonList(parts) ? joinParts(parts) : network)
    if (!topology.ok) return faultsOf(topology.error.faults)
    const compiled = compileNetwork(topology.value, facts)
    if (!compiled.ok) return faultsOf(compiled.error.faults)
    const question = readShape(reachQuestionShape, asked)
    if (!question.ok) return faultsOf(question.error.faults)
    const traced = traceConnection(compiled.value, question.value)
    return traced.ok ? describe(traced.value) : invalid(`${traced.error.at}: ${traced.error.reason}`)
  }
