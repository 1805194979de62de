import { eventsExamples, iamExamples } from './examples-access.ts'
import {
  capacityExamples,
  networkExamples,
  statesExamples,
  templatesExamples,
  timeExamples,
} from './examples-systems.ts'

/** A worked example: one case or a list, and what to look at. */
export type Example = { readonly title: string; readonly note: string; readonly input: object }

/** A model as the pages present it. */
export type CloudModel = {
  readonly name: string
  readonly title: string
  readonly sentence: string
  /** What `kind` in a case may be, where a model answers several. */
  readonly kinds: readonly string[]
  readonly examples: readonly Example[]
}

/** Every model, in the order of the list. */
export const models: readonly CloudModel[] = [
  {
    name: 'iam',
    title: 'Policies and requests',
    sentence: 'Is a request allowed, and which statement in which layer decides?',
    kinds: [],
    examples: iamExamples,
  },
  {
    name: 'events',
    title: 'Events and patterns',
    sentence: 'Does an event match a pattern, or a message a filter policy?',
    kinds: [],
    examples: eventsExamples,
  },
  {
    name: 'network',
    title: 'Networks',
    sentence: 'Can one end reach another on this port, and which hop says no?',
    kinds: ['reach', 'plan'],
    examples: networkExamples,
  },
  {
    name: 'states',
    title: 'State machines',
    sentence: 'How does an execution end, and what happens on the way?',
    kinds: [],
    examples: statesExamples,
  },
  {
    name: 'time',
    title: 'Things in time',
    sentence: 'What happens when: queues, throttling, scaling, alarms, lifecycles, caches, deployments.',
    kinds: [
      'queue',
      'function-throttling',
      'token-bucket',
      'scaling',
      'alarm',
      'object-lifecycle',
      'cpu-credits',
      'edge-cache',
      'traffic-shift',
      'batch-deployment',
      'service-rollout',
    ],
    examples: timeExamples,
  },
  {
    name: 'templates',
    title: 'Templates',
    sentence: 'Which resources does a template give, and what does an update do to each?',
    kinds: ['resolve', 'update'],
    examples: templatesExamples,
  },
  {
    name: 'capacity',
    title: 'Sizes, costs and measures',
    sentence: 'How many units, shards or instances, how available, and at which cost?',
    kinds: [
      'table-throughput',
      'stream-shards',
      'function-concurrency',
      'zonal-instances',
      'availability',
      'recovery',
      'storage-cost',
      'commitment-cost',
      'break-even',
      'traffic-cost',
      'transfer-time',
      'classifier-metrics',
      'classifier-threshold',
      'retrieval-metrics',
      'vector-ranking',
      'token-cost',
      'endpoint-instances',
      'quorum',
    ],
    examples: capacityExamples,
  },
]
