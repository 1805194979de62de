import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { roleOf } from '../iam/people.ts'
import { policyOf } from '../iam/policies.ts'
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

const drawRebootDenied = (random: SeededRandom) => {
  const [who, what] = pick(random, [
    ['a ferry line', 'booking'],
    ['a chain of gyms', 'membership'],
    ['a news site', 'comment'],
    ['a bike-sharing service', 'rental'],
  ])
  const role = pick(random, [
    'oncall',
    'oncall-engineer',
    'dba-oncall',
    'sre-oncall',
    'OnCallDatabase',
    `${what}-oncall`,
  ])
  const hour = pick(random, [
    'At night',
    'During an outage',
    `On ${recentDay(random)}`,
    `Last ${recentDay(random)}`,
  ])
  const database = `arn:aws:rds:${region}:${homeAccount}:db:prod-${what}`
  const ask = asking(role)
  const grant = allowing('rds:*')
  const narrow = { identity: policyOf([grant, denying('rds:Delete* rds:Modify*', database)]) }
  const stem = pick(random, [
    `${hour}, an engineer of ${who} could not reboot the hanging Amazon RDS instance of the ${what} system: "with an explicit deny in an identity-based policy". The role \`${role}\` may use \`rds:*\`. A second policy has denied \`rds:*\` on production instances since somebody deleted one by mistake. To delete or modify them must stay blocked. What should the team change?`,
    `Since a production instance of Amazon RDS was deleted by mistake, the role \`${role}\` at ${who} has had a policy that denies \`rds:*\` on production instances, beside the one that allows \`rds:*\`. ${hour}, the ${what} database hung, and the engineer on call was not allowed to reboot it. Reboots should work; deletions and modifications should not. Which change meets these requirements?`,
  ])
  return { database, ask, grant, narrow, stem }
}

/** A deny after an accident keeps the people on call from a restart. */
export function rebootDenied(random: SeededRandom): SceneText {
  const { database, ask, grant, narrow, stem } = drawRebootDenied(random)
  return {
    stem,
    before: { identity: policyOf([grant, denying('rds:*', database)]) },
    asks: [
      ask(true, 'rds:RebootDBInstance', database),
      ask(false, 'rds:DeleteDBInstance', database),
      ask(false, 'rds:ModifyDBInstance', database),
    ],
    references: [iamReference('evaluation'), iamReference('leastPrivilege')],
    deeds: [
      {
        text: 'Narrow the deny from `rds:*` to the actions that delete or modify an instance.',
        why: 'The deny no longer matches a reboot, which the other policy allows, and still blocks the rest.',
        makes: narrow,
      },
      {
        text: 'Add a statement that allows `rds:RebootDBInstance` on the production instances by name.',
        why: 'An explicit deny outweighs every allow, however exact the allow is.',
        makes: {
          identity: policyOf([grant, denying('rds:*', database), allowing('rds:RebootDBInstance', database)]),
        },
        taken: ['exact-allow-wins', narrow],
      },
      {
        text: 'Detach the policy with the deny, and turn on deletion protection for the instances.',
        why: 'Reboots would work, but so would modifications, with which deletion protection is turned off.',
        makes: (each) => ({
          identity: policyOf([
            grant,
            ...(each.action === 'rds:DeleteDBInstance' ? [denying('rds:DeleteDBInstance')] : []),
          ]),
        }),
      },
      {
        text: 'Set a permissions boundary on the role that contains `rds:RebootDBInstance`.',
        why: 'A boundary limits what policies grant. It grants nothing, and the deny stays in force.',
        makes: { boundary: policyOf([allowing('rds:RebootDBInstance')]) },
        taken: ['boundary-grants', narrow],
      },
      {
        text: 'Exempt the role from the deny with a condition on `aws:PrincipalArn`.',
        why: 'The deny would no longer reach this role at all, which could then delete instances again.',
        makes: { identity: policyOf([grant]) },
      },
    ],
  }
}

const drawBounded = (random: SeededRandom) => {
  const [who, slug, queue] = pick(random, [
    ['a bakery franchise', 'order-intake', 'oven-orders'],
    ['a language school', 'enrolment', 'welcome-mails'],
    ['a solar installer', 'quote-builder', 'roof-surveys'],
    ['a film festival', 'submissions', 'screening-jobs'],
  ])
  const role = roleOf(random, { slug, name: slug })
  const [name, other] = [resourceName(random, queue), 'payouts']
  const day = recentDay(random)
  const arn = (each: string): string => `arn:aws:sqs:${region}:${homeAccount}:${each}`
  const ask = asking(role)
  const limit = allowing('s3:* dynamodb:* logs:*')
  const fixed = { boundary: policyOf([limit, allowing('sqs:SendMessage', arn(name))]) }
  const stem = pick(random, [
    `Developers at ${who} create the roles of their functions themselves, under a permissions boundary that contains Amazon S3, Amazon DynamoDB, and Amazon CloudWatch Logs. A new function with the role \`${role}\` has sent to the Amazon SQS queue \`${name}\` since ${day} and fails: "no permissions boundary allows the sqs:SendMessage action". Its own policy allows \`sqs:*\` on every queue. The platform team will agree to nothing beyond this one call. What should be changed?`,
    `From ${day}, the function of the role \`${role}\` at ${who} must send messages to the Amazon SQS queue \`${name}\`. Its policy allows \`sqs:*\` on every queue, but the call is refused, because the permissions boundary that the platform team prescribes covers Amazon S3, Amazon DynamoDB, and Amazon CloudWatch Logs. Purging the queue and access to other queues have to stay out of reach. Which change meets these requirements?`,
  ])
  return { role, name, other, arn, ask, limit, fixed, stem }
}

/** A role made by developers within a boundary. */
export function bounded(random: SeededRandom): SceneText {
  const { role, name, other, arn, ask, limit, fixed, stem } = drawBounded(random)
  return {
    stem,
    before: { identity: policyOf([allowing('sqs:*')]), boundary: policyOf([limit]) },
    asks: [
      ask(true, 'sqs:SendMessage', arn(name)),
      ask(false, 'sqs:PurgeQueue', arn(name)),
      ask(false, 'sqs:SendMessage', arn(other)),
    ],
    references: [iamReference('boundaries'), iamReference('troubleshoot')],
    deeds: [
      {
        text: 'Add `sqs:SendMessage` on this queue to the boundary.',
        why: "The role's policy allows the call already. The boundary left it out, and now contains it and no more.",
        makes: fixed,
      },
      {
        text: 'Add `sqs:SendMessage` on this queue to the policy of the role.',
        why: 'The policy allows it already; without an allow in the boundary the call stays denied.',
        makes: { identity: policyOf([allowing('sqs:*'), allowing('sqs:SendMessage', arn(name))]) },
        taken: ['boundary-is-passed', fixed],
      },
      {
        text: 'Name the role in the queue policy with `sqs:SendMessage`.',
        why: 'An allow for the role in a resource-based policy of the same account is still limited by the boundary.',
        makes: {
          resourcePolicy: policyOf([
            { ...allowing('sqs:SendMessage', arn(name)), Principal: { AWS: roleArn(role) } },
          ]),
        },
        taken: ['boundary-is-passed', fixed],
      },
      {
        text: 'Remove the boundary from this role, and keep it for the other roles.',
        why: 'The call would succeed, but so would a purge of the queue and access to other queues.',
        makes: { boundary: [] },
      },
      {
        text: "Add `sqs:*` to the boundary, as in the role's own policy.",
        why: 'The call would succeed, but so would a purge of the queue and access to other queues.',
        makes: { boundary: policyOf([limit, allowing('sqs:*')]) },
      },
    ],
  }
}

/** A pipeline that may not hand a role to the tasks it starts. */
export function passRole(random: SeededRandom): SceneText {
  const [who, service] = pick(random, [
    ['a travel portal', 'hotel-search'],
    ['a hearing-aid maker', 'fitting-app'],
    ['a car rental firm', 'fleet-api'],
    ['a recipe site', 'meal-planner'],
  ])
  const role = pick(random, [
    'deploy-pipeline',
    'ci-deploy',
    'release-runner',
    'pipeline-prod',
    'EcsDeploy',
    `${service}-deploy`,
  ])
  const day = recentDay(random)
  const task = `${service}-${pick(random, ['task', 'task-role', 'runtime'])}`
  const ask = asking(role)
  const now = allowing('ecs:*')
  const fixed = { identity: policyOf([now, allowing('iam:PassRole', roleArn(task))]) }
  const stem = pick(random, [
    `The ${service} service of ${who} got a task role of its own, \`${task}\`, on ${day}. Since then, the pipeline cannot register the task definition in Amazon ECS: its role \`${role}\` "is not authorized to perform: iam:PassRole". It may use \`ecs:*\`. The account also holds administrator roles, which the pipeline must not be able to give to a task. Which change solves the problem?`,
    `A pipeline at ${who} with the role \`${role}\` deploys to Amazon ECS and may use \`ecs:*\`. On ${day}, when a developer put the new task role \`${task}\` into a task definition, the deployment stopped with a refusal of \`iam:PassRole\`. Security insists that a task cannot be started with one of the administrator roles in the account. What should the developer ask for?`,
  ])
  return {
    stem,
    before: { identity: policyOf([now]) },
    asks: [ask(true, 'iam:PassRole', roleArn(task)), ask(false, 'iam:PassRole', roleArn('org-admin'))],
    references: [iamReference('troubleshoot'), iamReference('leastPrivilege')],
    deeds: [
      {
        text: "Allow `iam:PassRole` on the new role in the pipeline's policy, beside `ecs:*`.",
        why: 'Whoever puts a role into a task definition needs the right to pass that role, and has it for this one now.',
        makes: fixed,
      },
      {
        text: "Allow `iam:PassRole` with `*` as the resource in the pipeline's policy.",
        why: 'The deployment would work, but the pipeline could pass an administrator role to a task too.',
        makes: { identity: policyOf([now, allowing('iam:PassRole')]) },
      },
      {
        text: 'Add the pipeline as a trusted principal to the trust policy of the new role.',
        why: 'A trust policy says who may assume the role. To pass it takes `iam:PassRole` in an identity policy.',
        makes: {},
        taken: ['trust-is-passing', fixed],
      },
      {
        text: "Allow `sts:AssumeRole` on the new role in the pipeline's policy.",
        why: 'The pipeline does not assume the role; it passes the role to Amazon ECS, which is another permission.',
        makes: { identity: policyOf([now, allowing('sts:AssumeRole', roleArn(task))]) },
        taken: ['similar-action', fixed],
      },
      {
        text: 'Attach AdministratorAccess to the pipeline during deployments, and detach it afterwards.',
        why: 'During every deployment, the pipeline could pass an administrator role to a task.',
        makes: { identity: policyOf([allowing('*')]) },
      },
    ],
  }
}

const drawRegistryLogin = (random: SeededRandom) => {
  const [who, repository] = pick(random, [
    ['a drone maker', 'flight-planner'],
    ['a library consortium', 'loan-api'],
    ['an energy trader', 'price-feed'],
    ['a museum shop', 'checkout'],
  ])
  const role = pick(random, [
    'build-agent',
    'ci-build',
    'image-builder',
    'build-prod',
    'ImageBuild',
    `${repository}-build`,
  ])
  const day = recentDay(random)
  const arn = (name: string): string => `arn:aws:ecr:${region}:${homeAccount}:repository/${name}`
  const ask = asking(role)
  const now = allowing('ecr:*', arn(repository))
  const fixed = { identity: policyOf([now, allowing('ecr:GetAuthorizationToken')]) }
  const stem = pick(random, [
    `A new build agent of ${who} has to push images to the Amazon ECR repository \`${repository}\`. The policy of its role \`${role}\` allows \`ecr:*\` on the ARN of that repository. The first build, on ${day}, already failed at \`docker login\`, with a refusal of \`ecr:GetAuthorizationToken\`. The agent must not be able to push to repositories of other teams. Which change lets the build pass?`,
    `At ${who}, the role \`${role}\` was limited on ${day} from every Amazon ECR repository to \`${repository}\`: the resource of its statement with \`ecr:*\` is now the ARN of that repository. Since then, builds have stopped at the login with AccessDeniedException for GetAuthorizationToken. The limit to one repository has to stay. What should the team do?`,
  ])
  return { repository, arn, ask, now, fixed, stem }
}

/** A login action that knows no resource. */
export function registryLogin(random: SeededRandom): SceneText {
  const { repository, arn, ask, now, fixed, stem } = drawRegistryLogin(random)
  return {
    stem,
    before: { identity: policyOf([now]) },
    asks: [
      ask(true, 'ecr:GetAuthorizationToken', '*'),
      ask(true, 'ecr:PutImage', arn(repository)),
      ask(false, 'ecr:PutImage', arn('billing')),
    ],
    references: [iamReference('troubleshoot'), iamReference('leastPrivilege')],
    deeds: [
      {
        text: 'Add a statement that allows `ecr:GetAuthorizationToken` with `*` as the resource.',
        why: 'The token is for the registry, not for a repository, so the action takes `*`. Pushes stay limited.',
        makes: fixed,
      },
      {
        text: 'Name the role in the policy of the repository with `ecr:GetAuthorizationToken`.',
        why: 'The login is not a request to the repository, so its policy is not asked.',
        makes: {},
        taken: ['resource-level', fixed],
      },
      {
        text: 'Put `ecr:GetAuthorizationToken` by name beside `ecr:*` in the statement for the repository.',
        why: 'The action was in `ecr:*` before. What does not match is the resource.',
        makes: {
          identity: policyOf([allowing('ecr:* ecr:GetAuthorizationToken', arn(repository))]),
        },
        taken: ['wider-actions', fixed],
      },
      {
        text: 'Set the resource of the statement with `ecr:*` to `*`, and protect images with immutable tags.',
        why: 'The login would work, but the agent could push new tags to repositories of other teams.',
        makes: { identity: policyOf([allowing('ecr:*')]) },
      },
      {
        text: 'Allow `sts:GetServiceBearerToken`, which hands out login tokens, on the repository.',
        why: 'Amazon ECR checks `ecr:GetAuthorizationToken` for this login, and that stays without an allow.',
        makes: { identity: policyOf([now, allowing('sts:GetServiceBearerToken', arn(repository))]) },
        taken: ['similar-action', fixed],
      },
    ],
  }
}
