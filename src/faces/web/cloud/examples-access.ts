import type { Example } from './models.ts'

const account = '111122223333'
const app = `arn:aws:sts::${account}:assumed-role/app/web-1`
const key = `arn:aws:kms:eu-west-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`
const version = '2012-10-17'

/** Requests against policies. */
export const iamExamples: readonly Example[] = [
  {
    title: 'Identity policy',
    note: 'A role may read one folder of a bucket.',
    input: {
      id: 'read-report',
      principal: app,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::harbour-docs/reports/may.pdf',
      identity: [
        {
          Version: version,
          Statement: [
            {
              Sid: 'ReadReports',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::harbour-docs/reports/*',
            },
          ],
        },
      ],
    },
  },
  {
    title: 'Service control policy',
    note: 'The role may start instances, but the organization keeps everybody to two Regions.',
    input: {
      id: 'other-region',
      principal: app,
      action: 'ec2:RunInstances',
      resource: `arn:aws:ec2:us-west-2:${account}:instance/*`,
      ctx: { 'aws:RequestedRegion': 'us-west-2' },
      identity: [{ Version: version, Statement: [{ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }] }],
      scp: [
        {
          id: 'root',
          policies: [
            { Version: version, Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
            {
              Version: version,
              Statement: [
                {
                  Sid: 'OnlyTwoRegions',
                  Effect: 'Deny',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
                },
              ],
            },
          ],
        },
      ],
    },
  },
  {
    title: 'KMS key policy',
    note: 'The identity policy allows it; the key policy names another role and not the account.',
    input: {
      id: 'decrypt',
      principal: app,
      action: 'kms:Decrypt',
      resource: key,
      identity: [
        { Version: version, Statement: [{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: key }] },
      ],
      resourcePolicy: {
        Version: version,
        Statement: [
          {
            Sid: 'OnlyTheBatchRole',
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${account}:role/batch` },
            Action: 'kms:Decrypt',
            Resource: '*',
          },
        ],
      },
    },
  },
]

/** Events against patterns, and a message against a filter policy. */
export const eventsExamples: readonly Example[] = [
  {
    title: 'Large parcels',
    note: 'A prefix, a range of numbers, and a member that must be absent.',
    input: {
      id: 'parcel-over-20-kg',
      pattern: {
        source: ['depot.parcels'],
        detail: {
          state: [{ prefix: 'arriv' }],
          weight: [{ numeric: ['>', 20, '<=', 200] }],
          returned: [{ exists: false }],
        },
      },
      event: { source: 'depot.parcels', detail: { state: 'arrived', weight: 34 } },
    },
  },
  {
    title: 'A pattern that is refused',
    note: 'A number in quotation marks is no number to the service.',
    input: {
      id: 'quoted-number',
      pattern: { detail: { weight: [{ numeric: ['>', '20'] }] } },
      event: { detail: { weight: 34 } },
    },
  },
  {
    title: 'Two events at once',
    note: 'A list is answered by a list, in the same order.',
    input: [
      { id: 'mine', pattern: { account: [account] }, event: { account } },
      {
        id: 'not-mine',
        pattern: { account: [{ 'anything-but': [account] }] },
        event: { account },
      },
    ],
  },
]
