import type { FactValues } from '../cloud-facts.ts'

/** The facts that the network model uses; an item about reachability or address plans lists them as its own. */
export const networkFactIds = [
  'subnet-reserved-first',
  'subnet-reserved-last',
  'vpc-largest-prefix',
  'vpc-smallest-prefix',
  'subnet-ipv6-prefix',
  'network-acl-last-rule',
  'ephemeral-first-port',
  'ephemeral-last-port',
  'nat-gateway-first-port',
  'nat-gateway-last-port',
] as const

/** Numbers that the network model takes. */
export type NetworkFacts = Pick<FactValues, (typeof networkFactIds)[number]>
