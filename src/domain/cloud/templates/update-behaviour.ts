import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { referencesIn } from './symbolic.ts'
import type { ResolvedResource, ResolvedTemplate } from './types.ts'

/**
 * What a change of a property does to the resource: it is replaced, it may be replaced or interrupted depending on the
 * change, or it is updated in place.
 */
export type UpdateEffect = 'replaces' | 'may-replace' | 'in-place'

/** What changes of the properties of one type do; a stateful resource holds data that a replacement loses. */
export type TypeBehaviour = {
  readonly replaces: ReadonlySet<string>
  readonly mayReplace: ReadonlySet<string>
  readonly inPlace: ReadonlySet<string>
  readonly stateful: boolean
}

/** Behaviour by resource type. Passed in as data. */
export type UpdateBehaviour = ReadonlyMap<string, TypeBehaviour>

/** A property that differs, and what that does; null where the type or the property is not in the table. */
export type PropertyChange = {
  readonly property: string
  readonly effect: UpdateEffect | null
  readonly reason: 'changed' | 'added' | 'removed' | 'refers-to-replaced'
}

/** What an update does to a resource; `unknown` where the table does not say. `keepsOld` is true when its policy retains it. */
export type ResourceUpdate = {
  readonly logicalId: string
  readonly type: string
  readonly effect: UpdateEffect | 'adds' | 'removes' | 'unknown'
  readonly changes: readonly PropertyChange[]
  readonly losesData: boolean
  readonly keepsOld: boolean
  readonly text: string
}

/** Every resource that an update touches, and type changes that the service refuses. */
export type UpdatePlan = {
  readonly updates: readonly ResourceUpdate[]
  readonly refused: readonly { readonly logicalId: string; readonly text: string }[]
}

/** True for equal JSON values; the order of members does not matter. @example sameJson({ a: 1, b: 2 }, { b: 2, a: 1 }) // true */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (isJsonList(left)) {
    return (
      isJsonList(right) &&
      left.length === right.length &&
      left.every((each, index) => sameJson(each, right[index]))
    )
  }
  if (left === undefined || right === undefined || !isJsonObject(left) || !isJsonObject(right))
    return left === right
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length && names.every((name) => sameJson(left[name], right[name]))
  )
}

/**
 * What a change of one property of a type does, or null when the table does not know it.
 *
 * @example effectOf('AWS::S3::Bucket', 'BucketName', new Map()) // null
 */
export function effectOf(type: string, property: string, table: UpdateBehaviour): UpdateEffect | null {
  const behaviour = table.get(type)
  if (behaviour === undefined) return null
  if (behaviour.replaces.has(property)) return 'replaces'
  if (behaviour.mayReplace.has(property)) return 'may-replace'
  return behaviour.inPlace.has(property) ? 'in-place' : null
}

function reasonFor(before: JsonObject, after: JsonObject, name: string): PropertyChange['reason'] | null {
  if (sameJson(before[name], after[name])) return null
  if (!Object.hasOwn(before, name)) return 'added'
  return Object.hasOwn(after, name) ? 'changed' : 'removed'
}

/** The differing properties of a resource; a reference to something replaced counts as a difference. */
function changesOf(
  before: ResolvedResource,
  after: ResolvedResource,
  replaced: ReadonlySet<string>,
  table: UpdateBehaviour,
): readonly PropertyChange[] {
  const names = new Set([...Object.keys(before.properties), ...Object.keys(after.properties)])
  return [...names].sort().flatMap((property) => {
    const refers = referencesIn(after.properties[property] ?? null).some(({ logicalId }) =>
      replaced.has(logicalId),
    )
    const reason =
      reasonFor(before.properties, after.properties, property) ?? (refers ? 'refers-to-replaced' : null)
    return reason === null ? [] : [{ property, effect: effectOf(after.type, property, table), reason }]
  })
}

function strongest(changes: readonly PropertyChange[]): ResourceUpdate['effect'] {
  const effects = changes.map(({ effect }) => effect)
  if (effects.includes('replaces')) return 'replaces'
  if (effects.includes(null)) return 'unknown'
  return effects.includes('may-replace') ? 'may-replace' : 'in-place'
}

const keepers = ['Retain', 'RetainExceptOnCreate', 'Snapshot']

const keeps = (policy: string | undefined): boolean => policy !== undefined && keepers.includes(policy)

/** Databases whose deletion takes a snapshot unless a policy says otherwise; members of a cluster have none of their own. */
const isKeptByDefault = ({ type, properties }: ResolvedResource): boolean =>
  type === 'AWS::RDS::DBCluster' ||
  (type === 'AWS::RDS::DBInstance' && properties.DBClusterIdentifier === undefined)

function keepsOldOf(resource: ResolvedResource, effect: ResourceUpdate['effect']): boolean {
  const { deletionPolicy, updateReplacePolicy } = resource
  if (effect === 'replaces') return keeps(updateReplacePolicy)
  if (effect !== 'removes') return false
  return deletionPolicy === undefined ? isKeptByDefault(resource) : keeps(deletionPolicy)
}

const words: Readonly<Record<ResourceUpdate['effect'], string>> = {
  adds: 'is created',
  removes: 'is deleted',
  replaces: 'is replaced by a new resource',
  'may-replace': 'may be replaced or interrupted, depending on the change',
  'in-place': 'is updated in place',
  unknown: 'changes in a way that the table does not know',
}

type Update = Pick<ResourceUpdate, 'effect' | 'changes'> & { readonly resource: ResolvedResource }

function describeUpdate({ resource, effect, changes }: Update, table: UpdateBehaviour): ResourceUpdate {
  const { logicalId, type } = resource
  const gone = effect === 'removes' || effect === 'replaces'
  const keepsOld = keepsOldOf(resource, effect)
  const losesData = gone && !keepsOld && table.get(type)?.stateful === true
  const because = changes.map(({ property, reason }) => `${property} (${reason})`).join(', ')
  const text = `${logicalId} ${words[effect]}${because === '' ? '' : `: ${because}`}.`
  return { logicalId, type, effect, changes, losesData, keepsOld, text }
}

const byId = ({ resources }: ResolvedTemplate): ReadonlyMap<string, ResolvedResource> =>
  new Map(resources.map((resource) => [resource.logicalId, resource]))

/**
 * What an update from one deployment to another does. Resources are looked at in the order of creation, so that the
 * replacement of one reaches those that refer to it.
 *
 * @see AWS CloudFormation user guide, Update behaviors of stack resources; UpdateReplacePolicy attribute
 * @example planUpdate({ before: same, after: same, table: new Map() }).updates // []
 */
export function planUpdate({ before, after, table }: UpdateQuestion): UpdatePlan {
  const [old, young] = [byId(before), byId(after)]
  const replaced = new Set<string>()
  const updates: ResourceUpdate[] = []
  const refused: { logicalId: string; text: string }[] = []
  for (const logicalId of after.creationOrder.flat()) {
    const [previous, resource] = [old.get(logicalId), young.get(logicalId)]
    if (resource === undefined) continue
    if (previous === undefined) updates.push(describeUpdate({ resource, effect: 'adds', changes: [] }, table))
    else if (previous.type !== resource.type)
      refused.push({
        logicalId,
        text: `${logicalId} cannot change its type from ${previous.type} to ${resource.type}.`,
      })
    else {
      const changes = changesOf(previous, resource, replaced, table)
      if (changes.length === 0) continue
      const update = describeUpdate({ resource, effect: strongest(changes), changes }, table)
      if (update.effect === 'replaces') replaced.add(logicalId)
      updates.push(update)
    }
  }
  for (const resource of before.resources)
    if (!young.has(resource.logicalId))
      updates.push(describeUpdate({ resource, effect: 'removes', changes: [] }, table))
  return { updates, refused }
}

/** A deployment before and after an update, and the table of behaviour. */
export type UpdateQuestion = {
  readonly before: ResolvedTemplate
  readonly after: ResolvedTemplate
  readonly table: UpdateBehaviour
}
