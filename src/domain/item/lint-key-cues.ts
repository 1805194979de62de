import { collect, type Finding, warningAt } from './finding.ts'
import type { Item } from './types.ts'
import { contentWordsOf, median, sharedCount, wordsOf } from './words.ts'

/** A key this much longer than the middle distractor, and by this many characters, stands out. */
const conspicuous = { ratio: 1.35, characters: 12 } as const
/** Fewest words by which a key gives itself away, and length from which a word counts. */
const telling = { words: 2, letters: 4, lead: 3 } as const

/** A choice item taken apart: indexes of keys and distractors, and the words of each option that carry meaning. */
type Parts = {
  readonly item: Item
  readonly keys: readonly number[]
  readonly distractors: readonly number[]
  readonly words: readonly ReadonlySet<string>[]
}

function takeApart(item: Item): Parts {
  const indexes = [...item.options.keys()]
  const isKey = (index: number): boolean => item.options[index]?.key === true
  return {
    item,
    keys: indexes.filter(isKey),
    distractors: indexes.filter((index) => !isKey(index)),
    words: item.options.map(({ text }) => contentWordsOf(text)),
  }
}

function lintLength({ item, keys, distractors }: Parts): Finding[] {
  const lengthsOf = (indexes: readonly number[]): number[] =>
    indexes.map((index) => item.options[index]?.text.length ?? 0)
  const shortestKey = Math.min(...lengthsOf(keys))
  const middle = median(lengthsOf(distractors))
  const standsOut =
    shortestKey > Math.max(...lengthsOf(distractors)) &&
    shortestKey > middle * conspicuous.ratio &&
    shortestKey - middle > conspicuous.characters
  const advice = 'The key is much longer than the distractors; shorten it or give them the same detail.'
  return collect([[standsOut, warningAt('longest-key', ['options', keys[0] ?? 0], advice)]])
}

/** Verb form of the first word and end mark: what should be parallel. */
function shapeOf(text: string): string {
  const [first = ''] = wordsOf(text)
  const verb = first.endsWith('ing') ? 'ing' : first === 'to' ? 'to' : 'plain'
  return `${verb} ${text.trim().endsWith('.') ? 'stop' : 'open'}`
}

function lintGrammar({ item, keys, distractors }: Parts): Finding[] {
  const shapes = (indexes: readonly number[]): Set<string> =>
    new Set(indexes.map((index) => shapeOf(item.options[index]?.text ?? '')))
  const [ofKeys, ofOthers] = [shapes(keys), shapes(distractors)]
  const keyDiffers = ofKeys.size === 1 && ofOthers.size === 1 && ofKeys.isDisjointFrom(ofOthers)
  const endsInArticle = /\b(a|an)\s*[:_.…]*\s*$/i.test(item.stem.trim())
  return collect([
    [
      endsInArticle,
      warningAt(
        'grammatical-cue',
        ['stem'],
        'The stem ends with an article that fits some options alone; move it into the options.',
      ),
    ],
    [
      keyDiffers,
      warningAt(
        'grammatical-cue',
        ['options', keys[0] ?? 0],
        'The key alone has another grammatical form or end mark; make the options parallel.',
      ),
    ],
  ])
}

function lintClang({ item, keys, distractors, words }: Parts): Finding[] {
  const stem = contentWordsOf(item.stem)
  const own = (index: number): string[] => {
    const rivals = distractors.filter((other) => other !== index)
    const repeated = [...(words[index] ?? [])].filter(
      (word) => word.length >= telling.letters && stem.has(word),
    )
    return repeated.filter((word) => !rivals.some((other) => words[other]?.has(word)))
  }
  const most = Math.max(...distractors.map((index) => own(index).length))
  return keys.flatMap((index) => {
    const repeated = own(index)
    const advice = `The key alone repeats words of the stem: ${repeated.join(', ')}. Use other words, or give distractors some.`
    return collect([
      [
        repeated.length >= telling.words && repeated.length > most,
        warningAt('clang', ['options', index], advice),
      ],
    ])
  })
}

function lintConvergence({ item, words }: Parts): Finding[] {
  const shared = words.map((mine) =>
    words.reduce((sum, other) => (other === mine ? sum : sum + sharedCount(mine, other)), 0),
  )
  const [first = 0, second = 0] = shared.toSorted((a, b) => b - a)
  const index = shared.indexOf(first)
  const converges =
    item.kind === 'multiple-choice' && first - second >= telling.lead && item.options[index]?.key === true
  const advice =
    'The key shares far more words with the other options than they do with each other; vary the distractors.'
  return collect([[converges, warningAt('convergence', ['options', index], advice)]])
}

/**
 * Checks what gives the key of a choice item away: length, grammar, words of the stem, distractors built around it.
 * @see Haladyna, Downing, Rodriguez (2002), guidelines 24 and 28; NBME item-writing guide on convergence
 * @example lintKeyCues(soundItem) // []
 */
export function lintKeyCues(item: Item): Finding[] {
  const parts = takeApart(item)
  if (parts.keys.length === 0 || parts.distractors.length === 0) return []
  return [...lintLength(parts), ...lintGrammar(parts), ...lintClang(parts), ...lintConvergence(parts)]
}
