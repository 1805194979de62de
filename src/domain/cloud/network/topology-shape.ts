import {
  aFlag,
  aText,
  aWhole,
  aWord,
  listOf,
  listOr,
  optional,
  pairOf,
  record,
  type Shape,
  variant,
} from '../shape.ts'
import type {
  Endpoint,
  Gateway,
  GatewayEndpoint,
  InboundRule,
  Instance,
  InterfaceEndpoint,
  NatGateway,
  NetworkAcl,
  NetworkAttachment,
  OnPremisesNetwork,
  OutboundRule,
  Peering,
  ReachQuestion,
  Route,
  RouteTable,
  SecurityGroup,
  Service,
  Subnet,
  Topology,
  TransitGateway,
  TransitPeering,
  TransitRouteTable,
  VirtualPrivateGateway,
  Vpc,
  VpcAttachment,
} from './types.ts'

const texts = listOf(aText)
const aPort = aWhole(0, 65535)
const icmpType = optional(aWhole(0, 255))
const ports = optional(listOr(pairOf(aPort), aPort))
const traffic = { protocol: aWord('tcp', 'udp', 'icmp', 'icmpv6', 'all'), ports, icmpType }

const vpc = record<Vpc>({ id: aText, cidrs: listOf(aText, 1), region: optional(aText) })

const subnet = record<Subnet>({
  id: aText,
  vpc: aText,
  cidrs: listOf(aText, 1),
  zone: optional(aText),
  routeTable: optional(aText),
  networkAcl: optional(aText),
})

const route = record<Route>({ destination: aText, target: aText, propagated: optional(aFlag) })
const routeTable = record<RouteTable>({ id: aText, vpc: aText, main: optional(aFlag), routes: listOf(route) })
const gateway = record<Gateway>({ id: aText, vpc: aText })

const natGateway = record<NatGateway>({
  id: aText,
  subnet: aText,
  address: aText,
  publicAddress: optional(aText),
})

const service = record<Service>({ id: aText, cidrs: listOf(aText, 1) })

const gatewayEndpoint = record<GatewayEndpoint>({
  id: aText,
  kind: aWord('gateway'),
  vpc: aText,
  service: aText,
  routeTables: texts,
})

const interfaceEndpoint = record<InterfaceEndpoint>({
  id: aText,
  kind: aWord('interface'),
  vpc: aText,
  service: aText,
  interfaces: listOf(record<InterfaceEndpoint['interfaces'][number]>({ subnet: aText, address: aText }), 1),
  securityGroups: optional(texts),
  privateDns: optional(aFlag),
})

const endpoint = variant<Endpoint>('kind', { gateway: gatewayEndpoint, interface: interfaceEndpoint })

const peering = record<Peering>({
  id: aText,
  vpcs: pairOf(aText),
  status: optional(aWord('active', 'pending')),
})

const vpcAttachment = record<VpcAttachment>({
  id: aText,
  kind: aWord('vpc'),
  vpc: aText,
  subnets: listOf(aText, 1),
})

const networkAttachment = record<NetworkAttachment>({
  id: aText,
  kind: aWord('vpn', 'direct-connect'),
  network: aText,
})

const transitRouteTable = record<TransitRouteTable>({
  id: aText,
  associations: texts,
  propagations: texts,
  routes: listOf(record<TransitRouteTable['routes'][number]>({ destination: aText, target: aText })),
})

const transitGateway = record<TransitGateway>({
  id: aText,
  securityGroupReferences: optional(aFlag),
  attachments: listOf(
    variant<TransitGateway['attachments'][number]>('kind', {
      vpc: vpcAttachment,
      vpn: networkAttachment,
      'direct-connect': networkAttachment,
    }),
  ),
  routeTables: listOf(transitRouteTable),
})

const transitPeering = record<TransitPeering>({ id: aText, transitGateways: pairOf(aText) })
const privateGateway = record<VirtualPrivateGateway>({ id: aText, vpc: aText, networks: texts })
const onPremises = record<OnPremisesNetwork>({ id: aText, cidrs: listOf(aText, 1) })

const securityGroup = record<SecurityGroup>({
  id: aText,
  vpc: aText,
  inbound: optional(listOf(record<InboundRule>({ ...traffic, source: aText }))),
  outbound: optional(listOf(record<OutboundRule>({ ...traffic, destination: aText }))),
})

const numbered = { ...traffic, number: aWhole(1, Number.MAX_SAFE_INTEGER), action: aWord('allow', 'deny') }

const networkAcl = record<NetworkAcl>({
  id: aText,
  vpc: aText,
  default: optional(aFlag),
  inbound: listOf(record<NetworkAcl['inbound'][number]>({ ...numbered, source: aText })),
  outbound: listOf(record<NetworkAcl['outbound'][number]>({ ...numbered, destination: aText })),
})

const instance = record<Instance>({
  id: aText,
  subnet: aText,
  address: optional(aText),
  ipv6: optional(aText),
  publicAddress: optional(aText),
  securityGroups: optional(texts),
})

/** The form of a topology as it is written down; what its parts say of each other is checked when it is compiled. */
export const topologyShape: Shape<Topology> = record<Topology>({
  vpcs: listOf(vpc),
  subnets: optional(listOf(subnet)),
  routeTables: optional(listOf(routeTable)),
  internetGateways: optional(listOf(gateway)),
  egressOnlyGateways: optional(listOf(gateway)),
  natGateways: optional(listOf(natGateway)),
  services: optional(listOf(service)),
  endpoints: optional(listOf(endpoint)),
  peerings: optional(listOf(peering)),
  transitGateways: optional(listOf(transitGateway)),
  transitPeerings: optional(listOf(transitPeering)),
  virtualPrivateGateways: optional(listOf(privateGateway)),
  networks: optional(listOf(onPremises)),
  securityGroups: optional(listOf(securityGroup)),
  networkAcls: optional(listOf(networkAcl)),
  instances: optional(listOf(instance)),
})

/** The form of a question about a topology. */
export const reachQuestionShape: Shape<ReachQuestion> = record<ReachQuestion>({
  from: aText,
  to: aText,
  protocol: aWord('tcp', 'udp', 'icmp'),
  port: optional(aPort),
  icmpType,
  sourcePorts: optional(pairOf(aPort)),
  family: optional(aWord('ipv4', 'ipv6')),
})
