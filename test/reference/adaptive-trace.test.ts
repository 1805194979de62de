import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/domain/kernel/seeded-random.ts'
import { prepareBank } from '../../src/domain/measurement/adaptive/bank.ts'
import { runSession } from '../../src/domain/measurement/adaptive/run-session.ts'
import {
  type AdaptiveTestPlan,
  recordResponse,
  startSession,
} from '../../src/domain/measurement/adaptive/session.ts'
import { informationAt, testInformation } from '../../src/domain/measurement/model/information.ts'
import { normalQuadrature } from '../../src/domain/measurement/model/quadrature.ts'
import { expectedScore } from '../../src/domain/measurement/model/test-characteristic.ts'
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

  test('information at theta 0 and the expected score', () => {
    const information = [1, 7, 27, 35, 24].map((item) => informationAt(0, printedY[item - 1]!))
    const expected = [0.105016, 0.184234, 0.125002, 0.050299, 0.205123]
    information.forEach((value, index) => {
      expect(value).toBeCloseTo(expected[index]!, 6)
    })
    expect(testInformation(0, printedY)).toBeCloseTo(3.744626, 6)
    expect(expectedScore(0, printedY)).toBeCloseTo(18.645951, 6)
  })
})
