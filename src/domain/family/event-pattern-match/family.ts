import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderPattern } from './render.ts'
import { samplePattern } from './sample.ts'
import type { PatternScenario } from './scenario.ts'
import { patternMisconceptions, solvePattern } from './solve.ts'

/** Which change makes a rule let through the events that are wanted. */
export const patternMatchModel: FamilyModel<PatternScenario> = {
  name: 'event-pattern-match',
  title: 'Which change mends an event pattern',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 1.1', 'DVA-C03 1', 'DOP-C02 5.1', 'SOA-C03 1.2', 'SAA-C03 2.1'),
  cognitive: 'apply',
  services: ['eventbridge'],
  references: [
    documentation(
      'Comparison operators for use in event patterns in Amazon EventBridge',
      'eventbridge/latest/userguide/eb-create-pattern-operators.html',
    ),
    documentation('Amazon EventBridge event patterns', 'eventbridge/latest/userguide/eb-event-patterns.html'),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: samplePattern,
  solve: solvePattern,
  misconceptions: patternMisconceptions,
  render: renderPattern,
  features: ({ rendering, trouble }) => ({
    rendering,
    nothing: Number(trouble === 'nullFlag' || trouble === 'absentPlace'),
    several: Number(trouble === 'twoExcluded' || trouble === 'secondCriterion'),
  }),
  angoff: ({ nothing = 0, several = 0, rendering }) =>
    0.7 - 0.1 * nothing - 0.07 * several - 0.02 * rendering,
}

export const patternMatch = familyOf(patternMatchModel)
