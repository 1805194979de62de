import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { viewAnswer } from '../../src/faces/web/cloud/answer-view.ts'
import { models } from '../../src/faces/web/cloud/models.ts'
import { makeProduct, type Product, send } from '../support/product.ts'

let product: Product
beforeAll(() => {
  product = makeProduct()
})
afterAll(() => product.remove())

/** Sends a body to a model; lists are read from the text. */
async function ask(model: string, body: unknown, headers: Record<string, string> = {}) {
  const { status, text, json } = await send(product, 'POST', `/api/v1/cloud/${model}`, body, headers)
  return { status, json, answer: JSON.parse(text) as unknown }
}

const alarm = { threshold: 1, comparison: 'above', evaluationPeriods: 1, values: [0, 2] }
const load = { load: 900, perInstance: 100, zones: 3 }
const template = { Resources: { Tickets: { Type: 'AWS::SQS::Queue' } } }
const place = { StartAt: 'End', States: { End: { Type: 'Succeed' } } }
const net = {
  vpcs: [{ id: 'v', cidrs: ['10.0.0.0/16'] }],
  subnets: [{ id: 's', vpc: 'v', cidrs: ['10.0.0.0/24'] }],
  instances: [
    { id: 'a', subnet: 's', address: '10.0.0.4' },
    { id: 'b', subnet: 's', address: '10.0.0.5' },
  ],
}
const question = { from: 'a', to: 'b', protocol: 'tcp', port: 22 }
const least = { principal: 'anonymous', action: 's3:GetObject', resource: 'arn:aws:s3:::docs/a' }

describe('a model over HTTP', () => {
  test.each([
    ['iam', least, { decision: 'implicit', because: { effect: null } }],
    ['events', { pattern: { a: [1] }, event: { a: 1 } }, { match: true }],
    ['network', { network: net, ...question }, { reachable: true }],
    ['states', { definition: place, input: { a: 1 } }, { status: 'SUCCEEDED', output: { a: 1 } }],
    ['time', { kind: 'alarm', ...alarm }, { states: ['OK', 'ALARM'] }],
    ['templates', { template }, { creationOrder: [['Tickets']] }],
    ['capacity', { kind: 'zonal-instances', ...load }, { total: 15 }],
  ])('%s answers one case by one answer with its id', async (model, asked, expected) => {
    const { status, json } = await ask(model, { id: 'x', ...asked })
    expect(status).toBe(200)
    expect(json).toMatchObject({ id: 'x', ...expected })
  })

  test('a batch is answered in order, and a case that is wrong stops no other', async () => {
    const cases = [
      { id: 1, kind: 'zonal-instances', ...load },
      { id: 2, kind: 'luck' },
      { id: 3, kind: 'quorum', lost: [0, 0, 0] },
      'no case',
    ]
    const { answer } = await ask('capacity', cases)
    expect(answer).toMatchObject([
      { id: 1, total: 15 },
      { id: 2, invalid: expect.stringContaining('zonal-instances') },
      { id: 3 },
      { invalid: expect.any(String) },
    ])
    expect((await ask('events', { cases: [] })).answer).toEqual([])
  })

  test('cases of a network share the one beside them, and a plan needs none', async () => {
    const plan = { kind: 'plan', ranges: ['10.0.0.0/16'], subnets: [{ name: 'one', cidr: '10.0.0.0/24' }] }
    const { answer } = await ask('network', { network: net, cases: [question, { id: 'p', ...plan }] })
    expect(answer).toMatchObject([{ reachable: true }, { id: 'p', fits: true }])
  })

  test('an update is another kind of question about templates', async () => {
    const after = {
      Resources: { Tickets: { ...template.Resources.Tickets, Properties: { QueueName: 'b' } } },
    }
    const { json } = await ask('templates', { kind: 'update', before: template, after })
    expect(json).toMatchObject({ updates: [{ logicalId: 'Tickets', effect: 'replaces' }] })
  })
})

describe('a body that is no list of cases', () => {
  const deep = `${'['.repeat(200)}${']'.repeat(200)}`
  test.each([
    ['text that is no JSON', '{ "a": ', 400, 'request-invalid'],
    ['a number', '7', 400, 'request-invalid'],
    ['an empty object', '{}', 400, 'request-invalid'],
    ['deep nesting', deep, 400, 'request-invalid'],
    ['too many cases', JSON.stringify(Array.from({ length: 201 }, () => least)), 400, 'request-invalid'],
    ['more than 64 KB', JSON.stringify({ a: 'x'.repeat(65 * 1024) }), 413, 'request-too-large'],
  ])('%s is refused with a problem', async (_, body, status, code) => {
    const refused = await ask('iam', body)
    expect(refused).toMatchObject({ status, json: { status, code, type: `/problems/${code}` } })
  })

  test('the problem says what to send instead', async () => {
    const many = await ask(
      'events',
      Array.from({ length: 201 }, () => ({})),
    )
    expect(many.json.problems).toMatchObject([{ problem: expect.stringContaining('200 cases') }])
    const plain = await ask('events', '{"pattern":{}}', { 'content-type': 'text/plain' })
    expect(plain.status).toBe(400)
    expect(plain.json.problems).toMatchObject([{ problem: expect.stringContaining('application/json') }])
    expect((await ask('weather', {})).status).toBe(404)
  })
})

describe('the examples of the pages', () => {
  const all = models.flatMap(({ name, examples }) =>
    examples.map(({ title, input }) => ({ name, title, input })),
  )

  test.each(all)('$name: $title: is answered, and the answer can be read', async ({ name, title, input }) => {
    const { status, answer } = await ask(name, input)
    expect(status).toBe(200)
    for (const each of [answer].flat()) {
      const { verdict, reason } = viewAnswer(name, each as Readonly<Record<string, unknown>>)
      expect(reason).not.toBe('')
      expect(verdict.word === 'Cannot be answered').toBe(title.includes('refused'))
    }
  })
})
