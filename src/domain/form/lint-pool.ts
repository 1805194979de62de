import type { Item } from '../item/types.ts'
import { wordsOf } from '../item/words.ts'
import { chiSquareUniform } from '../measurement/statistics/uniformity.ts'
import { gains, guessTestwise } from './guesser.ts'
import { findSimilar } from './near-duplicates.ts'
import { styleOf } from './style.ts'

/** A fault of a pool as a whole, with the items concerned. */
export type PoolFinding = {
  readonly rule: string
  readonly level: 'error' | 'warning'
  readonly advice: string
  readonly itemIds: readonly string[]
}

/** Pools smaller than this say nothing about shares. */
const enoughItems = 20
const limits = { similar: 0.4, same: 0.8, keyPositionP: 0.01, cueWords: 4, angoffMean: [0.6, 0.7] } as const

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** Author's places of the key over the four-option items of a pool. @example keyPositions([]).counts // [0, 0, 0, 0] */
export function keyPositions(items: readonly Item[]): {
  readonly counts: readonly number[]
  readonly p: number
} {
  const counts = [0, 0, 0, 0]
  for (const { kind, options } of items) {
    const place = options.findIndex(({ key }) => key === true)
    if (kind === 'multiple-choice' && options.length === 4 && place >= 0)
      counts[place] = (counts[place] ?? 0) + 1
  }
  return { counts, p: chiSquareUniform(counts).p }
}

function lintKeyPositions(items: readonly Item[]): PoolFinding[] {
  const { counts, p } = keyPositions(items)
  if (p >= limits.keyPositionP) return []
  const advice = `Keys stand at places ${counts.join(', ')} in the files (chi-square p = ${p.toFixed(4)}); candidates see shuffled options, so this shows habit only.`
  return [{ rule: 'key-position', level: 'warning', advice, itemIds: [] }]
}

function lintGuesser(items: readonly Item[]): PoolFinding[] {
  return guessTestwise(items)
    .filter(gains)
    .map(({ heuristic, rate, chance, items: decided, adjustedP }) => ({
      rule: 'guessable',
      level: heuristic === 'middle position' ? 'warning' : 'error',
      advice: `The rule "${heuristic}" finds the key in ${percent(rate)} of ${decided} items where chance gives ${percent(chance)} (adjusted p = ${adjustedP.toFixed(4)}); rewrite options until it does not.`,
      itemIds: [],
    }))
}

function lintSimilar(items: readonly Item[]): PoolFinding[] {
  return findSimilar(items, limits.similar)
    .filter(({ enemies, similarity }) => !enemies || similarity >= limits.same)
    .map(({ a, b, similarity }) => ({
      rule: 'near-duplicate',
      level: similarity >= limits.same ? 'error' : 'warning',
      advice: `${a} and ${b} share ${percent(similarity)} of their wording; drop one, or declare them enemies.`,
      itemIds: [a, b],
    }))
}

/** The key of one item, word for word, in the stem of another that may stand on the same form. */
function lintCues(items: readonly Item[]): PoolFinding[] {
  const plain = (text: string): string => ` ${wordsOf(text).join(' ')} `
  const stems = items.map(({ stem }) => plain(stem))
  return items.flatMap((item) => {
    const keys = item.options.filter(
      ({ key, text }) => key === true && wordsOf(text).length >= limits.cueWords,
    )
    return items.flatMap((other, index) => {
      const cued = other.id !== item.id && keys.some(({ text }) => stems[index]?.includes(plain(text)))
      if (!cued || item.enemies.includes(other.id) || other.enemies.includes(item.id)) return []
      const advice = `The stem of ${other.id} holds the key of ${item.id}; reword it, or declare them enemies.`
      return [{ rule: 'item-cues-item', level: 'error', advice, itemIds: [item.id, other.id] } as const]
    })
  })
}

function lintEnemies(items: readonly Item[]): PoolFinding[] {
  const known = new Set(items.map(({ id }) => id))
  return items.flatMap(({ id, enemies }) =>
    enemies
      .filter((enemy) => !known.has(enemy))
      .map(
        (enemy) =>
          ({
            rule: 'enemy-unknown',
            level: 'warning',
            advice: `${id} names ${enemy} as an enemy, which is not in the pack; correct or remove it.`,
            itemIds: [id],
          }) as const,
      ),
  )
}

function lintShares(items: readonly Item[], recallShareMost: number): PoolFinding[] {
  const findings: PoolFinding[] = []
  const warn = (rule: string, advice: string): void =>
    void findings.push({ rule, level: 'warning', advice, itemIds: [] })
  const recall = items.filter(({ cognitive }) => cognitive === 'recall').length / items.length
  if (recall > recallShareMost)
    warn(
      'recall-share',
      `${percent(recall)} of the items ask for recall, ${percent(recallShareMost)} at most is wanted; ask for decisions.`,
    )
  const angoff = items.reduce((sum, item) => sum + item.angoff, 0) / items.length
  const [low, high] = limits.angoffMean
  if (angoff < low || angoff > high)
    warn('angoff-mean', `The mean Angoff value is ${angoff.toFixed(3)}; ${low} to ${high} is wanted.`)
  const selects = new Set(items.flatMap(({ kind, select }) => (kind === 'multiple-response' ? [select] : [])))
  if (selects.size === 1)
    warn('select-constant', 'Every multiple-response item asks for the same number of options; vary it.')
  for (const { figure, value, low: from, high: to, within } of styleOf(items)) {
    if (!within) warn('style-drift', `${figure}: ${value.toFixed(2)}, measured range ${from} to ${to}.`)
  }
  return findings
}

/**
 * Finds the faults that only a whole pool shows: keys that can be guessed, duplicates, items that answer each other, shares.
 *
 * @param recallShareMost share of recall items that is tolerated, 0 to 1
 * @see Haladyna, Downing, Rodriguez (2002), guidelines 4, 20 and 24; NBME item-writing guide on convergence
 * @example lintPool([]) // []
 */
export function lintPool(items: readonly Item[], recallShareMost = 0.2): PoolFinding[] {
  const pairwise = [...lintSimilar(items), ...lintCues(items), ...lintEnemies(items)]
  if (items.length < enoughItems) return pairwise
  return [
    ...lintGuesser(items),
    ...lintKeyPositions(items),
    ...pairwise,
    ...lintShares(items, recallShareMost),
  ]
}
