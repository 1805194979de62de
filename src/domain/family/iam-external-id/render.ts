import { showJson } from '../parts/show-json.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import type { Rendering } from '../types.ts'
import type { Edit, ExternalIdScenario, Fault } from './scenario.ts'
import { brokenFor, type Caller, sessionName, trustAfter } from './solve.ts'

const code = (text: string): string => `\`${text}\``
const trust = (scenario: ExternalIdScenario): string => showJson(trustAfter(scenario, null))

/** What happened, told with names for the vendor and the customer. */
type Event = (s: ExternalIdScenario, vendor: string, customer: string) => string

/** What happened, by fault; what is wanted stands beside it. */
const events: Readonly<Record<Fault, readonly Event[]>> = {
  open: [
    (s, vendor, customer) =>
      `A penetration tester signed up as a customer of ${vendor} and entered the ARN of the role ${code(s.role)} of ${customer} there. The product showed the data of ${s.setting.they}.`,
    (s, vendor, customer) =>
      `An audit of ${customer} objects to the role ${code(s.role)}: whoever buys the product of ${vendor} and knows the ARN of the role can have the vendor read the account.`,
  ],
  unsent: [
    (s, vendor, customer) =>
      `After ${customer} tightened the trust policy of the role ${code(s.role)}, ${vendor} gets access denied. In the trail, its AssumeRole calls have the session name ${code(sessionName)} and no external ID.`,
    (s, vendor, customer) =>
      `The new connector of ${vendor} cannot enter the account of ${customer}. It calls AssumeRole for ${code(s.role)} with the session name ${code(sessionName)}; the setting for an external ID is empty.`,
  ],
  'other-role': [
    (s, vendor, customer) =>
      `Since ${vendor} moved its product to the role ${code(s.worker)}, it cannot enter the account of ${customer}. The role has permissions for Amazon S3 alone; calls carry the external ID ${code(s.externalId)}.`,
    (s, vendor, customer) =>
      `${capitalised(customer)} gets an empty report: ${vendor} is refused when it assumes ${code(s.role)}. Its worker runs with the new role ${code(s.worker)}, which has ${code('s3:*')} and nothing else, and sends the external ID ${code(s.externalId)}.`,
  ],
}

const more: Readonly<Record<Fault, (s: ExternalIdScenario) => string>> = {
  open: (s) =>
    `The vendor serves its customers with one role, ${code(s.worker)}, in an organization of its own. It names the sessions ${code(sessionName)} and sends the identifier that it gave the customer, here ${code(s.externalId)}, as the external ID.`,
  unsent: (s) => `The vendor's role ${code(s.worker)} may call AssumeRole on roles of its customers.`,
  'other-role': () => "The vendor's earlier role worked with the same external ID.",
}

const wanted: Readonly<Record<Fault, (s: ExternalIdScenario) => string>> = {
  open: (s) => `The vendor must go on reading the account for ${s.setting.they}, and for no other customer.`,
  unsent: (s) => `Other customers of the vendor must stay unable to reach the data of ${s.setting.they}.`,
  'other-role': (s) =>
    `Other customers of the vendor and other accounts must stay unable to reach ${s.setting.they}.`,
}

const questions: readonly string[] = [
  'Which change meets these requirements?',
  'What should the two companies change?',
  'Which solution resolves the finding?',
  'Which change should the engineer ask for?',
]

const event = (s: ExternalIdScenario, which: number, vendor = s.vendor, customer = s.setting.who): string =>
  events[s.fault][which]?.(s, vendor, customer) ?? ''
const question = ({ fault, rendering }: ExternalIdScenario): string =>
  (fault !== 'open' && rendering === 2 ? questions[0] : questions[rendering]) ?? ''

const stems: readonly ((s: ExternalIdScenario) => string)[] = [
  (s) =>
    paragraphs(`${event(s, 0)} The trust policy has this statement:`, trust(s), [
      more[s.fault](s),
      wanted[s.fault](s),
      question(s),
    ]),
  (s) =>
    paragraphs(
      [
        `${capitalised(s.vendor)} ${s.purpose} in account ${s.account} of ${s.setting.who}.`,
        event(s, 1, 'the vendor', s.setting.they),
        more[s.fault](s),
        wanted[s.fault](s),
        'The role trusts the following:',
      ],
      trust(s),
      question(s),
    ),
  (s) =>
    paragraphs([
      event(s, 1),
      `Its trust policy allows ${code('sts:AssumeRole')} to account ${s.vendorAccount}${s.fault === 'open' ? ' without a condition' : ` on condition that the external ID is ${code(s.externalId)}`}.`,
      more[s.fault](s),
      wanted[s.fault](s),
      question(s),
    ]),
  (s) =>
    paragraphs([
      `The ${s.setting.teams[0]} depends on what ${s.vendor} delivers.`,
      event(s, 0, 'the vendor'),
      wanted[s.fault](s),
      `The role trusts account ${s.vendorAccount}${s.fault === 'open' ? ', with no condition' : `, provided that the external ID is ${code(s.externalId)}`}.`,
      more[s.fault](s),
      question(s),
    ]),
]

const texts: Readonly<Record<Edit, (s: ExternalIdScenario) => string>> = {
  'require-id': (s) => `Require ${code('sts:ExternalId')} to equal ${code(s.externalId)} in the trust policy`,
  'send-id': (s) => `Have the vendor pass ${code(s.externalId)} as the external ID in its AssumeRole calls`,
  'grant-role': (s) =>
    `Have the vendor allow ${code('sts:AssumeRole')} to ${code(s.worker)} in a policy of its account`,
  'require-org': (s) =>
    `Require ${code('aws:PrincipalOrgID')} to equal ${code(s.organization)}, the customer's organization, in the trust policy`,
  'require-account': (s) =>
    `Require ${code('aws:SourceAccount')} to equal ${code(s.account)} in the trust policy`,
  'require-session-name': (s) =>
    `Require ${code('sts:RoleSessionName')} to equal ${code(s.externalId)} in the trust policy`,
  'id-in-role-policy': (s) =>
    `Add a condition on the external ID ${code(s.externalId)} to the permissions policy of the role`,
  'trust-everyone': () => 'Trust any AWS principal that presents the external ID instead of the one account',
  'trust-role': (s) => `Trust the ARN of the vendor's role ${code(s.worker)} instead of its whole account`,
  'drop-condition': () => "Remove the external ID from the trust policy and keep the vendor's account in it",
  'rename-session': (s) =>
    `Have the vendor use ${code(s.externalId)} as the session name in its AssumeRole calls`,
}

const keyReasons: Readonly<Record<Fault, string>> = {
  open: 'The vendor sends another identifier for each customer, so the condition holds when it works for this one alone.',
  unsent: 'The trust policy tests the external ID of the call, and the calls have none so far.',
  'other-role':
    "Across accounts the caller's own policy has to allow AssumeRole too, and that of the new role does not.",
}

const outcomes: Readonly<Record<Caller, Readonly<Record<Fault, string>>>> = {
  ours: {
    open: 'The calls of the vendor do not carry this value, so the vendor would be refused for this customer too.',
    unsent: 'The trust policy would still ask for an external ID that the calls do not have.',
    'other-role': 'The vendor stays refused: its role has no permission of its own to call AssumeRole.',
  },
  theirs: {
    open: 'The vendor could still assume the role when it works for another customer.',
    unsent: 'The vendor gets in, but another customer could then have it read this account.',
    'other-role': 'Another customer could then have the vendor read this account.',
  },
  stranger: {
    open: 'Another account could assume the role.',
    unsent: 'Another account could assume the role.',
    'other-role': 'Another account that knows the external ID could assume the role.',
  },
}

/** Words the scenario in one of four structures; rationales follow from who gets in after the change. */
export function renderExternalId(scenario: ExternalIdScenario): Rendering {
  const stem = stems[scenario.rendering]
  if (stem === undefined) throw new RangeError(`There is no structure ${scenario.rendering}.`)
  return {
    stem: stem(scenario),
    option: (answer) => {
      const edit = answer as Edit
      const broken = brokenFor(scenario, edit)
      return {
        text: texts[edit](scenario),
        rationale: broken === undefined ? keyReasons[scenario.fault] : outcomes[broken][scenario.fault],
      }
    },
  }
}
