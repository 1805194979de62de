import { describe, expect, test } from 'vitest'
import { makeItem } from './item.fixture.ts'
import { lintItem } from './lint-item.ts'
import { lintKeyCues } from './lint-key-cues.ts'
import { lintOptions } from './lint-options.ts'
import type { Item } from './types.ts'

/** An item with these option texts, of which the first `keys` are the key. */
function withTexts(texts: readonly string[], changes: Partial<Item> & { keys?: number } = {}): Item {
  const { keys = 1, ...rest } = changes
  const options = texts.map((text, index) => ({
    text,
    key: index < keys,
    rationale: 'Why.',
    misconception: index < keys ? null : 'A belief.',
  }))
  return makeItem({ options, ...rest })
}

const rules = (item: Item): string[] =>
  [...lintOptions(item), ...lintKeyCues(item)].map(({ rule, level }) => `${level} ${rule}`)

const sound = [
  'Turn on versioning for the bucket and keep old versions for a year',
  'Copy the objects every night to a bucket in another Region',
  'Attach a policy that denies deletion to the writers of the data',
  'Move the objects to a storage class with a lower monthly price',
]

describe('lintOptions and lintKeyCues', () => {
  test('takes parallel options', () => {
    expect(rules(withTexts(sound))).toEqual([])
  })

  test('finds a key that is much longer than the distractors', () => {
    const long = `${sound[0]} while a lifecycle rule removes incomplete uploads after seven days`
    expect(rules(withTexts([long, ...sound.slice(1)]))).toEqual(['warning longest-key'])
    expect(rules(withTexts([sound[0]!, long, ...sound.slice(2)]))).toEqual([])
  })

  test('a key among names is not long for a few letters more', () => {
    expect(rules(withTexts(['Amazon Athena', 'AWS Glue', 'Amazon EMR', 'Amazon MQ']))).toEqual([])
  })

  test.each([
    ['Configure the bucket so that objects can never be deleted by writers', 'warning absolute-term'],
    ['Attach a policy that usually denies deletion to writers of data', 'warning vague-term'],
    ['All of the above', 'error all-or-none-of-the-above'],
    ['None of these options', 'error all-or-none-of-the-above'],
    ['Both A and B', 'error all-or-none-of-the-above'],
  ])('finds fault with the option "%s"', (text, expected) => {
    expect(rules(withTexts([...sound.slice(0, 3), text]))).toContain(expected)
  })

  test('"read-only" and "append-only" are no absolutes', () => {
    expect(
      rules(
        withTexts([...sound.slice(0, 3), 'Give the writers a read-only role for the objects of the bucket']),
      ),
    ).toEqual([])
  })

  test('finds numeric options out of order', () => {
    expect(rules(withTexts(['10 minutes', '2 hours', '5 minutes', '1 day']))).toEqual([
      'warning numeric-order',
    ])
    expect(rules(withTexts(['5 minutes', '10 minutes', '2 hours', '1 day']))).toEqual([])
  })

  test('finds options that say the same', () => {
    expect(rules(withTexts([...sound.slice(0, 3), `${sound[1]}.`]))).toContain('error equivalent-options')
    expect(rules(withTexts([...sound.slice(0, 3), sound[2]!.toUpperCase()]))).toContain(
      'error equivalent-options',
    )
  })

  test('options that differ by one word that matters are not the same', () => {
    const texts = ['group', 'role', 'user', 'service'].map(
      (who) => `Attach the managed policy to the IAM ${who} of the nightly job`,
    )
    expect(rules(withTexts(texts))).toEqual([])
  })

  test('finds ranges that overlap', () => {
    expect(rules(withTexts(['0-10 GB', '11-20 GB', '15-30 GB', '31-40 GB']))).toEqual([
      'error overlapping-options',
    ])
    expect(rules(withTexts(['1 to 10', '11 to 20', '21 to 30', '31 to 40']))).toEqual([])
  })

  test('finds options of different kinds or very different length', () => {
    expect(rules(withTexts(['Amazon S3', 'Amazon EBS', '12 hours', 'Amazon EFS']))).toContain(
      'warning homogeneity',
    )
    expect(rules(withTexts(['{"Effect": "Deny"}', ...sound.slice(1)]))).toContain('warning homogeneity')
    expect(rules(withTexts([...sound.slice(0, 3), 'Nothing']))).toContain('warning homogeneity')
  })

  test('finds grammatical cues', () => {
    expect(rules(withTexts(sound, { stem: 'Such a service is called an' }))).toContain(
      'warning grammatical-cue',
    )
    expect(
      rules(withTexts(['Turning on versioning for the bucket of the archive', ...sound.slice(1)])),
    ).toContain('warning grammatical-cue')
    expect(rules(withTexts([`${sound[0]}.`, ...sound.slice(1)]))).toContain('warning grammatical-cue')
    expect(rules(withTexts(sound.map((text) => `${text}.`)))).toEqual([])
  })

  test('finds words of the stem that the key alone repeats', () => {
    const stem = 'The versioning of the archive bucket must keep deleted scans. What should be done?'
    expect(
      rules(
        withTexts(
          [
            'Enable versioning of the archive for data',
            'Copy the objects to another Region',
            'Attach a policy to the writers',
            'Move the objects to cheaper storage',
          ],
          { stem },
        ),
      ),
    ).toContain('warning clang')
    expect(
      rules(
        withTexts(
          [
            'Copy the objects to another Region',
            'Enable versioning of the archive for data',
            'Attach a policy to the writers',
            'Move the objects to cheaper storage',
          ],
          { stem },
        ),
      ),
    ).toEqual([])
  })

  test('finds a key on which the distractors converge', () => {
    const texts = [
      'Encrypted snapshots of volumes copied to a vault nightly',
      'Encrypted snapshots of volumes kept beside the database',
      'Plain images copied to a vault nightly by a script',
      'Manual exports of tables through a console session',
    ]
    expect(rules(withTexts(texts))).toContain('warning convergence')
    expect(rules(withTexts(texts.toReversed()))).toEqual([])
  })

  test('finds recall of one constant', () => {
    expect(
      rules(withTexts(['5 minutes', '15 minutes', '20 minutes', '30 minutes'], { cognitive: 'recall' })),
    ).toEqual(['warning trivia'])
    expect(
      rules(withTexts(['5 minutes', '15 minutes', '20 minutes', '30 minutes'], { cognitive: 'apply' })),
    ).toEqual([])
  })

  test('judges the keys of a multiple-response item together', () => {
    const texts = [...sound, 'Ask the vendor to restore the objects']
    expect(rules(withTexts(texts, { kind: 'multiple-response', select: 2, keys: 2 }))).toEqual([])
  })
})

describe('lintItem', () => {
  test('joins structure, stem and options', () => {
    const item = withTexts([...sound.slice(0, 2), 'All of the above'], {
      stem: 'Which is NOT a way to keep deleted objects of a bucket?',
    })
    expect(lintItem(item).map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['option-count', 'negative-stem', 'all-or-none-of-the-above']),
    )
    expect(lintItem(withTexts(sound))).toEqual([])
  })
})
