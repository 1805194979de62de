import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/domain/kernel/seeded-random.ts'
import { prepareBank } from '../../src/domain/measurement/adaptive/bank.ts'
import { runSession } from '../../src/domain/measurement/adaptive/run-session.ts'
import {
  type AdaptiveTestPlan,
  recordResponse,
  startSession,
} from '../../src/domain/measurement/adaptive/session.ts'
import { normalQuadrature } from '../../src/domain/measurement/model/quadrature.ts'
import { printedY } from './kolen-brennan.fixture.ts'

const bank = prepareBank(
  printedY.map((parameters) => ({ parameters, content: 0 })),
  normalQuadrature({ count: 2001 }),
)
const plan: AdaptiveTestPlan = {
  bank,
  rule: { kind: 'maximum-information' },
  stop: { fewest: 12, most: 12 },
  contentShares: [1],
}
const isCorrect = (item: number): boolean => (7 * (item + 1)) % 5 < 3

/** Item number, response, EAP, posterior SD. */
const trace = [
  [24, 0, -0.363243, 0.882195],
  [11, 1, -0.128438, 0.823975],
  [7, 0, -0.428059, 0.764608],
  [19, 0, -0.653126, 0.734988],
  [18, 1, -0.44847, 0.703569],
  [10, 1, -0.303154, 0.680509],
  [26, 1, -0.134545, 0.667783],
  [23, 1, 0.024858, 0.658441],
  [33, 1, 0.28288, 0.63407],
  [25, 1, 0.416883, 0.620336],
  [32, 0, 0.279694, 0.603543],
  [29, 0, 0.147612, 0.59236],
] as const

describe('an adaptive test traced by the R package catR 3.17 on Kolen and Brennan (2004), form Y, D = 1', () => {
  test('maximum information and EAP give the same items, estimates and standard errors', () => {
    const { responses, reason } = runSession(plan, isCorrect, seededRandom('trace'))
    expect(reason).toBe('length')
    expect(responses.map(({ item }) => item + 1)).toEqual(trace.map(([item]) => item))
    let session = startSession(plan, seededRandom('trace'))
    for (const [item, correct, eap, sd] of trace) {
      session = recordResponse(plan, session, item - 1, isCorrect(item - 1))
      expect(session.responses.at(-1)?.correct).toBe(correct === 1)
      expect(session.ability.mean).toBeCloseTo(eap, 5)
      expect(session.ability.sd).toBeCloseTo(sd, 5)
    }
  })
})
