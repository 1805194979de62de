import type { ContextValue, IamCase } from '../../cloud/iam/types.ts'
import type { Probe } from '../control/proposals.ts'
import { policyOf, type Statement } from '../iam/policies.ts'

/** Account of the resource. */
export const account = '111122223333'
const stranger = '444455556666'
/** The organization of the account. */
export const organization = 'o-exampleorg1'

/** A service that acts for its customers on a resource of this account. */
export type Deputy = {
  readonly service: string
  readonly action: string
  /** ARN of the resource. */
  readonly target: string
}

/** For whom the service calls: the source that is meant, another of the account, a stranger's, or one that took over the name of the source. */
export type Caller = 'known' | 'sibling' | 'stranger' | 'namesake'

/** ARN of the source that is meant. */
export const source = 'arn:aws:s3:::ours'
const sources: Readonly<Record<Caller, string>> = {
  known: source,
  sibling: 'arn:aws:s3:::ours-test',
  stranger: 'arn:aws:s3:::theirs',
  namesake: source,
}

const isOurs = (caller: Caller): boolean => caller === 'known' || caller === 'sibling'

const contextOf = (caller: Caller): Readonly<Record<string, ContextValue>> => ({
  'aws:PrincipalIsAWSService': true,
  'aws:SourceAccount': isOurs(caller) ? account : stranger,
  'aws:SourceArn': sources[caller],
  ...(isOurs(caller) ? { 'aws:SourceOrgID': organization } : {}),
})

/** A statement that lets the service act under a condition. */
export const serviceMay = (
  { service, action, target }: Deputy,
  Condition?: Statement['Condition'],
  principal: unknown = { Service: service },
): Statement => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  Resource: target,
  ...(Condition === undefined ? {} : { Condition }),
})

/** A request of the service on behalf of somebody. */
export function deputyProbe(
  { service, action, target }: Deputy,
  policy: readonly Statement[],
  { caller, wanted }: { readonly caller: Caller; readonly wanted: boolean },
): Probe {
  const asked: IamCase = {
    ...{ principal: service, action, resource: target, owner: account },
    ctx: contextOf(caller),
    resourcePolicy: policyOf(policy),
  }
  return { who: caller, wanted, asked }
}

/** A request of a role of the account, which has full access by its IAM policy. */
export function memberProbe({ target }: Deputy, policy: readonly Statement[], action: string): Probe {
  const asked: IamCase = {
    principal: `arn:aws:iam::${account}:role/Analyst`,
    ...{ action, resource: target, owner: account },
    identity: policyOf([{ Effect: 'Allow', Action: action, Resource: '*' }]),
    ctx: { 'aws:PrincipalOrgID': organization, 'aws:PrincipalIsAWSService': false },
    resourcePolicy: policyOf(policy),
  }
  return { who: 'member', wanted: true, asked }
}
