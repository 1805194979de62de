import { expect, test } from 'vitest'
import { placementText } from './words.ts'

test('a placement names its task, or its domain where tasks are unknown', () => {
  expect(placementText({ examCode: 'SAA-C03', domain: 1, task: '1.1' })).toBe('SAA-C03 1.1')
  expect(placementText({ examCode: 'SAP-C03', domain: 2, task: null })).toBe('SAP-C03 domain 2')
})
