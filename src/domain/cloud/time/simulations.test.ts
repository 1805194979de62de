import { describe, expect, test } from 'vitest'
import { cloudFactIds } from '../cloud-facts.ts'
import { values } from '../facts.fixture.ts'
import { simulations } from './simulations.ts'

const least: Readonly<Record<string, object>> = {
  queue: { messages: [], seconds: 1 },
  'function-throttling': { functions: [{ name: 'f', seconds: 1 }], arrivals: [] },
  'token-bucket': { limits: [{ name: 'l', rate: 1, burst: 1 }], arrivals: [] },
  scaling: { minimum: 1, maximum: 1, desired: 1, policies: [{ kind: 'target', target: 1 }], values: [1] },
  alarm: { threshold: 1, comparison: 'above', evaluationPeriods: 1, values: [null] },
  'object-lifecycle': { versioning: 'disabled', rules: [], operations: [], days: [0] },
  'cpu-credits': { vcpus: 1, baseline: 5, mode: 'standard', load: [{ hours: 1, utilization: 0 }] },
  'edge-cache': { policy: {}, requests: [] },
  'traffic-shift': { plan: { kind: 'all-at-once' } },
  'batch-deployment': { instances: 1, policy: 'rolling', minutesPerBatch: 1 },
  'service-rollout': { desired: 1 },
}

describe('simulations', () => {
  test('are listed with the least that each needs', () => {
    expect(Object.keys(simulations)).toEqual(Object.keys(least))
  })

  test.each(Object.entries(least))(
    '%s answers with a trail in words, from the facts it names',
    (name, given) => {
      const { run, facts, summary } = simulations[name]!
      const only = Object.fromEntries(facts.map((id) => [id, values[id]])) as typeof values
      const answer = run(given, only)
      expect(answer).toMatchObject({ ok: true, value: { trail: expect.any(Array) } })
      expect(JSON.stringify(answer)).not.toMatch(/null,null|NaN/)
      expect(facts.every((id) => cloudFactIds.includes(id))).toBe(true)
      expect(summary).not.toBe('')
    },
  )

  test.each(Object.keys(least))('%s refuses what is not its form, with places', (name) => {
    for (const faulty of [null, [], 'x', {}, { ...least[name], extra: 1 }]) {
      const answer = simulations[name]!.run(faulty, values)
      expect(answer).toMatchObject({ ok: false, error: { code: 'shape-malformed' } })
    }
  })

  test('give a number out of range back as words', () => {
    expect(simulations['service-rollout']!.run({ desired: 0 }, values)).toEqual({
      ok: false,
      error: { code: 'setting-refused', reason: 'desired must be a whole number of at least 1, not 0.' },
    })
  })
})
