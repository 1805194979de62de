import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { iamReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderLayers } from './render.ts'
import { sampleLayers } from './sample.ts'
import type { LayerScenario } from './scenario.ts'
import { layerMisconceptions, layersThatMatter, solveLayer } from './solve.ts'

/** Which of several policies stops a call. */
export const whichLayerModel: FamilyModel<LayerScenario> = {
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
  sample: sampleLayers,
  solve: solveLayer,
  misconceptions: layerMisconceptions,
  render: renderLayers,
  constraints: (scenario) => layersThatMatter(scenario).length === 1,
  features: ({ rendering, layers }) => ({
    rendering,
    layers: layers.length,
    denies: layers.flatMap(({ clauses }) => clauses).filter(({ statement }) => statement.Effect === 'Deny')
      .length,
  }),
  angoff: ({ layers = 0, denies = 0 }) => Math.max(0.38, 0.95 - 0.05 * layers - 0.06 * denies),
}

export const whichLayer = familyOf(whichLayerModel)
