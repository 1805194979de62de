import { errorAt, type Finding, warningAt } from './finding.ts'
import { logicalOrder } from './logical-order.ts'
import type { Item } from './types.ts'
import { contentWordsOf, dice, median, ngramsOf, sharedCount, wordsOf } from './words.ts'

/** A key this much longer than the middle option, and by this many characters, stands out. */
const conspicuous = { ratio: 1.35, characters: 12 } as const
const alikeAbove = 0.9

const isChoice = (item: Item): boolean => item.kind === 'multiple-choice' || item.kind === 'multiple-response'

/** Indexes of the keys and of the distractors of a choice item. */
function split(item: Item): { keys: number[]; distractors: number[] } {
  const indexes = [...item.options.keys()]
  return {
    keys: indexes.filter((index) => item.options[index]?.key === true),
    distractors: indexes.filter((index) => item.options[index]?.key !== true),
  }
}

function lintLongestKey(item: Item): Finding[] {
  const lengths = item.options.map(({ text }) => text.length)
  const { keys, distractors } = split(item)
  const middle = median(distractors.map((index) => lengths[index] ?? 0))
  const shortestKey = Math.min(...keys.map((index) => lengths[index] ?? 0))
  const longestDistractor = Math.max(...distractors.map((index) => lengths[index] ?? 0))
  const standsOut =
    shortestKey > longestDistractor &&
    shortestKey > middle * conspicuous.ratio &&
    shortestKey - middle > conspicuous.characters
  return standsOut
    ? [
        warningAt(
          'longest-key',
          ['options', keys[0] ?? 0],
          'The key is much longer than the distractors; shorten it or give them the same detail.',
        ),
      ]
    : []
}

function lintTerms(item: Item): Finding[] {
  return item.options.flatMap(({ text }, index) => {
    const [absolute] =
      /\b(always|never|only|all|none|completely|impossible)\b(?!-)/i.exec(
        text.replaceAll(/\b\w+-only\b/gi, ''),
      ) ?? []
    const [vague] = /\b(usually|often|sometimes|generally|frequently|probably|various)\b/i.exec(text) ?? []
    return [
      ...(absolute
        ? [
            warningAt(
              'absolute-term',
              ['options', index],
              `"${absolute}" marks an option as right or wrong to the test-wise; say it without.`,
            ),
          ]
        : []),
      ...(vague
        ? [warningAt('vague-term', ['options', index], `"${vague}" cannot be checked; state the condition.`)]
        : []),
    ]
  })
}

function lintAllOrNone(item: Item): Finding[] {
  return item.options.flatMap(({ text }, index) =>
    /^(all|none|both|neither|any) of (the|these|those)\b|\b(all|none) of the (above|options|other)\b|^both [a-f] and [a-f]\b/i.test(
      text,
    )
      ? [
          errorAt(
            'all-or-none-of-the-above',
            ['options', index],
            'Replace this option by one that stands for itself; options are shuffled.',
          ),
        ]
      : [],
  )
}

function lintOrder(item: Item): Finding[] {
  const order = logicalOrder(item.options.map(({ text }) => text))
  return order?.some((index, place) => index !== place)
    ? [
        warningAt(
          'numeric-order',
          ['options'],
          'Write numeric options in ascending order; candidates see them so.',
        ),
      ]
    : []
}

/** Same words that carry meaning, and nearly the same letters: two spellings of one answer. */
function lintEquivalence(item: Item): Finding[] {
  const meanings = item.options.map(({ text }) => [...contentWordsOf(text)].sort().join(' '))
  const alike = (a: string, b: string): boolean =>
    a === b || dice(ngramsOf([...a], 3), ngramsOf([...b], 3)) > alikeAbove
  return item.options.flatMap(({ text }, index) => {
    const twin = item.options
      .slice(0, index)
      .findIndex(
        (other, place) =>
          meanings[place] === meanings[index] && alike(other.text.toLowerCase(), text.toLowerCase()),
      )
    return twin === -1
      ? []
      : [
          errorAt(
            'equivalent-options',
            ['options', index],
            `Says the same as option ${twin + 1}; two equal options cannot be told apart.`,
          ),
        ]
  })
}

const range = /^(\d+(?:\.\d+)?)\s*(?:-|–|to)\s*(\d+(?:\.\d+)?)\s*\D*$/

function lintRanges(item: Item): Finding[] {
  const ranges = item.options.flatMap(({ text }, index) => {
    const [, from, to] = range.exec(text.trim()) ?? []
    return from && to ? [{ index, from: Number(from), to: Number(to) }] : []
  })
  return ranges.flatMap((a, place) =>
    ranges.slice(0, place).some((b) => a.from < b.to && b.from < a.to)
      ? [
          errorAt(
            'overlapping-options',
            ['options', a.index],
            'This range overlaps another; make the ranges disjoint.',
          ),
        ]
      : [],
  )
}

type OptionClass = 'quantity' | 'code' | 'phrase'

function classOf(text: string): OptionClass {
  if (/^[$]?\d[\d,.]*\s*[a-z%]*( [a-z]+)?$/i.test(text.trim())) return 'quantity'
  return /^[{[<]|^arn:|^`[^`]+`$|^\S+\(.*\)$/.test(text.trim()) ? 'code' : 'phrase'
}

function lintHomogeneity(item: Item): Finding[] {
  const classes = new Set(item.options.map(({ text }) => classOf(text)))
  const counts = item.options.map(({ text }) => wordsOf(text).length)
  const uneven =
    Math.max(...counts) > 4 * Math.min(...counts) && Math.max(...counts) - Math.min(...counts) > 6
  return classes.size > 1 || uneven
    ? [
        warningAt(
          'homogeneity',
          ['options'],
          'Options are of different kinds or lengths; make them parallel: all names, all quantities or all complete actions.',
        ),
      ]
    : []
}

const form = (text: string): string => {
  const [first = ''] = wordsOf(text)
  return `${/ing$/.test(first) ? 'ing' : first === 'to' ? 'to' : 'plain'} ${/[.]$/.test(text.trim()) ? 'stop' : 'open'}`
}

function lintGrammar(item: Item): Finding[] {
  const findings: Finding[] = []
  const [article] = /\b(a|an)\s*[:_.…]*\s*$/i.exec(item.stem.trim()) ?? []
  if (article)
    findings.push(
      warningAt(
        'grammatical-cue',
        ['stem'],
        'The stem ends with an article that fits some options alone; move it into the options.',
      ),
    )
  const { keys, distractors } = split(item)
  const forms = (indexes: readonly number[]): Set<string> =>
    new Set(indexes.map((index) => form(item.options[index]?.text ?? '')))
  const [keyForms, otherForms] = [forms(keys), forms(distractors)]
  if (keyForms.size === 1 && otherForms.size === 1 && keyForms.isDisjointFrom(otherForms)) {
    findings.push(
      warningAt(
        'grammatical-cue',
        ['options', keys[0] ?? 0],
        'The key alone has another grammatical form or end mark; make the options parallel.',
      ),
    )
  }
  return findings
}

function lintClang(item: Item, words: readonly ReadonlySet<string>[]): Finding[] {
  const stem = contentWordsOf(item.stem)
  const { keys, distractors } = split(item)
  const own = (index: number): string[] => {
    const rivals = distractors.filter((other) => other !== index)
    const repeated = [...(words[index] ?? [])].filter((word) => word.length > 3 && stem.has(word))
    return repeated.filter((word) => !rivals.some((other) => words[other]?.has(word)))
  }
  const most = Math.max(...distractors.map((index) => own(index).length))
  return keys.flatMap((index) =>
    own(index).length >= 2 && own(index).length > most
      ? [
          warningAt(
            'clang',
            ['options', index],
            `The key alone repeats words of the stem: ${own(index).join(', ')}. Use other words, or give distractors some.`,
          ),
        ]
      : [],
  )
}

function lintConvergence(item: Item, words: readonly ReadonlySet<string>[]): Finding[] {
  const shared = words.map((mine) =>
    words.reduce((sum, other) => (other === mine ? sum : sum + sharedCount(mine, other)), 0),
  )
  const [first = 0, second = 0] = shared.toSorted((a, b) => b - a)
  const index = shared.indexOf(first)
  return item.kind === 'multiple-choice' && first - second >= 3 && item.options[index]?.key === true
    ? [
        warningAt(
          'convergence',
          ['options', index],
          'The key shares far more words with the other options than they do with each other; vary the distractors.',
        ),
      ]
    : []
}

function lintTrivia(item: Item): Finding[] {
  return item.cognitive === 'recall' && item.options.every(({ text }) => classOf(text) === 'quantity')
    ? [
        warningAt(
          'trivia',
          ['options'],
          'The answer is one constant; ask for a decision that the constant leads to.',
        ),
      ]
    : []
}

/**
 * Checks the options of a choice item: what gives the key away, what cannot be told apart, what is not parallel.
 * @see Haladyna, Downing, Rodriguez (2002), guidelines 20 to 29
 * @example lintOptions(soundItem) // []
 */
export function lintOptions(item: Item): Finding[] {
  const anyKind = [...lintTerms(item), ...lintAllOrNone(item), ...lintEquivalence(item)]
  if (!isChoice(item) || split(item).keys.length === 0 || split(item).distractors.length === 0) return anyKind
  const words = item.options.map(({ text }) => contentWordsOf(text))
  const rules = [
    lintLongestKey,
    lintOrder,
    lintRanges,
    lintHomogeneity,
    lintGrammar,
    lintClang,
    lintConvergence,
    lintTrivia,
  ]
  return [...anyKind, ...rules.flatMap((rule) => rule(item, words))]
}
