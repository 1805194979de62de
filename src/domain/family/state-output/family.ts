import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderOutput } from './render.ts'
import { isTrouble, sampleOutput } from './sample.ts'
import type { OutputScenario } from './scenario.ts'
import { outputMisconceptions, solveOutput } from './solve.ts'

/** Which change of a Task gives the next state what it needs. */
export const stateOutputModel: FamilyModel<OutputScenario> = {
  name: 'state-output',
  title: 'Which path fields give the next state its data',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 1.1', 'DVA-C03 1', 'DEA-C01 1.3'),
  cognitive: 'analyse',
  services: ['step-functions'],
  references: [
    documentation(
      'Processing input and output in Step Functions',
      'step-functions/latest/dg/concepts-input-output-filtering.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleOutput,
  solve: solveOutput,
  misconceptions: outputMisconceptions,
  render: renderOutput,
  constraints: isTrouble,
  features: ({ rendering, need, fields }) => ({
    rendering,
    fields: Object.keys(fields).length,
    restricted: need.forbidden.length,
  }),
  angoff: ({ fields = 0, restricted = 0 }) => 0.7 - 0.05 * fields - 0.05 * restricted,
}

export const stateOutput = familyOf(stateOutputModel)
