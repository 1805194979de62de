import { believing } from '../control/proposals.ts'
import { achieving, type Scene } from '../iam/moves.ts'

const statements = {
  'iam-alone': 'An IAM policy that is wide enough works whatever the key policy says.',
  'resource-policy-opens-key':
    'The policy of a bucket, queue, or topic decides about the key that encrypts it.',
  'managed-key-is-open': 'An AWS managed key can be used by other services and other accounts.',
  'sender-lends-rights': 'A service that delivers a message uses the permissions of whoever sent it.',
  'endpoint-lets-in': 'A VPC endpoint for AWS KMS gives access to keys.',
  'instance-decrypts-volume': 'An instance decrypts its volumes with the role in its instance profile.',
  'service-role-is-ours': 'Customers can attach policies to a service-linked role.',
  'service-name-covers-role': 'A policy that names a service covers roles under which other services act.',
  'default-key-is-open': 'A key that is the default for new volumes can be used by whoever launches them.',
  'bucket-key-replaces-key': 'With an S3 Bucket Key, readers need no permission for the KMS key.',
  'one-side-enough': 'A key policy that names a role of another account is enough for that role.',
  'alias-is-key': 'A policy that names the alias of a key covers the key behind it.',
  'alias-decides': 'Whoever has an alias of a key can use it, and who has none cannot.',
  'grant-covers-all': 'A grant lets its grantee use the key for every cryptographic operation.',
  'grant-hangs-on-policy': 'A grant works for as long as the key policy delegates to the account.',
  'empty-role-is-powerless': 'A role without IAM policies can do nothing.',
  'rotation-ends-access': 'Rotating a key ends the access that was given to it before.',
} as const

/** False beliefs about who may use a key: what they say of a change is taken to be so. */
export const keyBeliefs = Object.entries(statements).map(([id, statement]) =>
  believing<Scene>(id, statement, achieving(id)),
)
