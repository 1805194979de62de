import { describe, expect, test } from 'vitest'
import { loadUpdateBehaviour } from '../../../adapters/content/load-update-behaviour.ts'
import { effectOf } from '../../cloud/templates/update-behaviour.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { allEdits } from './edit-behaviour.ts'
import { updateReplacesModel } from './family.ts'
import { replacingEdits } from './replacing-edits.ts'

const folder = new URL('../../../../catalogue', import.meta.url).pathname

describe('edits', () => {
  test('each stands in the table of update behaviour as the family says', () => {
    const table = loadUpdateBehaviour(folder)
    const differing = allEdits.filter(
      ({ type, property, suspicion }) =>
        effectOf(type, property, table) !== (suspicion === null ? 'replaces' : 'in-place'),
    )
    expect(differing.map(({ id }) => id)).toEqual([])
    expect(new Set(allEdits.map(({ id }) => id)).size).toBe(allEdits.length)
  })
})

const drawn = updateReplacesModel.sample(seededRandom('documented'), {} as never)

tryFamily(updateReplacesModel, {
  secondRoute: ({ edits }) => {
    const table = loadUpdateBehaviour(folder)
    return edits
      .filter(({ type, property }) => effectOf(type, property, table) === 'replaces')
      .map(({ id }) => id)
  },
  golden: [
    {
      name: 'moving an instance to another place creates a new instance',
      page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html',
      scenario: {
        ...drawn,
        edits: [
          ...replacingEdits.filter(({ id }) => id === 'EC2InstanceSubnetId'),
          ...allEdits.filter(({ id }) => id === 'LambdaFunctionMemorySize'),
        ],
      },
      answers: ['EC2InstanceSubnetId'],
    },
  ],
})
