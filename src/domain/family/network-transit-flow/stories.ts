import type { Case } from './scenario.ts'

/** A workload in which a case really occurs. The words name it within a sentence; `spoke`, `other` and `core` stand before "VPC". */
export type Story = {
  readonly who: string
  /** VPCs of the story: the one in question, one that it must not reach, and the one that both share. */
  readonly spoke: string
  readonly other: string
  readonly core: string
  /** Who wants what: the caller in the spoke, and what it needs from the shared VPC or behind the VPN. */
  readonly caller: string
  readonly callee: string
  /** Where the VPN leads. */
  readonly site: string
}

const noWayBack: readonly Story[] = [
  {
    who: 'a bank',
    ...{ spoke: 'cards', other: 'loans', core: 'identity', site: 'headquarters' },
    ...{ caller: 'the card servers', callee: 'Active Directory' },
  },
  {
    who: 'a software vendor',
    ...{ spoke: 'staging', other: 'production', core: 'tooling', site: 'the office' },
    ...{ caller: 'the staging servers', callee: 'the artifact repository' },
  },
  {
    who: 'a hospital group',
    ...{ spoke: 'radiology', other: 'billing', core: 'shared services', site: 'the hospital' },
    ...{ caller: 'the radiology workstations', callee: 'the license server' },
  },
  {
    who: 'a game publisher',
    ...{ spoke: 'beta', other: 'live', core: 'logging', site: 'the studio' },
    ...{ caller: 'the beta servers', callee: 'the log collector' },
  },
  {
    who: 'an airline',
    ...{ spoke: 'crew planning', other: 'booking', core: 'backup', site: 'the hub airport' },
    ...{ caller: 'the planning servers', callee: 'the backup server' },
  },
  {
    who: 'a managed service provider',
    ...{
      spoke: 'second customer',
      other: 'first customer',
      core: 'monitoring',
      site: 'the operations center',
    },
    ...{ caller: 'the agents of the new customer', callee: 'the monitoring server' },
  },
]

const leak: readonly Story[] = [
  {
    who: 'a payment provider',
    ...{ spoke: 'development', other: 'cardholder', core: 'shared services', site: 'the office' },
    ...{ caller: 'a developer', callee: 'a database' },
  },
  {
    who: 'a hosting company',
    ...{ spoke: 'tenant A', other: 'tenant B', core: 'monitoring', site: 'the office' },
    ...{ caller: 'an administrator of tenant A', callee: 'a web console' },
  },
  {
    who: 'a carmaker',
    ...{ spoke: 'supplier', other: 'engineering', core: 'file exchange', site: 'the plant' },
    ...{ caller: 'a supplier', callee: 'a file share' },
  },
  {
    who: 'an insurance company',
    ...{ spoke: 'test', other: 'production', core: 'directory', site: 'headquarters' },
    ...{ caller: 'a tester', callee: 'the claims database' },
  },
  {
    who: 'a university',
    ...{ spoke: 'student', other: 'administration', core: 'identity', site: 'the campus' },
    ...{ caller: 'a student', callee: 'a payroll server' },
  },
  {
    who: 'a research institute',
    ...{ spoke: 'guest', other: 'genomics', core: 'license', site: 'the institute' },
    ...{ caller: 'a guest scientist', callee: 'a sequencing database' },
  },
]

const blackhole: readonly Story[] = [
  {
    who: 'a parcel service',
    ...{ spoke: 'labeling', other: 'billing', core: 'shared services', site: 'the sorting hall' },
    ...{ caller: 'the label service', callee: 'the printers' },
  },
  {
    who: 'a brewery',
    ...{ spoke: 'production', other: 'web shop', core: 'logging', site: 'the bottling plant' },
    ...{ caller: 'the production planner', callee: 'the filling line' },
  },
  {
    who: 'a clothing retailer',
    ...{ spoke: 'inventory', other: 'payment', core: 'directory', site: 'the warehouse' },
    ...{ caller: 'the inventory service', callee: 'the scanners' },
  },
  {
    who: 'a water utility',
    ...{ spoke: 'telemetry', other: 'customer', core: 'monitoring', site: 'the waterworks' },
    ...{ caller: 'the telemetry server', callee: 'the pump controllers' },
  },
  {
    who: 'a private school',
    ...{ spoke: 'timetable', other: 'finance', core: 'identity', site: 'the campus' },
    ...{ caller: 'the timetable server', callee: 'the door displays' },
  },
  {
    who: 'a print shop',
    ...{ spoke: 'order', other: 'accounting', core: 'backup', site: 'the press room' },
    ...{ caller: 'the order system', callee: 'the presses' },
  },
]

const noSubnetRoute: readonly Story[] = [
  {
    who: 'a consulting firm',
    ...{ spoke: 'analytics', other: 'client', core: 'directory', site: 'the office' },
    ...{ caller: 'the analytics servers', callee: 'Active Directory' },
  },
  {
    who: 'a streaming service',
    ...{ spoke: 'encoding', other: 'billing', core: 'logging', site: 'the studio' },
    ...{ caller: 'the encoders', callee: 'the log collector' },
  },
  {
    who: 'a supermarket chain',
    ...{ spoke: 'loyalty', other: 'payment', core: 'database', site: 'headquarters' },
    ...{ caller: 'the loyalty service', callee: 'the customer database' },
  },
  {
    who: 'a shipping line',
    ...{ spoke: 'customs', other: 'crew', core: 'message broker', site: 'the port' },
    ...{ caller: 'the customs gateway', callee: 'the message broker' },
  },
  {
    who: 'a telecom operator',
    ...{ spoke: 'fraud detection', other: 'partner', core: 'data', site: 'the network center' },
    ...{ caller: 'the fraud detection servers', callee: 'the call records database' },
  },
  {
    who: 'a ministry',
    ...{ spoke: 'permits', other: 'tax', core: 'signature', site: 'the ministry' },
    ...{ caller: 'the permit application', callee: 'the signature service' },
  },
]

/** Workloads by case. */
export const stories: Readonly<Record<Case, readonly Story[]>> = {
  'no-way-back': noWayBack,
  leak,
  blackhole,
  'no-subnet-route': noSubnetRoute,
}
