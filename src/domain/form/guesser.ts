import type { Item } from '../item/types.ts'
import { wordsOf } from '../item/words.ts'
import { holm } from '../measurement/statistics/holm.ts'
import { upperTail } from '../measurement/statistics/upper-tail.ts'
import { wilsonInterval } from '../measurement/statistics/wilson-interval.ts'
import {
  absolutenessOf,
  type Cue,
  lengthOf,
  specificityOf,
  wordsOfOthers,
  wordsOfStem,
} from './option-cues.ts'

/**
 * How often a rule that knows nothing of the subject finds the key. `items` are those on which the rule decides; `rate`,
 * `chance`, `low` and `high` (95 %, Wilson) are shares, 0 to 1; `p` is P(as many hits or more by chance), `adjustedP` after Holm.
 */
export type HeuristicResult = {
  readonly heuristic: string
  readonly items: number
  readonly hits: number
  readonly rate: number
  readonly chance: number
  readonly low: number
  readonly high: number
  readonly p: number
  readonly adjustedP: number
}

/** Options that a rule would choose from; all or none of them where the rule says nothing. */
type Heuristic = (item: Item) => readonly number[]

const significance = 0.05

/** Options with the highest score. */
const highest =
  (score: Cue): Heuristic =>
  (item) => {
    const scores = item.options.map(({ text }, index) => score(text, index, item))
    const top = Math.max(...scores)
    return [...scores.keys()].filter((index) => scores[index] === top)
  }

const opposites =
  `enable/disable increase/decrease public/private before/after allow/deny synchronous/asynchronous
  inbound/outbound encrypt/decrypt vertical/horizontal vertically/horizontally single/multiple add/remove larger/smaller
  higher/lower more/fewer client-side/server-side stateful/stateless same/different same/another symmetric/asymmetric`
    .split(/\s+/)
    .map((pair) => pair.split('/') as [string, string])

function isOpposite(a: string, b: string): boolean {
  const [left, right] = [new Set(wordsOf(a)), new Set(wordsOf(b))]
  const [only, other] = [left.difference(right), right.difference(left)]
  return opposites.some(([x, y]) => (only.has(x) && other.has(y)) || (only.has(y) && other.has(x)))
}

const oppositePair: Heuristic = ({ options }) =>
  [...options.keys()].filter((index) =>
    options.some((other, place) => place !== index && isOpposite(options[index]?.text ?? '', other.text)),
  )

const heuristics: Readonly<Record<string, Heuristic>> = {
  'longest option': highest(lengthOf),
  'shortest option': highest((text) => -text.length),
  'most words of the stem': highest(wordsOfStem),
  'most words of other options': highest(wordsOfOthers),
  'most specific': highest(specificityOf),
  'middle position': highest((_, index, { options }) => -Math.abs(index - (options.length - 1) / 2)),
  'one of an opposite pair': oppositePair,
  'absolute terms avoided': highest((text, index, item) => -absolutenessOf(text, index, item)),
}

type Guess = { readonly hit: boolean; readonly chance: number }

/** What a rule's choice is worth on one item; nothing where the rule does not decide. */
function guess(item: Item, chosen: readonly number[]): Guess[] {
  const { options, kind } = item
  const decides = chosen.length > 0 && chosen.length < options.length
  const keys = options.filter(({ key }) => key === true).length
  if (!decides || keys === 0 || (kind === 'multiple-response' && chosen.length > 1)) return []
  const hit = chosen.some((index) => options[index]?.key === true)
  return [{ hit, chance: (chosen.length * keys) / options.length }]
}

function measure(heuristic: string, guesses: readonly Guess[]): Omit<HeuristicResult, 'adjustedP'> {
  const hits = guesses.filter(({ hit }) => hit).length
  const chances = guesses.map(({ chance }) => chance)
  const items = guesses.length
  const chance = items === 0 ? 0 : chances.reduce((a, b) => a + b, 0) / items
  return {
    heuristic,
    items,
    hits,
    rate: items === 0 ? 0 : hits / items,
    chance,
    ...wilsonInterval(hits, items),
    p: upperTail(chances, hits),
  }
}

/**
 * Lets eight test-wise rules answer the multiple-choice and multiple-response items of a pool, and says how far each beats
 * chance: exact tail of the Poisson binomial, corrected for eight tests. A multiple-response item counts where a rule names
 * one option; it is a hit when that option belongs to the key.
 *
 * @see Millman, Bishop, Ebel (1965), An analysis of test-wiseness; Holm (1979)
 * @example guessTestwise([]).length // 8
 */
export function guessTestwise(items: readonly Item[]): HeuristicResult[] {
  const choices = items.filter(({ kind }) => kind === 'multiple-choice' || kind === 'multiple-response')
  const results = Object.entries(heuristics).map(([name, choose]) =>
    measure(
      name,
      choices.flatMap((item) => guess(item, choose(item))),
    ),
  )
  const adjusted = holm(results.map(({ p }) => p))
  return results.map((result, index) => ({ ...result, adjustedP: adjusted[index] ?? 1 }))
}

/** True when a rule beats chance even after correction for several tests. @example gains({ adjustedP: 0.5 }) // false */
export const gains = (result: Pick<HeuristicResult, 'adjustedP'>): boolean => result.adjustedP < significance
