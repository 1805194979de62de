import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'
import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import { invalid, type Probe } from '../grade.ts'
import { networkProbe } from './network.ts'
import { resolveText } from './stack-update.ts'
import { addressIn, networkOfTemplate } from './template-network.ts'

/** The place of the first host in its subnet, clear of the addresses that the service keeps and of NAT gateways. */
const firstHost = 20

function blockOf(network: JsonObject, subnet: Json | undefined): string {
  const subnets = isJsonList(network.subnets) ? network.subnets.filter(isJsonObject) : []
  const cidrs = subnets.find(({ id }) => id === subnet)?.cidrs
  return isJsonList(cidrs) ? String(cidrs[0]) : ''
}

/** Hosts with addresses of the subnets in which they stand. */
const placed = (hosts: Json | undefined, network: JsonObject): readonly JsonObject[] =>
  (isJsonList(hosts) ? hosts.filter(isJsonObject) : []).map((host, index) => {
    const address = addressIn(blockOf(network, host.subnet), firstHost + index)
    return address === undefined ? host : { address, ...host }
  })

/**
 * Asks whether a connection can be made in the network that `template` builds, with the hosts of `instances` in it; their
 * subnets and security groups are logical ids of the template.
 */
export const networkTemplateProbe = (facts: NetworkFacts): Probe => {
  const reach = networkProbe(facts)
  return ({ template, instances, ...asked }) => {
    const resolved = resolveText(template)
    if (!resolved.ok) return invalid(resolved.error)
    const network = networkOfTemplate(resolved.value)
    return reach({ ...asked, parts: [network, { instances: placed(instances, network) }] })
  }
}
