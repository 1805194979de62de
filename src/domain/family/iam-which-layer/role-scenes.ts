import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { roleOf } from '../iam/people.ts'
import { fullAccess, policyOf } from '../iam/policies.ts'
import { iamReference, kmsReference } from '../iam/references.ts'
import {
  type Ask,
  allowing,
  denying,
  homeAccount,
  recentDay,
  resourceName,
  roleArn,
  type SceneText,
  sessionOf,
} from '../iam/scene.ts'
import { pick } from '../parts/draw.ts'

const region = 'eu-west-1'
const level = (...more: readonly unknown[]) => [{ id: 'OU', policies: [fullAccess, ...more] }]
const asking =
  (action: string, resource: string) =>
  (name: string, wanted: boolean, role: string, over: Partial<Ask> = {}): Ask => ({
    ...{ name, wanted, action, resource, principal: sessionOf(role), owner: homeAccount },
    ...over,
  })

/** Roles of developers carry a boundary, those of the platform team none. */
export function boundary(random: SeededRandom): SceneText {
  const [who, slug, topic] = pick(random, [
    ['a dairy cooperative', 'tank-monitor', 'tank-alerts'],
    ['a coach operator', 'delay-notifier', 'delay-notices'],
    ['an auction house', 'bid-engine', 'outbid-notices'],
    ['a water utility', 'leak-detector', 'leak-alerts'],
  ])
  const role = roleOf(random, { slug, name: slug })
  const arn = `arn:aws:sns:${region}:${homeAccount}:${resourceName(random, topic)}`
  const day = recentDay(random)
  const ask = asking('sns:Publish', arn)
  const may = { identity: policyOf([allowing('sns:* s3:*')]) }
  const isOwn = ({ principal }: Ask): boolean => principal === sessionOf(role)
  const limited: SceneText['before'] = (each) =>
    isOwn(each) ? { ...may, boundary: policyOf([allowing('s3:* logs:*')]) } : may
  const stem = pick(random, [
    `Developers at ${who} have created the roles of their AWS Lambda functions themselves since ${day}, from a template of the platform team. The first such role, \`${role}\`, can read from Amazon S3 but not publish to the Amazon SNS topic \`${arn.split(':').at(-1)}\` in the same account. An older role of the platform team with the same policy publishes to the topic. What is the cause, and what should be done?`,
    `On ${day}, a new function of ${who} went live and could not publish to the Amazon SNS topic \`${arn.split(':').at(-1)}\` of its account. Its role \`${role}\`, which the developers made under the rules for self-service, reads its files in Amazon S3 as it should. A role made by administrators publishes to the topic with the very same policy. Which explanation and remedy fit?`,
  ])
  return {
    stem,
    before: may,
    asks: [
      ask('reported', false, role),
      ask('older', true, 'platform'),
      ask('files', true, role, { action: 's3:GetObject', resource: 'arn:aws:s3:::files/a' }),
    ],
    references: [iamReference('boundaries'), iamReference('troubleshoot')],
    deeds: [
      {
        text: 'The permissions boundary of the new role leaves out Amazon SNS; add `sns:Publish` to it.',
        why: 'A boundary limits this role alone, so an equal policy works for a role without one.',
        makes: limited,
      },
      {
        text: 'The topic policy does not name the new role; add the role there with `sns:Publish`.',
        why: 'Within an account, the policy of the role is enough. The topic policy need not name it.',
        makes: (each) => ({
          ...may,
          resourcePolicy:
            each.action === 'sns:Publish'
              ? policyOf([{ ...allowing('sns:Publish', arn), Principal: { AWS: roleArn('platform') } }])
              : [],
        }),
        taken: ['resource-policy-must-allow', limited],
      },
      {
        text: 'The trust policy of the new role leaves out Amazon SNS; add the service there.',
        why: 'A trust policy says who may assume a role. The role was assumed, as it reads from Amazon S3.',
        makes: may,
        taken: ['trust-decides', limited],
      },
      {
        text: 'A service control policy denies Amazon SNS in this account; ask for an exception.',
        why: 'It would bind the older role in the same account as well.',
        makes: { ...may, scp: level(policyOf([denying('sns:*')])) },
      },
    ],
  }
}

/** A tool that narrows its own session. */
export function sessionPolicy(random: SeededRandom): SceneText {
  const [who, tool, queue] = pick(random, [
    ['a mobile operator', 'helpdesk', 'sim-activations'],
    ['a lottery', 'back-office', 'payout-orders'],
    ['a furniture retailer', 'returns-desk', 'return-labels'],
    ['an e-book shop', 'support-desk', 'license-requests'],
  ])
  const role = pick(random, ['support', 'support-l2', `${tool}-role`, 'SupportAccess'])
  const name = resourceName(random, queue)
  const day = recentDay(random)
  const arn = `arn:aws:sqs:${region}:${homeAccount}:${name}`
  const ask = asking('sqs:DeleteMessage', arn)
  const may = { identity: policyOf([allowing('sqs:*')]) }
  const narrowed: SceneText['before'] = (each) =>
    each.name === 'direct' ? may : { ...may, session: policyOf([allowing('sqs:ReceiveMessage', arn)]) }
  const stem = pick(random, [
    `The ${tool} tool of ${who} calls AssumeRole for the role \`${role}\` and passes a policy with it, so that each agent gets a part of the role's rights. Since ${day}, agents should be able to delete messages from the Amazon SQS queue \`${name}\`, but the tool is refused; reading still works. An engineer who assumes the role with the AWS CLI can delete. What is the cause, and what should be done?`,
    `From ${day} on, agents of ${who} were to delete stuck messages from the Amazon SQS queue \`${name}\` in the ${tool} tool. The tool, which hands a policy to AssumeRole when it takes on the role \`${role}\`, can read the messages and gets AccessDenied for DeleteMessage. From the AWS CLI, a deletion with the same role succeeds. Which explanation and remedy fit?`,
  ])
  return {
    stem,
    before: may,
    asks: [
      ask('reported', false, role),
      ask('direct', true, role),
      ask('reading', true, role, { action: 'sqs:ReceiveMessage' }),
    ],
    references: [iamReference('sessionPolicies'), iamReference('evaluation')],
    deeds: [
      {
        text: 'The session policy that the tool passes leaves out the deletion; add `sqs:DeleteMessage` to it.',
        why: "A session has what both its session policy and the role's policies allow; the CLI passes none.",
        makes: narrowed,
      },
      {
        text: "The role's policy leaves out the deletion; add `sqs:DeleteMessage` on the queue to it.",
        why: 'Then a deletion from the AWS CLI with the same role would be refused too.',
        makes: { identity: policyOf([allowing('sqs:ReceiveMessage', arn)]) },
      },
      {
        text: "The queue policy does not name the tool's session; add it with `sqs:DeleteMessage`.",
        why: 'Within an account, the queue policy need not name a caller whose own policies allow the call.',
        makes: may,
        taken: ['resource-policy-must-allow', narrowed],
      },
      {
        text: 'The trust policy of the role lists no action on the queue; add `sqs:DeleteMessage` there.',
        why: 'A trust policy says who may assume the role, and contains nothing of what the role may do.',
        makes: may,
        taken: ['trust-decides', narrowed],
      },
      {
        text: "The role's permissions boundary leaves out the deletion; add `sqs:DeleteMessage` there.",
        why: 'A boundary would limit the session of the AWS CLI in the same way.',
        makes: { ...may, boundary: policyOf([allowing('sqs:ReceiveMessage')]) },
      },
    ],
  }
}

const drawBucketDeny = (random: SeededRandom) => {
  const [who, slug, files, owner] = pick(random, [
    ['a steel maker', 'cost-report', 'salaries', 'personnel'],
    ['a football league', 'match-stats', 'doping-tests', 'medical'],
    ['a bank', 'card-report', 'fraud-cases', 'investigations'],
    ['a school board', 'grade-report', 'welfare-notes', 'counsellors'],
  ])
  const role = roleOf(random, { slug, name: slug })
  const bucket = resourceName(random, files)
  const day = recentDay(random)
  const ask = asking('s3:GetObject', `arn:aws:s3:::${bucket}/a`)
  const may = { identity: policyOf([allowing('s3:*')]) }
  const owned = roleArn(owner)
  const shut: SceneText['before'] = (each) => ({
    ...may,
    resourcePolicy:
      each.name === 'other'
        ? []
        : policyOf([
            {
              ...denying('s3:*', `arn:aws:s3:::${bucket}/*`),
              Principal: '*',
              Condition: { ArnNotEquals: { 'aws:PrincipalArn': owned } },
            },
          ]),
  })
  const stem = pick(random, [
    `A report of ${who} reads a dozen Amazon S3 buckets with the role \`${role}\`. On ${day}, the bucket \`${bucket}\` was added, in the same account, and ended in AccessDenied. An administrator tried it and was refused as well. The role \`${owner}\`, which fills the bucket, reads it without trouble. What is the cause, and what should be done?`,
    `On ${day}, an administrator of ${who} was asked why the role \`${role}\` gets AccessDenied from the Amazon S3 bucket \`${bucket}\`, while it reads the other buckets of the account. A test with AdministratorAccess failed in the same way. The files are not encrypted with a customer managed key, and the role \`${owner}\` opens them. Which explanation and remedy fit?`,
  ])
  return { owner, role, ask, may, shut, stem }
}

/** A bucket policy that shuts out administrators. */
export function bucketDeny(random: SeededRandom): SceneText {
  const { owner, role, ask, may, shut, stem } = drawBucketDeny(random)
  return {
    stem,
    before: may,
    asks: [
      ask('reported', false, role),
      ask('admin', false, 'admin'),
      ask('owner', true, owner),
      ask('other', true, role, { resource: 'arn:aws:s3:::sales/a' }),
    ],
    references: [iamReference('evaluation'), iamReference('troubleshoot')],
    deeds: [
      {
        text: 'The bucket policy denies everyone but one role; add the report to the exceptions.',
        why: 'A deny outweighs AdministratorAccess, and the one role that still reads is exempt from it.',
        makes: shut,
      },
      {
        text: 'The policy of the report role leaves out the new bucket; add a statement for it.',
        why: 'That would explain the report, but not the refusal of an administrator.',
        makes: (each) =>
          each.principal === sessionOf(role)
            ? { identity: policyOf([allowing('s3:*', 'arn:aws:s3:::sales/*')]) }
            : may,
      },
      {
        text: 'Block Public Access is on for the bucket; turn it off, and test again.',
        why: 'The settings stop public access. Roles of the own account are not public.',
        makes: { ...may, s3: { publicAccessBlock: { bucket: { restrictPublicBuckets: true } } } },
        taken: ['outside-is-public', shut],
      },
      {
        text: 'A service control policy denies Amazon S3 in the account; ask for an exception.',
        why: 'It would bind each role of the account, and one of them reads the bucket.',
        makes: { ...may, scp: level(policyOf([denying('s3:*')])) },
      },
      {
        text: 'The bucket policy has no statement for the report; add one that allows it to read.',
        why: 'Within an account no allow is needed there, and an allow would not help an administrator.',
        makes: may,
        taken: ['resource-policy-must-allow', shut],
      },
    ],
  }
}

const drawKeyPolicy = (random: SeededRandom) => {
  const [who, slug, files] = pick(random, [
    ['a savings bank', 'statement-printer', 'statements'],
    ['a fertility clinic', 'lab-archive', 'lab-results'],
    ['a defence supplier', 'test-bench', 'test-protocols'],
    ['a voting office', 'ballot-counter', 'ballot-scans'],
  ])
  const role = roleOf(random, { slug, name: slug })
  const bucket = resourceName(random, files)
  const day = recentDay(random)
  const key = (id: string): string => `arn:aws:kms:${region}:${homeAccount}:key/${id}`
  const ask = asking('kms:Decrypt', key('own'))
  const naming = (...arns: string[]) => policyOf([{ ...allowing('kms:*'), Principal: { AWS: arns } }])
  const root = `arn:aws:iam::${homeAccount}:root`
  const may = { identity: policyOf([allowing('*')]), resourcePolicy: naming(root) }
  const own: SceneText['before'] = (each) =>
    each.name === 'other' ? may : { ...may, resourcePolicy: naming(roleArn(role)) }
  const stem = pick(random, [
    `Since ${day}, administrators of ${who} have been refused when they open files in the Amazon S3 bucket \`${bucket}\`; the message names \`kms:Decrypt\`. They hold AdministratorAccess and open files under other customer managed keys of the account. The application with the role \`${role}\`, whose developers created the key of this bucket, reads its files. What is the cause, and what should be done?`,
    `A restore test of ${who} on ${day} failed: with AdministratorAccess, nobody could decrypt the files that the role \`${role}\` writes to the Amazon S3 bucket \`${bucket}\`. The message says that \`kms:Decrypt\` is not allowed. The application itself reads the files, and files under other customer managed keys of the account open. Which explanation and remedy fit?`,
  ])
  return { role, key, ask, may, own, stem }
}

/** A key policy without the account. */
export function keyPolicy(random: SeededRandom): SceneText {
  const { role, key, ask, may, own, stem } = drawKeyPolicy(random)
  return {
    stem,
    before: may,
    asks: [
      ask('reported', false, 'admin'),
      ask('application', true, role),
      ask('other', true, 'admin', { resource: key('other') }),
    ],
    references: [kmsReference('keyPolicies'), iamReference('troubleshoot')],
    deeds: [
      {
        text: 'The key policy names the application and not the account; add a statement for the account.',
        why: 'Without a statement for the account, IAM policies such as AdministratorAccess do not count for the key.',
        makes: own,
      },
      {
        text: 'AdministratorAccess leaves out cryptographic operations; attach a policy with `kms:Decrypt`.',
        why: 'It contains each action, as the files under other keys show.',
        makes: (each) =>
          each.name === 'application' ? may : { ...may, identity: policyOf([allowing('s3:*')]) },
      },
      {
        text: 'A service control policy denies `kms:Decrypt` in the account; ask for an exception.',
        why: 'It would stop the application and the use of other keys as well.',
        makes: { ...may, scp: level(policyOf([denying('kms:Decrypt')])) },
      },
      {
        text: 'The bucket policy does not let administrators read; add them with `s3:GetObject`.',
        why: 'The refusal is one of AWS KMS, and a bucket policy says nothing about the key.',
        makes: may,
        taken: ['resource-policy-must-allow', own],
      },
      {
        text: 'The S3 Bucket Key is bound to the application; disable it, and copy the files again.',
        why: 'A bucket key belongs to the bucket and decides nothing about who may use the KMS key.',
        makes: may,
        taken: ['bucket-key-decides', own],
      },
    ],
  }
}
