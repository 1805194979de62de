import type { Incident } from '../network/mends.ts'
import type { Setting } from '../parts/setting.ts'

/** What keeps the connection from being made. */
export const faults = ['reply', 'denied', 'group', 'outbound'] as const
export type Fault = (typeof faults)[number]

/** Servers that call a database in another subnet of their VPC. */
export type ConnectionScenario = Incident & {
  readonly setting: Setting
  /** Twice the index of the fault, plus the structure of the stem for it. */
  readonly rendering: number
  readonly fault: Fault
  readonly engine: string
  readonly port: number
  readonly vpcCidr: string
  readonly client: { readonly cidr: string; readonly address: string; readonly group: string }
  readonly server: { readonly cidr: string; readonly address: string }
  /** Numbers of the ACL's deny rule and allow rule, and the block that the deny rule names (fault "denied"). */
  readonly deny: { readonly number: number; readonly allow: number; readonly cidr: string }
}

export const ids = {
  vpc: 'vpc',
  clientAcl: 'acl-clients',
  serverAcl: 'acl-data',
  serverGroup: 'sg-db',
  client: 'client',
  server: 'server',
  neighbour: 'neighbour',
} as const

/** The group that the clients had before they were moved (fault "group"). */
export const oldGroup = 'sg-legacy-app'
