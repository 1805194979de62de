import { fail, ok, type Result } from '../../kernel/result.ts'
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { makeConditions } from './conditions.ts'
import { creationOrder } from './creation-order.ts'
import { evaluate } from './evaluate.ts'
import { parameterValues } from './parameters.ts'
import { referencesIn } from './symbolic.ts'
import type {
  AbsentResource,
  ResolvedOutput,
  ResolvedResource,
  ResolvedTemplate,
  Scope,
  TemplateCase,
  TemplateFinding,
  TemplateInvalid,
} from './types.ts'

const section = (template: JsonObject, name: string): JsonObject => {
  const held = template[name]
  return isJsonObject(held) ? held : {}
}

type Declared = {
  readonly logicalId: string
  readonly declared: JsonObject
  /** Why the resource does not exist; null where it does. */
  readonly absence: AbsentResource | null
}

function readResources(template: JsonObject, scope: Omit<Scope, 'resourceType'>): readonly Declared[] {
  return Object.entries(section(template, 'Resources')).map(([logicalId, value]) => {
    const declared = isJsonObject(value) ? value : {}
    const at = `Resources.${logicalId}`
    if (typeof declared.Type !== 'string') scope.report(at, 'a resource needs a Type')
    const condition = declared.Condition
    const left = typeof condition === 'string' && !scope.condition(condition, at)
    return { logicalId, declared, absence: left ? { logicalId, condition } : null }
  })
}

/**
 * What depends on a resource that is not created is not created either, whatever its own condition.
 * @see AWS CloudFormation template reference, Condition attribute
 */
function leaveDependents(resources: readonly Declared[]): readonly Declared[] {
  const absent = new Set(
    resources.filter(({ absence }) => absence !== null).map(({ logicalId }) => logicalId),
  )
  const next = resources.map((each) => {
    const missing = namesIn(each.declared.DependsOn).find((name) => absent.has(name))
    const falls = each.absence === null && missing !== undefined
    return falls ? { ...each, absence: { logicalId: each.logicalId, dependsOn: missing } } : each
  })
  const more = next.some(({ absence, logicalId }) => absence !== null && !absent.has(logicalId))
  return more ? leaveDependents(next) : next
}

const namesIn = (value: Json | undefined): readonly string[] => {
  if (typeof value === 'string') return [value]
  return isJsonList(value) ? value.map(String) : []
}

function policiesOf({ DeletionPolicy, UpdateReplacePolicy }: JsonObject) {
  return {
    ...(typeof DeletionPolicy === 'string' ? { deletionPolicy: DeletionPolicy } : {}),
    ...(typeof UpdateReplacePolicy === 'string' ? { updateReplacePolicy: UpdateReplacePolicy } : {}),
  }
}

function resolveResource({ logicalId, declared }: Declared, scope: Scope): ResolvedResource {
  const at = `Resources.${logicalId}`
  const evaluated = evaluate(section(declared, 'Properties'), `${at}.Properties`, scope)
  const properties = evaluated !== undefined && isJsonObject(evaluated) ? evaluated : {}
  const explicit = namesIn(declared.DependsOn)
  for (const name of explicit)
    if (scope.resourceType(name) === undefined)
      scope.report(`${at}.DependsOn`, `there is no resource "${name}"`)
  const named = [...explicit, ...referencesIn(properties).map((reference) => reference.logicalId)]
  const dependsOn = [...new Set(named)].filter((name) => typeof scope.resourceType(name) === 'string').sort()
  return { logicalId, type: String(declared.Type), properties, dependsOn, ...policiesOf(declared) }
}

function resolveOutputs(template: JsonObject, scope: Scope): Record<string, ResolvedOutput> {
  const outputs: Record<string, ResolvedOutput> = {}
  for (const [name, declared] of Object.entries(section(template, 'Outputs'))) {
    const at = `Outputs.${name}`
    if (!isJsonObject(declared)) continue
    if (typeof declared.Condition === 'string' && !scope.condition(declared.Condition, at)) continue
    const value = evaluate(declared.Value ?? '', `${at}.Value`, scope) ?? ''
    const exported = section(declared, 'Export').Name
    const exportName = exported === undefined ? undefined : evaluate(exported, `${at}.Export.Name`, scope)
    outputs[name] = { value, ...(exportName === undefined ? {} : { exportName }) }
  }
  return outputs
}

function makeScope(given: TemplateCase, report: Scope['report']): Omit<Scope, 'resourceType'> {
  const values = parameterValues(given, report)
  const region = String(values.get('AWS::Region'))
  const base = {
    values,
    mappings: section(given.template, 'Mappings'),
    imports: given.imports ?? {},
    zones: given.availabilityZones ?? ['a', 'b', 'c'].map((letter) => region + letter),
    report,
  }
  return { ...base, condition: makeConditions(section(given.template, 'Conditions'), base) }
}

function checkTop(template: JsonObject, report: Scope['report']): void {
  if (Object.keys(section(template, 'Resources')).length === 0)
    report('Resources', 'a template needs resources')
  if (template.Transform !== undefined) report('Transform', 'macros and transforms are not modelled here')
}

/**
 * Resolves a template for given parameters: which resources exist after deployment, with which properties and outputs, and
 * in which order they are created. Nothing is known of the types of resources: that is validation's part.
 *
 * @returns the meaning of the template, or `template-invalid` with every finding and its place
 * @see AWS CloudFormation template reference: Condition attribute, DependsOn attribute
 * @example resolveTemplate({ template: { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } } }).ok // true
 */
export function resolveTemplate(given: TemplateCase): Result<ResolvedTemplate, TemplateInvalid> {
  const findings: TemplateFinding[] = []
  const report = (at: string, text: string): void => void findings.push({ at, text })
  checkTop(given.template, report)
  const outer = makeScope(given, report)
  const declared = leaveDependents(readResources(given.template, outer))
  const types = new Map(
    declared.map((each) => [each.logicalId, each.absence === null ? String(each.declared.Type) : null]),
  )
  const scope: Scope = { ...outer, resourceType: (logicalId) => types.get(logicalId) }
  const resources = declared
    .filter(({ absence }) => absence === null)
    .map((each) => resolveResource(each, scope))
  const outputs = resolveOutputs(given.template, scope)
  const conditionNames = Object.keys(section(given.template, 'Conditions'))
  const conditions = Object.fromEntries(
    conditionNames.map((name) => [name, scope.condition(name, `Conditions.${name}`)]),
  )
  const { waves, cycle } = creationOrder(new Map(resources.map((each) => [each.logicalId, each.dependsOn])))
  if (cycle.length > 0) report('Resources', `these depend on each other in a circle: ${cycle.join(', ')}`)
  if (findings.length > 0) return fail({ code: 'template-invalid', findings })
  const absent = declared.flatMap(({ absence }) => absence ?? [])
  return ok({ resources, absent, outputs, conditions, creationOrder: waves })
}
