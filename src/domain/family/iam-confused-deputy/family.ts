import type { ContextValue } from '../../cloud/iam/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import {
  believing,
  type Probe,
  type SituationScenario,
  situationModel,
  type View,
} from '../control/proposals.ts'
import { type Document, withoutConditions } from '../iam/policies.ts'
import { iamReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { type DeputyGround, drawDeputyGround } from './ground.ts'
import { oneSource, wholeAccount } from './situations.ts'

type Ctx = Readonly<Record<string, ContextValue>>

/** The request is taken to carry more where it is wanted, as though it came from the customer. */
const carrying =
  (more: (probe: Probe) => Ctx): View =>
  (probe) => ({ ...probe.asked, ctx: { ...probe.asked.ctx, ...(probe.wanted ? more(probe) : {}) } })

/** What the policy asks of a key, as the value that would satisfy it. */
const asWritten = ({ asked }: Probe, key: string): Ctx => {
  const value = new RegExp(`"${key}":"([^"]+)"`).exec(JSON.stringify(asked.resourcePolicy))?.[1]
  return value === undefined ? {} : { [key]: value.replace(/\/\d+$/, '') }
}

const calledByAccount: View = ({ asked, wanted }) =>
  wanted && !JSON.stringify(asked.resourcePolicy).includes('"Service"')
    ? { ...asked, principal: `arn:aws:iam::${asked.owner}:root` }
    : asked

/** Whoever stands behind the service is taken to be kept out by a resource that is named exactly. */
const namedExactly: View = ({ asked, wanted }) => {
  const exact = JSON.stringify(asked.resourcePolicy).includes(`"Resource":"${asked.resource}"`)
  return exact && !wanted ? null : asked
}

/** The service is taken to pass the external ID where the team wants it to get through. */
const externalIdPassed: View = ({ asked, wanted }) =>
  wanted && JSON.stringify(asked.resourcePolicy).includes('sts:ExternalId')
    ? { ...asked, resourcePolicy: withoutConditions(asked.resourcePolicy as Document) }
    : asked

/** Other sources of the own account are overlooked. */
const siblingsOverlooked: View = ({ asked, who }) => (who === 'sibling' ? null : asked)

const beliefs = [
  believing<DeputyGround>(
    'service-calls-from-our-network',
    'A service that acts for us calls from our own address range.',
    carrying((probe) => asWritten(probe, 'aws:SourceIp')),
  ),
  believing<DeputyGround>(
    'service-belongs-to-organization',
    'A service principal carries the organization of the customer that it acts for.',
    carrying((probe) => asWritten(probe, 'aws:PrincipalOrgID')),
  ),
  believing<DeputyGround>(
    'service-calls-as-account',
    'A service that acts for an account calls as a principal of that account.',
    calledByAccount,
  ),
  believing<DeputyGround>(
    'least-privilege-cures',
    'Naming one resource exactly keeps other customers of the service out.',
    namedExactly,
  ),
  believing<DeputyGround>(
    'external-id-for-services',
    'A service passes on an external ID like a third party that assumes a role.',
    externalIdPassed,
  ),
  believing<DeputyGround>(
    'account-is-one-source',
    'What is true of one source in an account is true of the others there.',
    siblingsOverlooked,
  ),
]

/** Which change keeps a service from acting on a resource for strangers. */
export const confusedDeputyModel: FamilyModel<SituationScenario<DeputyGround>> = {
  name: 'iam-confused-deputy',
  title: 'Keeping a service from acting for strangers',
  kind: 'multiple-choice',
  placements: placedIn(
    'SCS-C03 4.2',
    'SAP-C02 2.3',
    'SAP-C03 2',
    'SAA-C03 1.2',
    'SOA-C03 4.1',
    'DVA-C02 2.1',
    'DVA-C03 2',
    'DOP-C02 6.2',
  ),
  cognitive: 'apply',
  services: ['iam', 's3', 'sns', 'sqs'],
  references: [iamReference('confusedDeputy'), iamReference('globalKeys')],
  facts: [],
  since: calendarDate('2026-11-24'),
  ...situationModel({ situations: [wholeAccount, oneSource], drawGround: drawDeputyGround, beliefs }),
  features: ({ rendering }) => ({ rendering, oneSource: rendering > 1 ? 1 : 0 }),
  angoff: ({ oneSource: single = 0 }) => 0.66 - 0.08 * single,
}

export const confusedDeputy = familyOf(confusedDeputyModel)
