import { edgeCacheFactIds } from '../../cloud/time/edge-cache.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderCache } from './render.ts'
import { sampleCache } from './sample.ts'
import { type CacheScenario, cacheMisconceptions, cases, solveCache } from './solve.ts'

/** Which change of cache key or time to live keeps requests from the origin. */
export const edgeCacheMissesModel: FamilyModel<CacheScenario> = {
  name: 'edge-cache-misses',
  title: 'Which change keeps requests from the origin',
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
  features: ({ rendering, kind }) => ({ rendering, case: cases.indexOf(kind) }),
  angoff: ({ case: place = 0 }) => [0.7, 0.72, 0.55, 0.6][place] ?? 0.6,
}

export const edgeCacheMisses = familyOf(edgeCacheMissesModel)
