import { describe, expect, test } from 'vitest'
import { loadCloudFacts } from '../adapters/content/load-cloud-facts.ts'
import { estimateCapacity, listCalculations } from './estimate-capacity.ts'

const facts = loadCloudFacts(new URL('../../catalogue', import.meta.url).pathname)
const ports = { content: { cloudFacts: () => facts } }

const answersOf = (name: string, input: unknown) => {
  const answers = estimateCapacity(name, input, ports)
  if (!answers.ok) throw new Error(answers.error.code)
  return answers.value
}

describe('estimating', () => {
  test('answers each case in order, with its id, from the facts of the catalogue', () => {
    const load = { requestsPerSecond: 100, averageDurationMs: 250 }
    expect(
      answersOf('function-concurrency', [
        { id: 'a', ...load },
        { id: 2, ...load, reserved: 10 },
      ]),
    ).toMatchObject([
      { id: 'a', needed: 25, available: 1000 },
      { id: 2, needed: 25, available: 10, throttledPerSecond: 60 },
    ])
  })

  test('says of a malformed case what is wrong, and answers the others', () => {
    const answers = answersOf('quorum', [{ lost: [0, 0] }, { id: 1, lots: [0] }, null, { lost: [0, 0, 0] }])
    expect(answers[0]).toEqual({ invalid: 'lost must speak of 3 zones, not of 2.' })
    expect(answers[1]).toMatchObject({
      id: 1,
      invalid: expect.stringMatching(/^lots: is not known here.*lost: is missing$/),
    })
    expect(answers[2]).toEqual({ invalid: 'a case is an object' })
    expect(answers[3]).toMatchObject({ left: 6 })
  })

  test('an unknown calculation is refused, with those that exist', () => {
    const refused = estimateCapacity('toString', {}, ports)
    expect(refused).toMatchObject({ ok: false, error: { code: 'calculation-unknown', name: 'toString' } })
    expect(refused.ok ? [] : refused.error.known).toEqual(listCalculations().map(({ name }) => name))
  })
})
