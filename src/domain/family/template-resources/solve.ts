import type { JsonObject } from '../../cloud/json.ts'
import { resolveTemplate } from '../../cloud/templates/resolve-template.ts'
import type { Answers, Misconception } from '../types.ts'
import type { Setup, StackName, TemplateEdit, TemplateScenario } from './scenario.ts'

/** The conditions of the template. */
export function conditionsOf({ names, stage, join, negates, negation }: Setup): JsonObject {
  const isStage: JsonObject = { 'Fn::Equals': [{ Ref: 'Stage' }, stage] }
  const hasFlag: JsonObject = { 'Fn::Equals': [{ Ref: names.flag }, 'yes'] }
  const negated: JsonObject = negates === 'stage' ? { Condition: names.isStage } : hasFlag
  return {
    [names.isStage]: isStage,
    [names.both]: { [`Fn::${join}`]: [{ Condition: names.isStage }, hasFlag] },
    [names.other]: negation ? { 'Fn::Not': [negated] } : negated,
  }
}

const templateOf = (setup: Setup): JsonObject => ({
  Parameters: {
    Stage: { Type: 'String', Default: setup.defaults.stage },
    [setup.names.flag]: { Type: 'String', Default: setup.defaults.flag },
  },
  Conditions: conditionsOf(setup),
  Resources: Object.fromEntries(
    setup.resources.map(({ id, type, condition }) => [
      id,
      { Type: type, ...(condition === null ? {} : { Condition: condition }) },
    ]),
  ),
})

/** Logical ids of the resources that a stack has. */
export function resourcesIn(setup: Setup, stack: StackName): ReadonlySet<string> {
  const { stage, flag } = setup.passed[stack]
  const parameters = {
    ...(stage === undefined ? {} : { Stage: stage }),
    ...(flag === undefined ? {} : { [setup.names.flag]: flag }),
  }
  const resolved = resolveTemplate({ template: templateOf(setup), parameters })
  if (!resolved.ok) throw new RangeError('The template of the scenario cannot be resolved.')
  return new Set(resolved.value.resources.map(({ logicalId }) => logicalId))
}

/** A stack with a resource that is there and should not be, or the reverse. */
export type Fault = { readonly stack: StackName; readonly id: string; readonly isThere: boolean }

const stacks: readonly StackName[] = ['concerned', 'other']

type View = typeof resourcesIn

/** Finds what is wrong after a change, as somebody sees it who takes the stacks for what `view` says. */
function faultFinder(view: View, { setup, subject, isMissing }: TemplateScenario) {
  const before = { concerned: view(setup, 'concerned'), other: view(setup, 'other') }
  return ({ change }: TemplateEdit): readonly Fault[] =>
    stacks.flatMap((stack) => {
      const now = view({ ...setup, ...change }, stack)
      return setup.resources.flatMap(({ id }) => {
        const isWanted = stack === 'concerned' && id === subject ? isMissing : before[stack].has(id)
        return now.has(id) === isWanted ? [] : [{ stack, id, isThere: now.has(id) }]
      })
    })
}

/** What is wrong after a change: the complaint that stands, and each resource that comes or goes without a wish. */
export const faultsAfter = (edit: TemplateEdit, scenario: TemplateScenario): readonly Fault[] =>
  faultFinder(resourcesIn, scenario)(edit)

const mendedWhen =
  (view: View, counts: (fault: Fault, scenario: TemplateScenario) => boolean = () => true) =>
  (scenario: TemplateScenario): Answers => {
    const faultsOf = faultFinder(view, scenario)
    return scenario.edits
      .filter((edit) => !faultsOf(edit).some((fault) => counts(fault, scenario)))
      .map(({ id }) => id)
  }

/** The changes that settle the complaint and alter nothing else. */
export const solveTemplate = mendedWhen(resourcesIn)

/** Beliefs about parameters and conditions. */
export const templateMisconceptions: readonly Misconception<TemplateScenario>[] = [
  {
    id: 'defaults-win',
    statement: 'The default of a parameter decides conditions, whatever value is passed.',
    solve: mendedWhen((setup, stack) => {
      const { stage } = setup.passed[stack]
      return resourcesIn(
        { ...setup, passed: { ...setup.passed, [stack]: stage === undefined ? {} : { stage } } },
        stack,
      )
    }),
  },
  {
    id: 'and-or-swapped',
    statement: 'Fn::And holds when one of its parts holds, and Fn::Or when all of them do.',
    solve: mendedWhen((setup, stack) =>
      resourcesIn({ ...setup, join: setup.join === 'And' ? 'Or' : 'And' }, stack),
    ),
  },
  {
    id: 'negation-overlooked',
    statement: 'A condition holds when the value that it names is passed, with or without Fn::Not.',
    solve: mendedWhen((setup, stack) => resourcesIn({ ...setup, negation: false }, stack)),
  },
  {
    id: 'one-stack-alone',
    statement: 'A change of a template concerns the stack for which it is made.',
    solve: mendedWhen(resourcesIn, ({ stack }) => stack === 'concerned'),
  },
  {
    id: 'one-resource-alone',
    statement: 'A change of a condition or parameter concerns the resource for which it is made.',
    solve: mendedWhen(resourcesIn, ({ id }, { subject }) => id === subject),
  },
]
