import { describe, expect, test } from 'vitest'
import { fields, isField, isRole, isServiceArea, roles, serviceAreas } from './vocabulary.ts'

describe('the vocabulary of a profile', () => {
  test('has the roles, fields and areas of the published contract, each once', () => {
    expect([roles.length, fields.length, serviceAreas.length]).toEqual([23, 11, 14])
    for (const words of [roles, fields, serviceAreas]) expect(new Set(words).size).toBe(words.length)
  })

  test('no field is also a role, so that a direction is one of the two', () => {
    expect(fields.filter((field) => isRole(field))).toEqual([])
  })

  test('knows its own words and no others', () => {
    expect(roles.every(isRole) && fields.every(isField) && serviceAreas.every(isServiceArea)).toBe(true)
    expect([isRole('devops'), isField('devops-engineer'), isServiceArea('Serverless')]).toEqual([
      false,
      false,
      false,
    ])
  })
})
