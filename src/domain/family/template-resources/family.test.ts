import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { templateResourcesModel } from './family.ts'
import type { TemplateScenario } from './solve.ts'

/** Truth values by hand, without a template. */
function byTruth({ names, stage, join, negates, defaults, given, resources }: TemplateScenario): string {
  const isStage = (given.Stage ?? defaults.Stage) === stage
  const flag = (given.Replicated ?? defaults.Replicated) === 'yes'
  const truth: Record<string, boolean> = {
    [names.isStage]: isStage,
    [names.both]: join === 'And' ? isStage && flag : isStage || flag,
    [names.other]: !(negates === 'stage' ? isStage : flag),
  }
  return resources
    .filter(({ condition }) => condition === null || truth[condition])
    .map(({ id }) => id)
    .join()
}

const drawn = templateResourcesModel.sample(seededRandom('documented'), {} as never)

tryFamily(templateResourcesModel, {
  secondRoute: (scenario) => [byTruth(scenario)],
  golden: [
    {
      name: 'a resource is created when its condition holds for the value passed',
      page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
      scenario: {
        ...drawn,
        names: { isStage: 'IsProd', both: 'Durable', other: 'Lean' },
        stage: 'prod',
        join: 'And',
        negates: 'stage',
        defaults: { Stage: 'test', Replicated: 'no' },
        given: { Stage: 'prod' },
        resources: [
          { id: 'Worker', type: 'AWS::Lambda::Function', condition: null },
          { id: 'Archive', type: 'AWS::S3::Bucket', condition: 'IsProd' },
          { id: 'Ledger', type: 'AWS::DynamoDB::Table', condition: 'Durable' },
          { id: 'Journal', type: 'AWS::Logs::LogGroup', condition: 'Lean' },
        ],
      },
      answers: ['Worker,Archive'],
    },
  ],
})
