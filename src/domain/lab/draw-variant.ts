import type { Json } from '../cloud/json.ts'
import { type SeededRandom, seededRandom, shuffle } from '../kernel/seeded-random.ts'
import { fillJson, fillText } from './fill.ts'
import type { VariantDraw, VariantPlan, VariantValues } from './types.ts'

const digitsFrom = (alphabet: string, count: number, random: SeededRandom): string =>
  Array.from({ length: count }, () => alphabet[random.integer(alphabet.length)]).join('')

/** An account id never begins with 0 here, so that nobody reads it as a number and loses the digit. */
const drawAccount = (random: SeededRandom): string =>
  `${1 + random.integer(9)}${digitsFrom('0123456789', 11, random)}`

function drawInteger([least, most]: readonly [number, number], step: number, random: SeededRandom): number {
  return least + step * random.integer(Math.floor((most - least) / step) + 1)
}

function drawOne(draw: VariantDraw, values: VariantValues, random: SeededRandom): Json {
  if ('account' in draw) return drawAccount(random)
  if ('pick' in draw) return fillJson(draw.pick[random.integer(draw.pick.length)] as Json, values)
  if ('integer' in draw) return drawInteger(draw.integer, draw.step ?? 1, random)
  if ('sample' in draw) return fillJson(shuffle(draw.sample, random).slice(0, draw.count), values)
  if ('hex' in draw) return `${draw.prefix ?? ''}${digitsFrom('0123456789abcdef', draw.hex, random)}`
  return fillText(draw.text, values)
}

/**
 * Draws the values of a plan in order; each may be used by the texts after it.
 *
 * @param seed equal seeds give equal values
 * @param known values drawn before, which texts may use too
 * @example drawVariant({ n: { integer: [4, 4] }, t: { text: '10.{{n}}' } }, 's') // { n: 4, t: '10.4' }
 */
export function drawVariant(plan: VariantPlan, seed: string, known: VariantValues = {}): VariantValues {
  const random = seededRandom(seed)
  const drawn: Record<string, Json> = {}
  for (const [name, draw] of Object.entries(plan)) {
    drawn[name] = drawOne(draw, { ...known, ...drawn }, random)
  }
  return drawn
}
