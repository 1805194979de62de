import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { drawUserName } from '../iam/people.ts'
import { iamReference } from '../iam/references.ts'
import { drawResources, type Resource } from '../iam/resources.ts'
import { pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawAccount, drawSetting } from '../parts/setting.ts'
import type { Answers, FamilyModel, Misconception } from '../types.ts'
import {
  type Belief,
  callers,
  conditions,
  type MfaCondition,
  type MfaScenario,
  nameOfCondition,
  passes,
  requirements,
} from './conditions.ts'
import { renderMfa } from './render.ts'

/** Conditions under which every caller fares as required. */
const meeting =
  (belief: Belief) =>
  (scenario: MfaScenario): Answers =>
    conditions
      .filter((condition) =>
        callers.every(
          (caller) => passes(scenario, condition, caller, belief) === scenario.requirement.wanted[caller],
        ),
      )
      .map(nameOfCondition)

const reversed = (value: MfaCondition['value']): MfaCondition['value'] =>
  value === 'true' ? 'false' : 'true'

const misconceptions: readonly Misconception<MfaScenario>[] = [
  {
    id: 'absent-is-false',
    statement: 'A request signed with a long-term access key carries the MFA key with the value false.',
    solve: meeting({ carry: (context) => ({ 'aws:MultiFactorAuthPresent': false, ...context }) }),
  },
  {
    id: 'if-exists-needs-key',
    statement: 'An operator with IfExists applies to requests that carry the key and to no others.',
    solve: meeting({
      read: ({ operator, value }) => ({ operator: operator === 'BoolIfExists' ? 'Bool' : operator, value }),
    }),
  },
  {
    id: 'null-tells-mfa',
    statement: 'Null tells whether MFA was used: true for a sign-in without it, false for one with it.',
    solve: meeting({
      read: ({ operator, value }) => {
        if (operator !== 'Null') return { operator, value }
        return value === 'true'
          ? { operator: 'BoolIfExists', value: 'false' }
          : { operator: 'Bool', value: 'true' }
      },
    }),
  },
  {
    id: 'null-compares-value',
    statement: 'Null compares the value of the key as Bool does.',
    solve: meeting({
      read: ({ operator, value }) => ({ operator: operator === 'Null' ? 'Bool' : operator, value }),
    }),
  },
  {
    id: 'deny-states-requirement',
    statement: 'The condition of a deny states what a request must have to pass.',
    solve: meeting({
      read: ({ operator, value }, effect) => ({
        operator,
        value: effect === 'Deny' ? reversed(value) : value,
      }),
    }),
  },
]

function sampleMfa(random: SeededRandom): MfaScenario {
  const setting = drawSetting(random)
  const account = drawAccount(random)
  const [resource] = drawResources(random, { setting, account }, 1) as readonly [Resource]
  return {
    setting,
    account,
    resource,
    rendering: random.integer(3),
    user: drawUserName(random),
    deed: pick(random, resource.deeds),
    requirement: pick(random, requirements),
  }
}

/** Bool, BoolIfExists and Null on the MFA key, with requests that do not carry it. */
export const mfaConditionModel: FamilyModel<MfaScenario> = {
  name: 'iam-mfa-condition',
  title: 'The MFA condition and long-term access keys',
  kind: 'multiple-choice',
  placements: placedIn(
    'SCS-C03 4.1',
    'SOA-C03 4.1',
    'SAA-C03 1.1',
    'SAP-C02 1.2',
    'SAP-C03 2',
    'DVA-C02 2.1',
    'DVA-C03 2',
    'DOP-C02 6.1',
  ),
  cognitive: 'analyse',
  services: ['iam'],
  references: [iamReference('mfa'), iamReference('operators'), iamReference('globalKeys')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleMfa,
  solve: meeting({}),
  misconceptions,
  render: renderMfa,
  features: ({ rendering, requirement }) => ({
    rendering,
    denies: requirement.effect === 'Deny' ? 1 : 0,
    absentPasses: requirement.wanted['access-key'] ? 1 : 0,
  }),
  angoff: ({ denies = 0, absentPasses = 0 }) => 0.6 - 0.12 * denies + 0.04 * absentPasses,
}

export const mfaCondition = familyOf(mfaConditionModel)
