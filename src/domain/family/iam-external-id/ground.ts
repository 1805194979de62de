import type { IamCase } from '../../cloud/iam/types.ts'
import type { Probe } from '../control/proposals.ts'
import { policyOf, type Statement } from '../iam/policies.ts'

const account = '111122223333'
const vendor = '444455556666'
const role = `arn:aws:iam::${account}:role/VendorAccess`
const worker = `arn:aws:iam::${vendor}:role/Worker`

/** Account of the vendor as a principal. */
export const vendorAccount = `arn:aws:iam::${vendor}:root`
/** The role under which the vendor's product runs. */
export const vendorWorker = worker
/** The account that the vendor has left. */
export const formerAccount = 'arn:aws:iam::777788889999:root'
/** Organization of the customer. */
export const organization = 'o-exampleorg1'

const ids = { ours: 'customer-1', theirs: 'customer-2', stranger: 'customer-1' } as const

/** The condition that the vendor works for this customer. */
export const forUs: Statement['Condition'] = { StringEquals: { 'sts:ExternalId': ids.ours } }

/** Who wants the role: the vendor for this customer, the vendor for another one, an account without a part in it. */
export type Caller = keyof typeof ids

/** The trust policy of the role, and what the vendor does. Whoever is not the vendor for us does what it takes. */
export type TrustState = {
  readonly trust: Statement
  readonly sendsId: boolean
  readonly mayAssume: boolean
}

/** A trust policy with one statement. */
export const trusting = (principal: string, Condition?: Statement['Condition']): Statement => ({
  Effect: 'Allow',
  Principal: { AWS: principal },
  Action: 'sts:AssumeRole',
  ...(Condition === undefined ? {} : { Condition }),
})

/** The call of AssumeRole of a caller. */
export function assuming({ trust, sendsId, mayAssume }: TrustState, caller: Caller): Probe {
  const isOurs = caller === 'ours'
  const asked: IamCase = {
    principal: caller === 'stranger' ? 'arn:aws:iam::999900001111:role/Stranger' : worker,
    ...{ action: 'sts:AssumeRole', resource: role, owner: account },
    ctx: {
      ...(isOurs && !sendsId ? {} : { 'sts:ExternalId': ids[caller] }),
      'sts:RoleSessionName': 'collector',
    },
    resourcePolicy: policyOf([trust]),
    identity: policyOf([
      {
        Effect: 'Allow',
        Action: isOurs && !mayAssume ? 's3:GetObject' : 'sts:AssumeRole',
        Resource: '*',
      },
    ]),
  }
  return { who: caller, wanted: isOurs, asked }
}

/** The calls by which a change is judged. */
export const everyCaller = (state: TrustState): readonly Probe[] =>
  (['ours', 'theirs', 'stranger'] as const).map((caller) => assuming(state, caller))
