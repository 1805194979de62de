import type { NetworkAcl, SecurityGroup } from '../../cloud/network/types.ts'
import type { FlowScenario } from '../network/flows.ts'
import type { Setting } from '../parts/setting.ts'

/** A client host of the scenario, in a tier's subnet. */
export type Client = {
  readonly id: string
  readonly tier: string
  readonly cidr: string
  readonly address: string
  readonly group: string
}

/** Clients in several subnets that connect to one server behind a security group and a network ACL of its own. */
export type ConnectionScenario = FlowScenario & {
  readonly setting: Setting
  readonly rendering: number
  readonly question: number
  readonly engine: string
  readonly server: { readonly id: string; readonly cidr: string; readonly address: string }
  readonly clients: readonly Client[]
  readonly serverGroup: SecurityGroup
  readonly acl: NetworkAcl
  /** Groups of clients whose outbound rules are narrower than "everything". */
  readonly narrowGroups: readonly SecurityGroup[]
}
