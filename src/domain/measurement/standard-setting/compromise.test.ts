import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passRateAt, setBeukStandard, setHofsteeStandard } from './compromise.ts'

/** Ten candidates at each score from 0 to 9: the pass rate falls by 0.1 a point. */
const even = { lowest: 0, counts: Array.from({ length: 10 }, () => 10) }

describe('passRateAt', () => {
  test.each([
    [-1, 1],
    [0, 1],
    [4, 0.6],
    [4.5, 0.55],
    [9, 0.1],
    [10, 0],
    [12, 0],
  ])('a cut of %f passes %f', (cut, rate) => {
    expect(passRateAt(cut, even)).toBeCloseTo(rate, 12)
  })
})

describe('setBeukStandard', () => {
  test('meets the candidates where the line of the judges does: 0.5 + 0.1 (x - 7) = 1 - 0.1 x', () => {
    const judgements = [
      { cut: 6, passRate: 0.4 },
      { cut: 8, passRate: 0.6 },
    ]
    const { cut, passRate } = setBeukStandard(judgements, even)
    expect(cut).toBeCloseTo(6, 9)
    expect(passRate).toBeCloseTo(0.4, 9)
  })

  test('judges who agree on the cut keep it, judges who agree on the pass rate get it', () => {
    const onCut = [
      { cut: 7, passRate: 0.2 },
      { cut: 7, passRate: 0.8 },
    ]
    expect(setBeukStandard(onCut, even).cut).toBe(7)
    const onRate = [
      { cut: 5, passRate: 0.35 },
      { cut: 9, passRate: 0.35 },
    ]
    expect(setBeukStandard(onRate, even).passRate).toBeCloseTo(0.35, 9)
  })

  test('lies between the judged cut and the cut that gives the judged pass rate', () => {
    const judge = fc.record({
      cut: fc.double({ min: 1, max: 8, noNaN: true }),
      passRate: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(judge, { minLength: 2, maxLength: 8 }), (judges) => {
        const demanded = judges.reduce((sum, { cut }) => sum + cut, 0) / judges.length
        const reached = 10 * (1 - judges.reduce((sum, { passRate }) => sum + passRate, 0) / judges.length)
        const { cut } = setBeukStandard(judges, even)
        expect(cut).toBeGreaterThanOrEqual(Math.min(demanded, reached) - 1e-6)
        expect(cut).toBeLessThanOrEqual(Math.max(demanded, reached) + 1e-6)
      }),
    )
  })
})

describe('setHofsteeStandard', () => {
  const bounds = { lowestCut: 5, highestCut: 8, lowestFailRate: 0.2, highestFailRate: 0.8 }

  test('meets the candidates on the line between the bounds: 0.8 - 0.2 (x - 5) = 0.1 x', () => {
    const found = setHofsteeStandard([bounds], even)
    expect(found.ok && found.value.cut).toBeCloseTo(6, 9)
    expect(found.ok && found.value.passRate).toBeCloseTo(0.4, 9)
  })

  test('averages the bounds of the judges', () => {
    const shifted = { ...bounds, lowestCut: 3, highestCut: 6 }
    const found = setHofsteeStandard([bounds, shifted], even)
    expect(found.ok && found.value.cut).toBeCloseTo(1.6 / 0.3, 9)
  })

  test('says so when candidates fail more, or less, than judges accept', () => {
    const strict = setHofsteeStandard([{ ...bounds, lowestFailRate: 0, highestFailRate: 0.3 }], even)
    expect(strict).toMatchObject({ ok: false, error: { code: 'hofstee-no-crossing', failures: 'too-many' } })
    const lenient = setHofsteeStandard(
      [{ lowestCut: 1, highestCut: 2, lowestFailRate: 0.5, highestFailRate: 0.8 }],
      even,
    )
    expect(lenient).toMatchObject({ ok: false, error: { failures: 'too-few' } })
  })

  test('refuses bounds out of order', () => {
    expect(() => setHofsteeStandard([{ ...bounds, lowestCut: 9 }], even)).toThrow(RangeError)
    expect(() => setHofsteeStandard([], even)).toThrow(RangeError)
  })
})
