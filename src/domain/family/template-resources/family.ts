import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderTemplate } from './render.ts'
import { sampleTemplate } from './sample.ts'
import type { TemplateScenario } from './scenario.ts'
import { solveTemplate, templateMisconceptions } from './solve.ts'

/** Which change gives a stack the resources that it should have. */
export const templateResourcesModel: FamilyModel<TemplateScenario> = {
  name: 'template-resources',
  title: 'Which change gives a stack its resources',
  kind: 'multiple-choice',
  placements: placedIn('DOP-C02 2.1', 'DVA-C02 3.1', 'DVA-C03 3', 'SOA-C03 3.1', 'SAP-C03 5'),
  cognitive: 'analyse',
  services: ['cloudformation'],
  references: [
    documentation(
      'CloudFormation template Conditions syntax',
      'AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
    ),
    documentation(
      'Condition attribute',
      'AWSCloudFormation/latest/TemplateReference/aws-attribute-condition.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleTemplate,
  solve: solveTemplate,
  misconceptions: templateMisconceptions,
  render: renderTemplate,
  features: ({ rendering, setup, isMissing }) => ({
    rendering,
    or: Number(setup.join === 'Or'),
    defaulted: Object.values(setup.passed).filter(({ flag }) => flag === undefined).length,
    surplus: Number(!isMissing),
  }),
  angoff: ({ or = 0, defaulted = 0, surplus = 0 }) => 0.68 - 0.04 * or - 0.04 * defaulted - 0.03 * surplus,
}

export const templateResources = familyOf(templateResourcesModel)
