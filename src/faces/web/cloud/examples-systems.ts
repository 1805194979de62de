import type { Example } from './models.ts'

const clinic = {
  vpcs: [{ id: 'clinic', cidrs: ['10.0.0.0/16'] }],
  subnets: [
    {
      id: 'public',
      vpc: 'clinic',
      cidrs: ['10.0.0.0/24'],
      routeTable: 'rt-public',
      networkAcl: 'acl-public',
    },
    { id: 'private', vpc: 'clinic', cidrs: ['10.0.1.0/24'] },
  ],
  routeTables: [{ id: 'rt-public', vpc: 'clinic', routes: [{ destination: '0.0.0.0/0', target: 'igw' }] }],
  internetGateways: [{ id: 'igw', vpc: 'clinic' }],
  securityGroups: [
    { id: 'sg-web', vpc: 'clinic', inbound: [{ protocol: 'tcp', ports: 443, source: '0.0.0.0/0' }] },
    { id: 'sg-db', vpc: 'clinic', inbound: [{ protocol: 'tcp', ports: 5432, source: 'sg-web' }] },
  ],
  networkAcls: [
    {
      id: 'acl-public',
      vpc: 'clinic',
      inbound: [{ number: 100, action: 'allow', protocol: 'all', source: '0.0.0.0/0' }],
      outbound: [
        { number: 100, action: 'allow', protocol: 'tcp', ports: 443, destination: '0.0.0.0/0' },
        { number: 110, action: 'allow', protocol: 'all', destination: '10.0.0.0/16' },
      ],
    },
  ],
  instances: [
    {
      id: 'web',
      subnet: 'public',
      address: '10.0.0.10',
      publicAddress: '203.0.113.20',
      securityGroups: ['sg-web'],
    },
    { id: 'db', subnet: 'private', address: '10.0.1.10', securityGroups: ['sg-db'] },
  ],
}

/** Connections through a network, and an address plan. */
export const networkExamples: readonly Example[] = [
  {
    title: 'Visitor to web server',
    note: 'The request arrives. Does the reply leave?',
    input: {
      id: 'visitor-to-web',
      from: '198.51.100.7',
      to: 'web',
      protocol: 'tcp',
      port: 443,
      network: clinic,
    },
  },
  {
    title: 'Web server to database',
    note: 'One security group lets in the members of another.',
    input: { id: 'web-to-db', from: 'web', to: 'db', protocol: 'tcp', port: 5432, network: clinic },
  },
]

const waiting = {
  StartAt: 'Book',
  States: {
    Book: {
      Type: 'Task',
      Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:book',
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 2, BackoffRate: 2, MaxAttempts: 3 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Sorry' }],
      ResultPath: '$.booking',
      End: true,
    },
    Sorry: { Type: 'Fail', Error: 'NoBerth', Cause: 'The harbour has no free berth.' },
  },
}

/** Executions of state machines. */
export const statesExamples: readonly Example[] = [
  {
    title: 'A retry that helps',
    note: 'The task is busy twice, is retried after two and then four seconds, and succeeds.',
    input: {
      id: 'busy-twice',
      definition: waiting,
      input: { ship: 'Aurora' },
      responses: { Book: [{ error: 'Busy' }, { error: 'Busy' }, { output: { berth: 7 } }] },
    },
  },
  {
    title: 'An error that is caught',
    note: 'No retry fits this error; the catch leads to a state that fails.',
    input: {
      id: 'harbour-full',
      definition: waiting,
      input: { ship: 'Aurora' },
      responses: { Book: [{ error: 'Full' }] },
    },
  },
]

/** Simulations in virtual time. */
export const timeExamples: readonly Example[] = [
  {
    title: 'Alarm, two of three',
    note: 'Some periods report nothing.',
    input: {
      kind: 'alarm',
      id: 'pump-temperature',
      threshold: 80,
      comparison: 'above',
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      treatMissingData: 'notBreaching',
      values: [70, 90, null, 95, 91, null, null, 60],
    },
  },
  {
    title: 'Queue with a dead-letter queue',
    note: 'One message fails whenever it is received.',
    input: {
      kind: 'queue',
      id: 'two-receives',
      messages: [
        { id: 'meter-1', at: 0 },
        { id: 'meter-2', at: 5, failures: 9 },
      ],
      visibilityTimeout: 20,
      maxReceiveCount: 2,
      seconds: 12,
      consumers: 2,
    },
  },
]

/** Templates and updates of them. */
export const templatesExamples: readonly Example[] = [
  {
    title: 'A condition',
    note: 'Only production gets a dead-letter queue.',
    input: {
      id: 'development',
      template: {
        Parameters: { Stage: { Type: 'String', AllowedValues: ['dev', 'prod'], Default: 'dev' } },
        Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
        Resources: {
          Tickets: {
            Type: 'AWS::SQS::Queue',
            Properties: { QueueName: { 'Fn::Join': ['-', [{ Ref: 'Stage' }, 'tickets']] } },
          },
          Dead: { Type: 'AWS::SQS::Queue', Condition: 'IsProd' },
        },
        Outputs: { Url: { Value: { Ref: 'Tickets' } } },
      },
      parameters: { Stage: 'dev' },
    },
  },
  {
    title: 'An update',
    note: 'Another name needs another queue; another timeout does not.',
    input: {
      kind: 'update',
      id: 'rename',
      before: {
        Resources: {
          Tickets: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'tickets' } },
          Refunds: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 30 } },
        },
      },
      after: {
        Resources: {
          Tickets: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'seats' } },
          Refunds: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 90 } },
        },
      },
    },
  },
]

/** Sizes, costs and measures. */
export const capacityExamples: readonly Example[] = [
  {
    title: 'DynamoDB units',
    note: 'Each read is rounded up to 4 KB, each write to 1 KB; an eventually consistent read counts half.',
    input: {
      kind: 'table-throughput',
      id: 'loans',
      reads: [{ itemBytes: 6000, perSecond: 100, consistency: 'eventual' }],
      writes: [
        { itemBytes: 1500, perSecond: 40 },
        { itemBytes: 800, perSecond: 5, transactional: true },
      ],
    },
  },
  {
    title: 'Loss of a zone',
    note: 'How many instances carry the load when one of three zones is gone?',
    input: { kind: 'zonal-instances', id: 'ticket-sale', load: 900, perInstance: 100, zones: 3 },
  },
]
