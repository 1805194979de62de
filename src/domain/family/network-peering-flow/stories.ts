import type { Case } from './scenario.ts'

/** A workload in which a case really occurs. The words name it within a sentence; `hub`, `near` and `far` stand before "VPC". */
export type Story = {
  readonly who: string
  readonly hub: string
  readonly near: string
  readonly far: string
  /** What opens the connection, and what it wants to reach. */
  readonly caller: string
  readonly callee: string
}

const spokes: readonly Story[] = [
  {
    who: 'a hotel chain',
    ...{ hub: 'shared services', near: 'loyalty', far: 'booking' },
    ...{ caller: 'the points service', callee: 'the reservation API' },
  },
  {
    who: 'an online retailer',
    ...{ hub: 'tooling', near: 'web shop', far: 'warehouse' },
    ...{ caller: 'the checkout', callee: 'the stock API' },
  },
  {
    who: 'a hospital group',
    ...{ hub: 'directory', near: 'appointments', far: 'imaging' },
    ...{ caller: 'the patient portal', callee: 'the image archive' },
  },
  {
    who: 'a newspaper publisher',
    ...{ hub: 'shared services', near: 'subscriptions', far: 'newsroom' },
    ...{ caller: 'the paywall', callee: 'the article API' },
  },
  {
    who: 'a logistics company',
    ...{ hub: 'monitoring', near: 'tracking', far: 'billing' },
    ...{ caller: 'the shipment tracker', callee: 'the invoice service' },
  },
  {
    who: 'a university',
    ...{ hub: 'identity', near: 'learning', far: 'library' },
    ...{ caller: 'the course platform', callee: 'the catalog server' },
  },
]

const fromHub: readonly Story[] = [
  {
    who: 'a games studio',
    ...{ hub: 'monitoring', near: 'match server', far: 'web' },
    ...{ caller: 'Prometheus', callee: 'the exporters on the match servers' },
  },
  {
    who: 'an insurance company',
    ...{ hub: 'security tools', near: 'claims', far: 'sales' },
    ...{ caller: 'the vulnerability scanner', callee: 'the claims servers' },
  },
  {
    who: 'a furniture maker',
    ...{ hub: 'backup', near: 'design', far: 'sales' },
    ...{ caller: 'the backup server', callee: 'the agents on the design workstations' },
  },
  {
    who: 'a payroll provider',
    ...{ hub: 'deployment', near: 'payroll', far: 'portal' },
    ...{ caller: 'the Jenkins controller', callee: 'its build agents' },
  },
  {
    who: 'a city council',
    ...{ hub: 'operations', near: 'parking', far: 'permits' },
    ...{ caller: 'the Ansible server', callee: 'the parking servers' },
  },
  {
    who: 'a drugmaker',
    ...{ hub: 'data platform', near: 'laboratory', far: 'sales' },
    ...{ caller: 'the nightly collector', callee: 'the laboratory databases' },
  },
]

const toOffice: readonly Story[] = [
  {
    who: 'a parcel service',
    ...{ hub: 'core', near: 'labeling', far: 'tracking' },
    ...{ caller: 'the label service', callee: 'the printers in the sorting hall' },
  },
  {
    who: 'a regional bank',
    ...{ hub: 'banking', near: 'mobile', far: 'cards' },
    ...{ caller: 'the mobile backend', callee: 'the mainframe' },
  },
  {
    who: 'an engineering firm',
    ...{ hub: 'main', near: 'simulation', far: 'web' },
    ...{ caller: 'the simulation cluster', callee: 'the license server' },
  },
  {
    who: 'a dairy',
    ...{ hub: 'main', near: 'planning', far: 'shop' },
    ...{ caller: 'the production planner', callee: 'the machine controllers' },
  },
  {
    who: 'a law firm',
    ...{ hub: 'main', near: 'document search', far: 'billing' },
    ...{ caller: 'the document indexer', callee: 'the file server' },
  },
  {
    who: 'a clinic',
    ...{ hub: 'main', near: 'telemedicine', far: 'billing' },
    ...{ caller: 'the video portal', callee: 'the LDAP directory' },
  },
]

const toInternet: readonly Story[] = [
  {
    who: 'a lender',
    ...{ hub: 'core', near: 'scoring', far: 'web' },
    ...{ caller: 'the scoring service', callee: 'the API of a credit bureau' },
  },
  {
    who: 'a travel agency',
    ...{ hub: 'web', near: 'fares', far: 'billing' },
    ...{ caller: 'the fare importer', callee: 'the API of an airline' },
  },
  {
    who: 'a robotics start-up',
    ...{ hub: 'platform', near: 'training', far: 'web' },
    ...{ caller: 'the training job', callee: 'a public Python repository' },
  },
  {
    who: 'a ticket seller',
    ...{ hub: 'shop', near: 'payments', far: 'venues' },
    ...{ caller: 'the refund service', callee: 'the card processor' },
  },
  {
    who: 'a power utility',
    ...{ hub: 'main', near: 'forecasting', far: 'metering' },
    ...{ caller: 'the load forecast', callee: 'a public weather API' },
  },
  {
    who: 'a developer of apps',
    ...{ hub: 'backend', near: 'messaging', far: 'web' },
    ...{ caller: 'the push sender', callee: 'the notification service of a phone maker' },
  },
]

/** Workloads by case. */
export const stories: Readonly<Record<Case, readonly Story[]>> = {
  spokes,
  'hub-to-spoke': fromHub,
  office: toOffice,
  internet: toInternet,
}
