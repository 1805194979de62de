import { expect, test } from 'vitest'
import { controlNamed, controls, meeting, nearBy } from './controls.ts'
import { findings } from './findings.ts'
import { deeds, stories } from './incidents.ts'

test('every need is met by one control, the one that it was written for', () => {
  for (const control of controls) {
    expect(meeting({ control, wording: 0 }, controls)).toEqual([control])
  }
})

test('near by is what fits in one respect and misses in the other', () => {
  const need = { control: controlNamed('VPC Flow Logs'), wording: 0 as const }
  expect(nearBy(need, controls, 'subject').map(({ name }) => name)).toEqual([
    'AWS Network Firewall',
    'VPC Reachability Analyzer',
  ])
  expect(nearBy(need, controls, 'act').map(({ name }) => name)).toEqual([
    'AWS CloudTrail',
    'Application Load Balancer access logs',
    'IAM credential report',
  ])
  expect(() => controlNamed('A castle')).toThrow(RangeError)
})

test('each control has stories, findings, and a deed', () => {
  const names = controls.map(({ name }) => name).toSorted()
  expect(Object.keys(stories).toSorted()).toEqual(names)
  expect(Object.keys(findings).toSorted()).toEqual(names)
  expect(Object.keys(deeds).toSorted()).toEqual(names)
})
