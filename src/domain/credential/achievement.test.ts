import { describe, expect, test } from 'vitest'
import { type AchievementExam, programmeAchievement, readinessAchievement } from './achievement.ts'
import { forbiddenIn } from './names.ts'

const exam: AchievementExam = {
  certificationId: 'test',
  title: 'Harbour work, associate level',
  tier: 'associate',
  guide: { examCode: 'TST-C01', url: 'https://guide.example/', owner: 'Vendor' },
  domains: [{ number: 1, name: 'Quays', correct: 1, scored: 20 }],
  cutScore: 720,
  validityYears: 3,
}
const uriOf = (name: string): string => `urn:x:${name}`

describe('what practice achieves', () => {
  const achieved = readinessAchievement(exam, uriOf)

  test('is called a readiness record, and names no certificate', () => {
    expect(achieved.name).toBe('Cairn readiness record: Harbour work, associate level (TST-C01)')
    expect(forbiddenIn(achieved.name, achieved.kind)).toBeNull()
  })

  test.each([achieved.description, achieved.criteria])('says everywhere what it is not: %s', (text) => {
    expect(text).toMatch(
      /Self-administered and unproctored, on items that are public\. Issued by the Cairn installation/,
    )
    expect(text).not.toMatch(/certified/i)
  })

  test('is independent of the owner of the guide, and asks for no score', () => {
    expect(achieved.description).toMatch(/Independent of Vendor, who neither issued nor endorsed this/)
    expect(achieved.criteria).toMatch(/No score is required/)
    expect(achieved.resultDescriptions.every(({ requiredValue }) => requiredValue === null)).toBe(true)
  })
})

describe('what a programme achieves', () => {
  const achieved = programmeAchievement(
    { ...exam, issuerName: 'Harbour Academy', renewedBy: ['harbour-master'] },
    uriOf,
  )

  test('bears the name of the programme, its tier, validity and rule of renewal', () => {
    expect([achieved.name, achieved.tier]).toEqual(['Harbour work, associate level', 'associate'])
    expect(achieved.criteria).toBe(
      'Reach a scaled score of 720 on a secure form of TST-C01. Valid for 3 years; renewed, under the same identifier, by a pass ' +
        'in a current exam of test, or of harbour-master.',
    )
    expect(achieved.resultDescriptions[0]?.requiredValue).toBe(720)
  })

  test('is not said to be practice', () => {
    expect(`${achieved.description} ${achieved.tags.join()}`).not.toMatch(/practice|self-administered/i)
  })
})
