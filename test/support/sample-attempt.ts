import { createHash } from 'node:crypto'
import type { Attempt, AttemptMode, RecordedResponse } from '../../src/domain/attempt/types.ts'
import { makeBank } from '../../src/domain/form/item-bank.ts'
import { measureForm } from '../../src/domain/form/measure-form.ts'
import type { Form, FormItem } from '../../src/domain/form/types.ts'
import type { Item } from '../../src/domain/item/types.ts'
import { calendarDate } from '../../src/domain/kernel/calendar-date.ts'
import { type Instant, instant } from '../../src/domain/kernel/instant.ts'

const day = calendarDate('2026-11-24')

/** A multiple-choice item whose first option is the key. */
export const sampleItem = (number: number, domain = 1): Item => ({
  id: `sample-${number}`,
  kind: 'multiple-choice',
  stem: `Sample stem ${number}?`,
  stimulusId: null,
  select: null,
  options: ['key', 'first', 'second', 'third'].map((text, index) => ({
    text: `${text} of ${number}`,
    key: index === 0,
    rationale: `Because of ${text} ${number}.`,
    misconception: index === 0 ? null : 'A belief.',
  })),
  prompts: [],
  domain,
  task: `${domain}.1`,
  alsoFor: [],
  cognitive: 'apply',
  services: ['s3'],
  references: [{ title: 'Page', url: 'https://docs.example/page', checked: day }],
  validFrom: day,
  validUntil: null,
  angoff: 0.6,
  origin: { by: 'model', on: day },
  enemies: [],
  hash: `hash-${number}`,
})

const place = (position: number): FormItem => ({
  position,
  item: sampleItem(position, position % 2 === 0 ? 2 : 1),
  scored: true,
  optionOrder: [2, 0, 3, 1],
  optionIds: ['aa', 'bb', 'cc', 'dd'].map((id) => `${id}${position}`),
  promptOrder: [],
  promptIds: [],
})

/** The presented id of the key of every sample item. */
export const sampleKey = (position: number): string => `bb${position}`

const unmeasuredForm = (formId: string, items: number): Form => ({
  formId,
  examCode: 'SAA-C03',
  seed: 'seed',
  assemblyVersion: 1,
  packVersion: 'pack-1',
  drawnOn: day,
  purpose: 'practice',
  blueprint: {
    examCode: 'SAA-C03',
    scoredItems: items,
    unscoredItems: 0,
    durationMinutes: 10,
    cutScore: 720,
    kinds: ['multiple-choice'],
    domains: [
      { number: 1, name: 'One', weightPercent: 50, tasks: ['1.1'] },
      { number: 2, name: 'Two', weightPercent: 50, tasks: ['2.1'] },
    ],
    assumes: [],
  },
  items: Array.from({ length: items }, (_, index) => place(index + 1)),
  stimuli: [],
})

/** A form whose items are judged, all at 0.6, and measured so. */
export function sampleForm(formId: string, items = 4): Form {
  const form = unmeasuredForm(formId, items)
  const bank = makeBank({ items: form.items.map(({ item }) => item) }, null)
  return { ...form, measurement: measureForm({ formId, cutScore: 720, items: form.items }, bank, sha256) }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** An open attempt on a sample form, started at 1,000 ms and closing ten minutes later. */
export const sampleAttempt = (
  attemptId: string,
  changes: {
    readonly mode?: AttemptMode
    readonly candidateId?: string
    readonly items?: number
    readonly startedAt?: Instant
  } = {},
): Attempt => {
  const startedAt = changes.startedAt ?? instant(1_000)
  return {
    attemptId,
    candidateId: changes.candidateId ?? 'local',
    examCode: 'SAA-C03',
    mode: changes.mode ?? 'exam',
    form: sampleForm(`form-of-${attemptId}`, changes.items),
    state: 'open',
    startedAt,
    deadline: instant(startedAt + 600_000),
    closedAt: null,
    closedBy: null,
    timeMultiplier: 1,
  }
}

/** What is recorded when a candidate selects one option. */
export const recordedSelection = (
  position: number,
  sequence: number,
  optionId: string,
  at = 2_000,
): RecordedResponse => ({
  position,
  sequence,
  response: { selected: [optionId] },
  flagged: false,
  struck: [],
  savedAt: instant(at),
})
