import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import type { ReachAnswer } from '../../cloud/network/types.ts'
import { flowOf, networkOf, traceFlow } from '../network/flows.ts'
import { bullets, capitalised, listed, paragraphs } from '../parts/words.ts'
import type { Rendering } from '../types.ts'
import type { ListedTable, TransitScenario } from './sample.ts'

const questions = [
  'Which of these connections succeeds?',
  'Which connection can be established?',
  'Between which two networks does traffic flow in both directions?',
] as const

const coded = (names: readonly string[]): string => listed(names.map((name) => `\`${name}\``))

function tableSentence({ id, associated, propagated, dropped }: ListedTable): string {
  const hole = dropped.length > 0 ? `, with a blackhole route for the block of ${coded(dropped)}` : ''
  return `Route table \`${id}\`: associated with ${coded(associated)}; routes propagated from ${coded(propagated)}${hole}`
}

function tableProse({ id, associated, propagated, dropped }: ListedTable): string {
  const hole =
    dropped.length > 0 ? ` A static blackhole route in it names the block of ${coded(dropped)}.` : ''
  return `The attachments of ${coded(associated)} are associated with the route table \`${id}\`, to which ${coded(propagated)} propagate.${hole}`
}

const blocksOf = ({ attached }: TransitScenario): string =>
  attached.map(({ name, kind, cidr }) => `\`${name}\` (${kind === 'vpn' ? 'VPN, ' : ''}${cidr})`).join(', ')

const tableBlock = ({ attached, tables }: TransitScenario): string => {
  const cidrOf = (name: string): string => attached.find((one) => one.name === name)?.cidr ?? ''
  return [
    '```text',
    ...tables.flatMap(({ id, associated, propagated, dropped }) => [
      `${id} (associated: ${associated.join(', ')})`,
      ...propagated.map((name) => `  ${cidrOf(name).padEnd(17)}${name.padEnd(12)}propagated`),
      ...dropped.map((name) => `  ${cidrOf(name).padEnd(17)}${'-'.padEnd(12)}static, blackhole`),
    ]),
    '```',
  ].join('\n')
}

const subnetSentence = ({ unrouted }: TransitScenario): string =>
  unrouted === null
    ? 'In every VPC, the subnets send 10.0.0.0/8 and 172.16.0.0/12 to the transit gateway.'
    : `The subnets of the VPCs send 10.0.0.0/8 and 172.16.0.0/12 to the transit gateway, except those of \`${unrouted}\`, which have the local route.`

const open = 'Security groups and network ACLs allow the traffic.'

const stems: readonly ((scenario: TransitScenario, question: string) => string)[] = [
  (scenario, question) =>
    paragraphs(
      `${capitalised(scenario.setting.who)} connects its networks through a transit gateway. The attachments are ${blocksOf(scenario)}. Its route tables:`,
      tableBlock(scenario),
      [subnetSentence(scenario), open, question],
    ),
  (scenario, question) =>
    paragraphs(
      `The ${scenario.setting.teams[0]} of ${scenario.setting.who} separates networks on a transit gateway and documents the result:`,
      bullets(scenario.tables.map(tableSentence)),
      [subnetSentence(scenario), 'No other routes exist on the transit gateway.', open, question],
    ),
  (scenario, question) =>
    paragraphs([
      `Timeouts of the ${scenario.setting.systems[0].name} lead ${scenario.setting.who} to its transit gateway, which has no default route tables.`,
      ...scenario.tables.map(tableProse),
      subnetSentence(scenario),
      `${open} ${question}`,
    ]),
]

function whyRefused({ blockedBy }: ReachAnswer): string {
  if (blockedBy === null)
    return 'Each side is propagated to the route table that the other side is associated with, and the subnets lead to the transit gateway.'
  if (blockedBy.direction === 'reply')
    return 'The request arrives, but the route table of the destination has no route back to the sender.'
  if (blockedBy.kind === 'route-table')
    return 'The subnets of the sender have no route to the transit gateway, so packets do not leave the VPC; an attachment adds none.'
  if (/blackhole/.test(`${blockedBy.rule} ${blockedBy.text}`))
    return 'The static blackhole route outranks the propagated route to the same block, so packets are dropped.'
  return 'The route table that the sender is associated with has no route to the destination, since nothing propagates one.'
}

/** Words the scenario in one of three structures; every rationale follows from the hop that the model names. */
export function renderTransit(scenario: TransitScenario, facts: NetworkFacts): Rendering {
  const network = networkOf(scenario.topology, facts)
  return {
    stem: stems[scenario.rendering]?.(scenario, questions[scenario.question] ?? '') ?? '',
    option: (answer) => {
      const flow = flowOf(scenario, answer)
      return { text: flow.words, rationale: whyRefused(traceFlow(network, flow.question)) }
    },
  }
}
