import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { templateResourcesModel } from './family.ts'
import type { Setup, StackName, TemplateScenario } from './scenario.ts'
import { resourcesIn } from './solve.ts'

/** The conditions as truth values. */
function truthIn({ names, stage, join, negates, negation, defaults, passed }: Setup, stack: StackName) {
  const isStage = (passed[stack].stage ?? defaults.stage) === stage
  const flag = (passed[stack].flag ?? defaults.flag) === 'yes'
  const negated = negates === 'stage' ? isStage : flag
  return {
    [names.isStage]: isStage,
    [names.both]: join === 'And' ? isStage && flag : isStage || flag,
    [names.other]: negation ? !negated : negated,
  }
}

const byTruth = ({ setup, subject, isMissing, edits }: TemplateScenario): string[] => {
  const present = (each: Setup, stack: StackName): string[] =>
    each.resources
      .filter(({ condition }) => condition === null || truthIn(each, stack)[condition])
      .map(({ id }) => id)
      .sort()
  const wanted = [
    [...present(setup, 'concerned').filter((id) => id !== subject), ...(isMissing ? [subject] : [])].sort(),
    present(setup, 'other'),
  ]
  return edits
    .filter(({ change }) => {
      const after = { ...setup, ...change }
      return [present(after, 'concerned'), present(after, 'other')].join(';') === wanted.join(';')
    })
    .map(({ id }) => id)
}

const drawn = templateResourcesModel.sample(seededRandom('documented'), {} as never)
const documented: Setup = {
  names: { flag: 'Replicated', isStage: 'IsProd', both: 'Durable', other: 'Lean' },
  stage: 'prod',
  join: 'And',
  negates: 'stage',
  negation: true,
  defaults: { stage: 'test', flag: 'no' },
  passed: { concerned: { stage: 'test' }, other: { stage: 'prod' } },
  resources: [
    { id: 'Worker', type: 'AWS::Lambda::Function', noun: 'function', condition: null },
    { id: 'Archive', type: 'AWS::S3::Bucket', noun: 'bucket', condition: 'IsProd' },
    { id: 'Ledger', type: 'AWS::DynamoDB::Table', noun: 'table', condition: 'Durable' },
    { id: 'Journal', type: 'AWS::Logs::LogGroup', noun: 'log group', condition: 'Lean' },
  ],
}

tryFamily(templateResourcesModel, {
  secondRoute: byTruth,
  golden: [
    {
      name: 'a resource is created when its condition holds for the value passed',
      page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
      scenario: {
        ...drawn,
        setup: documented,
        subject: 'Archive',
        isMissing: true,
        edits: [
          {
            id: 'attribute',
            words: '',
            change: {
              resources: documented.resources.map((each) =>
                each.id === 'Archive' ? { ...each, condition: null } : each,
              ),
            },
          },
          {
            id: 'stage',
            words: '',
            change: { passed: { ...documented.passed, concerned: { stage: 'prod' } } },
          },
        ],
      },
      answers: ['attribute'],
    },
  ],
})

describe('stacks', () => {
  test('have the resources whose conditions hold', () => {
    expect([...resourcesIn(documented, 'concerned')].sort()).toEqual(['Journal', 'Worker'])
    expect([...resourcesIn(documented, 'other')].sort()).toEqual(['Archive', 'Worker'])
  })
})
