import { describe, expect, test } from 'vitest'
import { responseMatrix } from '../model/response-matrix.ts'
import { estimatePriors } from './estimate-priors.ts'
import { defaultPriors } from './priors.ts'
import { calibrated, estimatesOf, rmse, simulatedData } from './simulated.fixture.ts'

function estimated(...[responses, options]: Parameters<typeof estimatePriors>) {
  const priors = estimatePriors(responses, options)
  if (!priors.ok) throw new Error(priors.error.code)
  return priors.value
}

const items = { model: '2pl' } as const

describe('estimatePriors', () => {
  test('finds where difficulties and slopes lie', () => {
    const { responses } = simulatedData('hard', {
      model: '2pl',
      persons: 800,
      items: 40,
      b: { mean: 1, sd: 0.6 },
      logA: { mean: 0.4, sd: 0.2 },
    })
    const { b, logA } = estimated(responses, { items })
    expect(b!.mean).toBeGreaterThan(0.7)
    expect(b!.sd).toBeGreaterThan(0.4)
    expect(b!.sd).toBeLessThan(0.9)
    expect(logA!.mean).toBeGreaterThan(0.2)
    expect(logA!.sd).toBe(0.3)
  })

  test('keeps the default centres where the data do not contradict them', () => {
    const { responses } = simulatedData('even', {
      model: '2pl',
      persons: 100,
      items: 40,
      b: { mean: 0.05, sd: 1 },
    })
    expect(Math.abs(estimated(responses, { items }).b!.mean)).toBeLessThan(0.3)
  })

  test('halves the error of hard items in a small sample, and costs nothing in an even one', () => {
    const compare = (mean: number, seed: string) => {
      const { truth, responses } = simulatedData(seed, {
        model: '2pl',
        persons: 150,
        items: 50,
        b: { mean, sd: 1 },
      })
      const error = (priors: typeof defaultPriors | ReturnType<typeof estimated>) => {
        const found = calibrated(responses, { items: { model: '2pl', priors }, standardErrors: 'none' })
        return rmse(
          estimatesOf(found, 'b'),
          truth.map(({ b }) => b),
        )
      }
      return { fixed: error(defaultPriors), centred: error(estimated(responses, { items })) }
    }
    const hard = compare(1.2, 'hard small')
    expect(hard.centred).toBeLessThan(0.75 * hard.fixed)
    const even = compare(0, 'even small')
    expect(even.centred).toBeLessThan(1.1 * even.fixed)
  })

  test('falls back on the defaults for a handful of items', () => {
    expect(
      estimated(
        responseMatrix([
          [1, 0],
          [0, 1],
          [1, 1],
        ]),
        { items },
      ),
    ).toEqual(defaultPriors)
  })

  test('are not driven away by a handful of persons', () => {
    for (let sample = 0; sample < 10; sample++) {
      const { responses } = simulatedData(`handful ${sample}`, { model: '3pl', persons: 12, items: 6 })
      const { logA, b } = estimated(responses, { items: { model: '3pl' } })
      expect(Math.abs(logA!.mean)).toBeLessThan(1.5)
      expect(Math.abs(b!.mean)).toBeLessThan(4)
    }
  })

  test('passes a refusal on', () => {
    expect(estimatePriors(responseMatrix([]), { items: [] })).toEqual({
      ok: false,
      error: { code: 'no-responses' },
    })
  })
})
