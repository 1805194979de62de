import type { IamCase, KmsGrant } from '../../cloud/iam/types.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { type Candidate, named } from '../iam/candidates.ts'
import { type Document, policyOf, type Statement } from '../iam/policies.ts'
import { chance, pickSome } from '../parts/draw.ts'
import { drawAccount, drawSetting, type Setting } from '../parts/setting.ts'

/** A key with its policy and grants, and principals that would decrypt with it. */
export type DecryptScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly account: string
  readonly partner: string
  readonly rooted: boolean
  readonly keyPolicy: Document
  readonly grants: readonly KmsGrant[]
  /** What is known of the principals, a sentence each. */
  readonly about: readonly string[]
  readonly candidates: readonly Candidate[]
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
] as const

const keyAdministration: Statement = {
  Sid: 'KeyAdministration',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::account:role/KeyAdmin' },
  Action: ['kms:Create*', 'kms:Describe*', 'kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion'],
  Resource: '*',
}

/** The people of a scenario by the part that they play. */
type Cast = Readonly<Record<'right' | 'unlisted' | 'throughStorage' | 'encrypter' | 'partner', string>>

type Ground = Pick<DecryptScenario, 'setting' | 'account' | 'partner' | 'rooted'> & {
  readonly cast: Cast
  /** The right one holds a grant, and the key policy does not name it. */
  readonly byGrant: boolean
}

function drawGround(random: SeededRandom): Ground {
  const account = drawAccount(random)
  const rooted = chance(random, 0.5)
  const [unlisted = '', partner = '', throughStorage = '', encrypter = '', right = ''] = pickSome(
    random,
    names,
    5,
  )
  return {
    ...{ account, rooted },
    setting: drawSetting(random),
    partner: drawAccount(random, [account]),
    cast: { right, unlisted, throughStorage, encrypter, partner },
    byGrant: !rooted && chance(random, 0.5),
  }
}

const roleArn = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`

const permit = (Sid: string, principal: string, Action: string): Statement => ({
  Sid,
  Effect: 'Allow',
  Principal: { AWS: principal },
  Action,
  Resource: '*',
})

function keyPolicyOf({ setting, account, partner, rooted, byGrant, cast }: Ground): Document {
  const viaStorage = {
    ...permit('ThroughStorage', roleArn(account, cast.throughStorage), 'kms:Decrypt'),
    Condition: { StringEquals: { 'kms:ViaService': `s3.${setting.region}.amazonaws.com` } },
  }
  const toRoot = permit('AccountAccess', `arn:aws:iam::${account}:root`, 'kms:*')
  const direct = permit('Use', roleArn(account, cast.right), 'kms:Decrypt')
  return policyOf([
    { ...keyAdministration, Principal: { AWS: roleArn(account, 'KeyAdmin') } },
    ...(rooted ? [toRoot] : []),
    ...(rooted || byGrant ? [] : [direct]),
    viaStorage,
    permit('Partner', `arn:aws:iam::${partner}:root`, 'kms:Decrypt'),
  ])
}

const grantsOf = ({ account, byGrant, cast }: Ground): KmsGrant[] => [
  { granteePrincipal: roleArn(account, cast.encrypter), operations: ['Encrypt', 'GenerateDataKey'] },
  ...(byGrant
    ? [{ granteePrincipal: roleArn(account, cast.right), operations: ['Decrypt', 'DescribeKey'] }]
    : []),
]

/** What is known of a principal, whether IAM allows it to decrypt, and why it can or cannot. */
type Part = { readonly about: string; readonly iam: boolean; readonly why: string }

const decrypts = (name: string): string =>
  `\`${name}\` has an IAM policy that allows \`kms:Decrypt\` on the key.`
const reads = (name: string): string => `The IAM policy of \`${name}\` allows Amazon S3 reads alone.`

const rightPart = ({ cast, rooted, byGrant }: Ground): Part => {
  if (rooted)
    return {
      about: decrypts(cast.right),
      iam: true,
      why: 'The key policy hands decisions to IAM policies of the account through the account principal, and the role has such a policy.',
    }
  const why = byGrant
    ? 'A grant on the key gives it Decrypt, and a grant needs no policy beside it.'
    : 'The key policy names the role directly, which needs no IAM policy beside it in the same account.'
  return { about: reads(cast.right), iam: false, why }
}

const unlistedPart = ({ cast, rooted }: Ground): Part =>
  rooted
    ? {
        about: reads(cast.unlisted),
        iam: false,
        why: 'The statement for the account lets IAM policies decide; this role has none that allows kms:Decrypt.',
      }
    : {
        about: decrypts(cast.unlisted),
        iam: true,
        why: 'The key policy does not hand decisions to IAM policies, so an allow in IAM alone has no effect on this key.',
      }

const partsOf = (ground: Ground): Readonly<Record<keyof Cast, Part>> => {
  const { cast, partner } = ground
  return {
    right: rightPart(ground),
    unlisted: unlistedPart(ground),
    throughStorage: {
      about: `\`${cast.throughStorage}\` calls AWS KMS directly and has an IAM policy for Amazon S3 alone.`,
      iam: false,
      why: 'Its statement in the key policy applies to requests that come through Amazon S3, and this call does not.',
    },
    encrypter: {
      about: `\`${cast.encrypter}\` holds a grant and has an IAM policy for Amazon S3 alone.`,
      iam: false,
      why: 'Its grant covers Encrypt and GenerateDataKey; a grant gives the operations that it lists.',
    },
    partner: {
      about: `\`${cast.partner}\` of account ${partner} has an IAM policy for Amazon S3 alone.`,
      iam: false,
      why: 'The key policy lets the partner account delegate, but its own IAM policy does not allow kms:Decrypt.',
    },
  }
}

function askOf(ground: Ground, part: keyof Cast, iam: boolean): IamCase {
  const { setting, account, partner, cast } = ground
  const key = `arn:aws:kms:${setting.region}:${account}:key/1a2b3c4d-5e6f-4a1b-8c2d-9e8f7a6b5c4d`
  const own = iam ? { Action: 'kms:Decrypt', Resource: key } : { Action: 's3:GetObject', Resource: '*' }
  return {
    principal: roleArn(part === 'partner' ? partner : account, cast[part]),
    action: 'kms:Decrypt',
    resource: key,
    owner: account,
    identity: policyOf([{ Effect: 'Allow', ...own }]),
    resourcePolicy: keyPolicyOf(ground),
    kms: { grants: grantsOf(ground) },
  }
}

/** Draws a key under one of two kinds of policy, and four principals one of whom can decrypt. */
export function sampleDecrypt(random: SeededRandom): DecryptScenario {
  const ground = drawGround(random)
  const { account, partner, rooted, setting, cast } = ground
  const parts = partsOf(ground)
  const others = pickSome(random, ['unlisted', 'throughStorage', 'encrypter', 'partner'] as const, 3)
  const shown = ['right' as const, ...others]
  const candidates = shown.map(
    (part): Omit<Candidate, 'id'> => ({
      text: `The role \`${cast[part]}\`${part === 'partner' ? ` of account ${partner}` : ''}`,
      why: parts[part].why,
      asked: askOf(ground, part, parts[part].iam),
    }),
  )
  return {
    ...{ setting, account, partner, rooted },
    keyPolicy: keyPolicyOf(ground),
    grants: grantsOf(ground),
    rendering: random.integer(3),
    about: shuffle(
      shown.map((part) => parts[part].about),
      random,
    ),
    candidates: named(candidates, random),
  }
}
