import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../cloud/json.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { filterDeliveryModel } from './family.ts'
import type { Attribute, FilterScenario } from './sample.ts'

function satisfies(attribute: Attribute | undefined, entry: Json): boolean {
  if (attribute === undefined) return false
  if (typeof entry === 'string') return attribute.value === entry
  const condition = entry as JsonObject
  if (Array.isArray(condition.numeric))
    return attribute.type === 'Number' && Number(attribute.value) < Number(condition.numeric[1])
  return !(condition['anything-but'] as readonly Json[]).includes(attribute.value)
}

/** The three conditions of this family, read by hand. */
const byHand = ({ messages, policy }: FilterScenario): string[] =>
  messages
    .filter(({ attributes }) =>
      Object.entries(policy).every(([name, entries]) =>
        (entries as readonly Json[]).some((entry) => satisfies(attributes[name], entry)),
      ),
    )
    .map(({ id }) => id)

tryFamily(filterDeliveryModel, { secondRoute: byHand, golden: [] })

describe('filter policies', () => {
  test('further attributes change nothing', () => {
    const scenario = filterDeliveryModel.sample(seededRandom('further'), {} as never)
    const more: Attribute = { type: 'String', value: 'x' }
    const messages = scenario.messages.map((message) => ({
      ...message,
      attributes: { ...message.attributes, more },
    }))
    expect(filterDeliveryModel.solve({ ...scenario, messages }, {} as never)).toEqual(
      filterDeliveryModel.solve(scenario, {} as never),
    )
  })
})
