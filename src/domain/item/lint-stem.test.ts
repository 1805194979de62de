import { describe, expect, test } from 'vitest'
import { makeItem, optionsOf } from './item.fixture.ts'
import { lintStem } from './lint-stem.ts'

const situation =
  'A hospital archives scans in Amazon S3 and must keep them for ten years. They do not need fast access.'
const stem = (question: string): string[] =>
  lintStem(makeItem({ stem: `${situation} ${question}` })).map(({ rule, level }) => `${level} ${rule}`)

describe('lintStem', () => {
  test.each([
    'Which storage class meets these requirements?',
    'Which solution is MOST cost-effective?',
    'Which solution meets these requirements with the LEAST operational overhead?',
    'Which change lowers the cost MOST?',
    'Which design gives the HIGHEST availability?',
    'Which combination of steps meets the requirements? (Select TWO.)',
  ])('takes "%s"', (question) => {
    expect(stem(question)).toEqual([])
  })

  test.each([
    ['Which of these is NOT a storage class?', 'error negative-stem'],
    ['All of these are storage classes EXCEPT which?', 'error negative-stem'],
    ['Which class is LEAST likely to fit?', 'error negative-stem'],
    ['Which class is not needed here?', 'warning negative-stem'],
    ['Which option is the MOST sensible?', 'error superlative'],
    ['Which class fits BEST?', 'warning superlative'],
  ])('finds fault with "%s"', (question, expected) => {
    expect(stem(question)[0]).toBe(expected)
  })

  test('a negation in the situation is no negative stem', () => {
    expect(stem('Which class fits?')).toEqual([])
  })

  test('finds stems that say too little or too much, and sentences that never end', () => {
    const rules = (text: string): string[] => lintStem(makeItem({ stem: text })).map(({ rule }) => rule)
    expect(rules('What is Amazon S3?')).toEqual(['stem-short'])
    expect(rules(`${`${situation} `.repeat(7)} Which class fits?`)).toEqual(['stem-long'])
    expect(
      rules(`A firm ${'with one more thing to say '.repeat(7)} asks something. Which service fits?`),
    ).toEqual(['sentence-long'])
  })

  test.each([
    'This one was seen on my exam last week.',
    'It is a real exam question.',
    'Found in a brain dump.',
    'You are guaranteed to pass with this.',
  ])('refuses phrases of leaked banks: "%s"', (phrase) => {
    expect(stem(`${phrase} Which class fits?`)).toContain('error dump-phrase')
    const rationale = makeItem({
      options: optionsOf(4, [0]).map((option) => ({ ...option, rationale: phrase })),
    })
    expect(lintStem(rationale).map(({ rule }) => rule)).toContain('dump-phrase')
  })

  test('an exam in the scenario is no dump phrase', () => {
    expect(stem('A university runs its entrance exam there. Which class fits?')).toEqual([])
  })
})
