import type { IamCase, KmsGrant } from '../../cloud/iam/types.ts'
import type { Probe } from '../control/proposals.ts'
import { policyOf, type Statement } from '../iam/policies.ts'

/** Account of the key. */
export const account = '111122223333'
/** Account of those who read from elsewhere. */
export const elsewhere = '444455556666'
const region = 'eu-west-1'
/** ARN of the key. */
export const key = `arn:aws:kms:${region}:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`
/** ARN of an alias of the key. */
export const alias = `arn:aws:kms:${region}:${account}:alias/files`

/** ARN of a role. @example roleArn('111122223333', 'A') // 'arn:aws:iam::111122223333:role/A' */
export const roleArn = (owner: string, name: string): string => `arn:aws:iam::${owner}:role/${name}`
/** ARN of an account as a principal. @example rootArn('111122223333') // 'arn:aws:iam::111122223333:root' */
export const rootArn = (owner: string): string => `arn:aws:iam::${owner}:root`

/** A statement of a key policy. A principal without colons is that of a service. */
export const permit = (
  principal: string,
  Action: string | readonly string[],
  Condition?: Statement['Condition'],
): Statement => ({
  Effect: 'Allow',
  Principal: principal.includes(':') || principal === '*' ? { AWS: principal } : { Service: principal },
  Action,
  Resource: '*',
  ...(Condition === undefined ? {} : { Condition }),
})

/** The policy that a customer managed key gets where nobody writes one. */
export const defaultPolicy = [permit(rootArn(account), 'kms:*')]

/** The policy of an AWS managed key: principals of its account, through the service that it belongs to. */
export const managedPolicy = (service: string): readonly Statement[] => [
  permit('*', ['kms:Decrypt', 'kms:GenerateDataKey'], {
    StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': `${service}.${region}.amazonaws.com` },
  }),
]

/** What IAM policies of a role allow: an action on a resource. */
export type Own = { readonly action: string; readonly resource: string } | null
/** Reads of Amazon S3, and nothing of AWS KMS. */
export const storageReads: Own = { action: 's3:GetObject', resource: '*' }
/** The policy of an administrator. */
export const everything: Own = { action: '*', resource: '*' }
/** Decryption with the key. */
export const toKey: Own = { action: 'kms:Decrypt', resource: key }

/** What stands around the key: its policy, its grants, and the IAM policy of the role that the story is about. */
export type KeyState = {
  readonly policy: readonly Statement[]
  readonly grants?: readonly KmsGrant[]
  readonly own?: Own
}

/** Who asks for what. */
export type Asker = {
  readonly who: string
  /** ARN of a role, or the name of a service. */
  readonly principal: string
  readonly wanted: boolean
  /** Decrypt where it is left out. */
  readonly action?: string
  readonly viaStorage?: boolean
}

const ownerOf = (principal: string): string | undefined => principal.split(':')[4]

/** A request to use the key as a probe. */
export function keyProbe(
  { policy, grants = [], own = null }: KeyState,
  { who, principal, wanted, action = 'kms:Decrypt', viaStorage = false }: Asker,
): Probe {
  const from = ownerOf(principal)
  const asked: IamCase = {
    ...{ principal, action, resource: key, owner: account },
    resourcePolicy: policyOf(policy),
    kms: { grants },
    ctx: {
      ...(from === undefined ? {} : { 'kms:CallerAccount': from }),
      ...(viaStorage ? { 'kms:ViaService': `s3.${region}.amazonaws.com` } : {}),
    },
    ...(own === null
      ? {}
      : { identity: policyOf([{ Effect: 'Allow', Action: own.action, Resource: own.resource }]) }),
  }
  return { who, wanted, asked }
}
