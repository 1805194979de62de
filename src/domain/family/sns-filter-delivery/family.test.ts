import { describe, expect, test } from 'vitest'
import type { Json } from '../../cloud/json.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { lets } from '../events/operators.fixture.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { filterDeliveryModel } from './family.ts'
import type { FilterScenario, Message } from './scenario.ts'
import { messagesAfter } from './solve.ts'
import { troubles } from './troubles.ts'

/** Attributes as values of their type. */
const valuesOf = ({ attributes }: Message): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { type, value }]) => [
      name,
      type === 'Number' ? Number(value) : value,
    ]),
  )

const byHand = (scenario: FilterScenario): string[] =>
  scenario.edits
    .filter((edit) =>
      messagesAfter(edit, scenario).every((message) => {
        const scope = edit.scope ?? scenario.scope
        return (
          lets(edit.policy, scope === 'MessageBody' ? message.body : valuesOf(message)) === message.wanted
        )
      }),
    )
    .map(({ id }) => id)

const drawn = filterDeliveryModel.sample(seededRandom('documented'), {} as never)

tryFamily(filterDeliveryModel, {
  secondRoute: byHand,
  golden: [
    {
      name: 'a policy on the document needs the scope MessageBody, and raw delivery does not replace it',
      page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html',
      scenario: {
        ...drawn,
        scope: 'MessageAttributes',
        messages: [
          { attributes: {}, body: { store: 'example_corp' }, wanted: true },
          { attributes: {}, body: { store: 'other' }, wanted: false },
        ],
        edits: [
          { id: 'scope', words: '', policy: { store: ['example_corp'] }, scope: 'MessageBody' },
          { id: 'raw', words: '', policy: { store: ['example_corp'] }, raw: true },
        ],
      },
      answers: ['scope'],
    },
  ],
})

describe('proposals', () => {
  test('each trouble is mended by one of its changes, and the present policy does not do', () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 200; seed++) {
      const scenario = filterDeliveryModel.sample(seededRandom(`trouble ${seed}`), {} as never)
      seen.add(scenario.trouble)
      const present = { id: 'present', words: '', policy: scenario.policy }
      expect(filterDeliveryModel.solve(scenario, {} as never)).toHaveLength(1)
      expect(filterDeliveryModel.solve({ ...scenario, edits: [present] }, {} as never)).toEqual([])
    }
    expect([...seen].sort()).toEqual(Object.keys(troubles).sort())
  })
})
