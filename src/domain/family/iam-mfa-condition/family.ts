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
  type MfaRule,
  type MfaScenario,
  nameOfRule,
  passes,
  proposals,
  requirements,
  rules,
} from './conditions.ts'
import { renderMfa, wrongNow } from './render.ts'

/** Edits under which every caller fares as required. */
const meeting =
  (belief: Belief) =>
  (scenario: MfaScenario): Answers =>
    proposals(scenario)
      .filter((rule) =>
        (belief.minds ?? callers).every(
          (caller) => passes(scenario, rule, caller, belief) === scenario.requirement.wanted[caller],
        ),
      )
      .map(nameOfRule)

const reversed = (value: MfaRule['value']): MfaRule['value'] => (value === 'true' ? 'false' : 'true')

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
      read: (rule) => ({ ...rule, operator: rule.operator === 'BoolIfExists' ? 'Bool' : rule.operator }),
    }),
  },
  {
    id: 'null-tells-mfa',
    statement: 'Null tells whether MFA was used: true for a sign-in without it, false for one with it.',
    solve: meeting({
      read: (rule) =>
        rule.operator === 'Null' ? { ...rule, operator: 'BoolIfExists', value: reversed(rule.value) } : rule,
    }),
  },
  {
    id: 'null-compares-value',
    statement: 'Null compares the value of the key as Bool does.',
    solve: meeting({
      read: (rule) => ({ ...rule, operator: rule.operator === 'Null' ? 'Bool' : rule.operator }),
    }),
  },
  {
    id: 'deny-states-requirement',
    statement: 'The condition of a deny states what a request must have to pass.',
    solve: meeting({
      read: (rule) => ({ ...rule, value: rule.effect === 'Deny' ? reversed(rule.value) : rule.value }),
    }),
  },
  {
    id: 'allow-with-condition-limits',
    statement: 'An allow with a condition limits what another statement allows without one.',
    solve: meeting({ allowIsExclusive: true }),
  },
  {
    id: 'reported-case-is-enough',
    statement: 'An edit is right as soon as the requests that went wrong end as they should.',
    solve: (scenario) => meeting({ minds: wrongNow(scenario) })(scenario),
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
    rendering: random.integer(5),
    user: drawUserName(random),
    deed: pick(random, resource.deeds),
    requirement: pick(random, requirements),
    before: pick(random, rules),
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
  constraints: (scenario) => wrongNow(scenario).length > 0,
  features: ({ rendering, requirement, before }) => ({
    rendering,
    denies: before.effect === 'Deny' ? 1 : 0,
    absentPasses: requirement.wanted['access-key'] ? 1 : 0,
  }),
  angoff: ({ denies = 0, absentPasses = 0 }) => 0.6 - 0.12 * denies + 0.04 * absentPasses,
}

export const mfaCondition = familyOf(mfaConditionModel)
