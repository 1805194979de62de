import { edgeCacheFactIds } from '../../cloud/time/edge-cache.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderCache } from './render.ts'
import { sampleCache } from './sample.ts'
import { type CacheScenario, cacheMisconceptions, solveCache } from './solve.ts'

/** How many requests reach the origin, by cache key and time to live. */
export const edgeCacheMissesModel: FamilyModel<CacheScenario> = {
  name: 'edge-cache-misses',
  title: 'How many requests reach the origin',
  kind: 'multiple-choice',
  placements: placedIn('SOA-C03 5.2', 'SAA-C03 3.4', 'ANS-C01 1.1', 'DVA-C03 4'),
  cognitive: 'apply',
  services: ['cloudfront'],
  references: [
    documentation(
      'Manage how long content stays in the cache (expiration)',
      'AmazonCloudFront/latest/DeveloperGuide/Expiration.html',
    ),
    documentation(
      'Understand the cache key',
      'AmazonCloudFront/latest/DeveloperGuide/understanding-the-cache-key.html',
    ),
  ],
  facts: edgeCacheFactIds,
  since: calendarDate('2026-11-24'),
  sample: sampleCache,
  solve: solveCache,
  misconceptions: cacheMisconceptions,
  render: renderCache,
  features: ({ rendering, policy }) => ({
    rendering,
    bounded: (policy.minimumTtl ?? 0) > 0 ? 1 : 0,
  }),
  angoff: ({ bounded = 0 }) => 0.6 - 0.08 * bounded,
}

export const edgeCacheMisses = familyOf(edgeCacheMissesModel)
