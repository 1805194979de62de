import { errorAt, type Finding, warningAt } from './finding.ts'
import type { Item } from './types.ts'
import { questionOf, sentencesOf, wordsOf } from './words.ts'

const stemWords = { fewest: 8, most: 120 } as const
const sentenceWords = 40

/** What an exam may ask for the most or least of; a superlative needs one of these to be decidable. */
const criteria =
  /\b(cost|costs|expensive|expense|price|operational|operationally|administrative|overhead|effort|complexity|management|maintenance|development|code|change|changes|secure|security|privileged?|access|availab\w+|resilien\w+|reliab\w+|durab\w+|scalab\w+|efficien\w+|perform\w+|latency|throughput|fast\w*|quick\w*|time|downtime|data loss|disruption|steps|administration|effective in|effective at|effective for|granular|accurate|recent|control|capacity|bandwidth|storage)\b/i

const superlative = /\b(MOST|LEAST|BEST|FEWEST|LOWEST|HIGHEST|FASTEST|GREATEST|SIMPLEST|EASIEST)\b/

function lintNegative(item: Item): Finding[] {
  const question = questionOf(item.stem)
  if (
    /\b(NOT|EXCEPT|NEVER)\b/.test(item.stem) ||
    /\bLEAST (likely|probable|suitable|appropriate)\b/i.test(question)
  ) {
    return [errorAt('negative-stem', ['stem'], 'Ask for what is right, not for the exception.')]
  }
  return /\b(not|except|cannot|isn't|doesn't|aren't|don't)\b/.test(question)
    ? [
        warningAt(
          'negative-stem',
          ['stem'],
          'The question holds a negation; ask for what is right if it can be said so.',
        ),
      ]
    : []
}

function lintSuperlative(item: Item): Finding[] {
  const question = questionOf(item.stem)
  const [word] = superlative.exec(question) ?? []
  if (word === undefined || criteria.test(question)) return []
  const advice = `Say by what measure: "${word}" needs a criterion, such as cost or operational overhead, that the stem decides.`
  return [
    word === 'BEST' ? warningAt('superlative', ['stem'], advice) : errorAt('superlative', ['stem'], advice),
  ]
}

function lintLength(item: Item): Finding[] {
  const count = wordsOf(item.stem).length
  const findings: Finding[] = []
  if (count < stemWords.fewest)
    findings.push(warningAt('stem-short', ['stem'], `${count} words give no situation; describe one.`))
  if (count > stemWords.most)
    findings.push(warningAt('stem-long', ['stem'], `${count} words; leave out what no option depends on.`))
  const longest = Math.max(0, ...sentencesOf(item.stem).map((sentence) => wordsOf(sentence).length))
  if (longest > sentenceWords)
    findings.push(warningAt('sentence-long', ['stem'], `A sentence of ${longest} words; split it.`))
  return findings
}

const dumpPhrase =
  /\b(seen|appeared|appears|came up|asked) (on|in) (my|the|your|a) (real |actual |live )?exam\b|\b(real|actual|live|official) exam (question|item)s?\b|\bbrain ?-?dumps?\b|\bexam dumps?\b|\bguaranteed? (to )?pass\b/i

function lintDumpPhrase(item: Item): Finding[] {
  const text = [item.stem, ...item.options.flatMap((option) => [option.text, option.rationale])].join('\n')
  return dumpPhrase.test(text)
    ? [
        errorAt(
          'dump-phrase',
          ['stem'],
          'Remove what claims to come from a real exam; items are written from public documentation.',
        ),
      ]
    : []
}

/**
 * Checks the wording of a stem: negation, superlatives without a criterion, length, phrases of leaked banks.
 * @see Haladyna, Downing, Rodriguez (2002), guidelines 13, 16 and 17
 * @example lintStem(soundItem) // []
 */
export const lintStem = (item: Item): Finding[] => [
  ...lintNegative(item),
  ...lintSuperlative(item),
  ...lintLength(item),
  ...lintDumpPhrase(item),
]
