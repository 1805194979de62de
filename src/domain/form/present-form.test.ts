import { describe, expect, test } from 'vitest'
import { checkResponse, isComplete } from '../item/check-response.ts'
import { makeItem, makeMatching, makeOrdering, optionsOf } from '../item/item.fixture.ts'
import { keyOf } from '../item/score-response.ts'
import type { Item } from '../item/types.ts'
import { arrangeOptions } from './arrange-options.ts'
import { assembleForm } from './assemble-form.ts'
import { makePack, makeRequest } from './pool.fixture.ts'
import { presentForm, presentItem } from './present-form.ts'
import type { Form } from './types.ts'

function draw(secretSeed = 'a3f1'.repeat(16)): Form {
  const form = assembleForm(makeRequest({ secretSeed, pack: makePack(100) }))
  if (!form.ok) throw new Error('pool too small')
  return form.value
}

const presentOne = (item: Item) => {
  const [placed] = arrangeOptions([item], '0123456789abcdef')
  return {
    placed: placed!,
    presented: presentItem({ ...placed!, position: 1, scored: true }, [
      { id: 'case', title: 'A case', text: 'Its text.' },
    ]),
  }
}

describe('presentForm', () => {
  const form = draw()
  const presented = presentForm(form)

  test('has exactly the fields that a candidate may see', () => {
    expect(Object.keys(presented).sort()).toEqual(['formId', 'items'])
    for (const item of presented.items) {
      expect(['position', 'kind', 'stem', 'select', 'options']).toEqual(
        expect.arrayContaining(Object.keys(item)),
      )
      for (const option of item.options) expect(Object.keys(option)).toEqual(['id', 'label', 'text'])
    }
  })

  test('sends no rationale, misconception, author id, hash, task or judgement', () => {
    const sent = JSON.stringify(presented)
    for (const { item } of form.items) {
      expect(sent).not.toContain(item.id)
      expect(sent).not.toContain(item.hash)
      for (const { rationale, misconception } of item.options) {
        expect(sent).not.toContain(rationale)
        if (misconception) expect(sent).not.toContain(misconception)
      }
    }
    expect(sent).not.toMatch(
      /"(key|scored|angoff|task|domain|optionOrder|rationale|cognitive|misconception)"/,
    )
  })

  test('labels options A, B, C, … by place', () => {
    for (const { options } of presented.items)
      expect(options.map(({ label }) => label).join('')).toBe('ABCDEF'.slice(0, options.length))
  })

  test('says nothing of the author order: texts follow the drawn order, which differs from secret to secret', () => {
    form.items.forEach((placed, index) => {
      const texts = presented.items[index]!.options.map(({ text }) => text)
      expect(texts).toEqual(placed.optionOrder.map((author) => placed.item.options[author]!.text))
    })
    const asWritten = form.items.filter(({ optionOrder }) =>
      optionOrder.every((author, place) => author === place),
    )
    expect(asWritten.length).toBeLessThan(form.items.length / 4)
    const other = presentForm(draw('b7c2'.repeat(16)))
    expect(other.items.map(({ stem }) => stem)).toEqual(presented.items.map(({ stem }) => stem))
    expect(other.items.map(({ options }) => options)).not.toEqual(
      presented.items.map(({ options }) => options),
    )
  })

  test('marks pretest items in no way', () => {
    const shape = (scored: boolean) =>
      new Set(
        form.items.flatMap((item, index) =>
          item.scored === scored && item.item.kind === 'multiple-choice'
            ? [Object.keys(presented.items[index]!).join()]
            : [],
        ),
      )
    expect(shape(true)).toEqual(shape(false))
  })
})

describe('presentItem', () => {
  test('gives what each kind needs, and its key can be answered', () => {
    const items = [
      makeItem(),
      makeItem({ kind: 'multiple-response', select: 2, options: optionsOf(5, [1, 3]) }),
      makeOrdering(),
      makeMatching(),
    ]
    for (const item of items) {
      const { placed, presented } = presentOne(item)
      expect(checkResponse(presented, keyOf(placed)).ok).toBe(true)
      expect(isComplete(presented, keyOf(placed))).toBe(true)
    }
  })

  test('asks for a number only where several are chosen or ordered', () => {
    expect(presentOne(makeItem()).presented).not.toHaveProperty('select')
    expect(
      presentOne(makeItem({ kind: 'multiple-response', select: 3, options: optionsOf(6, [0, 1, 2]) }))
        .presented.select,
    ).toBe(3)
    expect(presentOne(makeOrdering()).presented.select).toBe(3)
    expect(presentOne(makeMatching()).presented).not.toHaveProperty('select')
  })

  test('shows the stimulus of a case study and the prompts of a matching item', () => {
    expect(presentOne(makeItem({ stimulusId: 'case' })).presented.stimulus).toEqual({
      title: 'A case',
      text: 'Its text.',
    })
    expect(presentOne(makeItem()).presented).not.toHaveProperty('stimulus')
    const { placed, presented } = presentOne(makeMatching())
    expect(presented.prompts?.map(({ text }) => text)).toEqual(
      placed.promptOrder.map((author) => placed.item.prompts[author]!.text),
    )
  })
})
