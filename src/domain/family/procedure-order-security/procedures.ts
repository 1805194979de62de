import { type Procedure, pageOf } from '../order/procedure.ts'
import { capitalised } from '../parts/words.ts'

/** Procedures of credentials, evidence, and encryption, each with the page that it follows. */
export const securityProcedures: readonly Procedure[] = [
  {
    id: 'rotate-access-key',
    reference: pageOf(
      'Manage access keys for IAM users',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    ),
    situation: ({ who, systems }) =>
      `An audit of ${who} objects to an access key that is 412 days old. It belongs to the IAM user with which the ${systems[0].name} signs its requests, and it is the single key of that user.`,
    rules:
      'Requests must succeed throughout, and until the last step it must be possible to go back to the old key.',
    steps: [
      {
        id: 'create',
        text: 'Create a second access key for the IAM user',
        why: 'Everything else needs the new key; a user can have two.',
        after: {},
      },
      {
        id: 'update',
        text: 'Change the application to sign with the new access key',
        why: 'The new key must exist, and the old one must not be touched before the application has left it.',
        after: { create: 'result' },
      },
      {
        id: 'check',
        text: 'Confirm from the last used information that the old access key is no longer used',
        why: 'Only then is it known that no forgotten copy of the application still signs with it.',
        after: { update: 'result' },
        role: 'checks',
      },
      {
        id: 'deactivate',
        text: 'Set the old access key to inactive',
        why: 'An inactive key can be made active again, so an overlooked user of it can be helped at once.',
        after: { check: 'check', update: 'result' },
      },
      {
        id: 'delete',
        text: 'Delete the old access key',
        why: 'Deletion cannot be undone, so it comes after the inactive phase.',
        after: { deactivate: 'safety', check: 'check' },
        role: 'removes',
      },
    ],
    decoy: {
      text: 'Attach a policy to the user that denies requests signed before today',
      why: 'It stops the application too; a key is retired by making it inactive.',
      insteadOf: 'deactivate',
    },
  },
  {
    id: 'encrypt-database',
    reference: pageOf(
      'Encrypting Amazon RDS resources',
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
    ),
    situation: ({ who, systems }) =>
      `${capitalised(who)} runs the ${systems[0].name} on an Amazon RDS DB instance that was created without encryption at rest. Auditors want the data encrypted with an AWS KMS key.`,
    rules:
      'Writes are paused in a maintenance window. The old DB instance has to stay available until the application has been tested on the new one.',
    steps: [
      {
        id: 'snapshot',
        text: 'Take a snapshot of the unencrypted DB instance',
        why: 'Encryption of an existing DB instance goes through a snapshot of it.',
        after: {},
      },
      {
        id: 'copy',
        text: 'Copy the snapshot and specify the AWS KMS key for the copy',
        why: 'The copy is where encryption is added; it needs the snapshot.',
        after: { snapshot: 'result' },
      },
      {
        id: 'restore',
        text: 'Restore a new DB instance from the encrypted copy',
        why: 'A DB instance restored from an encrypted snapshot is encrypted.',
        after: { copy: 'result' },
      },
      {
        id: 'switch',
        text: 'Point the application to the new DB instance and test it',
        why: 'The new endpoint exists after the restore, and the test has to pass before the old instance goes.',
        after: { restore: 'result' },
        role: 'checks',
      },
      {
        id: 'delete',
        text: 'Delete the unencrypted DB instance',
        why: 'It is the way back until the application has been tested.',
        after: { switch: 'safety', restore: 'safety', snapshot: 'result' },
        role: 'removes',
      },
    ],
    decoy: {
      text: 'Modify the DB instance and turn on encryption with the AWS KMS key',
      why: 'Encryption at rest cannot be turned on for an existing DB instance by modifying it.',
      insteadOf: 'copy',
    },
  },
  {
    id: 'isolate-instance',
    reference: pageOf(
      'AWS Security Incident Response User Guide',
      'https://docs.aws.amazon.com/security-ir/latest/userguide/security-incident-response-guide.html',
    ),
    situation: ({ who, systems }) =>
      `Amazon GuardDuty reports that an Amazon EC2 instance of the ${systems[0].name} at ${who} talks to a known command server. The instance belongs to an Auto Scaling group behind an Application Load Balancer.`,
    rules:
      'The group must not terminate the instance as unhealthy once it is cut off, spreading has to stop before evidence is taken, and nothing may be terminated before the evidence has been verified.',
    steps: [
      {
        id: 'detach',
        text: 'Detach the instance from the Auto Scaling group and the load balancer',
        why: 'A detached instance is no longer replaced and terminated when its health checks fail.',
        after: {},
      },
      {
        id: 'isolate',
        text: 'Replace its security groups by one without inbound and outbound rules',
        why: 'This stops new traffic; done before detaching, the group would see an unhealthy instance.',
        after: { detach: 'safety' },
      },
      {
        id: 'snapshot',
        text: 'Create snapshots of its Amazon EBS volumes and tag them with the case number',
        why: 'The disks are evidence and are taken once spreading has stopped.',
        after: { isolate: 'result', detach: 'result' },
      },
      {
        id: 'verify',
        text: 'Verify in the forensics account that the snapshots can be read',
        why: 'Evidence that cannot be read is found out while the instance still exists.',
        after: { snapshot: 'result' },
        role: 'checks',
      },
      {
        id: 'terminate',
        text: 'Terminate the instance and record the end of containment',
        why: 'Its volumes may go with it, so the evidence has to be safe first.',
        after: { verify: 'check', snapshot: 'safety', detach: 'result' },
        role: 'removes',
      },
    ],
    decoy: {
      text: 'Stop the instance to keep it from sending any more traffic',
      why: 'Stopping loses memory and instance store; isolation by security group keeps the instance as it is.',
      insteadOf: 'isolate',
    },
  },
  {
    id: 'rotate-secret',
    reference: pageOf(
      'Rotation by Lambda function',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda.html',
    ),
    situation: ({ who, systems }) =>
      `The database password of the ${systems[0].name} at ${who} has not changed for three years. The templates of AWS Secrets Manager do not fit the database, so an engineer writes an AWS Lambda function for the rotation.`,
    rules: 'Clients read the version labelled AWSCURRENT at any time and must get a password that works.',
    steps: [
      {
        id: 'create',
        text: 'Create a new secret version labelled AWSPENDING with a generated password',
        why: 'The later steps work on the pending version.',
        after: {},
      },
      {
        id: 'set',
        text: 'Change the password in the database to that of the pending version',
        why: 'The database has to know the password before anyone can sign in with it.',
        after: { create: 'result' },
      },
      {
        id: 'test',
        text: 'Sign in to the database with the pending version',
        why: 'The test tells whether the pending version works, before clients are given it.',
        after: { set: 'result' },
        role: 'checks',
      },
      {
        id: 'finish',
        text: 'Move the label AWSCURRENT to the pending version',
        why: 'From here on clients read the new password, so it has to be tested.',
        after: { test: 'check', set: 'result' },
        role: 'removes',
      },
    ],
    decoy: {
      text: 'Delete the version labelled AWSPREVIOUS and create it anew',
      why: 'The previous version is kept as the way back; rotation writes to a pending one.',
      insteadOf: 'create',
    },
  },
  {
    id: 'share-encrypted-snapshot',
    reference: pageOf(
      'Share an Amazon EBS snapshot with other AWS accounts',
      'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html',
    ),
    situation: ({ who, teams }) =>
      `For a forensic examination, the ${teams[0]} of ${who} needs a volume from an Amazon EBS snapshot in a second AWS account. The attempt to share the snapshot failed, because it is encrypted with the AWS managed key.`,
    rules: 'The volume must be encrypted with a key of the second account.',
    steps: [
      {
        id: 'key',
        text: 'Create a customer managed key whose key policy allows the second account',
        why: 'A snapshot encrypted with the AWS managed key cannot be shared, so a customer managed key is prepared first.',
        after: {},
      },
      {
        id: 'copy',
        text: 'Copy the snapshot in the first account under the customer managed key',
        why: 'Copying is how a snapshot gets another key.',
        after: { key: 'result' },
      },
      {
        id: 'share',
        text: 'Share the copied snapshot with the second account',
        why: 'The copy can be shared because its key can be used from the second account.',
        after: { copy: 'result' },
      },
      {
        id: 'recopy',
        text: 'Copy the shared snapshot in the second account under a key of that account',
        why: "The second account becomes independent of the first account's key.",
        after: { share: 'result' },
      },
      {
        id: 'volume',
        text: 'Create the volume from the copy in the second account',
        why: 'The volume takes over the key of the snapshot that it is made from.',
        after: { recopy: 'check' },
      },
    ],
    decoy: {
      text: 'Share the AWS managed key with the second account',
      why: 'The policy of an AWS managed key cannot be changed, so it cannot be shared.',
      insteadOf: 'key',
    },
  },
  {
    id: 'delegate-guardduty',
    reference: pageOf(
      'Managing GuardDuty accounts with AWS Organizations',
      'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html',
    ),
    situation: ({ who, teams }) =>
      `A crypto miner ran for a week in one of the 40 accounts that ${who} has in AWS Organizations. As a consequence, the ${teams[0]} is to run Amazon GuardDuty for all of them from an account of its own, in place of a scanner that missed the miner.`,
    rules:
      'The export of findings is set up when all accounts are covered, and sample findings have to prove the setup before the old scanner is switched off.',
    steps: [
      {
        id: 'designate',
        text: 'Designate the security account as the GuardDuty administrator from the management account',
        why: 'Only the management account can do this, and the rest needs it.',
        after: {},
      },
      {
        id: 'auto',
        text: 'Turn on auto-enable for member accounts in the administrator account',
        why: 'The administrator account sets this once it has been designated.',
        after: { designate: 'result' },
      },
      {
        id: 'export',
        text: 'Configure the export of findings to an Amazon S3 bucket',
        why: 'Findings of the members arrive after they have been enabled.',
        after: { auto: 'result' },
      },
      {
        id: 'sample',
        text: 'Generate sample findings and check that they reach the bucket',
        why: 'The export has to exist, and the proof has to come before the old scanner goes.',
        after: { export: 'result' },
        role: 'checks',
      },
      {
        id: 'retire',
        text: 'Switch off the scanner that was used so far',
        why: 'It covers the accounts until the new setup has been proved.',
        after: { sample: 'check', designate: 'safety', auto: 'safety', export: 'safety' },
        role: 'removes',
      },
    ],
    decoy: {
      text: 'Invite each member account by its email address from the administrator account',
      why: 'Accounts of an organization are added without invitations once auto-enable is on.',
      insteadOf: 'auto',
    },
  },
]
