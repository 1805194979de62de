import { documentation } from '../parts/documentation.ts'

/** Pages of the networking guides that keys rest on. */
export const networkPages = {
  securityGroups: documentation('Security group rules', 'vpc/latest/userguide/security-group-rules.html'),
  networkAcls: documentation(
    'Control subnet traffic with network access control lists',
    'vpc/latest/userguide/vpc-network-acls.html',
  ),
  ephemeralPorts: documentation('Ephemeral ports', 'vpc/latest/userguide/nacl-ephemeral-ports.html'),
  subnetSizing: documentation('Subnet CIDR blocks', 'vpc/latest/userguide/subnet-sizing.html'),
  routeTables: documentation('Route table concepts', 'vpc/latest/userguide/RouteTables.html'),
  routePriority: documentation('How route priority works', 'vpc/latest/userguide/route-tables-priority.html'),
  peering: documentation('How VPC peering connections work', 'vpc/latest/peering/vpc-peering-basics.html'),
  transitTables: documentation(
    'Transit gateway route tables in AWS Transit Gateway',
    'vpc/latest/tgw/tgw-route-tables.html',
  ),
  transitWorks: documentation(
    'How AWS Transit Gateway works',
    'vpc/latest/tgw/how-transit-gateways-work.html',
  ),
  internetGateway: documentation(
    'Enable internet access for a VPC using an internet gateway',
    'vpc/latest/userguide/VPC_Internet_Gateway.html',
  ),
  natGateway: documentation('NAT gateways', 'vpc/latest/userguide/vpc-nat-gateway.html'),
  egressOnly: documentation(
    'Enable outbound IPv6 traffic using an egress-only internet gateway',
    'vpc/latest/userguide/egress-only-internet-gateway.html',
  ),
  vpcCidrs: documentation('VPC CIDR blocks', 'vpc/latest/userguide/vpc-cidr-blocks.html'),
} as const
