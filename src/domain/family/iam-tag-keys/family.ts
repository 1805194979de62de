import type { IamCase } from '../../cloud/iam/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { meetingUnder } from '../iam/plans.ts'
import { type Document, policyOf, type Statement } from '../iam/policies.ts'
import { iamReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel, Misconception } from '../types.ts'
import { renderTagKeys, wrongNow } from './render.ts'
import { sampleTagKeys } from './sample.ts'
import type { TagScenario } from './scenario.ts'

type Condition = NonNullable<Statement['Condition']>

/** Rewrites the condition of every statement that has one. */
const withConditions =
  (rewrite: (condition: Condition) => Condition) =>
  (asked: IamCase): IamCase => ({
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

const swap = (name: string): string =>
  name.startsWith('ForAll')
    ? name.replace('ForAllValues', 'ForAnyValue')
    : name.replace('ForAnyValue', 'ForAllValues')

/** A request without tag keys is taken to have one that is on no list. */
const emptyAsForeign = (asked: IamCase): IamCase =>
  asked.ctx?.['aws:TagKeys'] === undefined ? { ...asked, ctx: { 'aws:TagKeys': ['(none)'] } } : asked

const misconceptions: readonly Misconception<TagScenario>[] = [
  {
    id: 'operators-swapped',
    statement:
      'ForAllValues asks for one match among the tag keys, and ForAnyValue for a match of all of them.',
    solve: meetingUnder({ see: withConditions((condition) => renameOperators(condition, swap)) }),
  },
  {
    id: 'null-forgotten',
    statement: 'A Null condition beside a condition on tag keys changes nothing.',
    solve: meetingUnder({
      see: withConditions(({ Null: _, ...condition }) => condition),
      minds: ({ id }) => id !== 'untagged',
    }),
  },
  {
    id: 'null-reversed',
    statement: 'Null with the value true asks that the key is present.',
    solve: meetingUnder({
      see: withConditions((condition) =>
        condition.Null === undefined
          ? condition
          : {
              ...condition,
              Null: { 'aws:TagKeys': condition.Null['aws:TagKeys'] === 'true' ? 'false' : 'true' },
            },
      ),
    }),
  },
  {
    id: 'empty-set-fails',
    statement: 'ForAllValues is false for a request that has no tag keys.',
    solve: meetingUnder({ see: emptyAsForeign }),
  },
  {
    id: 'one-known-key-will-do',
    statement: 'A list of tag keys keeps other keys out as soon as one key of the list must match.',
    solve: meetingUnder({ minds: ({ id }) => id !== 'mixed' }),
  },
  {
    id: 'reported-case-is-enough',
    statement: 'An edit is right as soon as the requests that went wrong end as they should.',
    solve: (scenario) => {
      const wrong: readonly string[] = wrongNow(scenario)
      return meetingUnder({ minds: ({ id }) => wrong.includes(id) })(scenario)
    },
  },
  {
    id: 'untagged-is-out-of-scope',
    statement: 'A condition on tag keys does not bear on requests without tags.',
    solve: meetingUnder({ minds: ({ id }) => id !== 'untagged' }),
  },
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
  solve: meetingUnder({}),
  misconceptions,
  render: renderTagKeys,
  // Something must go wrong as things are; the openings 0 and 4 report what was created against the demand.
  constraints: (scenario) => {
    const wrong = wrongNow(scenario)
    const reportsCreation = scenario.rendering === 0 || scenario.rendering === 4
    return wrong.length > 0 && !(reportsCreation && wrong.some((request) => scenario.demand.wanted[request]))
  },
  features: ({ rendering, effect, demand }) => ({
    rendering,
    denies: effect === 'Deny' ? 1 : 0,
    any: demand.id === 'one-known-tag' ? 1 : 0,
  }),
  angoff: ({ denies = 0, any = 0 }) => 0.52 - 0.1 * denies + 0.12 * any,
}

export const tagKeys = familyOf(tagKeysModel)
