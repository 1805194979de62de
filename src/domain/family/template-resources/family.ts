import { calendarDate } from '../../kernel/calendar-date.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { chance, pick, pickSome } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderTemplate } from './render.ts'
import { type DrawnResource, solveTemplate, type TemplateScenario, templateMisconceptions } from './solve.ts'

const stages = ['prod', 'test', 'dev', 'staging'] as const

/** Resources whose tags are a list; the template may leave them out. */
const types: readonly (readonly [id: string, type: string])[] = [
  ['Intake', 'AWS::SQS::Queue'],
  ['Alerts', 'AWS::SNS::Topic'],
  ['Archive', 'AWS::S3::Bucket'],
  ['Ledger', 'AWS::DynamoDB::Table'],
  ['Worker', 'AWS::Lambda::Function'],
  ['Journal', 'AWS::Logs::LogGroup'],
  ['Latency', 'AWS::CloudWatch::Alarm'],
]
const untagged: readonly (readonly [id: string, type: string])[] = [
  ['Vault', 'AWS::Backup::BackupVault'],
  ['Nightly', 'AWS::Events::Rule'],
]

function drawResources(random: SeededRandom, names: TemplateScenario['names']): readonly DrawnResource[] {
  const [plain, ...tagged] = pickSome(random, types, 4)
  const others = shuffle([...tagged, pick(random, untagged)], random)
  const conditions = [null, names.isStage, names.both, names.other, pick(random, [null, names.both])]
  return [plain, ...others].map((drawn, index) => {
    const [id = '', type = ''] = drawn ?? []
    const resource = { id, type, condition: conditions[index] ?? null }
    return index === 0
      ? { ...resource, propertyCondition: pick(random, [names.isStage, names.both]) }
      : resource
  })
}

function sampleTemplate(random: SeededRandom): TemplateScenario {
  const [stage = 'prod', otherStage = 'dev'] = pickSome(random, stages, 2)
  const capital = stage.charAt(0).toUpperCase() + stage.slice(1)
  const join = pick(random, ['And', 'Or'] as const)
  const negates = pick(random, ['stage', 'flag'] as const)
  const names = {
    isStage: `Is${capital}`,
    both: pick(random, ['Replicates', 'Guarded', 'Monitored', 'Durable']),
    other: pick(random, ['Lean', 'Small', 'Local', 'Plain']),
  }
  const defaults = { Stage: pick(random, [stage, otherStage]), Replicated: pick(random, ['yes', 'no']) }
  const given = {
    ...(chance(random, 0.7) ? { Stage: pick(random, [stage, otherStage]) } : {}),
    ...(chance(random, 0.6) ? { Replicated: pick(random, ['yes', 'no']) } : {}),
  }
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    ...{ names, stage, join, negates, defaults, given },
    resources: shuffle(drawResources(random, names), random),
  }
}

/** Which resources a stack has, given conditions and parameters. */
export const templateResourcesModel: FamilyModel<TemplateScenario> = {
  name: 'template-resources',
  title: 'Which resources a stack has under its conditions',
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
  constraints: ({ given }) => Object.keys(given).length > 0,
  features: ({ rendering, join, given }) => ({
    rendering,
    or: Number(join === 'Or'),
    defaulted: 2 - Object.keys(given).length,
  }),
  angoff: ({ or = 0, defaulted = 0 }) => 0.66 - 0.04 * or - 0.04 * defaulted,
}

export const templateResources = familyOf(templateResourcesModel)
