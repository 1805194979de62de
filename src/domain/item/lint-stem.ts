import { collect, errorAt, type Finding, warningAt } from './finding.ts'
import type { Item } from './types.ts'
import { questionOf, sentencesOf, wordsOf } from './words.ts'

const stemWords = { fewest: 8, most: 120 } as const
const sentenceWords = 40

/** What an exam may ask for the most or least of; a superlative needs one of these to be decidable. */
const criteria = [
  'access accurate administration administrative availab\\w+ bandwidth capacity changes? code complexity control costs?',
  'development disruption downtime durab\\w+ efficien\\w+ effort expense expensive fast\\w* granular latency maintenance',
  'management operational operationally overhead perform\\w+ price privileged? quick\\w* recent reliab\\w+ resilien\\w+',
  'scalab\\w+ secure security steps storage throughput time',
].join(' ')
const criterion = new RegExp(`\\b(${criteria.replaceAll(' ', '|')}|data loss|effective (in|at|for))\\b`, 'i')

const superlative = /\b(MOST|LEAST|BEST|FEWEST|LOWEST|HIGHEST|FASTEST|GREATEST|SIMPLEST|EASIEST)\b/
const strongNegation = /\b(NOT|EXCEPT|NEVER)\b/
const unlikely = /\bLEAST (likely|probable|suitable|appropriate)\b/i
const weakNegation = /\b(not|except|cannot|isn't|doesn't|aren't|don't)\b/

function lintNegative({ stem }: Item, question: string): Finding[] {
  if (strongNegation.test(stem) || unlikely.test(question)) {
    return [errorAt('negative-stem', ['stem'], 'Ask for what is right, not for the exception.')]
  }
  const advice = 'The question holds a negation; ask for what is right if it can be said so.'
  return collect([[weakNegation.test(question), warningAt('negative-stem', ['stem'], advice)]])
}

/** "BEST" may lean on all stated requirements together; the other superlatives need one measure. */
function lintSuperlative(question: string): Finding[] {
  const [word] = superlative.exec(question) ?? []
  if (word === undefined || criterion.test(question)) return []
  const advice = `Say by what measure: "${word}" needs a criterion, such as cost or operational overhead, that the stem decides.`
  return [(word === 'BEST' ? warningAt : errorAt)('superlative', ['stem'], advice)]
}

function lintLength({ stem }: Item): Finding[] {
  const count = wordsOf(stem).length
  const longest = Math.max(0, ...sentencesOf(stem).map((sentence) => wordsOf(sentence).length))
  return collect([
    [
      count < stemWords.fewest,
      warningAt('stem-short', ['stem'], `${count} words give no situation; describe one.`),
    ],
    [
      count > stemWords.most,
      warningAt('stem-long', ['stem'], `${count} words; leave out what no option depends on.`),
    ],
    [
      longest > sentenceWords,
      warningAt('sentence-long', ['stem'], `A sentence of ${longest} words; split it.`),
    ],
  ])
}

const dumpPhrase = new RegExp(
  [
    '\\b(seen|appeared|appears|came up|asked) (on|in) (my|the|your|a) (real |actual |live )?exam\\b',
    '\\b(real|actual|live|official) exam (question|item)s?\\b',
    '\\b(brain ?-?|exam )dumps?\\b',
    '\\bguaranteed? (to )?pass\\b',
  ].join('|'),
  'i',
)

function lintDumpPhrase({ stem, options }: Item): Finding[] {
  const text = [stem, ...options.flatMap((option) => [option.text, option.rationale])].join('\n')
  const advice = 'Remove what claims to come from a real exam; items are written from public documentation.'
  return collect([[dumpPhrase.test(text), errorAt('dump-phrase', ['stem'], advice)]])
}

/**
 * Checks the wording of a stem: negation, superlatives without a criterion, length, phrases of leaked banks.
 * @see Haladyna, Downing, Rodriguez (2002), guidelines 13, 16 and 17
 * @example lintStem(soundItem) // []
 */
export function lintStem(item: Item): Finding[] {
  const question = questionOf(item.stem)
  return [
    ...lintNegative(item, question),
    ...lintSuperlative(question),
    ...lintLength(item),
    ...lintDumpPhrase(item),
  ]
}
