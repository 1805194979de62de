import { describe, expect, test } from 'vitest'
import { loadCloudFacts } from '../adapters/content/load-cloud-facts.ts'
import { listSimulations, simulateTime } from './simulate-time.ts'

const facts = loadCloudFacts(new URL('../../catalogue', import.meta.url).pathname)
const ports = { content: { cloudFacts: () => facts } }

const answersOf = (name: string, input: unknown) => {
  const answers = simulateTime(name, input, ports)
  if (!answers.ok) throw new Error(answers.error.code)
  return answers.value
}

describe('simulating time', () => {
  test('answers each case in order, with its id, from the facts of the catalogue', () => {
    const queue = { messages: [{ id: 'a', at: 0 }], seconds: 40, until: 35 }
    expect(
      answersOf('queue', [
        { id: 'x', ...queue },
        { ...queue, visibilityTimeout: 60 },
      ]),
    ).toMatchObject([{ id: 'x', messages: [{ state: 'queued' }] }, { messages: [{ state: 'in-flight' }] }])
  })

  test('says of a malformed case what is wrong, and answers the others', () => {
    const answers = answersOf('service-rollout', [{ desired: 0 }, { id: 1, wanted: 4 }, 7, { desired: 4 }])
    expect(answers[0]).toEqual({ invalid: 'desired must be a whole number of at least 1, not 0.' })
    expect(answers[1]).toMatchObject({
      id: 1,
      invalid: expect.stringMatching(/^wanted: is not known here.*desired: is missing$/),
    })
    expect(answers[2]).toEqual({ invalid: 'a case is an object' })
    expect(answers[3]).toMatchObject({ highestRunning: 8 })
  })

  test('an unknown simulation is refused, with those that exist', () => {
    const refused = simulateTime('constructor', {}, ports)
    expect(refused).toMatchObject({ ok: false, error: { code: 'simulation-unknown', name: 'constructor' } })
    expect(refused.ok ? [] : refused.error.known).toEqual(listSimulations().map(({ name }) => name))
  })
})
