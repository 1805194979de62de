// IAM: what one decision costs beside parsing the same ten policies from JSON, the named reference kernel.
// Run: node bench/iam.ts
import { decideRequest } from '../src/domain/cloud/iam/decide.ts'
import { compileSituation } from '../src/domain/cloud/iam/situation.ts'
import type { IamRequest, IamSituation } from '../src/domain/cloud/iam/types.ts'

const account = '111111111111'
const rounds = 20_000

const policy = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements })
const allow = (Action: unknown, Resource: unknown, Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
})
const deny = (Action: unknown, Resource: unknown, Condition: object) => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
})
const everything = policy(allow('*', '*'))

/** Ten documents over all layers, as an account of an organization has them. */
const situation: IamSituation = {
  identity: [
    policy(
      allow(['ec2:Describe*', 'ec2:StartInstances'], '*', {
        StringEquals: { 'aws:ResourceTag/team': `\${aws:PrincipalTag/team}` },
      }),
    ),
    policy(
      allow(['s3:GetObject', 's3:PutObject'], `arn:aws:s3:::docs/\${aws:PrincipalTag/team, 'shared'}/*`),
    ),
    policy(
      allow('dynamodb:*', `arn:aws:dynamodb:*:${account}:table/orders-*`),
      deny('*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }),
    ),
    policy(allow('logs:*', '*'), allow('cloudwatch:Put*', '*')),
  ],
  boundary: policy(allow(['s3:*', 'dynamodb:*', 'ec2:*'], '*')),
  session: policy(allow('s3:Get*', 'arn:aws:s3:::docs/*')),
  scp: [
    { id: 'root', policies: [everything] },
    {
      id: 'workloads',
      policies: [
        policy(
          allow('*', '*'),
          deny('*', '*', { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } }),
        ),
      ],
    },
  ],
  rcp: [
    {
      id: 'root',
      policies: [
        policy({
          ...deny('s3:*', '*', { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }),
          Principal: '*',
        }),
      ],
    },
  ],
  resourcePolicy: policy({
    ...deny('s3:*', 'arn:aws:s3:::docs/*', {
      NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '2001:db8::/32'] },
    }),
    Principal: '*',
  }),
}

const request: IamRequest = {
  principal: `arn:aws:sts::${account}:assumed-role/app/s1`,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::docs/red/report.txt',
  owner: account,
  ctx: {
    'aws:PrincipalTag/team': 'red',
    'aws:MultiFactorAuthPresent': 'true',
    'aws:RequestedRegion': 'eu-west-1',
    'aws:PrincipalOrgID': 'o-1',
    'aws:SourceIp': '10.1.2.3',
    'aws:CurrentTime': '2026-11-24T09:00:00Z',
  },
}
const denied: IamRequest = { ...request, action: 's3:PutObject' }

/** Least microseconds per run of several batches: what the code costs when nothing else disturbs it. */
function microseconds(work: () => unknown): number {
  const batch = (): number => {
    const before = performance.now()
    for (let round = 0; round < rounds; round++) work()
    return ((performance.now() - before) / rounds) * 1000
  }
  batch()
  return Math.min(...Array.from({ length: 5 }, batch))
}

const compiled = compileSituation(situation)
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error.findings))
const outcome = (asked: IamRequest): string => {
  const decided = decideRequest(compiled.value, asked)
  return decided.ok ? decided.value.decision : decided.error.text
}
const outcomes = [outcome(request), outcome(denied)].join(', ')
if (outcomes !== 'allow, implicit') throw new Error(`expected allow, implicit; got ${outcomes}`)

const text = JSON.stringify(situation)
const kernel = microseconds(() => JSON.parse(text))
const report = (name: string, cost: number): void =>
  console.log(`${name}: ${cost.toFixed(1)} µs, ratio to the kernel ${(cost / kernel).toFixed(2)}`)

console.log(`kernel, JSON.parse of the ten policies (${text.length} characters): ${kernel.toFixed(1)} µs`)
report(
  'decision, allowed',
  microseconds(() => decideRequest(compiled.value, request)),
)
report(
  'decision, denied by default',
  microseconds(() => decideRequest(compiled.value, denied)),
)
report(
  'compiling the ten policies',
  microseconds(() => compileSituation(situation)),
)
