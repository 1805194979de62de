import type { NetworkAcl, SecurityGroup, Topology } from '../../cloud/network/types.ts'

/** The topology with one network ACL changed. */
export const editAcl = (
  topology: Topology,
  id: string,
  edit: (acl: NetworkAcl) => Partial<NetworkAcl>,
): Topology => ({
  ...topology,
  networkAcls: (topology.networkAcls ?? []).map((acl) => (acl.id === id ? { ...acl, ...edit(acl) } : acl)),
})

/** The topology with one security group changed. */
export const editGroup = (
  topology: Topology,
  id: string,
  edit: (group: SecurityGroup) => Partial<SecurityGroup>,
): Topology => ({
  ...topology,
  securityGroups: (topology.securityGroups ?? []).map((group) =>
    group.id === id ? { ...group, ...edit(group) } : group,
  ),
})

/** The topology with a group more on an instance. */
export const attachGroup = (topology: Topology, instance: string, group: string): Topology => ({
  ...topology,
  instances: (topology.instances ?? []).map((one) =>
    one.id === instance ? { ...one, securityGroups: [...(one.securityGroups ?? []), group] } : one,
  ),
})
