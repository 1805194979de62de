import type { IamCase } from '../../cloud/iam/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { type Ablation, allowedUnder, asItIs, optionFor } from '../iam/candidates.ts'
import { type Document, policyOf, type Statement } from '../iam/policies.ts'
import { iamReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import { showJson } from '../parts/show-json.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'
import { sampleTagKeys, type TagScenario } from './sample.ts'

type Condition = NonNullable<Statement['Condition']>

/** Rewrites the condition of every statement that has one. */
const withConditions =
  (rewrite: (condition: Condition) => Condition): Ablation =>
  (asked: IamCase) => ({
    ...asked,
    identity: policyOf(
      (asked.identity as Document).Statement.map((statement) =>
        statement.Condition === undefined
          ? statement
          : { ...statement, Condition: rewrite(statement.Condition) },
      ),
    ),
  })

const renameOperators = (condition: Condition, rename: (operator: string) => string): Condition =>
  Object.fromEntries(Object.entries(condition).map(([operator, keys]) => [rename(operator), keys]))

const swapped: Readonly<Record<string, string>> = {
  'ForAllValues:StringEquals': 'ForAnyValue:StringEquals',
  'ForAnyValue:StringEquals': 'ForAllValues:StringEquals',
}

const misconceptions: readonly Misconception<TagScenario>[] = [
  {
    id: 'operators-swapped',
    statement:
      'ForAllValues asks for one match among the tag keys, and ForAnyValue for a match of all of them.',
    solve: allowedUnder(
      withConditions((condition) => renameOperators(condition, (name) => swapped[name] ?? name)),
    ),
  },
  {
    id: 'case-does-not-matter',
    statement: 'StringEquals compares tag keys without regard to letter case.',
    solve: allowedUnder(
      withConditions((condition) =>
        renameOperators(condition, (name) => name.replace('StringEquals', 'StringEqualsIgnoreCase')),
      ),
    ),
  },
  {
    id: 'null-forgotten',
    statement: 'A Null condition beside ForAllValues changes nothing.',
    solve: allowedUnder(withConditions(({ Null: _, ...condition }) => condition)),
  },
  {
    id: 'empty-set-fails',
    statement: 'ForAllValues is false for a request that has no tag keys.',
    solve: allowedUnder((asked) =>
      asked.ctx?.['aws:TagKeys'] === undefined
        ? { ...asked, ctx: { 'aws:TagKeys': ['(no tag keys)'] } }
        : asked,
    ),
  },
  {
    id: 'list-is-a-requirement',
    statement: 'A list of tag keys is met when the request carries every key of the list.',
    solve: (scenario) =>
      allowedUnder((asked) => {
        const keys = (asked.ctx?.['aws:TagKeys'] ?? []) as readonly string[]
        const complete = scenario.listed.every((key) => keys.includes(key))
        return { ...asked, ctx: { 'aws:TagKeys': complete ? scenario.listed : ['(incomplete)'] } }
      })(scenario),
  },
  {
    id: 'condition-ignored',
    statement: 'A condition on tag keys applies to later changes of tags and leaves creation alone.',
    solve: allowedUnder((asked) => ({
      ...asked,
      identity: policyOf(
        (asked.identity as Document).Statement.flatMap(({ Condition, ...statement }) =>
          Condition !== undefined && statement.Effect === 'Deny' ? [] : [statement],
        ),
      ),
    })),
  },
]

const stems: readonly ((scenario: TagScenario) => string)[] = [
  ({ setting, role, policy, creation }) =>
    paragraphs(
      `${capitalised(setting.who)} wants consistent tags on its ${creation.name}. The role \`${role}\`, which the ${setting.teams[0]} uses, has this one policy:`,
      showJson(policy),
      'The account has no service control policies that deny anything. Which request is allowed?',
    ),
  ({ setting, role, policy, creation }) =>
    paragraphs(
      `The ${setting.teams[1]} of ${setting.who} reports that its deployments create a ${creation.noun} in some runs and fail in others. All runs use the role \`${role}\` and differ in their tags alone. The policy of the role reads:`,
      showJson(policy),
      'No other policy applies. Which run succeeds?',
    ),
  ({ setting, policy, creation }) =>
    paragraphs(
      `A security engineer at ${setting.who} reviews a policy before it is attached to the role of the ${setting.systems[0].name}:`,
      showJson(policy),
      `The engineer tests it with four requests for ${/^[aeiou]/.test(creation.noun) ? 'an' : 'a'} ${creation.noun}. No other policy is in force. Which request succeeds?`,
    ),
]

/** ForAllValues and ForAnyValue on the tag keys of a request, the empty set among them. */
export const tagKeysModel: FamilyModel<TagScenario> = {
  name: 'iam-tag-keys',
  title: 'Conditions on the set of tag keys in a request',
  kind: 'multiple-choice',
  placements: placedIn(
    'SCS-C03 4.2',
    'SAP-C02 1.4',
    'SAP-C03 2',
    'SOA-C03 4.1',
    'DOP-C02 6.1',
    'SAA-C03 1.1',
  ),
  cognitive: 'analyse',
  services: ['iam'],
  references: [iamReference('multivalued'), iamReference('tags')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleTagKeys,
  solve: allowedUnder(asItIs),
  misconceptions,
  render: (scenario) => ({
    stem: stems[scenario.rendering % stems.length]?.(scenario) ?? '',
    option: (answer) => optionFor(scenario, answer),
  }),
  features: ({ rendering, rule }) => ({
    rendering,
    denies: rule === 'deny-all' ? 1 : 0,
    any: rule === 'any' ? 1 : 0,
  }),
  angoff: ({ denies = 0, any = 0 }) => 0.52 - 0.1 * denies + 0.12 * any,
}

export const tagKeys = familyOf(tagKeysModel)
