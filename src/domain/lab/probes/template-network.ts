import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'
import { formatAddress, parseCidr } from '../../cloud/network/cidr.ts'
import type { ResolvedResource, ResolvedTemplate } from '../../cloud/templates/types.ts'

/** A resource with the values of its properties; a reference to another resource reads as its logical id. */
type Reader = {
  readonly id: string
  readonly text: (name: string) => string | undefined
  readonly texts: (name: string) => readonly string[]
  readonly rules: (name: string) => readonly JsonObject[]
}

/** The logical id behind a reference, or the text itself. */
function nameIn(value: Json | undefined): string | undefined {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (!isJsonObject(value)) return undefined
  if (typeof value.Ref === 'string') return value.Ref
  const attribute = value['Fn::GetAtt']
  return isJsonList(attribute) ? nameIn(attribute[0]) : undefined
}

const readerOf = ({ logicalId, properties }: ResolvedResource): Reader => ({
  id: logicalId,
  text: (name) => nameIn(properties[name]),
  texts: (name) => {
    const held = properties[name]
    return isJsonList(held) ? held.flatMap((each) => nameIn(each) ?? []) : []
  },
  rules: (name) => {
    const held = properties[name]
    return isJsonList(held) ? held.filter(isJsonObject) : isJsonObject(held) ? [held] : []
  },
})

const protocols: Readonly<Record<string, string>> = { '-1': 'all', '6': 'tcp', '17': 'udp', '1': 'icmp' }

function trafficOf(rule: JsonObject): JsonObject {
  const protocol = String(rule.IpProtocol ?? '-1')
  const named = protocols[protocol] ?? protocol
  const [from, to] = [Number(rule.FromPort), Number(rule.ToPort ?? rule.FromPort)]
  return named === 'all' || Number.isNaN(from) || from < 0
    ? { protocol: named }
    : { protocol: named, ports: [from, to] }
}

const peerOf = (rule: JsonObject, group: string): string =>
  nameIn(rule[group]) ?? nameIn(rule.CidrIp) ?? nameIn(rule.CidrIpv6) ?? ''

const inboundOf = (rule: JsonObject): JsonObject => ({
  ...trafficOf(rule),
  source: peerOf(rule, 'SourceSecurityGroupId'),
})

const outboundOf = (rule: JsonObject): JsonObject => ({
  ...trafficOf(rule),
  destination: peerOf(rule, 'DestinationSecurityGroupId'),
})

/** Members of an object without those that have no value. */
const defined = (members: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(members).filter((pair): pair is [string, Json] => pair[1] !== undefined))

/** The address at a place in a block, counted from its first one; undefined where the text is no block. */
export function addressIn(cidr: string, place: number): string | undefined {
  const block = parseCidr(cidr)
  if (!block.ok) return undefined
  return formatAddress({ family: block.value.family, value: block.value.first + BigInt(place) })
}

/** Where NAT gateways stand in their subnets; the hosts of a lab stand behind them. */
const natPlace = 10

type Kinds = (type: string) => readonly Reader[]

function subnetsOf(of: Kinds): readonly JsonObject[] {
  const tables = new Map(
    of('SubnetRouteTableAssociation').map((each) => [each.text('SubnetId'), each.text('RouteTableId')]),
  )
  return of('Subnet').map((subnet) =>
    defined({
      id: subnet.id,
      vpc: subnet.text('VpcId'),
      cidrs: [subnet.text('CidrBlock') ?? ''],
      zone: subnet.text('AvailabilityZone'),
      routeTable: tables.get(subnet.id),
    }),
  )
}

function routeTablesOf(of: Kinds): readonly JsonObject[] {
  const targets = ['GatewayId', 'NatGatewayId', 'TransitGatewayId', 'VpcPeeringConnectionId']
  const routesIn = (table: string) =>
    of('Route')
      .filter((route) => route.text('RouteTableId') === table)
      .map((route) => ({
        destination: route.text('DestinationCidrBlock') ?? route.text('DestinationIpv6CidrBlock') ?? '',
        target: targets.map((name) => route.text(name)).find((target) => target !== undefined) ?? 'blackhole',
      }))
  return of('RouteTable').map((table) =>
    defined({ id: table.id, vpc: table.text('VpcId'), routes: routesIn(table.id) }),
  )
}

function natGatewaysOf(of: Kinds): readonly JsonObject[] {
  const blocks = new Map(of('Subnet').map((subnet) => [subnet.id, subnet.text('CidrBlock') ?? '']))
  return of('NatGateway').map((nat, index) => {
    const subnet = nat.text('SubnetId') ?? ''
    return defined({
      id: nat.id,
      subnet,
      address: addressIn(blocks.get(subnet) ?? '', natPlace),
      publicAddress: nat.text('ConnectivityType') === 'private' ? undefined : `203.0.113.${10 + index}`,
    })
  })
}

function securityGroupsOf(of: Kinds): readonly JsonObject[] {
  const standing = (type: string, group: string) =>
    of(type)
      .filter((rule) => rule.text('GroupId') === group)
      .map(({ rules: _, texts: __, ...rule }) => rule)
  const asRule = (reader: Pick<Reader, 'text'>): JsonObject =>
    defined(
      Object.fromEntries(
        [
          'IpProtocol',
          'FromPort',
          'ToPort',
          'CidrIp',
          'SourceSecurityGroupId',
          'DestinationSecurityGroupId',
        ].map((name) => [name, reader.text(name)]),
      ),
    )
  return of('SecurityGroup').map((group) => {
    const inbound = [
      ...group.rules('SecurityGroupIngress'),
      ...standing('SecurityGroupIngress', group.id).map(asRule),
    ]
    const outbound = [
      ...group.rules('SecurityGroupEgress'),
      ...standing('SecurityGroupEgress', group.id).map(asRule),
    ]
    return defined({
      id: group.id,
      vpc: group.text('VpcId'),
      inbound: inbound.map(inboundOf),
      outbound: outbound.length === 0 ? undefined : outbound.map(outboundOf),
    })
  })
}

/** The network that a template builds, as the model of networks takes it. Types of other services are left out. */
export function networkOfTemplate({ resources }: ResolvedTemplate): JsonObject {
  const of: Kinds = (type) => resources.filter((each) => each.type === `AWS::EC2::${type}`).map(readerOf)
  return {
    vpcs: of('VPC').map((vpc) => ({ id: vpc.id, cidrs: [vpc.text('CidrBlock') ?? ''] })),
    subnets: subnetsOf(of),
    routeTables: routeTablesOf(of),
    internetGateways: of('VPCGatewayAttachment').flatMap((each) => {
      const [id, vpc] = [each.text('InternetGatewayId'), each.text('VpcId')]
      return id === undefined || vpc === undefined ? [] : [{ id, vpc }]
    }),
    natGateways: natGatewaysOf(of),
    securityGroups: securityGroupsOf(of),
  }
}
