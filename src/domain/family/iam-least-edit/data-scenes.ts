import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { roleOf } from '../iam/people.ts'
import { policyOf } from '../iam/policies.ts'
import { iamReference, kmsReference } from '../iam/references.ts'
import {
  type Ask,
  allowing,
  homeAccount,
  recentDay,
  resourceName,
  roleArn,
  type SceneText,
  sessionOf,
} from '../iam/scene.ts'
import { pick } from '../parts/draw.ts'

const region = 'eu-west-1'
const asking =
  (role: string) =>
  (wanted: boolean, action: string, resource: string): Ask => ({
    name: action,
    wanted,
    action,
    resource,
    principal: sessionOf(role),
    owner: homeAccount,
  })

const drawListing = (random: SeededRandom) => {
  const [who, slug, files] = pick(random, [
    ['a map publisher', 'tile-sync', 'map-tiles'],
    ['a print shop chain', 'proof-sync', 'customer-proofs'],
    ['a radio archive', 'tape-sync', 'digitized-tapes'],
    ['a seed bank', 'catalogue-sync', 'specimen-photos'],
  ])
  const role = roleOf(random, { slug, name: slug })
  const bucket = resourceName(random, files)
  const day = recentDay(random)
  const arn = `arn:aws:s3:::${bucket}`
  const ask = asking(role)
  const read = allowing('s3:GetObject', `${arn}/*`)
  const stem = pick(random, [
    `At ${who}, a job copies what is new in the Amazon S3 bucket \`${bucket}\` to a file server with \`aws s3 sync\`. Single downloads with the role \`${role}\` work, but since ${day} the sync has stopped with AccessDenied for ListObjectsV2. The policy of the role allows \`s3:GetObject\` on \`${arn}/*\`. The job must not gain write access or a view of other buckets. Which change lets the sync run?`,
    `On ${day}, a new copy job of ${who} ran \`aws s3 sync\` on the bucket \`${bucket}\` in Amazon S3 and failed with AccessDenied for ListObjectsV2. Its role \`${role}\` may use \`s3:GetObject\` on \`${arn}/*\`, and a download of a known file works. Other buckets have to stay out of reach, and nobody else gets access. What should the team change?`,
  ])
  return { arn, ask, read, stem }
}

/** A copy job may read objects and not list the bucket. */
export function listing(random: SeededRandom): SceneText {
  const { arn, ask, read, stem } = drawListing(random)
  return {
    stem,
    before: { identity: policyOf([read]) },
    asks: [
      ask(true, 's3:ListBucket', arn),
      ask(true, 's3:GetObject', `${arn}/a.dat`),
      ask(false, 's3:ListBucket', 'arn:aws:s3:::payroll'),
      ask(false, 's3:PutObject', `${arn}/a.dat`),
      { ...ask(false, 's3:ListBucket', arn), principal: 'anonymous' },
    ],
    references: [iamReference('troubleshoot'), iamReference('leastPrivilege')],
    deeds: [
      {
        text: "Allow `s3:ListBucket` on the bucket's own ARN in the policy of the role.",
        why: 'Listing is an action on the bucket, whose ARN the statement for its objects does not match.',
        makes: { identity: policyOf([read, allowing('s3:ListBucket', arn)]) },
      },
      {
        text: `Add \`s3:ListBucket\` to the statement that has \`/*\` at the end of its resource.`,
        why: 'The ARN with `/*` stands for objects. Listing is asked of the bucket, so the call stays denied.',
        makes: { identity: policyOf([allowing('s3:GetObject s3:ListBucket', `${arn}/*`)]) },
        taken: ['resource-level', { identity: policyOf([read, allowing('s3:ListBucket', arn)]) }],
      },
      {
        text: 'Attach the AWS managed policy AmazonS3ReadOnlyAccess to the role.',
        why: 'The sync would run, but the role could read every other bucket of the account too.',
        makes: { identity: policyOf([read, allowing('s3:Get* s3:List*')]) },
      },
      {
        text: 'Allow `s3:ListAllMyBuckets` in the policy of the role, with `*` as the resource.',
        why: 'That action lists the names of buckets. ListObjectsV2 needs `s3:ListBucket`.',
        makes: { identity: policyOf([read, allowing('s3:ListAllMyBuckets')]) },
        taken: ['similar-action', { identity: policyOf([read, allowing('s3:ListBucket', arn)]) }],
      },
      {
        text: 'Write a bucket policy that lets any principal list the bucket, as it holds no secrets.',
        why: 'The sync would run, but so would a listing by anyone, without credentials.',
        makes: {
          resourcePolicy: policyOf([{ ...allowing('s3:ListBucket', arn), Principal: '*' }]),
        },
      },
    ],
  }
}

const drawIndexQuery = (random: SeededRandom) => {
  const [who, slug, table, index, purpose] = pick(random, [
    ['a parcel service', 'tracking', 'parcels', 'by-depot', 'all parcels of one depot'],
    ['a ticket agency', 'seat-map', 'bookings', 'by-venue', 'all bookings of one venue'],
    ['a vet chain', 'reminders', 'appointments', 'by-practice', 'all appointments of one practice'],
    ['a game studio', 'leaderboard', 'scores', 'by-season', 'all scores of one season'],
  ])
  const role = roleOf(random, { slug, name: slug })
  const name = resourceName(random, table)
  const day = recentDay(random)
  const arn = `arn:aws:dynamodb:${region}:${homeAccount}:table/${name}`
  const other = `arn:aws:dynamodb:${region}:${homeAccount}:table/payments`
  const ask = asking(role)
  const now = allowing('dynamodb:GetItem dynamodb:Query', arn)
  const fixed = { identity: policyOf([now, allowing('dynamodb:Query', `${arn}/index/${index}`)]) }
  const stem = pick(random, [
    `A developer at ${who} released a page on ${day} that shows ${purpose}. It queries the global secondary index \`${index}\` of the Amazon DynamoDB table \`${name}\` and fails with AccessDeniedException, while the older pages still work. The role \`${role}\` of the function may call \`dynamodb:GetItem\` and \`dynamodb:Query\` on the table's ARN. Tables of other teams must stay closed to it. Which change solves the problem?`,
    `Since the release of ${day}, a function of ${who} with the role \`${role}\` has been refused when it queries \`${index}\`, a new global secondary index of the Amazon DynamoDB table \`${name}\`. Queries on the table itself succeed under the same statement, which allows \`dynamodb:GetItem\` and \`dynamodb:Query\`. The role must not reach other tables in the account. What should the developer do?`,
  ])
  return { index, role, arn, other, ask, now, fixed, stem }
}

/** A query on a secondary index of a table. */
export function indexQuery(random: SeededRandom): SceneText {
  const { index, role, arn, other, ask, now, fixed, stem } = drawIndexQuery(random)
  return {
    stem,
    before: { identity: policyOf([now]) },
    asks: [
      ask(true, 'dynamodb:Query', `${arn}/index/${index}`),
      ask(false, 'dynamodb:Query', other),
      ask(false, 'dynamodb:GetItem', other),
    ],
    references: [iamReference('troubleshoot'), iamReference('leastPrivilege')],
    deeds: [
      {
        text: 'Add the ARN of the index as a second resource to the statement for the table.',
        why: 'An index has an ARN of its own below that of its table, and the statement did not name it.',
        makes: fixed,
      },
      {
        text: 'Add a resource-based policy to the table that allows the role to query the table.',
        why: 'The table was open to the role before. A query on the index is checked against the ARN of the index.',
        makes: {
          resourcePolicy: policyOf([
            { ...allowing('dynamodb:Query', arn), Principal: { AWS: roleArn(role) } },
          ]),
        },
        taken: ['resource-level', fixed],
      },
      {
        text: 'Allow `dynamodb:Scan` on the table, since an index has to be scanned.',
        why: 'The code calls Query on the index, and neither that action nor the ARN of the index is added.',
        makes: { identity: policyOf([now, allowing('dynamodb:Scan', arn)]) },
        taken: ['similar-action', fixed],
      },
      {
        text: 'Replace the two actions with `dynamodb:*`, and keep the resource as it is.',
        why: 'More actions do not help, since the ARN of the table does not match that of its index.',
        makes: { identity: policyOf([allowing('dynamodb:*', arn)]) },
        taken: ['wider-actions', fixed],
      },
      {
        text: 'Attach the AWS managed policy AmazonDynamoDBReadOnlyAccess to the role.',
        why: 'The page would work, but the role could read the tables of other teams as well.',
        makes: { identity: policyOf([now, allowing('dynamodb:GetItem dynamodb:Query dynamodb:Scan')]) },
      },
    ],
  }
}

/** Files under a customer managed key that their reader may not use. */
export function encryptedFiles(random: SeededRandom): SceneText {
  const [who, slug, files] = pick(random, [
    ['a notary association', 'deeds-export', 'signed-deeds'],
    ['a payroll office', 'payslip-mailer', 'payslips'],
    ['a hospital group', 'report-viewer', 'radiology-reports'],
    ['a tax adviser', 'filing-service', 'tax-filings'],
  ])
  const role = roleOf(random, { slug, name: slug })
  const bucket = resourceName(random, files)
  const day = recentDay(random)
  const key = (id: string): string => `arn:aws:kms:${region}:${homeAccount}:key/${id}`
  const ask = asking(role)
  const stem = pick(random, [
    `On ${day}, ${who} switched the default encryption of the Amazon S3 bucket \`${bucket}\` to a customer managed key in AWS KMS. Since then, the application with the role \`${role}\` gets AccessDenied for new files, while it still reads older ones. The key has the default key policy, which leaves access to IAM policies of the account. The role must not be able to use other keys. Which change makes the new files readable?`,
    `Files that reached the Amazon S3 bucket \`${bucket}\` before ${day} open as usual, later ones end in AccessDenied. That day, ${who} made a customer managed AWS KMS key the default encryption of the bucket and left its default key policy, which relies on IAM policies, as it was. The reader's role \`${role}\` may use \`s3:GetObject\` on the bucket and has to stay away from other keys. What should an administrator do?`,
  ])
  return {
    stem,
    before: {
      identity: policyOf([allowing('s3:GetObject', `arn:aws:s3:::${bucket}/*`)]),
      resourcePolicy: policyOf([
        { ...allowing('kms:*'), Principal: { AWS: `arn:aws:iam::${homeAccount}:root` } },
      ]),
    },
    asks: [ask(true, 'kms:Decrypt', key('files')), ask(false, 'kms:Decrypt', key('other'))],
    references: [kmsReference('keyPolicies'), iamReference('leastPrivilege')],
    deeds: [
      {
        text: 'Allow `kms:Decrypt` on this key in the policy of the role.',
        why: 'To read the files takes the right to decrypt, which the default key policy leaves to IAM policies.',
        makes: { identity: policyOf([allowing('kms:Decrypt', key('files'))]) },
      },
      {
        text: 'Widen the statement of the role from `s3:GetObject` to `s3:*` on the bucket.',
        why: 'S3 asks AWS KMS on behalf of the caller, who needs a permission of AWS KMS for that.',
        makes: { identity: policyOf([allowing('s3:*', `arn:aws:s3:::${bucket}/*`)]) },
        taken: ['data-includes-key', { identity: policyOf([allowing('kms:Decrypt', key('files'))]) }],
      },
      {
        text: 'Enable an S3 Bucket Key, so that the reader needs no call to AWS KMS.',
        why: 'A bucket key saves calls to AWS KMS. A reader still needs `kms:Decrypt` on the key behind it.',
        makes: {},
        taken: ['setting-grants', { identity: policyOf([allowing('kms:Decrypt', key('files'))]) }],
      },
      {
        text: 'Allow `kms:Decrypt` with `*` as the resource in the policy of the role.',
        why: 'The files would open, but so would whatever other keys of the account protect.',
        makes: { identity: policyOf([allowing('kms:Decrypt')]) },
      },
      {
        text: 'Name the role in the bucket policy with `s3:GetObject` on the new files.',
        why: 'S3 allowed the role to read before. The missing permission is one for the key.',
        makes: {},
        taken: ['data-includes-key', { identity: policyOf([allowing('kms:Decrypt', key('files'))]) }],
      },
    ],
  }
}

/** A policy names a secret without the characters that the service appends to its ARN. */
export function secretSuffix(random: SeededRandom): SceneText {
  const [who, slug, what] = pick(random, [
    ['a pharmacy chain', 'stock-service', 'stock'],
    ['an online florist', 'order-service', 'orders'],
    ['a ski resort', 'pass-service', 'passes'],
    ['a freight broker', 'quote-service', 'quotes'],
  ])
  const role = roleOf(random, { slug, name: slug })
  const name = `prod/${what}/${pick(random, ['db', 'database', 'postgres'])}`
  const day = recentDay(random)
  const secret = (path: string): string => `arn:aws:secretsmanager:${region}:${homeAccount}:secret:${path}`
  const ask = asking(role)
  const now = allowing('secretsmanager:GetSecretValue', secret(name))
  const fixed = { identity: policyOf([allowing('secretsmanager:GetSecretValue', secret(`${name}-??????`))]) }
  const stem = pick(random, [
    `At ${who}, containers of the ${slug} have failed at start since ${day} with AccessDeniedException for GetSecretValue. Someone had typed the resource of the statement for \`secretsmanager:GetSecretValue\` by hand, as an ARN that ends in \`secret:${name}\`, the name shown in AWS Secrets Manager. Other secrets of the account must not become readable. Which change to the role \`${role}\` solves the problem?`,
    `On ${day}, ${who} moved the database password of its ${slug} into the AWS Secrets Manager secret \`${name}\`. The role \`${role}\` may use \`secretsmanager:GetSecretValue\` on a resource that ends in \`secret:${name}\`, yet the call is refused. Secrets of other services under \`prod/\` have to stay closed to the role. What should the engineer do?`,
  ])
  return {
    stem,
    before: { identity: policyOf([now]) },
    asks: [
      ask(true, 'secretsmanager:GetSecretValue', secret(`${name}-Ab3x9Q`)),
      ask(false, 'secretsmanager:GetSecretValue', secret('prod/billing/db-k2PqZ7')),
    ],
    references: [iamReference('troubleshoot'), iamReference('leastPrivilege')],
    deeds: [
      {
        text: 'Append `-??????` to the ARN in the statement, and leave the action as it is.',
        why: 'Secrets Manager adds a hyphen and six characters to the name in the ARN; the pattern matches them.',
        makes: fixed,
      },
      {
        text: 'Replace the action with `secretsmanager:*` and keep the ARN.',
        why: 'The ARN in the statement lacks the six characters at the end of the real one, whatever the action.',
        makes: { identity: policyOf([allowing('secretsmanager:*', secret(name))]) },
        taken: ['wider-actions', fixed],
      },
      {
        text: 'Shorten the ARN in the statement to `secret:prod/*`.',
        why: 'The call would succeed, but the secrets of other services under `prod/` would open as well.',
        makes: {
          identity: policyOf([allowing('secretsmanager:GetSecretValue', secret('prod/*'))]),
        },
      },
      {
        text: 'Allow `kms:Decrypt` on the AWS managed key of Secrets Manager.',
        why: 'That key can be used by whoever may read the secret; the refusal comes from the ARN in the statement.',
        makes: { identity: policyOf([now, allowing('kms:Decrypt')]) },
        taken: ['data-includes-key', fixed],
      },
      {
        text: 'Add `secretsmanager:ListSecrets`, so that the name can be looked up.',
        why: 'GetSecretValue needs no lookup permission; it needs an allow whose resource matches the ARN.',
        makes: { identity: policyOf([now, allowing('secretsmanager:ListSecrets')]) },
        taken: ['similar-action', fixed],
      },
    ],
  }
}
