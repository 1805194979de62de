import { collect, errorAt, type Finding, warningAt } from './finding.ts'
import { logicalOrder } from './logical-order.ts'
import type { Item } from './types.ts'
import { contentWordsOf, dice, ngramsOf, wordsOf } from './words.ts'

const alikeAbove = 0.9
/** Options are uneven when the longest has this many times the words of the shortest, and this many more. */
const uneven = { times: 4, words: 6 } as const

const absoluteTerm = /\b(always|never|only|all|none|completely|impossible)\b(?!-)/i
const vagueTerm = /\b(usually|often|sometimes|generally|frequently|probably|various)\b/i
const compoundOnly = /\b\w+-only\b/gi
const allOrNone =
  /^(all|none|both|neither|any) of (the|these|those)\b|\b(all|none) of the (above|options|other)\b|^both [a-f] and [a-f]\b/i

function lintTerms(text: string, index: number): Finding[] {
  const [absolute] = absoluteTerm.exec(text.replaceAll(compoundOnly, '')) ?? []
  const [vague] = vagueTerm.exec(text) ?? []
  const path = ['options', index]
  return collect([
    [
      absolute !== undefined,
      warningAt(
        'absolute-term',
        path,
        `"${absolute}" marks an option as right or wrong to the test-wise; say it without.`,
      ),
    ],
    [
      vague !== undefined,
      warningAt('vague-term', path, `"${vague}" cannot be checked; state the condition.`),
    ],
    [
      allOrNone.test(text),
      errorAt(
        'all-or-none-of-the-above',
        path,
        'Replace this option by one that stands for itself; options are shuffled.',
      ),
    ],
  ])
}

/** Same words that carry meaning, and nearly the same letters: two spellings of one answer. */
function lintEquivalence({ options }: Item): Finding[] {
  const texts = options.map(({ text }) => text.toLowerCase().trim())
  const meanings = texts.map((text) => [...contentWordsOf(text)].sort().join(' '))
  const letters = (index: number): Set<string> => ngramsOf([...(texts[index] ?? '')], 3)
  const alike = (a: number, b: number): boolean =>
    meanings[a] === meanings[b] && (texts[a] === texts[b] || dice(letters(a), letters(b)) > alikeAbove)
  return options.flatMap((_, index) => {
    const twin = options.slice(0, index).findIndex((_, earlier) => alike(earlier, index))
    const advice = `Says the same as option ${twin + 1}; two equal options cannot be told apart.`
    return collect([[twin !== -1, errorAt('equivalent-options', ['options', index], advice)]])
  })
}

const range = /^(\d+(?:\.\d+)?)\s*(?:-|–|to)\s*(\d+(?:\.\d+)?)\s*\D*$/

function lintRanges({ options }: Item): Finding[] {
  const ranges = options.flatMap(({ text }, index) => {
    const [, from, to] = range.exec(text.trim()) ?? []
    return from && to ? [{ index, from: Number(from), to: Number(to) }] : []
  })
  return ranges.flatMap((mine, place) => {
    const overlaps = ranges.slice(0, place).some((other) => mine.from < other.to && other.from < mine.to)
    const advice = 'This range overlaps another; make the ranges disjoint.'
    return collect([[overlaps, errorAt('overlapping-options', ['options', mine.index], advice)]])
  })
}

const quantity = /^[$]?\d[\d,.]*\s*[a-z%]*( [a-z]+)?$/i
const code = /^[{[<]|^arn:|^`[^`]+`$|^\S+\(.*\)$/

function classOf(text: string): 'quantity' | 'code' | 'phrase' {
  if (quantity.test(text.trim())) return 'quantity'
  return code.test(text.trim()) ? 'code' : 'phrase'
}

function lintParallel({ options, cognitive }: Item): Finding[] {
  const texts = options.map(({ text }) => text)
  const classes = new Set(texts.map(classOf))
  const counts = texts.map((text) => wordsOf(text).length)
  const [most, fewest] = [Math.max(...counts), Math.min(...counts)]
  const differ = classes.size > 1 || (most > uneven.times * fewest && most - fewest > uneven.words)
  const unsorted = logicalOrder(texts)?.some((index, place) => index !== place) === true
  const path = ['options']
  return collect([
    [
      differ,
      warningAt(
        'homogeneity',
        path,
        'Options differ in kind or length; make all of them names, quantities or complete actions.',
      ),
    ],
    [
      unsorted,
      warningAt('numeric-order', path, 'Write numeric options in ascending order; candidates see them so.'),
    ],
    [
      cognitive === 'recall' && classes.size === 1 && classes.has('quantity'),
      warningAt('trivia', path, 'The answer is one constant; ask for a decision that the constant leads to.'),
    ],
  ])
}

/**
 * Checks the options of an item as a set: terms that mark them, options that cannot be told apart or are not parallel.
 * @see Haladyna, Downing, Rodriguez (2002), guidelines 2, 19 to 23 and 28
 * @example lintOptions(soundItem) // []
 */
export function lintOptions(item: Item): Finding[] {
  const everyKind = [
    ...item.options.flatMap(({ text }, index) => lintTerms(text, index)),
    ...lintEquivalence(item),
  ]
  const isChoice = item.kind === 'multiple-choice' || item.kind === 'multiple-response'
  return isChoice ? [...everyKind, ...lintRanges(item), ...lintParallel(item)] : everyKind
}
