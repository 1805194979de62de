import { describe, expect, test } from 'vitest'
import { forbiddenIn } from './names.ts'

describe('the name of a credential', () => {
  test.each([
    'AWS architect',
    'aws basics',
    'Amazon pioneer',
    'Harbour, in the style of Amazon Web Services',
  ])('may not bear a vendor mark: %s', (name) => {
    expect(forbiddenIn(name, 'programme-credential')).not.toBeNull()
    expect(forbiddenIn(name, 'achievement-credential')).not.toBeNull()
    expect(forbiddenIn(name, 'readiness-record')).not.toBeNull()
  })

  test.each(['Certified harbour pilot', 'Certificate of practice', 'Certification practice'])(
    'of practice may not certify: %s',
    (name) => {
      expect(forbiddenIn(name, 'readiness-record')).not.toBeNull()
      expect(forbiddenIn(name, 'programme-credential')).toBeNull()
    },
  )

  test('is free where it says what is meant', () => {
    expect(forbiddenIn('Cairn readiness record: Cloud fundamentals (CLF-C02)', 'readiness-record')).toBeNull()
    expect(forbiddenIn('Laws of the sea', 'readiness-record')).toBeNull()
    expect(forbiddenIn('Amazonian rivers', 'readiness-record')).toBeNull()
  })
})
