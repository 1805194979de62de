import { errorAt, type Finding, warningAt } from './finding.ts'
import type { Item } from './types.ts'

const countWords = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE']

const keyed = (item: Item): number => item.options.filter((option) => option.key === true).length

function lintChoice(item: Item): Finding[] {
  const findings: Finding[] = []
  if (item.options.length !== 4)
    findings.push(errorAt('option-count', ['options'], 'A multiple-choice item has four options.'))
  if (keyed(item) !== 1)
    findings.push(
      errorAt('key-count', ['options'], 'A multiple-choice item has exactly one option with key: true.'),
    )
  return findings
}

function lintMultipleResponse(item: Item): Finding[] {
  const findings: Finding[] = []
  const { select, options } = item
  if (options.length < 5 || options.length > 6)
    findings.push(errorAt('option-count', ['options'], 'A multiple-response item has five or six options.'))
  if (select !== keyed(item))
    findings.push(errorAt('key-count', ['options'], 'Set select to the number of options with key: true.'))
  if (select === null || select < 2 || select > options.length - 2) {
    findings.push(
      errorAt('select-count', ['select'], 'Ask for two or three options and leave at least two distractors.'),
    )
  }
  return [...findings, ...lintCountStated(item, `(Select ${countWords[select ?? 2] ?? 'TWO'}.)`)]
}

function lintOrdering(item: Item): Finding[] {
  const places = item.options
    .flatMap(({ key }) => (typeof key === 'number' ? [key] : []))
    .sort((a, b) => a - b)
  const findings: Finding[] = []
  if (places.length < 3 || places.length > 5)
    findings.push(errorAt('key-count', ['options'], 'An ordering item puts three to five options in order.'))
  if (places.some((place, index) => place !== index + 1)) {
    findings.push(
      errorAt(
        'key-order',
        ['options'],
        'Number the options of the right order 1, 2, 3, … in key; write null for the others.',
      ),
    )
  }
  if (places.length < item.options.length)
    findings.push(...lintCountStated(item, `(Select and order ${countWords[places.length] ?? 'THREE'}.)`))
  return findings
}

function lintMatching(item: Item): Finding[] {
  const findings: Finding[] = []
  const { prompts, options } = item
  if (prompts.length < 3 || prompts.length > 7)
    findings.push(errorAt('prompt-count', ['prompts'], 'A matching item has three to seven prompts.'))
  prompts.forEach(({ option }, index) => {
    if (!options[option])
      findings.push(
        errorAt('prompt-option', ['prompts', index], `There is no option ${option}; options count from 0.`),
      )
  })
  return findings
}

function lintCountStated(item: Item, wording: string): Finding[] {
  const stated = countWords.some(
    (word) => wording.includes(word) && new RegExp(`\\b${word}\\b`, 'i').test(item.stem),
  )
  return stated
    ? []
    : [
        errorAt(
          'count-not-stated',
          ['stem'],
          `Say in the stem how many are asked for: end it with "${wording}".`,
        ),
      ]
}

function lintCommon(item: Item): Finding[] {
  const findings: Finding[] = []
  if (item.kind !== 'matching' && item.prompts.length > 0)
    findings.push(errorAt('prompts-misplaced', ['prompts'], 'Only a matching item has prompts; remove them.'))
  if (item.enemies.includes(item.id))
    findings.push(
      errorAt('own-enemy', ['enemies'], 'An item cannot be its own enemy; remove it from enemies.'),
    )
  if (item.validUntil !== null && item.validUntil < item.validFrom) {
    findings.push(errorAt('validity', ['validUntil'], 'validUntil must not be before validFrom.'))
  }
  item.options.forEach((option, index) => {
    if (option.key === false && option.misconception === null) {
      findings.push(
        warningAt(
          'implausible-distractor',
          ['options', index],
          'Name the misconception that would choose this option, or replace the option.',
        ),
      )
    }
  })
  return findings
}

/**
 * Checks that an item is whole: options, key and prompts fit its kind, and every distractor has a misconception.
 * @example lintStructure(soundItem) // []
 */
export function lintStructure(item: Item): Finding[] {
  const byKind = {
    'multiple-choice': lintChoice,
    'multiple-response': lintMultipleResponse,
    ordering: lintOrdering,
    matching: lintMatching,
  }
  return [...byKind[item.kind](item), ...lintCommon(item)]
}
