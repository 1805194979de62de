import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { iamReference } from '../iam/references.ts'
import {
  drawScene,
  meetingScene,
  misconceptionsOf,
  renderScene,
  type Scene,
  type SceneBelief,
} from '../iam/scene.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { dataPerimeter, endpointPolicy, regionGuard, sourceAddress } from './path-scenes.ts'
import { boundary, bucketDeny, keyPolicy, sessionPolicy } from './role-scenes.ts'

/** Every occasion. Its deeds are explanations, and its requests are findings that the right one accounts for. */
export const scenes = [
  endpointPolicy,
  regionGuard,
  dataPerimeter,
  sourceAddress,
  boundary,
  sessionPolicy,
  bucketDeny,
  keyPolicy,
] as const

const beliefs: readonly SceneBelief[] = [
  {
    id: 'reported-is-enough',
    statement:
      'Whatever explains the reported refusal is its cause, even if other findings speak against it.',
    minds: ({ name }) => name === 'reported',
  },
  {
    id: 'resource-policy-must-allow',
    statement: 'Within one account the resource-based policy has to allow the call as well.',
  },
  { id: 'trust-decides', statement: 'The trust policy of a role decides what the role may do.' },
  {
    id: 'endpoint-must-be-named',
    statement: 'A bucket policy has to name a VPC endpoint before calls through it succeed.',
  },
  {
    id: 'policies-are-regional',
    statement: 'An AWS managed policy is valid in some Regions and has to be extended for others.',
  },
  {
    id: 'rcp-covers-everything',
    statement: 'Resource control policies cover the resources of every service.',
  },
  {
    id: 'scp-binds-outsiders',
    statement: 'A service control policy binds whoever calls into the organization.',
  },
  {
    id: 'outside-is-public',
    statement: 'Block Public Access stops callers that the bucket policy does not name one by one.',
  },
  {
    id: 'network-refuses',
    statement: 'A network ACL that blocks a caller makes the service answer AccessDenied.',
  },
  { id: 'bucket-key-decides', statement: 'An S3 Bucket Key decides who may use the KMS key behind it.' },
]

/** Which of several policies stops a call. */
export const whichLayerModel: FamilyModel<Scene> = {
  name: 'iam-which-layer',
  title: 'Which policy stops a call',
  kind: 'multiple-choice',
  placements: placedIn(
    'SOA-C03 4.1',
    'SCS-C03 4.2',
    'SAP-C02 3.2',
    'SAP-C03 2',
    'DVA-C02 4.1',
    'DVA-C03 4',
    'DOP-C02 5.3',
    'SAA-C03 1.1',
  ),
  cognitive: 'analyse',
  services: ['iam', 'organizations', 'vpc'],
  references: [iamReference('evaluation'), iamReference('troubleshoot'), iamReference('sessionPolicies')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: (random) => drawScene(random, scenes),
  solve: meetingScene({}),
  misconceptions: misconceptionsOf(beliefs),
  render: renderScene,
  features: ({ rendering, asks }) => ({
    rendering,
    findings: asks.length,
    keys: scenes[rendering] === keyPolicy ? 1 : 0,
  }),
  angoff: ({ findings = 0, keys = 0 }) => 0.78 - 0.05 * findings - 0.05 * keys,
}

export const whichLayer = familyOf(whichLayerModel)
