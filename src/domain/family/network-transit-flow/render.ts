import { changeOf } from '../network/mends.ts'
import { wordedBy } from '../parts/word.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import { attachmentOf, type Case, type TransitScenario, tableIn } from './scenario.ts'

/** The two route tables as a command would list them. */
function tablesBlock(scenario: TransitScenario): string {
  const { topology, spoke, other, core, office, tables } = scenario
  const attached = [spoke, other, core, office]
  const nameOf = (id: string): string => attached.find((one) => attachmentOf(one) === id)?.name ?? ''
  const cidrOf = (id: string): string => attached.find((one) => attachmentOf(one) === id)?.cidr ?? ''
  return [
    '```text',
    ...([0, 1] as const).flatMap((place) => {
      const { associations, propagations, routes } = tableIn(topology, place)
      return [
        `${tables[place]} (associated: ${associations.map(nameOf).join(', ')})`,
        ...propagations.map((id) => `  ${cidrOf(id).padEnd(16)}${nameOf(id).padEnd(11)}propagated`),
        ...routes.map(({ destination }) => `  ${destination.padEnd(16)}${'-'.padEnd(11)}static, blackhole`),
      ]
    }),
    '```',
  ].join('\n')
}

const stems: readonly ((scenario: TransitScenario) => string)[] = [
  ({ setting, spoke, other, core, tables: [own, shared] }) =>
    paragraphs([
      `${capitalised(setting.who)} attached a new VPC, \`${spoke.name}\`, to its transit gateway and associated it with the route table \`${own}\`, like the VPC \`${other.name}\` before it.`,
      `Servers in \`${spoke.name}\` now send requests to \`${core.name}\`, a VPC with shared services. Flow logs there record the requests and the replies, yet no reply comes back. For \`${other.name}\` the same services work. The attachment of \`${core.name}\` is associated with the route table \`${shared}\` and propagates to \`${own}\`.`,
      'The two spokes must stay unable to reach each other. Which change meets these requirements?',
    ]),
  (scenario) =>
    paragraphs(
      `The ${scenario.setting.teams[0]} of ${scenario.setting.who} moved the ${scenario.setting.systems[0].name} into the VPC \`${scenario.spoke.name}\` (${scenario.spoke.cidr}), and since then it gets no answers from \`${scenario.core.name}\`. An engineer lists the route tables of the transit gateway:`,
      tablesBlock(scenario),
      `The subnets of each VPC route private ranges to the transit gateway. An auditor checks every quarter that \`${scenario.spoke.name}\` and \`${scenario.other.name}\` have no path to each other. What should the engineer do?`,
    ),
  (scenario) =>
    paragraphs(
      `A penetration tester who was given a shell in \`${scenario.spoke.name}\` opened a database console in \`${scenario.other.name}\`, another VPC on the transit gateway of ${scenario.setting.who}. The two were meant to share nothing but the services in \`${scenario.core.name}\`. The route tables of the gateway read:`,
      tablesBlock(scenario),
      'Access to the shared services must continue from both VPCs. Which change closes the path?',
    ),
  ({ setting, spoke, other, core, tables: [own, shared] }) =>
    paragraphs([
      `A compliance scan flags that servers in the VPC \`${spoke.name}\` (${spoke.cidr}) can open connections to \`${other.name}\` (${other.cidr}). Both VPCs are associated with the transit gateway route table \`${own}\`, and someone had enabled propagation of their attachments to it last month. They also propagate to \`${shared}\`, with which \`${core.name}\` (${core.cidr}) is associated.`,
      `The ${setting.teams[0]} relies on calls from both VPCs to \`${core.name}\`. Which action separates the two and keeps those calls working?`,
    ]),
  ({ setting, spoke, other, office, tables: [own, shared] }) =>
    paragraphs([
      `While malware was being removed from the ${office.name} network, ${setting.who} put a static blackhole route for ${office.cidr} into the transit gateway route table \`${own}\`. The ${office.name} is clean again, but the ${setting.systems[0].name} in the VPC \`${spoke.name}\` still cannot send jobs to its printers.`,
      `The VPN attachment of the ${office.name} is up and propagates to \`${own}\`, with which \`${spoke.name}\` and \`${other.name}\` are associated. Both propagate to \`${shared}\`, the table of the VPN. No path between the two VPCs may open.`,
      'Which action restores the printing?',
    ]),
  (scenario) =>
    paragraphs(
      `"VPN shows green on both tunnels, but ${scenario.office.cidr} is dead from AWS," reads a ticket at ${scenario.setting.who}. The caller works on servers in the VPC \`${scenario.spoke.name}\`. An engineer prints the route tables of the transit gateway, where the VPN is the attachment \`${scenario.office.name}\`:`,
      tablesBlock(scenario),
      `The VPCs \`${scenario.spoke.name}\` and \`${scenario.other.name}\` belong to different customers and must remain separate. Which change resolves the ticket?`,
    ),
  ({ setting, spoke, other, core, tables: [own, shared] }) =>
    paragraphs([
      `The rollout of a landing zone at ${setting.who} has stopped at its newest VPC, \`${spoke.name}\`: servers there get no connection to \`${core.name}\` (${core.cidr}), and their packets never show up at the transit gateway.`,
      `The attachment of \`${spoke.name}\` sits in two small subnets of its own. It is associated with the route table \`${own}\`, to which \`${core.name}\` propagates, and it propagates to \`${shared}\`, the table of \`${core.name}\`. The route tables of the server subnets have the local route alone.`,
      `A path to the tenant VPC \`${other.name}\` must not come into being. Which step completes the rollout?`,
    ]),
  (scenario) =>
    paragraphs(
      `A new account of ${scenario.setting.who} cannot join its servers to the directory in \`${scenario.core.name}\`. Its VPC, \`${scenario.spoke.name}\` (${scenario.spoke.cidr}), was attached to the transit gateway by a template, and the tables there look right to the network team:`,
      tablesBlock(scenario),
      `In the account itself, each subnet of \`${scenario.spoke.name}\` still uses the main route table as it was created. The separation of \`${scenario.spoke.name}\` and \`${scenario.other.name}\` is a contract term. What should an administrator do?`,
    ),
]

const keyReasons: Readonly<Record<Case, (scenario: TransitScenario) => string>> = {
  'no-way-back': ({ core, spoke, tables }) =>
    `Replies from \`${core.name}\` are routed by \`${tables[1]}\`, which had no route to ${spoke.cidr}. Propagation adds it there and leaves \`${tables[0]}\` without routes between spokes.`,
  leak: ({ tables }) =>
    `Both attachments are routed by \`${tables[0]}\`. Without routes to each other in it they are apart, and \`${tables[1]}\` still leads back to them.`,
  blackhole: ({ office }) =>
    `The static blackhole route outranked the propagated route for ${office.cidr}. Once it is gone, the VPN is used.`,
  'no-subnet-route': ({ spoke }) =>
    `An attachment adds no routes to a VPC. Without one, packets of \`${spoke.name}\` did not leave its subnets.`,
}

/** Words the scenario in one of eight structures, two for each case. */
export const renderTransit = wordedBy<TransitScenario>({
  stems,
  text: (answer, scenario) => changeOf(scenario, answer).text,
  reasons: {
    key: ({ scenario }) => keyReasons[scenario.kind](scenario),
    'association-propagates': ({ scenario: { tables, core, office, kind } }) =>
      `An association says which table routes what comes from an attachment. \`${tables[1]}\` has no route to \`${kind === 'blackhole' ? office.name : core.name}\`, so requests would be lost.`,
    'replies-by-own-table': ({ scenario: { tables, core } }) =>
      `Replies come from \`${core.name}\` and are routed by its table, \`${tables[1]}\`, which still has no route back.`,
    'table-isolates': ({ scenario: { tables, spoke, other } }) =>
      `Replies would arrive, but \`${tables[0]}\` would then have routes to \`${spoke.name}\` and \`${other.name}\`, so the two could reach each other.`,
    'shared-table-connects-spokes': ({ scenario: { tables, core } }) =>
      `This takes the way back from \`${core.name}\`, and \`${tables[0]}\` keeps the routes between the two VPCs.`,
    'blackhole-first': ({ scenario: { other } }) =>
      `The longest prefix decides before the kind of route, so the propagated ${other.cidr} still leads to \`${other.name}\`.`,
    'attachment-adds-routes': ({ scenario: { spoke, core } }) =>
      `Without these routes, \`${spoke.name}\` also loses its path to \`${core.name}\`.`,
    'live-route-first': ({ scenario: { office } }) =>
      `The blackhole route for ${office.cidr} has the longer prefix, so packets are still dropped.`,
    'tables-share-routes': ({ scenario: { tables, spoke } }) =>
      `What comes from \`${spoke.name}\` is routed by \`${tables[0]}\`, where the blackhole route remains.`,
    'placed-means-routed': () =>
      'The subnets of an attachment hold its network interfaces; other traffic still follows the route tables, which have no route to the gateway.',
    'propagation-reaches-subnets': () =>
      'Propagation fills route tables of the transit gateway. Those of the VPC stay as they are, so packets do not leave it.',
    'static-reaches-subnets': () =>
      'The transit gateway had this route by propagation already. The route tables of the VPC are untouched, so packets do not leave it.',
  },
})
