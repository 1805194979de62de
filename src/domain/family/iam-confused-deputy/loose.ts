import type { Proposal, Situation } from '../control/proposals.ts'
import { asking, type Move, nameOf, ofTurn, proposedBy, type Scene } from '../iam/moves.ts'
import type { Statement } from '../iam/policies.ts'
import { account, type Caller, type Deputy, deputyProbe, organization, serviceMay, source } from './ground.ts'

type Story = Deputy & {
  readonly noun: string
  readonly sourceNoun: string
  readonly tell: (scene: Scene) => string
}

const queue = { target: `arn:aws:sqs:eu-west-1:${account}:inbox`, action: 'sqs:SendMessage', noun: 'queue' }
const topic = { target: `arn:aws:sns:eu-west-1:${account}:inbox`, action: 'sns:Publish', noun: 'topic' }
const lambda = {
  target: `arn:aws:lambda:eu-west-1:${account}:function:inbox`,
  action: 'lambda:InvokeFunction',
  noun: 'function',
}
const bucket = { target: 'arn:aws:s3:::logs-of-ours/file.gz', action: 's3:PutObject', noun: 'bucket' }
const storage = { service: 's3.amazonaws.com', sourceNoun: 'bucket' }

/** Every source of the account may use the resource. */
const manySources: readonly Story[] = [
  {
    ...topic,
    ...storage,
    tell: (scene) =>
      `On ${scene.day}, the moderation topic of ${nameOf(scene, 'a photo app', 'a dating app', 'a classifieds site')} announced ${scene.count} uploads to an Amazon S3 bucket that belongs to somebody else's AWS account. Its owner had entered the ARN of the Amazon SNS topic as the target of event notifications. The topic policy allows \`sns:Publish\` to Amazon S3 as a service. Teams add buckets to the topic every month. Which change keeps strangers' buckets out?`,
  },
  {
    ...bucket,
    service: 'cloudtrail.amazonaws.com',
    sourceNoun: 'trail',
    tell: (scene) =>
      `In the log bucket of ${nameOf(scene, 'a tram operator', 'a port authority', 'an airport')}, a new hire found AWS CloudTrail files of an AWS account that nobody knows. They have been coming in for ${scene.few} weeks. The bucket policy allows \`s3:PutObject\` to \`cloudtrail.amazonaws.com\`, and that is all it says. The teams of the account keep ${scene.few} trails there and create others at times. How can the foreign files be stopped?`,
  },
  {
    ...lambda,
    ...storage,
    tell: (scene) =>
      `The AWS Lambda function that makes thumbnails for ${nameOf(scene, 'an art marketplace', 'a recipe site', 'a travel blog platform')} ran ${scene.count} times on ${scene.day} for a bucket in a foreign AWS account. According to its resource-based policy, the Amazon S3 service may invoke it. The product teams connect their own buckets, old and new, to the function, and that has to work without a request to the platform team. What should the platform team change?`,
  },
  {
    ...queue,
    ...storage,
    tell: (scene) =>
      `Import workers of ${nameOf(scene, 'a tour operator', 'a ferry line', 'a hostel chain')} choke on messages about objects that they may not read. On ${scene.day} alone, ${scene.count} of them were in the Amazon SQS queue, each from a bucket of an unknown AWS account. The queue policy lets Amazon S3 send messages, because buckets all over the company's account report new files here. Which change removes the cause?`,
  },
]

/** One source may use the resource. */
const oneSource: readonly Story[] = [
  {
    ...queue,
    service: 'sns.amazonaws.com',
    sourceNoun: 'topic',
    tell: (scene) =>
      `${nameOf(scene, 'A bakery chain', 'A flower shop', 'A pizza delivery')} shipped ${scene.count} orders that no customer had placed. Some came from a test topic in the same AWS account, others from an Amazon SNS topic of an account that nobody knows. The policy of the order queue allows \`sqs:SendMessage\` to \`sns.amazonaws.com\`. The shop's own topic is the one source that is meant. Which change makes the queue accept messages from there alone?`,
  },
  {
    ...queue,
    ...storage,
    tell: (scene) =>
      `An intern at ${nameOf(scene, 'a newspaper', 'a radio station', 'a podcast studio')} pointed the event notifications of a practice bucket at the production queue on ${scene.day}. While cleaning up ${scene.count} messages, the team saw some from a stranger's bucket as well. The Amazon SQS queue policy has one statement, which lets the Amazon S3 service send messages. The queue serves the upload bucket and no other. How should the policy be tightened?`,
  },
  {
    ...bucket,
    service: 'logging.s3.amazonaws.com',
    sourceNoun: 'bucket',
    tell: (scene) =>
      `The visitor statistics of ${nameOf(scene, 'a museum', 'a zoo', 'a theater')} count pages that its website does not have. Since ${scene.day}, Amazon S3 server access logs of a colleague's demonstration bucket, in the same account, and of a foreign account's bucket have been arriving among those of the website. The policy of the log bucket allows \`s3:PutObject\` to \`logging.s3.amazonaws.com\`. What should be changed so that it takes logs of the website bucket alone?`,
  },
  {
    ...lambda,
    ...storage,
    tell: (scene) =>
      `A security review at ${nameOf(scene, 'a payroll service', 'a tax adviser', 'a billing office')} tried out who can start the AWS Lambda function that books invoices. Uploads to a bucket of a private AWS account did, and so did uploads to ${scene.few} other buckets of the company's account. The resource-based policy of the function names the Amazon S3 service. Invoices arrive in one bucket. Which change does the review call for?`,
  },
]

type Scope = 'account' | 'source'

/** What is done beside the policy of the resource, and is believed to help. */
const besides = (noun: string, untouched: readonly Statement[]): Move<readonly Statement[]> => {
  if (noun === 'bucket')
    return {
      id: 'block-public-access',
      text: 'Turn on the four settings of S3 Block Public Access for the log bucket.',
      why: 'A policy that names a service is not public, so the settings leave it as it is.',
      state: untouched,
      myth: 'service-is-public',
    }
  if (noun === 'function')
    return {
      id: 'execution-role',
      text: "Remove permissions for other buckets from the function's execution role.",
      why: 'The execution role decides what the function may do once it runs, not who starts it.',
      state: untouched,
      myth: 'role-guards-entry',
    }
  return {
    id: 'encrypt',
    text: `Encrypt the ${noun} with a customer managed AWS KMS key that the service may use.`,
    why: 'The service may use the key whoever it acts for, so encryption does not tell its customers apart.',
    state: untouched,
    myth: 'encryption-tells-apart',
  }
}

const movesOf = (story: Story, scope: Scope): readonly Move<readonly Statement[]>[] => {
  const { noun, sourceNoun } = story
  const when = (Condition: Statement['Condition']) => [serviceMay(story, Condition)]
  return [
    {
      id: 'source-account',
      text: `Require in the policy that \`aws:SourceAccount\` is the company's account.`,
      why:
        scope === 'account'
          ? 'The service passes on the account that it acts for, so requests on behalf of other accounts end here.'
          : `It keeps strangers out, but each ${sourceNoun} of the own account still gets through.`,
      state: when({ StringEquals: { 'aws:SourceAccount': account } }),
      ...(scope === 'source' ? { myth: 'account-is-one-source' } : {}),
    },
    {
      id: 'source-arn',
      text: `Require in the policy that \`aws:SourceArn\` is the ARN of ${scope === 'account' ? `one ${sourceNoun} that is known today` : `the ${sourceNoun} that is meant`}.`,
      why:
        scope === 'source'
          ? `The service passes on the ARN of the ${sourceNoun} that it acts for, so this one alone gets through.`
          : `The other ${sourceNoun}s of the account would be shut out.`,
      state: when({ ArnEquals: { 'aws:SourceArn': source } }),
      ...(scope === 'account' ? { myth: 'account-is-one-source' } : {}),
    },
    {
      id: 'source-ip',
      text: "Require in the policy that `aws:SourceIp` lies in the company's address range.",
      why: 'The service calls from addresses of its own, so its requests for the company would fail too.',
      state: when({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
      myth: 'service-calls-from-our-network',
    },
    {
      id: 'principal-org',
      text: "Require in the policy that `aws:PrincipalOrgID` is the company's organization.",
      why: 'A service principal belongs to no organization, so its requests for the company would fail too.',
      state: when({ StringEquals: { 'aws:PrincipalOrgID': organization } }),
      myth: 'service-belongs-to-organization',
    },
    {
      id: 'account-principal',
      text: "Name the company's account as the principal of the statement instead of the service.",
      why: 'The service calls as its own principal and not as the account, so nothing would arrive at all.',
      state: [serviceMay(story, undefined, { AWS: `arn:aws:iam::${account}:root` })],
      myth: 'service-calls-as-account',
    },
    {
      id: 'rename',
      text: `Recreate the ${noun} under a long random name, and tell the teams concerned.`,
      why: `A name is no secret, and whoever learns it can enter it again; the policy would still admit the service for anyone.`,
      state: [serviceMay(story)],
      myth: 'name-is-secret',
    },
    besides(noun, [serviceMay(story)]),
  ]
}

const situationOf = (stories: readonly Story[], scope: Scope): Situation<Scene> => ({
  tellings: [(scene) => asking(scene, ofTurn(scene, stories).tell(scene))],
  proposals: (scene): readonly Proposal[] => {
    const story = ofTurn(scene, stories)
    const callers: readonly (readonly [Caller, boolean])[] = [
      ['known', true],
      ['sibling', scope === 'account'],
      ['stranger', false],
    ]
    return proposedBy(movesOf(story, scope), (policy) =>
      callers.map(([caller, wanted]) => deputyProbe(story, policy, { caller, wanted })),
    )
  },
})

/** Strangers use a resource that is meant for each source of the account. */
export const manySourcesSituation = situationOf(manySources, 'account')

/** Strangers and colleagues use a resource that is meant for one source. */
export const oneSourceSituation = situationOf(oneSource, 'source')
