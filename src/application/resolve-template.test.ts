import { describe, expect, test } from 'vitest'
import { loadUpdateBehaviour } from '../adapters/content/load-update-behaviour.ts'
import { readTemplate } from '../adapters/content/read-template.ts'
import { planUpdates, resolveTemplates } from './resolve-template.ts'

const table = loadUpdateBehaviour(new URL('../../catalogue', import.meta.url).pathname)
const ports = { cloudLibrary: { readTemplate, updateBehaviour: () => table } }
const topic = {
  Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { Ref: 'AWS::Region' } } } },
}

describe('resolving templates', () => {
  test('gives the same answer for an object and for its text', () => {
    const [object, text] = resolveTemplates([{ template: topic }, { template: JSON.stringify(topic) }], ports)
    expect(object).toEqual(text)
    expect(object).toMatchObject({ creationOrder: [['Topic']] })
  })

  test('takes the place from the case', () => {
    const [answer] = resolveTemplates({ id: 7, template: topic, region: 'eu-west-1' }, ports)
    expect(answer).toMatchObject({ id: 7, resources: [{ properties: { DisplayName: 'eu-west-1' } }] })
  })

  test('refuses parameters that are no values', () => {
    const [answer] = resolveTemplates({ template: topic, parameters: { A: { b: 1 } } }, ports)
    expect(answer).toEqual({
      invalid: 'parameters.A: expected a text, a number, true or false, or a list of texts',
    })
  })
})

describe('planning updates', () => {
  test('of a template to itself does nothing', () => {
    expect(planUpdates({ before: topic, after: topic }, ports)).toEqual([{ updates: [], refused: [] }])
  })

  test('needs both templates', () => {
    expect(planUpdates([{ id: 'x', before: topic }, 3], ports)).toEqual([
      { id: 'x', invalid: 'after: is missing' },
      { invalid: 'a case is an object' },
    ])
  })
})
