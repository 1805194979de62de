import type { JsonObject } from '../../cloud/json.ts'
import { resolveTemplate } from '../../cloud/templates/resolve-template.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** A resource of the stack: its logical id and type, and the condition it hangs on (null: none). */
export type DrawnResource = {
  readonly id: string
  readonly type: string
  readonly condition: string | null
  /** The condition of a property that otherwise has the value AWS::NoValue. */
  readonly propertyCondition?: string
}

/** How the second condition joins its two parts. */
export type Join = 'And' | 'Or'

/**
 * A template with two parameters and three conditions: `isStage` (the stage is `stage`), `both` (`join` of isStage and
 * the flag), `other` (the negation of isStage or of the flag). Values that are not `given` are the defaults.
 */
export type TemplateScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly names: { readonly isStage: string; readonly both: string; readonly other: string }
  readonly stage: string
  readonly join: Join
  readonly negates: 'stage' | 'flag'
  readonly defaults: { readonly Stage: string; readonly Replicated: string }
  readonly given: { readonly Stage?: string; readonly Replicated?: string }
  readonly resources: readonly DrawnResource[]
}

const flagIsYes: JsonObject = { 'Fn::Equals': [{ Ref: 'Replicated' }, 'yes'] }

/** The conditions of the template. */
export function conditionsOf({ names, stage, join, negates }: TemplateScenario): JsonObject {
  const isStage: JsonObject = { 'Fn::Equals': [{ Ref: 'Stage' }, stage] }
  return {
    [names.isStage]: isStage,
    [names.both]: { [`Fn::${join}`]: [{ Condition: names.isStage }, flagIsYes] },
    [names.other]: { 'Fn::Not': [negates === 'stage' ? { Condition: names.isStage } : flagIsYes] },
  }
}

function templateOf(scenario: TemplateScenario): JsonObject {
  const { defaults, resources } = scenario
  const parameters = Object.entries(defaults).map(([name, value]) => [
    name,
    { Type: 'String', Default: value },
  ])
  const declared = resources.map(({ id, type, condition, propertyCondition }) => [
    id,
    {
      Type: type,
      ...(condition === null ? {} : { Condition: condition }),
      ...(propertyCondition === undefined
        ? {}
        : { Properties: { Tags: { 'Fn::If': [propertyCondition, ['kept'], { Ref: 'AWS::NoValue' }] } } }),
    },
  ])
  return {
    Parameters: Object.fromEntries(parameters),
    Conditions: conditionsOf(scenario),
    Resources: Object.fromEntries(declared),
  }
}

function resolve(scenario: TemplateScenario) {
  const resolved = resolveTemplate({ template: templateOf(scenario), parameters: scenario.given })
  if (!resolved.ok) throw new RangeError('The template of the scenario cannot be resolved.')
  return resolved.value
}

const idsIn = (kept: (resource: DrawnResource) => boolean, { resources }: TemplateScenario): Answers => [
  resources
    .filter(kept)
    .map(({ id }) => id)
    .join(),
]

/** The resources that exist after the stack is created, in the order of the template, as one answer. */
export function solveTemplate(scenario: TemplateScenario): Answers {
  const existing = new Set(resolve(scenario).resources.map(({ logicalId }) => logicalId))
  return idsIn(({ id }) => existing.has(id), scenario)
}

/** Beliefs about conditions. */
export const templateMisconceptions: readonly Misconception<TemplateScenario>[] = [
  {
    id: 'defaults-win',
    statement: 'The default of a parameter decides conditions, whatever value is passed.',
    solve: (scenario) => solveTemplate({ ...scenario, given: {} }),
  },
  {
    id: 'conditions-for-outputs',
    statement: 'Conditions choose values of properties and outputs; each declared resource is created.',
    solve: (scenario) => idsIn(() => true, scenario),
  },
  {
    id: 'and-or-swapped',
    statement: 'Fn::And holds when one of its parts holds, and Fn::Or when all of them do.',
    solve: (scenario) => solveTemplate({ ...scenario, join: scenario.join === 'And' ? 'Or' : 'And' }),
  },
  {
    id: 'negation-overlooked',
    statement: 'A condition holds when the value that it names is passed, with or without Fn::Not.',
    solve: (scenario) => {
      const { conditions } = resolve(scenario)
      const { other } = scenario.names
      return idsIn(
        ({ condition }) => condition === null || conditions[condition] === (condition !== other),
        scenario,
      )
    },
  },
  {
    id: 'no-value-removes',
    statement: 'AWS::NoValue in a property leaves the whole resource out.',
    solve: (scenario) => {
      const { conditions } = resolve(scenario)
      return idsIn(
        ({ condition, propertyCondition }) =>
          (condition === null || conditions[condition] === true) &&
          (propertyCondition === undefined || conditions[propertyCondition] === true),
        scenario,
      )
    },
  },
  {
    id: 'all-conditions',
    statement: 'Resources with conditions are created when every condition of the template holds.',
    solve: (scenario) => {
      const every = Object.values(resolve(scenario).conditions).every(Boolean)
      return idsIn(({ condition }) => condition === null || every, scenario)
    },
  },
]
