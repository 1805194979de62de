import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderFilter } from './render.ts'
import { sampleFilter } from './sample.ts'
import type { FilterScenario } from './scenario.ts'
import { filterMisconceptions, solveFilter } from './solve.ts'

/** Which change makes a subscription deliver the messages that are wanted. */
export const filterDeliveryModel: FamilyModel<FilterScenario> = {
  name: 'sns-filter-delivery',
  title: 'Which change mends a filter policy',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 1.1', 'DVA-C03 1', 'SAA-C03 2.1', 'DOP-C02 5.1'),
  cognitive: 'apply',
  services: ['sns', 'sqs'],
  references: [
    documentation(
      'Amazon SNS subscription filter policies',
      'sns/latest/dg/sns-subscription-filter-policies.html',
    ),
    documentation(
      'Filter policy constraints in Amazon SNS',
      'sns/latest/dg/subscription-filter-policy-constraints.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleFilter,
  solve: solveFilter,
  misconceptions: filterMisconceptions,
  render: renderFilter,
  features: ({ rendering, trouble }) => ({
    rendering,
    inBody: Number(trouble === 'untagged' || trouble === 'nested'),
    either: Number(trouble === 'either'),
  }),
  angoff: ({ inBody = 0, either = 0, rendering }) => 0.6 + 0.06 * inBody + 0.04 * either - 0.02 * rendering,
}

export const filterDelivery = familyOf(filterDeliveryModel)
