import type { IamCase } from '../../cloud/iam/types.ts'
import { isAllowed } from '../iam/ask.ts'
import { type Document, oneOrMany, policyOf, type Statement } from '../iam/policies.ts'
import type { Answers, Misconception } from '../types.ts'
import { type Edit, edits, type SessionScenario } from './scenario.ts'

const allow = (action: string, resources: readonly string[]): Statement => ({
  Effect: 'Allow',
  Action: action,
  Resource: oneOrMany(resources),
})

const when = (condition: boolean, ...statements: Statement[]): Statement[] => (condition ? statements : [])

/** The policy of the role after some changes. */
export function rolePolicy(scenario: SessionScenario, done: ReadonlySet<Edit> = new Set()): Document {
  const { situation, resource, task, bucket, otherBucket, file } = scenario
  return policyOf([
    ...when(situation.task === 'session-lacks', allow(`${resource.service}:*`, resource.arns)),
    ...when(done.has('roleTask'), allow(task.action, resource.arns)),
    allow('s3:*', [...(situation.file === 'session-lacks' ? bucket.arns : []), ...otherBucket.arns]),
    ...when(done.has('roleFile'), allow(file.action, bucket.arns)),
  ])
}

/** The session policy after some changes. */
export function sessionPolicy(scenario: SessionScenario, done: ReadonlySet<Edit> = new Set()): Document {
  const { situation, resource, task, bucket, file } = scenario
  return policyOf([
    allow('cloudwatch:PutMetricData', ['*']),
    ...when(situation.task === 'role-lacks' || done.has('sessionTask'), allow(task.action, resource.arns)),
    ...when(situation.file === 'role-lacks' || done.has('sessionFile'), allow(file.action, bucket.arns)),
  ])
}

/** A call of the session that has to succeed, or, on the other bucket, must not. */
export type Call = 'task' | 'file' | 'other'

/** A call of the session once some changes are made. */
export function caseAfter(scenario: SessionScenario, done: ReadonlySet<Edit>, call: Call): IamCase {
  const { account, role, session, task, file, bucket, otherBucket } = scenario
  const principal = `arn:aws:sts::${account}:assumed-role/${role}/${session}`
  const grant = (to: string): Statement => ({ ...allow(file.action, bucket.arns), Principal: { AWS: to } })
  const bucketPolicy = [
    ...when(done.has('bucketForRole'), grant(`arn:aws:iam::${account}:role/${role}`)),
    ...when(done.has('bucketForSession'), grant(principal)),
  ]
  const other = otherBucket.deeds.find(({ action }) => action === file.action)
  return {
    principal,
    action: call === 'task' ? task.action : file.action,
    resource: call === 'task' ? task.target : ((call === 'file' ? file : other)?.target ?? ''),
    owner: account,
    identity: rolePolicy(scenario, done),
    ...(done.has('boundary')
      ? { boundary: policyOf([allow('s3:*', ['*']), allow(task.action, ['*']), allow(file.action, ['*'])]) }
      : {}),
    ...(done.has('drop') ? {} : { session: sessionPolicy(scenario, done) }),
    ...(call === 'file' && bucketPolicy.length > 0 ? { resourcePolicy: policyOf(bucketPolicy) } : {}),
  }
}

type Belief = {
  readonly see?: (asked: IamCase) => IamCase
  /** Changes that the holder would rather make; they are given up last. */
  readonly prefers?: readonly Edit[]
  readonly mindsLimits?: boolean
}

/** The fewest changes that are on the table after which the calls end as they should, seen through a belief. */
const fewest =
  ({ see = (asked) => asked, prefers = [], mindsLimits = true }: Belief) =>
  (scenario: SessionScenario): Answers => {
    const { proposed, frozen } = scenario.situation
    // Without a session policy the other bucket is open, and a frozen broker keeps what it passes.
    const ruledOut: readonly Edit[] = frozen ? ['drop', 'sessionTask', 'sessionFile'] : ['drop']
    const left = new Set(proposed.filter((edit) => !(mindsLimits && ruledOut.includes(edit))))
    const works = (): boolean =>
      (['task', 'file'] as const).every((call) => isAllowed(see(caseAfter(scenario, left, call)))) &&
      (!mindsLimits || !isAllowed(see(caseAfter(scenario, left, 'other'))))
    if (!works()) return []
    const givenUpFirst = edits.filter((edit) => !prefers.includes(edit)).toReversed()
    for (const edit of [...givenUpFirst, ...prefers]) {
      if (!left.delete(edit)) continue
      if (!works()) left.add(edit)
    }
    return [...left]
  }

/** The two changes that let the calls succeed and open nothing else. */
export const solveSession = fewest({})

/** A bucket policy that names the role is taken to name its sessions. */
const roleAsSession = (asked: IamCase): IamCase =>
  asked.resourcePolicy === undefined
    ? asked
    : {
        ...asked,
        resourcePolicy: JSON.parse(
          JSON.stringify(asked.resourcePolicy).replace(/"AWS":"[^"]+"/, `"AWS":"${asked.principal}"`),
        ),
      }

const boundaryAsGrant = ({ boundary, ...asked }: IamCase): IamCase => ({
  ...asked,
  identity: [asked.identity, ...(boundary === undefined ? [] : [boundary])],
})

/** A statement with a wildcard is taken to give sessions something that no call needs. */
const withoutWildcards = (asked: IamCase): IamCase => ({
  ...asked,
  identity: policyOf(
    (asked.identity as Document).Statement.map((statement) =>
      String(statement.Action).endsWith('*') ? { ...statement, Action: 'logs:PutLogEvents' } : statement,
    ),
  ),
})

/** Beliefs about what a session has of its role. */
export const sessionMisconceptions: readonly Misconception<SessionScenario>[] = [
  {
    id: 'grant-to-role-escapes',
    statement: 'A bucket policy that names the role takes effect beside the session policy.',
    solve: fewest({ see: roleAsSession, prefers: ['bucketForRole'] }),
  },
  {
    id: 'boundary-grants',
    statement: 'A permissions boundary grants the actions that it lists.',
    solve: fewest({ see: boundaryAsGrant, prefers: ['boundary'] }),
  },
  {
    id: 'wildcards-stay-with-role',
    statement: "A session has those actions of its role that the role's policy names without a wildcard.",
    solve: fewest({ see: withoutWildcards, prefers: ['roleTask', 'roleFile'] }),
  },
  {
    id: 'works-is-enough',
    statement: 'A change that makes the calls succeed is right, whatever else it opens.',
    solve: fewest({ mindsLimits: false, prefers: ['drop'] }),
  },
]
