import type { Situation } from '../control/proposals.ts'
import { asking, nameOf, ofTurn, proposedBy, type Scene } from '../iam/moves.ts'
import type { Statement } from '../iam/policies.ts'
import { account, type Deputy, deputyProbe, memberProbe, organization, serviceMay, source } from './ground.ts'

type Condition = NonNullable<Statement['Condition']>
type Story = { readonly deputy: Deputy; readonly name: string; readonly tell: (scene: Scene) => string }

const target = 'arn:aws:s3:::logs-of-ours/file.gz'
const action = 's3:PutObject'

const stopped: readonly Story[] = [
  {
    deputy: { service: 'cloudtrail.amazonaws.com', action, target },
    name: 'AWS CloudTrail',
    tell: (scene) =>
      `On ${scene.day}, the security team of ${nameOf(scene, 'a chemical company', 'a brewery group', 'a paper mill')} added a statement to its log bucket that denies every request unless \`aws:PrincipalOrgID\` is the company's organization. Analysts still read the logs, but AWS CloudTrail has delivered nothing for ${scene.count} hours. The policy also allows CloudTrail to write, as it did before. People from outside must stay locked out. Which change brings the log files back?`,
  },
  {
    deputy: { service: 'logging.s3.amazonaws.com', action, target },
    name: 'the logging service',
    tell: (scene) =>
      `${nameOf(scene, 'A betting platform', 'A lottery', 'A casino operator')} rolled out a data perimeter: bucket policies now deny requests whose \`aws:PrincipalOrgID\` is not that of the organization. A dashboard of website visits went blank on ${scene.day}, since Amazon S3 server access logs no longer arrive in their bucket, although its policy allows \`logging.s3.amazonaws.com\` to write. Staff can still open old logs. The perimeter is to stay. What should be changed in the bucket policy?`,
  },
  {
    deputy: { service: 'delivery.logs.amazonaws.com', action, target },
    name: 'the log delivery service',
    tell: (scene) =>
      `An auditor of ${nameOf(scene, 'a hearing aid maker', 'a drug wholesaler', 'a medical device maker')} asked for VPC flow logs, and the latest file in Amazon S3 turned out to be ${scene.count} days old. That was when the bucket got a statement that denies access where \`aws:PrincipalOrgID\` differs from the company's organization. Another statement allows \`delivery.logs.amazonaws.com\` to write. Colleagues can read the bucket as usual, and outsiders should remain denied. How can the team restore delivery?`,
  },
]

const denyUnless = (condition: Condition): Statement => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: target,
  Condition: condition,
})
const outside: Condition = { StringNotEquals: { 'aws:PrincipalOrgID': organization } }

/** A Deny for principals outside the organization that stops a service. */
export const perimeterSituation: Situation<Scene> = {
  tellings: [(scene) => asking(scene, ofTurn(scene, stopped).tell(scene))],
  proposals: (scene) => {
    const { deputy, name } = ofTurn(scene, stopped)
    const may = serviceMay(deputy)
    const untouched = [may, denyUnless(outside)]
    return proposedBy(
      [
        {
          id: 'is-service',
          text: 'Exempt requests with `aws:PrincipalIsAWSService` set to true from the Deny statement.',
          why: 'Service principals have no organization, so the Deny hits them; with the second key it applies to other callers alone.',
          state: [may, denyUnless({ ...outside, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } })],
        },
        {
          id: 'allow-again',
          text: `Move the statement that allows ${name} to write in front of the Deny statement.`,
          why: 'The order of statements means nothing, and an explicit Deny wins over each Allow.',
          state: [may, denyUnless(outside)],
          myth: 'allow-first-wins',
        },
        {
          id: 'source-org',
          text: 'Compare `aws:SourceOrgID` with the organization in the Deny statement instead.',
          why: 'Requests of people and roles carry no source organization, so the Deny would then hit the own staff.',
          state: [may, denyUnless({ StringNotEquals: { 'aws:SourceOrgID': organization } })],
          myth: 'source-org-for-people',
        },
        {
          id: 'if-exists',
          text: 'Use `StringNotEqualsIfExists` in place of `StringNotEquals` in the Deny statement.',
          why: 'IfExists makes the condition true where the key is missing, so the Deny still applies to the service.',
          state: [may, denyUnless({ StringNotEqualsIfExists: { 'aws:PrincipalOrgID': organization } })],
          myth: 'if-exists-spares',
        },
        {
          id: 'role',
          text: `Create an IAM role in the account through which ${name} writes to the bucket.`,
          why: 'These files are delivered under the service principal; no role of the account takes part.',
          state: untouched,
          myth: 'service-writes-by-role',
        },
      ],
      (policy) => [
        deputyProbe(deputy, policy, { caller: 'known', wanted: true }),
        memberProbe(deputy, policy, 's3:GetObject'),
      ],
    )
  },
}

const lambda: Deputy = {
  service: 's3.amazonaws.com',
  action: 'lambda:InvokeFunction',
  target: `arn:aws:lambda:eu-west-1:${account}:function:inbox`,
}

const takenOver: readonly ((scene: Scene) => string)[] = [
  (scene) =>
    `${nameOf(scene, 'A printing house', 'A sign maker', 'A label printer')} deleted its upload bucket in spring and meant to create it again. Meanwhile somebody registered the same bucket name in another AWS account, and on ${scene.day} the company's AWS Lambda function ran ${scene.count} times for files from there. Its resource-based policy lets Amazon S3 invoke the function if \`aws:SourceArn\` is the ARN of the bucket. What should be added so that the name alone no longer suffices?`,
  (scene) =>
    `A penetration tester of ${nameOf(scene, 'a translation agency', 'a law firm', 'a notary chamber')} found an Amazon S3 bucket name in an old AWS Lambda permission. The bucket had been deleted ${scene.few} years ago. The tester created one of that name in a private account, and ${scene.count} uploads there started the function. The permission already has a condition on the bucket's ARN in \`aws:SourceArn\`. The team wants to use the name again later. Which change closes the gap?`,
  (scene) =>
    `During a move to a new account, ${nameOf(scene, 'a film archive', 'a map publisher', 'a weather service')} deleted a bucket and found its name taken when it wanted it back on ${scene.day}. The AWS Lambda function behind it still runs, about ${scene.count} times a day, for the new owner's objects: its permission for Amazon S3 tests \`aws:SourceArn\`, which is the same as before. The function must be ready for the bucket once the name is returned. What should be done?`,
]

/** A bucket of the same name in a foreign account. */
export const namesakeSituation: Situation<Scene> = {
  tellings: [(scene) => asking(scene, ofTurn(scene, takenOver)(scene))],
  proposals: () => {
    const arn: Condition = { ArnLike: { 'aws:SourceArn': source } }
    const untouched = [serviceMay(lambda, arn)]
    const also = (more: Condition) => [serviceMay(lambda, { ...arn, ...more })]
    return proposedBy(
      [
        {
          id: 'source-account',
          text: "Require in the permission that `aws:SourceAccount` is the company's account as well.",
          why: 'The ARN of a bucket has no account in it, so the owner has to be tested apart from it.',
          state: also({ StringEquals: { 'aws:SourceAccount': account } }),
        },
        {
          id: 'exact-arn',
          text: 'Replace `ArnLike` with `ArnEquals` in the condition on the source.',
          why: 'The two operators behave alike, and the ARN of the foreign bucket is the same.',
          state: [serviceMay(lambda, { ArnEquals: { 'aws:SourceArn': source } })],
          myth: 'arn-names-owner',
        },
        {
          id: 'block-public-access',
          text: "Turn on S3 Block Public Access for the company's account.",
          why: 'It is about access to buckets of this account; the calls come for a bucket of another one.',
          state: untouched,
          myth: 'service-is-public',
        },
        {
          id: 'execution-role',
          text: "Remove the permission to read that bucket from the function's execution role.",
          why: 'The execution role decides what the function may do once it runs, not who starts it.',
          state: untouched,
          myth: 'role-guards-entry',
        },
        {
          id: 'principal-org',
          text: "Require in the permission that `aws:PrincipalOrgID` is the company's organization as well.",
          why: 'A service principal belongs to no organization, so calls for the own bucket would fail too.',
          state: also({ StringEquals: { 'aws:PrincipalOrgID': organization } }),
          myth: 'service-belongs-to-organization',
        },
      ],
      (policy) => [
        deputyProbe(lambda, policy, { caller: 'known', wanted: true }),
        deputyProbe(lambda, policy, { caller: 'namesake', wanted: false }),
      ],
    )
  },
}
