import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { policyOf, type Statement } from '../iam/policies.ts'
import { iamReference } from '../iam/references.ts'
import {
  type Ask,
  allowing,
  denying,
  homeAccount,
  recentDay,
  resourceName,
  roleArn,
  type SceneText,
} from '../iam/scene.ts'
import { pick } from '../parts/draw.ts'

const present = 'aws:MultiFactorAuthPresent'
const age = 'aws:MultiFactorAuthAge'

/** The context of a session after MFA, of a console session without it, and of a long-term access key. */
const sessions = {
  fresh: { [present]: true, [age]: 600 },
  stale: { [present]: true, [age]: 20_000 },
  console: { [present]: false },
  key: {},
} as const

type Operator = 'Bool' | 'BoolIfExists' | 'Null'

const under = (statement: Statement, operator: Operator, value: string): Statement => ({
  ...statement,
  Condition: { [operator]: { [present]: value } },
})

const asking =
  (action: string, resource: string) =>
  (name: string, wanted: boolean, session: keyof typeof sessions): Ask => ({
    ...{ name, wanted, action, resource, owner: homeAccount, ctx: sessions[session] },
    principal: `arn:aws:iam::${homeAccount}:user/ana`,
  })

const works = [
  ['a photo agency', 'originals', 'deletes expired pictures'],
  ['a land registry', 'title-scans', 'removes duplicates'],
  ['a brewery', 'batch-records', 'prunes old batches'],
  ['a podcast network', 'raw-episodes', 'clears drafts'],
] as const

/** A deny with Bool lets long-term access keys through. */
export function keySlipsThrough(random: SeededRandom): SceneText {
  const [who, files, work] = pick(random, works)
  const bucket = resourceName(random, files)
  const day = recentDay(random)
  const ask = asking('s3:DeleteObject', `arn:aws:s3:::${bucket}/a`)
  const may = allowing('s3:*')
  const no = denying('s3:Delete*')
  const fixed = { identity: policyOf([may, under(no, 'BoolIfExists', 'false')]) }
  const stem = pick(random, [
    `Users of ${who} should be able to delete from the Amazon S3 bucket \`${bucket}\` after multi-factor authentication (MFA), and in no other way. A deny with \`Bool\` and \`${present}\` set to \`false\` is in their group. On ${day}, a log review showed deletions by a forgotten script that ${work} with the access key of a user. Which change enforces MFA for these deletions?`,
    `On ${day}, a script that ${work} was found to run on a laptop at ${who} with a user's access key. It deletes from the Amazon S3 bucket \`${bucket}\`, although the group of the user denies deletions without multi-factor authentication (MFA), by \`Bool\` with \`${present}\` set to \`false\`. In the console, the rule works. What should the team do so that MFA is enforced everywhere?`,
  ])
  return {
    stem,
    before: { identity: policyOf([may, under(no, 'Bool', 'false')]) },
    asks: [ask('reported', false, 'key'), ask('user', true, 'fresh'), ask('console', false, 'console')],
    references: [iamReference('mfa'), iamReference('globalKeys')],
    deeds: [
      {
        text: 'Replace `Bool` by `BoolIfExists` in the deny.',
        why: 'Requests with an access key lack the MFA key. BoolIfExists matches them too, so the deny applies.',
        makes: fixed,
      },
      {
        text: 'Register an MFA device for the user whose access key the script has.',
        why: 'A registered device changes nothing for requests that are signed with the access key alone.',
        makes: {},
        taken: ['device-is-proof', fixed],
      },
      {
        text: 'Add a statement that allows deletions if `aws:MultiFactorAuthPresent` is true.',
        why: 'Another allow takes nothing away from what the present allow grants to the script.',
        makes: (each) => ({
          identity: policyOf([may, under(no, 'Bool', 'false'), under(allowing(each.action), 'Bool', 'true')]),
        }),
        taken: ['allow-limits', fixed],
      },
      {
        text: 'Replace the condition of the deny by `Null` with the value `true`.',
        why: 'That stops access keys, but lets console sessions without MFA delete.',
        makes: { identity: policyOf([may, under(no, 'Null', 'true')]) },
      },
      {
        text: 'Make MFA mandatory when users with an access key sign in to the console.',
        why: 'What happens at the console sign-in does not reach requests signed with an access key.',
        makes: {},
        taken: ['console-covers-keys', fixed],
      },
    ],
  }
}

/** A deny with BoolIfExists stops a script that has to go on. */
export function scriptStopped(random: SeededRandom): SceneText {
  const [who, files, system] = pick(random, [
    ['a clinic', 'scanner-images', 'imaging device'],
    ['a cement works', 'kiln-readings', 'control computer'],
    ['an observatory', 'night-frames', 'telescope server'],
    ['a printing plant', 'plate-files', 'press controller'],
  ])
  const bucket = resourceName(random, files)
  const day = recentDay(random)
  const ask = asking('s3:PutObject', `arn:aws:s3:::${bucket}/a`)
  const may = allowing('s3:*')
  const no = denying('s3:*')
  const now = under(no, 'BoolIfExists', 'false')
  const fixed = { identity: policyOf([may, under(no, 'Bool', 'false')]) }
  const stem = pick(random, [
    `Since ${day}, the group policy of ${who} has denied Amazon S3 to requests without multi-factor authentication (MFA), by \`BoolIfExists\` with \`${present}\` set to \`false\`. That night, the ${system} could not upload to \`${bucket}\`. It signs with the access key of a user and cannot be changed before it is replaced next year. Console sessions without MFA must stay blocked. Which change meets these requirements?`,
    `An ${system.startsWith('i') ? '' : 'old '}${system} at ${who} writes to the Amazon S3 bucket \`${bucket}\` with the access key of an IAM user. The uploads stopped on ${day}, when a deny with \`BoolIfExists\` and \`${present}\` set to \`false\` was added to the users' group to enforce multi-factor authentication (MFA). The uploads have to go on, while console sessions still need MFA. What should the administrator change?`,
  ])
  return {
    stem,
    before: { identity: policyOf([may, now]) },
    asks: [ask('reported', true, 'key'), ask('user', true, 'fresh'), ask('console', false, 'console')],
    references: [iamReference('mfa'), iamReference('globalKeys')],
    deeds: [
      {
        text: 'Replace `BoolIfExists` by `Bool` in the deny.',
        why: 'Bool does not match requests without the MFA key, such as those with an access key.',
        makes: fixed,
      },
      {
        text: 'Register a virtual MFA device for the user whose access key is used.',
        why: 'Requests signed with the access key still carry nothing about MFA, so the deny stays.',
        makes: {},
        taken: ['device-is-proof', fixed],
      },
      {
        text: 'Attach a policy to this user that allows `s3:PutObject` on the bucket.',
        why: 'An explicit deny outweighs each allow, also one that names the bucket.',
        makes: { identity: policyOf([may, now, allowing('s3:PutObject', `arn:aws:s3:::${bucket}/*`)]) },
        taken: ['exact-allow-wins', fixed],
      },
      {
        text: 'Remove the deny, and ask the users to turn MFA on for themselves.',
        why: 'The uploads would work again, but so would console sessions without MFA.',
        makes: { identity: policyOf([may]) },
      },
      {
        text: 'Exchange the access key for temporary credentials of GetSessionToken each night.',
        why: 'Without an MFA code, such credentials carry the MFA key with the value false and are denied.',
        makes: (each) => (each.name === 'reported' ? { ctx: sessions.console } : {}),
        taken: ['temporary-is-mfa', fixed],
      },
    ],
  }
}

const drawRoleFromCli = (random: SeededRandom) => {
  const [who, person] = pick(random, [
    ['a tram operator', 'a network engineer'],
    ['a credit union', 'a database administrator'],
    ['a seed producer', 'a data engineer'],
    ['a game studio', 'a release engineer'],
  ])
  const role = pick(random, [
    'prod-admin',
    'break-glass',
    'prod-operator',
    'incident-access',
    'ProdMaintenance',
  ])
  const account = pick(random, ['production', 'live', 'customer', 'shared services'])
  const day = recentDay(random)
  const trust = (operator: Operator) =>
    policyOf([
      {
        ...{ Effect: 'Allow', Action: 'sts:AssumeRole' },
        Principal: { AWS: `arn:aws:iam::${homeAccount}:root` },
        Condition: { [operator]: { [present]: 'true' } },
      },
    ])
  const owner = '444455556666'
  const ask = (name: string, wanted: boolean): Ask => ({
    ...asking('sts:AssumeRole', roleArn(role, owner))(name, wanted, 'key'),
    owner,
  })
  const fixed: SceneText['before'] = ({ name }) => (name === 'reported' ? { ctx: sessions.fresh } : {})
  const may = policyOf([allowing('sts:AssumeRole')])
  const stem = pick(random, [
    `On ${day}, ${person} at ${who} got AccessDenied when the AWS CLI, with an access key, tried to assume the role \`${role}\` in the ${account} account. Switching to the role in the console works, after a sign-in with multi-factor authentication (MFA). The trust policy has \`Bool\` with \`${present}\` set to \`true\`. A stolen access key must not be enough for this role. What should be done?`,
    `The trust policy of the role \`${role}\` in the ${account} account of ${who} requires multi-factor authentication (MFA), by \`Bool\` with \`${present}\` set to \`true\`. Since ${day}, ${person} has needed the role in scripts for the AWS CLI, which use an access key and are refused; the console lets the same user switch to it. An access key alone must not open the role. Which solution meets these requirements?`,
  ])
  return { role, trust, owner, ask, fixed, may, stem }
}

/** A role that asks for MFA, called from the AWS CLI. */
export function roleFromCli(random: SeededRandom): SceneText {
  const { role, trust, owner, ask, fixed, may, stem } = drawRoleFromCli(random)
  return {
    stem,
    before: { identity: may, resourcePolicy: trust('Bool') },
    asks: [ask('reported', true), ask('thief', false)],
    references: [iamReference('mfa'), iamReference('globalKeys')],
    deeds: [
      {
        text: 'Set `mfa_serial` in the CLI profile, and enter a code when the role is assumed.',
        why: 'AssumeRole then carries the serial number and the code of the device, and the condition is met.',
        makes: fixed,
      },
      {
        text: 'Sign in to the console with MFA first, and run the CLI while that session lasts.',
        why: 'The console session and the access key are apart: calls of the CLI carry nothing of that sign-in.',
        makes: {},
        taken: ['console-covers-keys', fixed],
      },
      {
        text: 'Replace `Bool` by `BoolIfExists` in the trust policy of the role.',
        why: 'The CLI would get in, but so would whoever holds a stolen access key, without MFA.',
        makes: { resourcePolicy: trust('BoolIfExists') },
      },
      {
        text: 'Attach a policy to the user that allows `sts:AssumeRole` on this role by name.',
        why: 'The user may call AssumeRole already; the condition in the trust policy is what is not met.',
        makes: {
          identity: policyOf([allowing('sts:AssumeRole'), allowing('sts:AssumeRole', roleArn(role, owner))]),
        },
        taken: ['exact-allow-wins', fixed],
      },
      {
        text: 'Register a second MFA device for the user, reserved for the command line.',
        why: 'A registered device proves nothing until its code is passed with the call.',
        makes: {},
        taken: ['device-is-proof', fixed],
      },
    ],
  }
}

/** New users who cannot register a device because they have none. */
export function enrolment(random: SeededRandom): SceneText {
  const [who, group] = pick(random, [
    ['a theatre', 'technicians'],
    ['a veterinary college', 'researchers'],
    ['an accounting firm', 'auditors'],
    ['a ferry line', 'planners'],
  ])
  const bucket = resourceName(random, pick(random, ['reports', 'plans', 'shared-files']))
  const day = recentDay(random)
  const file = asking('s3:GetObject', `arn:aws:s3:::${bucket}/a`)
  const own = asking('iam:EnableMFADevice', `arn:aws:iam::${homeAccount}:user/ana`)
  const may = [allowing('s3:*'), allowing('iam:*MFA*', `arn:aws:iam::${homeAccount}:user/ana`)]
  const exempt: Statement = { Effect: 'Deny', NotAction: 'iam:*MFA*', Resource: '*' }
  const now = under(denying('*'), 'BoolIfExists', 'false')
  const fixed = { identity: policyOf([...may, under(exempt, 'BoolIfExists', 'false')]) }
  const stem = pick(random, [
    `At ${who}, IAM users in the group \`${group}\` may manage their own device for multi-factor authentication (MFA) and read the Amazon S3 bucket \`${bucket}\`. A deny for every action with \`BoolIfExists\` and \`${present}\` set to \`false\` was added on ${day}. New users, who have no device yet, now cannot register one. Without MFA, the bucket must stay closed. Which change solves the problem?`,
    `New ${group} at ${who} sign in with a password and are to register a device for multi-factor authentication (MFA) before they can read the Amazon S3 bucket \`${bucket}\`. Since ${day}, the registration has ended in AccessDenied: their group denies every action by \`BoolIfExists\` with \`${present}\` set to \`false\`. The bucket has to stay closed without MFA. What should an administrator do?`,
  ])
  return {
    stem,
    before: { identity: policyOf([...may, now]) },
    asks: [
      own('reported', true, 'console'),
      file('user', true, 'fresh'),
      file('console', false, 'console'),
      file('key', false, 'key'),
    ],
    references: [iamReference('mfa'), iamReference('evaluation')],
    deeds: [
      {
        text: 'Use `NotAction` in the deny, to leave out what a registration needs.',
        why: 'The deny then spares the registration, which the group allows, and still closes the bucket.',
        makes: fixed,
      },
      {
        text: "Add a statement to the group's policy that allows `iam:EnableMFADevice` by name.",
        why: 'The group allows it already, and the deny outweighs each allow.',
        makes: { identity: policyOf([...may, now, allowing('iam:EnableMFADevice')]) },
        taken: ['exact-allow-wins', fixed],
      },
      {
        text: 'Replace `BoolIfExists` by `Bool` in the deny, so that a password is enough at first.',
        why: 'A console session without MFA carries the MFA key with the value false, which Bool matches as well.',
        makes: { identity: policyOf([...may, under(denying('*'), 'Bool', 'false')]) },
        taken: ['bool-spares-console', fixed],
      },
      {
        text: 'Attach the deny to each user one week after the account was created.',
        why: 'For a week, the bucket would be open to new users without MFA.',
        makes: { identity: policyOf(may) },
      },
    ],
  }
}

/** A proof of MFA that is too old for what is done with it. */
export function staleProof(random: SeededRandom): SceneText {
  const [who, files] = pick(random, works)
  const bucket = resourceName(random, files)
  const day = recentDay(random)
  const ask = asking('s3:DeleteObject', `arn:aws:s3:::${bucket}/a`)
  const rule = under(allowing('s3:DeleteObject'), 'Bool', 'true')
  const recent = (limit: string): Statement => ({
    ...rule,
    Condition: { ...rule.Condition, NumericLessThan: { [age]: limit } },
  })
  const fixed = { identity: policyOf([recent('3600')]) }
  const stem = pick(random, [
    `On ${day}, somebody used an unlocked workstation at ${who} to delete files from the Amazon S3 bucket \`${bucket}\`. The IAM user had signed in with multi-factor authentication (MFA) that morning. The statement that allows deletions has \`Bool\` with \`${present}\` set to \`true\`. From now on, a deletion should require that MFA was used within the last hour. Which change meets this requirement?`,
    `${who.charAt(0).toUpperCase()}${who.slice(1)} allows deletions from the Amazon S3 bucket \`${bucket}\` by \`Bool\` with \`${present}\` set to \`true\`. A console session that began with multi-factor authentication (MFA) in the morning of ${day} was misused in the afternoon. The team wants deletions to be refused to IAM users whose MFA sign-in is more than an hour old. What should it do?`,
  ])
  return {
    stem,
    before: { identity: policyOf([rule]) },
    asks: [ask('reported', false, 'stale'), ask('user', true, 'fresh'), ask('key', false, 'key')],
    references: [iamReference('mfa'), iamReference('globalKeys')],
    deeds: [
      {
        text: 'Add `NumericLessThan` with `aws:MultiFactorAuthAge` and 3600 to the condition.',
        why: 'The key holds the seconds since MFA was used, and both parts of the condition have to hold.',
        makes: fixed,
      },
      {
        text: 'Add `NumericLessThan` with `aws:MultiFactorAuthAge` and 60 to the condition.',
        why: 'The key counts seconds, so deletions would be refused one minute after the sign-in.',
        makes: { identity: policyOf([recent('60')]) },
        taken: ['age-in-minutes', fixed],
      },
      {
        text: 'Add a second statement that allows deletions if `aws:MultiFactorAuthAge` is below 3600.',
        why: 'The first statement still allows deletions by older sessions; an allow takes nothing away.',
        makes: {
          identity: policyOf([rule, { ...rule, Condition: { NumericLessThan: { [age]: '3600' } } }]),
        },
        taken: ['allow-limits', fixed],
      },
      {
        text: 'Replace the virtual devices of these users by hardware security keys.',
        why: 'The kind of device changes nothing for a session that began hours ago.',
        makes: {},
        taken: ['device-is-proof', fixed],
      },
    ],
  }
}
