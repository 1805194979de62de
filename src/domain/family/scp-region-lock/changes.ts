import type { Probe, Proposal } from '../control/proposals.ts'
import { type Document, fullAccess, policyOf, type Statement } from '../iam/policies.ts'
import { listed } from '../parts/words.ts'
import { exemptServices, type LockGround, lock, lockProbe, type Request, sparing } from './ground.ts'

type Change = Omit<Proposal, 'probes'> & {
  readonly scps: readonly (readonly Statement[])[]
  readonly request?: Partial<Request>
}

const documents = (scps: Change['scps']): readonly Document[] => scps.map(policyOf)
const allow = (Action: string, Condition?: Statement['Condition']): Statement => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...(Condition === undefined ? {} : { Condition }),
})
const builder = { who: 'builder', as: 'role/Builder', wanted: false } as const

/** A lock without exceptions stops a global service. */
export function mendGlobal(ground: LockGround): readonly Proposal[] {
  const { homes, global, away } = ground
  const strict = lock(ground, { Action: '*' })
  const changes: readonly Change[] = [
    {
      id: 'not-action',
      text: 'Replace `Action` with a `NotAction` list of global services in the deny statement.',
      why: 'The deny then leaves the listed services out and still covers the other actions outside the approved Regions.',
      scps: [[lock(ground, { NotAction: exemptServices })]],
    },
    {
      id: 'add-region',
      text: 'Add us-east-1, to which requests of global services go, to the Regions in the deny statement.',
      why: 'Requests of global services carry us-east-1, but so do those for regional resources there, which would become possible.',
      scps: [[lock({ ...ground, homes: [...homes, 'us-east-1'] }, { Action: '*' })]],
    },
    {
      id: 'allow-scp',
      text: `Attach a second SCP to the root that allows \`${global.service}:*\` in every Region.`,
      why: 'An explicit deny in one SCP holds whatever another SCP allows.',
      scps: [[strict], [allow(`${global.service}:*`)]],
    },
    {
      id: 'admin',
      text: 'Attach the AdministratorAccess policy to the role that the pipeline assumes in each member account.',
      why: 'IAM policies cannot give what an SCP denies, however wide they are.',
      scps: [[strict]],
      request: { admin: true },
    },
    {
      id: 'from-home',
      text: `Let the build agents of the pipeline run in ${homes[0]} and call the service from there.`,
      why: 'The key holds the Region of the endpoint that is called, whatever place the caller runs in.',
      scps: [[strict]],
      request: { beside: 'from-home' },
    },
  ]
  return changes.map(({ scps, request, ...proposal }) => {
    const probe = (each: Request): Probe => lockProbe(ground, documents(scps), each)
    return {
      ...proposal,
      probes: [
        probe({
          who: 'pipeline',
          as: 'role/Pipeline',
          region: 'us-east-1',
          deed: global,
          wanted: true,
          ...request,
        }),
        probe({ ...builder, who: 'virginia', region: 'us-east-1' }),
        probe({ ...builder, region: away }),
      ],
    }
  })
}

/** One role is to be spared by the lock. */
export function spareRole(ground: LockGround): readonly Proposal[] {
  const { exempt, away } = ground
  const strict = lock(ground, { NotAction: exemptServices })
  const changes: readonly Change[] = [
    {
      id: 'condition',
      text: `Add \`ArnNotLike\` with the ARN of \`${exempt}\` to the condition of the deny statement.`,
      why: 'The operators of a condition are combined with AND, so the deny no longer applies to this role and still applies to others.',
      scps: [[lock(ground, { NotAction: exemptServices }, sparing(ground))]],
    },
    {
      id: 'second-statement',
      text: `Add a second deny statement with the same Regions and \`ArnNotLike\` for \`${exempt}\` below the first.`,
      why: 'Statements are evaluated on their own; the first one still denies the request of the role.',
      scps: [[strict, lock(ground, { NotAction: exemptServices }, sparing(ground))]],
    },
    {
      id: 'allow-scp',
      text: `Attach another SCP to the root that allows \`ec2:*\` if \`aws:PrincipalArn\` is that of \`${exempt}\`.`,
      why: 'An explicit deny in one SCP holds whatever another SCP allows.',
      scps: [
        [strict],
        [allow('ec2:*', { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${exempt}` } })],
      ],
    },
    {
      id: 'admin',
      text: `Attach the AdministratorAccess policy to the role \`${exempt}\` in the accounts.`,
      why: 'IAM policies cannot give what an SCP denies, however wide they are.',
      scps: [[strict]],
      request: { admin: true },
    },
    {
      id: 'boundary',
      text: `Set a permissions boundary on \`${exempt}\` that allows \`ec2:*\` in ${away} as well.`,
      why: 'A permissions boundary limits a role further; it does not lift what an SCP denies.',
      scps: [[strict]],
      request: { boundary: fullAccess },
    },
  ]
  return changes.map(({ scps, request, ...proposal }) => ({
    ...proposal,
    probes: [
      lockProbe(ground, documents(scps), {
        who: 'exempt',
        as: `role/${exempt}`,
        region: away,
        wanted: true,
        ...request,
      }),
      lockProbe(ground, documents(scps), { ...builder, region: away }),
    ],
  }))
}

type Cause = Pick<Proposal, 'id' | 'text' | 'why'> & { readonly request: Partial<Request> }

const bound = 'An SCP binds the principals of a member account, and the Region is not one of those approved.'

const causesOf = ({ member, exempt, management }: LockGround): readonly Cause[] => [
  {
    id: 'management',
    text: 'A role of the management account launched the instance in an account test.',
    why: 'SCPs do not bind principals of the management account.',
    request: { as: 'role/Admin', account: management },
  },
  {
    id: 'service-linked',
    text: `The service-linked role of Amazon EC2 Auto Scaling launched it in account ${member}.`,
    why: 'SCPs do not bind service-linked roles.',
    request: { as: 'role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling' },
  },
  {
    id: 'exempt',
    text: `The role \`${exempt}\` launched it in account ${member} during a rollout.`,
    why: 'ArnNotLike is false for this role, so the conditions of the deny are not met.',
    request: { as: `role/${exempt}` },
  },
  {
    id: 'root-user',
    text: `Somebody signed in as the root user of account ${member} and launched it.`,
    why: 'SCPs bind the root user of a member account like other principals of it.',
    request: { as: 'root' },
  },
  {
    id: 'admin',
    text: `A role with AdministratorAccess in account ${member} launched it.`,
    why: bound,
    request: { as: 'role/Admin', admin: true },
  },
  {
    id: 'stack',
    text: `A developer of account ${member} launched it through an AWS CloudFormation stack.`,
    why: 'AWS CloudFormation calls with the permissions of a principal in the account, which the SCP binds.',
    request: { as: 'role/Developer', beside: 'stack' },
  },
  {
    id: 'guest',
    text: `A consultant from another organization assumed a role of account ${member} and launched it.`,
    why: 'Who assumes a role acts as that role, and the SCPs above the account of the role apply.',
    request: { as: 'role/Consultant', beside: 'guest' },
  },
]

/** How an instance came to run outside the approved Regions in spite of the lock. */
export function explainLaunch(ground: LockGround): readonly Proposal[] {
  const { away, culprit } = ground
  const passing: readonly string[] = ['management', 'service-linked', 'exempt']
  return causesOf(ground)
    .filter(({ id }) => id === culprit || !passing.includes(id))
    .map(({ request, ...cause }) => ({
      ...cause,
      probes: [
        lockProbe(ground, [policyOf([lock(ground, { NotAction: exemptServices }, sparing(ground))])], {
          who: 'launcher',
          as: 'role/Admin',
          region: away,
          wanted: true,
          ...request,
        }),
      ],
    }))
}

/** Which lock to introduce. */
export function designLock(ground: LockGround): readonly Proposal[] {
  const { homes, global, away } = ground
  const names = listed(homes)
  const changes: readonly Change[] = [
    {
      id: 'deny-with-exceptions',
      text: `Deny what lies outside ${names} in an SCP at the root, with global services under \`NotAction\`.`,
      why: 'The deny binds each principal of the member accounts, the root user included, and leaves the global services out.',
      scps: [[lock(ground, { NotAction: exemptServices })]],
    },
    {
      id: 'allow-list',
      text: `Attach an SCP beside FullAWSAccess that allows requests in ${names} and those of global services.`,
      why: 'FullAWSAccess still allows the rest, so the additional allow limits nothing.',
      scps: [
        [
          allow('*', { StringEquals: { 'aws:RequestedRegion': homes } }),
          { Effect: 'Allow', Action: exemptServices, Resource: '*' },
        ],
      ],
    },
    {
      id: 'deny-everything',
      text: `Attach an SCP to the root that denies \`*\` if \`aws:RequestedRegion\` is outside ${names}.`,
      why: 'Requests of global services carry us-east-1, so the deny stops them too.',
      scps: [[lock(ground, { Action: '*' })]],
    },
    {
      id: 'disable',
      text: `Disable the Regions other than ${names} in the management account for the organization.`,
      why: 'Disabled Regions are a setting of each account, and Regions that are on by default cannot be disabled.',
      scps: [],
      request: { beside: 'disabled' },
    },
    {
      id: 'boundaries',
      text: `Set a permissions boundary with a Region condition for ${names} on the roles of the accounts.`,
      why: 'The root user has no permissions boundary and could still work in other Regions.',
      scps: [],
      request: { beside: 'boundaries' },
    },
  ]
  return changes.map(({ scps, request = {}, ...proposal }) => {
    const probe = (each: Request): Probe => lockProbe(ground, documents(scps), { ...each, ...request })
    return {
      ...proposal,
      probes: [
        probe({ who: 'home', as: 'role/Builder', region: homes[0] ?? '', wanted: true }),
        probe({ who: 'global', as: 'role/Builder', region: 'us-east-1', deed: global, wanted: true }),
        probe({ ...builder, region: away }),
        probe({ who: 'root', as: 'root', region: away, wanted: false }),
      ],
    }
  })
}
