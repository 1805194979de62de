import { seededRandom } from '../../kernel/seeded-random.ts'
import { missing, type ResponseMatrix } from '../model/response-matrix.ts'
import { drawNormal } from '../simulation/draws.ts'
import { type ItemPopulation, simulateItems } from '../simulation/simulate-items.ts'
import { simulatePeople } from '../simulation/simulate-people.ts'
import { simulateOccasion } from '../simulation/simulate-responses.ts'
import { calibrate } from './calibrate.ts'
import type { Calibration, CalibrationOptions } from './types.ts'

/** Responses of N(0, 1) people with their true items; the same seed gives the same data. */
export function simulatedData(
  seed: string,
  { persons, items, ...population }: ItemPopulation & { readonly persons: number; readonly items: number },
) {
  const truth = simulateItems(population, items, seededRandom(`${seed} items`))
  const people = simulatePeople({}, persons, seededRandom(`${seed} people`))
  const { responses } = simulateOccasion({ people, items: truth }, seededRandom(`${seed} responses`))
  return { truth, people, responses }
}

/** The same responses with a share of the cells missing at random. */
export function withGaps(responses: ResponseMatrix, share: number, seed: string): ResponseMatrix {
  const random = seededRandom(seed)
  return { ...responses, cells: responses.cells.map((cell) => (random.next() < share ? missing : cell)) }
}

/** A calibration that is known to be possible. */
export function calibrated(...[responses, options]: Parameters<typeof calibrate>): Calibration {
  const calibration = calibrate(responses, options)
  if (!calibration.ok) throw new Error(calibration.error.code)
  return calibration.value
}

/** Root mean square difference of two lists. */
export const rmse = (x: readonly number[], y: readonly number[]): number =>
  Math.sqrt(x.reduce((sum, value, index) => sum + (value - y[index]!) ** 2, 0) / x.length)

/** The estimates of one parameter, in the order of the items. */
export const estimatesOf = ({ items }: Calibration, name: 'a' | 'b' | 'c' | 'd'): number[] =>
  items.map(({ parameters }) => parameters[name])

/** Scores 0 to 2 of people on items with two steps, and what they came from. */
export function simulatedPartialCredit(seed: string, persons: number, items: number) {
  const random = seededRandom(seed)
  const truth = Array.from({ length: items }, () => {
    const b = drawNormal(random)
    return { a: Math.exp(drawNormal(random, 0, 0.3)), steps: [b - 0.5, b + 0.6] }
  })
  const cells = new Uint8Array(persons * items)
  for (let person = 0; person < persons; person++) {
    const theta = drawNormal(random)
    truth.forEach(({ a, steps }, item) => {
      const weights = [
        1,
        Math.exp(a * (theta - steps[0]!)),
        Math.exp(a * (2 * theta - steps[0]! - steps[1]!)),
      ]
      let draw = random.next() * (weights[0]! + weights[1]! + weights[2]!)
      let score = 0
      while (score < 2 && draw > weights[score]!) draw -= weights[score++]!
      cells[person * items + item] = score
    })
  }
  return { truth, responses: { persons, items, cells } }
}

/** Everything by which two calibrations can be told apart, as text. */
export const fingerprint = (calibration: Calibration): string =>
  JSON.stringify({ ...calibration, kernel: undefined } satisfies Partial<
    Record<keyof CalibrationOptions | keyof Calibration, unknown>
  >)
