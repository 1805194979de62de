import type { Proposal, Situation } from '../control/proposals.ts'
import { asking, nameOf, ofTurn, proposedBy, type Scene } from '../iam/moves.ts'
import { account, defaultPolicy, type KeyState, keyProbe, managedPolicy, permit, roleArn } from './ground.ts'

const scalingRole = roleArn(
  account,
  'aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
)
const scalingUses = ['kms:Decrypt', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:CreateGrant']

const launches: readonly ((scene: Scene) => string)[] = [
  (scene) =>
    `${nameOf(scene, 'A ticket agency', 'A festival organizer', 'A cinema chain')} rebuilt the image of its web servers, and the root volume is now encrypted with a customer managed AWS KMS key. When sales opened on ${scene.day}, the Auto Scaling group did not grow. Its activity history shows ${scene.count} launches that ended at once with Client.InternalError. An administrator can start the same image by hand. The key has the default key policy, and it must stay in use. What should the team do?`,
  (scene) =>
    `New nodes of ${nameOf(scene, "a video platform's transcoding fleet", "a radio archive's encoding fleet", 'a rendering farm')} disappear right after launch, ${scene.count} times so far. It began on ${scene.day}, when the launch template of the Auto Scaling group was moved to an image that is encrypted with a customer managed AWS KMS key. The state reason is Client.InternalError. Started from the same template in the console, an instance runs. The key policy is the default one. Which change lets the group launch nodes?`,
  (scene) =>
    `${nameOf(scene, 'An insurer', 'A building society', 'A pension fund')} has made customer managed AWS KMS keys mandatory for Amazon EBS volumes. The customer portal got its encrypted image on ${scene.day}. Since then, its Auto Scaling group has been ${scene.few} instances short: each replacement for an unhealthy one is terminated with Client.InternalError before it boots. Developers who launch the image themselves have no trouble. The key has the default key policy. How can the team get the group back to strength?`,
  (scene) =>
    `On ${scene.day} evening, players of ${nameOf(scene, 'an online game', 'a racing game', 'a quiz app')} waited in the lobby because no match servers were added. The Auto Scaling group had tried ${scene.count} times, and each instance went from pending to terminated with Client.InternalError. The new server image is encrypted with a customer managed AWS KMS key, which still has the default key policy. A test launch by an engineer worked. What should the studio change?`,
]

function launching(): readonly Proposal[] {
  const untouched: KeyState = {
    policy: defaultPolicy,
    own: { action: 'ec2:RunInstances', resource: '*' },
  }
  const withUser = (principal: string): KeyState => ({
    ...untouched,
    policy: [...defaultPolicy, permit(principal, scalingUses)],
  })
  return proposedBy(
    [
      {
        id: 'service-linked-role',
        text: 'Allow the service-linked role of EC2 Auto Scaling to use the key in the key policy.',
        why: 'The group launches instances under this role, which has no IAM policy for the key, so the key policy has to let it use the key and create grants.',
        state: withUser(scalingRole),
      },
      {
        id: 'instance-profile',
        text: 'Add `kms:Decrypt` on the key to the instance profile that the Auto Scaling group uses.',
        why: 'The volume has to be decrypted before the instance can run with its role.',
        state: untouched,
        myth: 'instance-decrypts-volume',
      },
      {
        id: 'attach-to-service-role',
        text: 'Attach an IAM policy for the key to the service-linked role of EC2 Auto Scaling.',
        why: 'AWS controls the policies of a service-linked role; customers cannot attach others to it.',
        state: untouched,
        myth: 'service-role-is-ours',
      },
      {
        id: 'ec2-principal',
        text: 'Name `ec2.amazonaws.com` in the key policy as a service that may use the key.',
        why: 'The request for the volume comes from the service-linked role of EC2 Auto Scaling, not from this service principal.',
        state: withUser('ec2.amazonaws.com'),
        myth: 'service-name-covers-role',
      },
      {
        id: 'encrypt-by-default',
        text: 'Turn on EBS encryption by default, with this key, in the Region of the Auto Scaling group.',
        why: 'It decides which key new volumes get; it lets nobody use the key who could not before.',
        state: untouched,
        myth: 'default-key-is-open',
      },
    ],
    (state) =>
      ['kms:Decrypt', 'kms:CreateGrant'].map((action) =>
        keyProbe(state, { who: 'scaling', principal: scalingRole, wanted: true, action }),
      ),
  )
}

/** An Auto Scaling group whose image was encrypted. */
export const launchSituation: Situation<Scene> = {
  tellings: [(scene) => asking(scene, ofTurn(scene, launches)(scene))],
  proposals: launching,
}

type Delivery = {
  readonly principal: string
  readonly service: string
  readonly target: 'queue' | 'topic'
  readonly sender: string
  readonly tell: (scene: Scene) => string
}

const deliveries: readonly Delivery[] = [
  {
    principal: 'sns.amazonaws.com',
    service: 'Amazon SNS',
    target: 'queue',
    sender: 'role of the shop',
    tell: (scene) =>
      `The warehouse queue of ${nameOf(scene, 'an online retailer', 'a bookseller', 'a pet food shop')} ran empty on ${scene.day}, although the shop keeps publishing orders to its Amazon SNS topic and gets a message ID for each. That morning, the Amazon SQS queue had been moved to a customer managed AWS KMS key with the default key policy. The queue's access policy lets the topic send messages, and deliveries fail ${scene.count} times an hour. Which change brings the orders back?`,
  },
  {
    principal: 's3.amazonaws.com',
    service: 'Amazon S3',
    target: 'queue',
    sender: 'role that uploads',
    tell: (scene) =>
      `Suppliers of ${nameOf(scene, 'a wholesaler', 'a building contractor', 'a hotel chain')} upload scanned invoices to an Amazon S3 bucket, and an event notification puts a message into a queue for each. Since the Amazon SQS queue was encrypted with a customer managed AWS KMS key on ${scene.day}, uploads succeed, but no message arrives, and ${scene.count} invoices wait to be booked. The queue policy still admits the bucket, and the key has the default key policy. What should be changed?`,
  },
  {
    principal: 'events.amazonaws.com',
    service: 'Amazon EventBridge',
    target: 'queue',
    sender: 'role that puts events',
    tell: (scene) =>
      `FailedInvocations of an Amazon EventBridge rule at ${nameOf(scene, 'a hospital', 'a rehabilitation center', 'an eye clinic')} went from zero to ${scene.count} an hour on ${scene.day}. The rule sends admission events to an Amazon SQS queue, which had just been encrypted with a customer managed AWS KMS key. The key has the default key policy, and the access policy of the queue allows messages from the rule. How can the team get events into the queue again?`,
  },
  {
    principal: 'cloudwatch.amazonaws.com',
    service: 'Amazon CloudWatch',
    target: 'topic',
    sender: 'role of the on-call engineers',
    tell: (scene) =>
      `The database of ${nameOf(scene, 'a payment provider', 'a parking app', 'a donation platform')} ran out of disk space on ${scene.day}, and nobody was paged. The Amazon CloudWatch alarm did change its state, but its history says that the action failed. About ${scene.few} weeks before, the team had encrypted the Amazon SNS topic behind the alarm with a customer managed AWS KMS key and left the key policy at its default. A message that an engineer publishes to the topic gets through. What is the remedy?`,
  },
]

function delivering(scene: Scene): readonly Proposal[] {
  const { principal, service, target, sender } = ofTurn(scene, deliveries)
  const managed = target === 'queue' ? 'sqs' : 'sns'
  const untouched: KeyState = { policy: defaultPolicy }
  return proposedBy(
    [
      {
        id: 'service-principal',
        text: `Allow \`${principal}\` to decrypt and to generate data keys in the key policy.`,
        why: `${service} itself uses the key when it delivers, and a service principal gets in where the key policy names it.`,
        state: { policy: [...defaultPolicy, permit(principal, ['kms:Decrypt', 'kms:GenerateDataKey*'])] },
      },
      {
        id: 'target-policy',
        text: `Add \`kms:Decrypt\` and \`kms:GenerateDataKey\` for ${service} to the access policy of the ${target}.`,
        why: `The policy of the ${target} decides about the ${target}; use of the key is decided by the key policy.`,
        state: untouched,
        myth: 'resource-policy-opens-key',
      },
      {
        id: 'managed-key',
        text: `Encrypt the ${target} with the AWS managed key \`aws/${managed}\`, which services can share.`,
        why: 'An AWS managed key serves principals of its account; its policy admits no other service and cannot be edited.',
        state: { policy: managedPolicy(managed) },
        myth: 'managed-key-is-open',
      },
      {
        id: 'sender',
        text: `Give the ${sender} \`kms:GenerateDataKey\` and \`kms:Decrypt\` on the key.`,
        why: `That role is not the one that writes to the ${target}; ${service} is, and it lacks access to the key.`,
        state: untouched,
        myth: 'sender-lends-rights',
      },
      {
        id: 'endpoint',
        text: `Create an interface VPC endpoint for AWS KMS, with a policy for ${service}.`,
        why: 'An endpoint is a way for traffic from a VPC, and its policy grants nothing; the key policy still does not admit the service.',
        state: untouched,
        myth: 'endpoint-lets-in',
      },
    ],
    (state) => [
      keyProbe(state, { who: 'service', principal, wanted: true, action: 'kms:GenerateDataKey' }),
      keyProbe(state, { who: 'service', principal, wanted: true }),
    ],
  )
}

/** A service that delivers to an encrypted queue or topic. */
export const deliverySituation: Situation<Scene> = {
  tellings: [(scene) => asking(scene, ofTurn(scene, deliveries).tell(scene))],
  proposals: delivering,
}
