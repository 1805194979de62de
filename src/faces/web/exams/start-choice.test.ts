import { describe, expect, test } from 'vitest'
import type { PackSummary } from '../../../application/read-programme.ts'
import { firstChoice, itemsInScope, minutesOf, startRequestOf, toggled } from './start-choice.ts'

const pack: PackSummary = {
  examCode: 'SAA-C03',
  certificationId: 'solutions-architect-associate',
  certification: 'Solutions Architect',
  title: 'Solutions Architect practice',
  purpose: 'practice',
  assumes: [],
  lapsed: null,
  givenFrom: null,
  givenUntil: null,
  tier: 'associate',
  poolSize: 80,
  fullForm: { items: 65, minutes: 130 },
  kinds: ['multiple-choice'],
  cutScore: 720,
  domains: [
    {
      number: 1,
      name: 'Secure',
      weightPercent: 30,
      poolSize: 25,
      tasks: [
        { number: '1.1', text: 'a', poolSize: 10 },
        { number: '1.2', text: 'b', poolSize: 15 },
      ],
    },
    {
      number: 2,
      name: 'Resilient',
      weightPercent: 26,
      poolSize: 21,
      tasks: [{ number: '2.1', text: 'c', poolSize: 21 }],
    },
  ],
  origin: { model: 80, human: 0, family: 0 },
}

describe('the call a choice stands for', () => {
  test('a full exam carries neither scope nor number', () => {
    expect(startRequestOf('SAA-C03', { ...firstChoice, domains: [1], items: 5 })).toEqual({
      examCode: 'SAA-C03',
      mode: 'exam',
    })
  })

  test('extra time is a multiplier, no clock is said', () => {
    expect(startRequestOf('SAA-C03', { ...firstChoice, multiplier: 1.5 })).toMatchObject({
      timeMultiplier: 1.5,
    })
    expect(startRequestOf('SAA-C03', { ...firstChoice, multiplier: null })).toMatchObject({ untimed: true })
  })

  test('a ten-minute block is a short custom attempt', () => {
    expect(startRequestOf('SAA-C03', { ...firstChoice, way: 'block' })).toEqual({
      examCode: 'SAA-C03',
      mode: 'custom',
      items: 7,
    })
  })

  test('study has a scope and never a clock', () => {
    expect(
      startRequestOf('SAA-C03', { ...firstChoice, way: 'study', items: 10, tasks: ['1.1'], multiplier: 2 }),
    ).toEqual({
      examCode: 'SAA-C03',
      mode: 'study',
      items: 10,
      tasks: ['1.1'],
    })
  })

  test('custom practice carries what was chosen and leaves out what was not', () => {
    const choice = {
      ...firstChoice,
      way: 'custom',
      items: 12,
      domains: [1, 2],
      from: ['missed', 'flagged'],
      notInLastAttempts: 3,
    } as const
    expect(startRequestOf('SAA-C03', choice)).toEqual({
      examCode: 'SAA-C03',
      mode: 'custom',
      items: 12,
      domains: [1, 2],
      from: ['missed', 'flagged'],
      notInLastAttempts: 3,
    })
  })
})

describe('the scope', () => {
  test('is the whole pool until something is chosen', () => {
    expect(itemsInScope(pack, firstChoice)).toBe(80)
  })

  test('counts domains, or tasks inside them', () => {
    expect(itemsInScope(pack, { ...firstChoice, domains: [2] })).toBe(21)
    expect(itemsInScope(pack, { ...firstChoice, tasks: ['1.1', '2.1'] })).toBe(31)
    expect(itemsInScope(pack, { ...firstChoice, domains: [1], tasks: ['1.1', '2.1'] })).toBe(10)
  })

  test('values are added and taken out', () => {
    expect(toggled([1, 2], 2)).toEqual([1])
    expect(toggled([1], 2)).toEqual([1, 2])
  })
})

describe('minutes on the clock', () => {
  test('follow the multiplier, and are absent without a clock or a full form', () => {
    expect(minutesOf(pack, 1.25)).toBe(163)
    expect(minutesOf(pack, null)).toBeNull()
    expect(minutesOf({ ...pack, fullForm: null }, 1)).toBeNull()
  })
})
