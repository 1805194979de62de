import { collect, errorAt, type Finding, warningAt } from './finding.ts'
import type { Item } from './types.ts'

const countWords = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX']

const keyed = (item: Item): number => item.options.filter((option) => option.key === true).length

function lintCountStated(item: Item, count: number, wording: string): Finding[] {
  const word = countWords[count] ?? String(count)
  const stated = new RegExp(`\\b(${word}|${count})\\b`, 'i').test(item.stem)
  const advice = `Say in the stem how many are asked for: end it with "(${wording} ${word}.)".`
  return collect([[!stated, errorAt('count-not-stated', ['stem'], advice)]])
}

const lintKeysStated = (item: Item): Finding[] =>
  item.options.flatMap(({ key }, index) =>
    typeof key === 'boolean'
      ? []
      : [errorAt('key-missing', ['options', index], 'Write key: true or key: false.')],
  )

const lintMultipleChoice = (item: Item): Finding[] => [
  ...lintKeysStated(item),
  ...collect([
    [
      item.options.length !== 4,
      errorAt('option-count', ['options'], 'A multiple-choice item has four options.'),
    ],
    [
      keyed(item) !== 1,
      errorAt('key-count', ['options'], 'A multiple-choice item has exactly one option with key: true.'),
    ],
  ]),
]

function lintMultipleResponse(item: Item): Finding[] {
  const { select, options } = item
  const few = select === null || select < 2 || select > options.length - 2
  return [
    ...lintKeysStated(item),
    ...collect([
      [
        options.length < 5 || options.length > 6,
        errorAt('option-count', ['options'], 'A multiple-response item has five or six options.'),
      ],
      [
        select !== keyed(item),
        errorAt('key-count', ['options'], 'Set select to the number of options with key: true.'),
      ],
      [
        few,
        errorAt(
          'select-count',
          ['select'],
          'Ask for two or three options and leave at least two distractors.',
        ),
      ],
    ]),
    ...lintCountStated(item, select ?? 2, 'Select'),
  ]
}

function lintOrdering(item: Item): Finding[] {
  const places = item.options
    .flatMap(({ key }) => (typeof key === 'number' ? [key] : []))
    .sort((a, b) => a - b)
  return [
    ...collect([
      [
        places.length < 3 || places.length > 5,
        errorAt('key-count', ['options'], 'An ordering item puts three to five options in order.'),
      ],
      [
        places.some((place, index) => place !== index + 1),
        errorAt(
          'key-order',
          ['options'],
          'Number the options of the right order 1, 2, 3, … in key; write null for the others.',
        ),
      ],
    ]),
    ...(places.length < item.options.length ? lintCountStated(item, places.length, 'Select and order') : []),
  ]
}

const lintMatching = ({ prompts, options }: Item): Finding[] => [
  ...collect([
    [
      prompts.length < 3 || prompts.length > 7,
      errorAt('prompt-count', ['prompts'], 'A matching item has three to seven prompts.'),
    ],
  ]),
  ...prompts.flatMap(({ option }, index) =>
    options[option]
      ? []
      : [errorAt('prompt-option', ['prompts', index], `There is no option ${option}; options count from 0.`)],
  ),
]

function lintCommon(item: Item): Finding[] {
  const { kind, prompts, enemies, id, validFrom, validUntil, options } = item
  return [
    ...collect([
      [
        kind !== 'matching' && prompts.length > 0,
        errorAt('prompts-misplaced', ['prompts'], 'Only a matching item has prompts; remove them.'),
      ],
      [
        enemies.includes(id),
        errorAt('own-enemy', ['enemies'], 'An item cannot be its own enemy; remove it from enemies.'),
      ],
      [
        validUntil !== null && validUntil < validFrom,
        errorAt('validity', ['validUntil'], 'validUntil must not be before validFrom.'),
      ],
    ]),
    ...options.flatMap(({ key, misconception }, index) => {
      const advice = 'Name the misconception that would choose this option, or replace the option.'
      return collect([
        [
          key === false && misconception === null,
          warningAt('implausible-distractor', ['options', index], advice),
        ],
      ])
    }),
  ]
}

const lintByKind = {
  'multiple-choice': lintMultipleChoice,
  'multiple-response': lintMultipleResponse,
  ordering: lintOrdering,
  matching: lintMatching,
} as const

/**
 * Checks that an item is whole: options, key and prompts fit its kind, and every distractor has a misconception.
 * @example lintStructure(soundItem) // []
 */
export const lintStructure = (item: Item): Finding[] => [...lintByKind[item.kind](item), ...lintCommon(item)]
