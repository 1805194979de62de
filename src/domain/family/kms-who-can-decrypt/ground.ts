import type { IamCase, KmsGrant } from '../../cloud/iam/types.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Probe } from '../control/proposals.ts'
import { policyOf, type Statement } from '../iam/policies.ts'
import { chance, pick, pickSome } from '../parts/draw.ts'
import { drawAccount, drawSetting, type Setting } from '../parts/setting.ts'

/** A customer managed key, the accounts around it, and the roles that are spoken of. */
export type KeyGround = {
  readonly setting: Setting
  readonly account: string
  readonly partner: string
  /** ARN of the key. */
  readonly key: string
  /** Name of the alias, without its prefix. */
  readonly alias: string
  /** The role that the story is about. */
  readonly role: string
  /** A colleague of it in the same account. */
  readonly other: string
  /** A role of the partner account. */
  readonly guest: string
  /** Where both a grant and a statement would serve, the grant is on offer. */
  readonly byGrant: boolean
  readonly request: string
  readonly days: number
}

const names = [
  'ReportReader',
  'ClaimsApi',
  'NightlyExport',
  'ArchiveLoader',
  'InvoiceWorker',
  'SupportDesk',
  'MediaIndexer',
  'DataSteward',
  'IntakeParser',
  'LedgerSync',
] as const

const hexadecimal = (random: SeededRandom, digits: number): string =>
  Array.from({ length: digits }, () => '0123456789abcdef'[random.integer(16)]).join('')

/** Draws a key and the roles around it. */
export function drawKeyGround(random: SeededRandom): KeyGround {
  const setting = drawSetting(random)
  const account = drawAccount(random)
  const [role = '', other = '', guest = ''] = pickSome(random, names, 3)
  const id = [8, 4, 4, 4, 12].map((digits) => hexadecimal(random, digits)).join('-')
  return {
    ...{ setting, account, role, other, guest },
    partner: drawAccount(random, [account]),
    key: `arn:aws:kms:${setting.region}:${account}:key/${id}`,
    alias: `${setting.records[0].slug}-${pick(random, ['data', 'prod', 'store'])}`,
    byGrant: chance(random, 0.5),
    request: hexadecimal(random, 8),
    days: 2 + random.integer(6),
  }
}

/** ARN of a role. @example roleArn('111122223333', 'A') // 'arn:aws:iam::111122223333:role/A' */
export const roleArn = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`

/** ARN of an account as a principal. @example rootArn('111122223333') // 'arn:aws:iam::111122223333:root' */
export const rootArn = (account: string): string => `arn:aws:iam::${account}:root`

/** A statement of a key policy. */
export const permit = (
  principal: string,
  Action: string | readonly string[],
  Condition?: Statement['Condition'],
): Statement => ({
  Effect: 'Allow',
  Principal: { AWS: principal },
  Action,
  Resource: '*',
  ...(Condition === undefined ? {} : { Condition }),
})

/** Access through Amazon S3 alone. */
export const throughStorage = ({ setting }: KeyGround): Statement['Condition'] => ({
  StringEquals: { 'kms:ViaService': `s3.${setting.region}.amazonaws.com` },
})

/** What stands around the key: its policy, its grants, and what else a change did. */
export type KeyState = {
  readonly policy: readonly Statement[]
  readonly grants?: readonly KmsGrant[]
  readonly beside?: string
}

/** What IAM policies of a role allow: an action on a resource. */
export type Own = { readonly action: string; readonly resource: string } | null

/** Reads of Amazon S3, and nothing of AWS KMS. */
export const storageReads: Own = { action: 's3:GetObject', resource: '*' }
/** The policy of an administrator. */
export const everything: Own = { action: '*', resource: '*' }

/** Who asks to decrypt, by which IAM policies, and whether that is wanted to succeed. */
export type Asker = {
  readonly who: string
  readonly own: Own
  readonly wanted: boolean
  /** Account of the role; that of the key where it is left out. */
  readonly from?: string
  readonly viaStorage?: boolean
}

/** A request to decrypt as a probe. */
export function decryptProbe(ground: KeyGround, state: KeyState, asker: Asker): Probe {
  const { account, key, setting } = ground
  const from = asker.from ?? account
  const asked: IamCase = {
    principal: roleArn(from, asker.who),
    action: 'kms:Decrypt',
    resource: key,
    owner: account,
    resourcePolicy: policyOf(state.policy),
    kms: { grants: state.grants ?? [] },
    ctx: {
      'kms:CallerAccount': from,
      ...(asker.viaStorage ? { 'kms:ViaService': `s3.${setting.region}.amazonaws.com` } : {}),
    },
    ...(asker.own === null
      ? {}
      : {
          identity: policyOf([{ Effect: 'Allow', Action: asker.own.action, Resource: asker.own.resource }]),
        }),
  }
  return {
    ...{ who: asker.who, wanted: asker.wanted, asked },
    ...(state.beside === undefined ? {} : { beside: state.beside }),
  }
}
