import type { IamCase } from '../../cloud/iam/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { isAllowed } from '../iam/ask.ts'
import { type Document, policyOf, withoutDenies } from '../iam/policies.ts'
import { iamReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { Answers, FamilyModel, Misconception } from '../types.ts'
import { renderEdit } from './render.ts'
import { type Documents, type EditScenario, type Row, sampleEdit } from './sample.ts'

type Ablation = (asked: IamCase) => IamCase

const asked = (
  { account, role }: EditScenario,
  { identity, boundary }: Documents,
  { deed }: Row,
): IamCase => ({
  principal: `arn:aws:sts::${account}:assumed-role/${role}/session`,
  action: deed.action,
  // A sibling's deed names its own target only where the row says so.
  resource: deed.target,
  owner: account,
  identity: policyOf(identity),
  ...(boundary === null ? {} : { boundary: policyOf(boundary) }),
})

/** The request of a row, on the row's resource. */
const requestOf = (scenario: EditScenario, documents: Documents, row: Row): IamCase => {
  const deed = row.resource.deeds.find(({ action }) => action === row.deed.action) ?? row.deed
  return asked(scenario, documents, { ...row, deed })
}

type Belief = { readonly see?: Ablation; readonly worksIsEnough?: boolean }

/** Edits after which what must succeed does, seen through a belief, and what must not does not. */
const curing =
  ({ see = (asked) => asked, worksIsEnough = false }: Belief) =>
  (scenario: EditScenario): Answers =>
    scenario.edits
      .filter(
        ({ makes }) =>
          scenario.must.every((row) => isAllowed(see(requestOf(scenario, makes, row)))) &&
          (worksIsEnough || scenario.mustNot.every((row) => !isAllowed(requestOf(scenario, makes, row)))),
      )
      .map(({ id }) => id)

const misconceptions: readonly Misconception<EditScenario>[] = [
  {
    id: 'works-is-enough',
    statement: 'An edit that makes the request succeed is right, whatever else it opens.',
    solve: curing({ worksIsEnough: true }),
  },
  {
    id: 'allow-outweighs-deny',
    statement: 'An exact allow outweighs a general deny.',
    solve: curing({ see: (each) => ({ ...each, identity: withoutDenies(each.identity as Document) }) }),
  },
  {
    id: 'boundary-grants',
    statement: 'A permissions boundary grants the actions that it lists.',
    solve: curing({
      see: (each) =>
        each.boundary === undefined ? each : { ...each, identity: [each.identity, each.boundary] },
    }),
  },
  {
    id: 'boundary-ignored',
    statement: 'A permissions boundary does not limit what the policy of the role allows by name.',
    solve: curing({ see: ({ boundary: _, ...each }) => each }),
  },
]

/** The edit that makes one request succeed and opens nothing else. */
export const leastEditModel: FamilyModel<EditScenario> = {
  name: 'iam-least-edit',
  title: 'The smallest edit that fixes a denied request',
  kind: 'multiple-choice',
  placements: placedIn(
    'SCS-C03 4.2',
    'DVA-C02 2.1',
    'DVA-C03 2',
    'SAA-C03 1.1',
    'SOA-C03 4.1',
    'SAP-C02 3.2',
    'SAP-C03 2',
    'DOP-C02 6.1',
  ),
  cognitive: 'analyse',
  services: ['iam'],
  references: [iamReference('evaluation'), iamReference('boundaries'), iamReference('leastPrivilege')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleEdit,
  solve: curing({}),
  misconceptions,
  render: renderEdit,
  features: ({ rendering, fault }) => ({
    rendering,
    deny: fault === 'denied' ? 1 : 0,
    bounded: fault === 'bounded' ? 1 : 0,
  }),
  angoff: ({ deny = 0, bounded = 0 }) => 0.7 - 0.14 * deny - 0.06 * bounded,
}

export const leastEdit = familyOf(leastEditModel)
