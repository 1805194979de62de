import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'
import { resolveTemplate } from '../../cloud/templates/resolve-template.ts'
import type { ResolvedTemplate } from '../../cloud/templates/types.ts'
import { planUpdate, type UpdateBehaviour } from '../../cloud/templates/update-behaviour.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { invalid, type Probe } from '../grade.ts'
import type { ProbeAnswer } from '../types.ts'

/** Resolves a template, or says in words why it cannot be. */
export function resolveText(template: Json | undefined): Result<ResolvedTemplate, string> {
  if (!isJsonObject(template)) return fail('The template is no object.')
  const resolved = resolveTemplate({ template })
  return resolved.ok
    ? ok(resolved.value)
    : fail(resolved.error.findings.map(({ at, text }) => `${at}: ${text}`).join('; '))
}

const memberOf = (value: Json | undefined, name: string): Json | undefined =>
  isJsonList(value) ? value[Number(name)] : isJsonObject(value) ? value[name] : undefined

/** CloudFormation takes a number and the text of that number for the same value, and parameters give texts. */
const plain = (value: Json): Json =>
  typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value

function propertyOf({ resources }: ResolvedTemplate, resource: string, property: string): ProbeAnswer {
  const found = resources.find(({ logicalId }) => logicalId === resource)
  if (found === undefined) return { answer: 'absent', because: `There is no resource "${resource}".` }
  const whole: JsonObject = {
    ...found.properties,
    DeletionPolicy: found.deletionPolicy ?? 'Delete',
    UpdateReplacePolicy: found.updateReplacePolicy ?? 'Delete',
  }
  const held = property.split('.').reduce<Json | undefined>(memberOf, whole)
  const because = `${resource}.${property} is ${held === undefined ? 'not set' : JSON.stringify(held)}.`
  return { answer: held === undefined ? 'not set' : plain(held), because }
}

/** Effects after which the old resource is no longer the one that runs. */
const gone: ReadonlySet<string> = new Set(['replaces', 'removes', 'unknown'])

/**
 * Compares a stack with what it becomes. With `property` the answer is a property of the new template; without, what the
 * update does to `resource`: `untouched`, `in-place`, `may-replace`, `replaces`, `adds`, `removes`, `unknown` or `refused`;
 * with `tell: data` whether it is `kept` or `lost`.
 */
export const stackUpdateProbe =
  (table: UpdateBehaviour): Probe =>
  ({ before, after, resource, property, tell }) => {
    const [old, young] = [resolveText(before), resolveText(after)]
    if (!old.ok) return invalid(old.error)
    if (!young.ok) return invalid(young.error)
    if (typeof property === 'string') return propertyOf(young.value, String(resource), property)
    const plan = planUpdate({ before: old.value, after: young.value, table })
    const refused = plan.refused.find(({ logicalId }) => logicalId === resource)
    if (refused !== undefined) return { answer: 'refused', because: refused.text }
    const update = plan.updates.find(({ logicalId }) => logicalId === resource)
    const effect = update?.effect ?? 'untouched'
    const because = update?.text ?? `${resource} stays as it is.`
    return { answer: tell === 'data' ? (gone.has(effect) ? 'lost' : 'kept') : effect, because }
  }
