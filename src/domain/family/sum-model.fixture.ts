import { calendarDate } from '../kernel/calendar-date.ts'
import { between } from './parts/draw.ts'
import { placedIn } from './parts/placement.ts'
import type { FamilyModel } from './types.ts'

/** A family small enough to see through: the sum of two numbers. */
export const sumModel: FamilyModel<readonly [number, number]> = {
  name: 'test-sum',
  title: 'Sums',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 1.1', 'SAP-C03 2'),
  cognitive: 'apply',
  services: ['arithmetic'],
  references: [{ title: 'Guide', url: 'https://docs.aws.amazon.com/', checked: calendarDate('2026-11-24') }],
  facts: ['aurora-copies'],
  since: calendarDate('2026-11-24'),
  sample: (random) => [between(random, 20, 90), between(random, 3, 9)],
  solve: ([a, b]) => [a + b],
  misconceptions: [
    { id: 'subtracts', statement: 'Plus takes away.', solve: ([a, b]) => [a - b] },
    { id: 'multiplies', statement: 'Plus multiplies.', solve: ([a, b]) => [a * b] },
    { id: 'concatenates', statement: 'Plus writes side by side.', solve: ([a, b]) => [Number(`${a}${b}`)] },
  ],
  render: ([a, b]) => ({
    stem: `A shop sells ${a} lamps on one day and ${b} lamps on the day after. How many lamps does it sell on both days?`,
    option: (answer) => ({ text: `${answer} lamps`, rationale: `It comes to ${answer}.` }),
  }),
  features: ([a]) => ({ rendering: a % 3, size: a }),
  angoff: ({ size = 0 }) => 0.8 - size / 1000,
}
