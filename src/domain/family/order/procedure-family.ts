import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { pick } from '../parts/draw.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { paragraphs } from '../parts/words.ts'
import type { FamilyDescription, FamilyModel, Misconception } from '../types.ts'
import { decoyId, hasOneOrder, orderSteps, type Procedure, withDecoy } from './procedure.ts'

export type OrderScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly procedure: Procedure
}

const misconceptions: readonly Misconception<OrderScenario>[] = [
  {
    id: 'remove-at-once',
    statement: 'What is to be replaced can be removed before its replacement is known to work.',
    solve: ({ procedure }) => orderSteps(procedure.steps, { ignored: 'safety', early: 'removes' }),
  },
  {
    id: 'check-at-the-end',
    statement: 'A check can wait until everything else has been done.',
    solve: ({ procedure }) => orderSteps(procedure.steps, { ignored: 'check', late: 'checks' }),
  },
  {
    id: 'shortcut',
    statement: 'A shortcut gives the same result as the careful step that it replaces.',
    solve: ({ procedure }) => withDecoy(procedure),
  },
]

const countWords = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'] as const

const ask = ({ steps }: Procedure): string =>
  `(Select and order ${countWords[steps.length] ?? steps.length}.)`

const stems: readonly ((scenario: OrderScenario) => string)[] = [
  ({ setting, procedure }) =>
    paragraphs([
      procedure.situation(setting),
      procedure.rules,
      `Which steps, in which order, meet these requirements? ${ask(procedure)}`,
    ]),
  ({ setting, procedure }) =>
    paragraphs([
      procedure.situation(setting),
      `The ${setting.teams[0]} writes a runbook for it, which a colleague will review on Friday.`,
      `${procedure.rules} In which order should the runbook list its steps? ${ask(procedure)}`,
    ]),
  ({ setting, procedure }) =>
    paragraphs([
      procedure.situation(setting),
      `A first attempt had to be rolled back, so the change board of ${setting.they} insists on a written plan this time.`,
      procedure.rules,
      `Which sequence should the plan contain? ${ask(procedure)}`,
    ]),
  ({ setting, procedure }) =>
    paragraphs([
      procedure.situation(setting),
      procedure.rules,
      `An engineer of the ${setting.teams[1]} takes the work over from a colleague on leave. What should the engineer do, step by step? ${ask(procedure)}`,
    ]),
]

function sampleFrom(procedures: readonly Procedure[]) {
  return (random: SeededRandom): OrderScenario => ({
    setting: drawSetting(random),
    rendering: random.integer(stems.length),
    procedure: pick(random, procedures),
  })
}

function optionOf({ procedure }: OrderScenario, answer: string) {
  if (answer === decoyId) return { text: procedure.decoy.text, rationale: procedure.decoy.why }
  const step = procedure.steps.find(({ id }) => id === answer)
  return { text: step?.text ?? '', rationale: step?.why ?? '' }
}

/** Makes the model of a family that orders the steps of some procedures. */
export const procedureModel = (
  description: Pick<FamilyDescription, 'name' | 'title' | 'placements' | 'services'>,
  procedures: readonly Procedure[],
): FamilyModel<OrderScenario> => ({
  ...description,
  references: procedures.map(({ reference }) => reference),
  kind: 'ordering',
  cognitive: 'apply',
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleFrom(procedures),
  solve: ({ procedure }) => orderSteps(procedure.steps),
  misconceptions,
  constraints: ({ procedure }) => hasOneOrder(procedure.steps),
  render: (scenario) => ({
    stem: stems[scenario.rendering]?.(scenario) ?? '',
    references: [scenario.procedure.reference],
    option: (answer) => optionOf(scenario, String(answer)),
  }),
  features: ({ rendering, procedure }) => ({ rendering, steps: procedure.steps.length }),
  angoff: ({ steps = 4 }) => 0.9 - 0.08 * steps,
})
