import { describe, expect, test } from 'vitest'
import { makePack } from '../domain/form/pool.fixture.ts'
import { makeItem, makeMatching } from '../domain/item/item.fixture.ts'
import { calendarDate } from '../domain/kernel/calendar-date.ts'
import { lintItems } from './lint-items.ts'
import { agree, contentOf, identifiers, loaded } from './loaded-pack.fixture.ts'
import type { ContentFinding } from './ports.ts'
import { reportItemStatistics } from './report-item-statistics.ts'
import { tryItem } from './try-item.ts'

const items = makePack(40).items
const finding = (level: ContentFinding['level']): ContentFinding => ({
  file: 'a.yaml',
  line: 3,
  level,
  rule: 'schema',
  itemId: null,
  advice: 'Mend it.',
})

describe('lintItems', () => {
  test('joins the findings of items and of the pool, and counts them', () => {
    const pack = { ...loaded(items), findings: [finding('error'), finding('warning')] }
    const linted = lintItems({ content: contentOf([pack]) })
    const [report] = linted.ok ? linted.value : []
    expect(report?.items).toBe(40)
    expect(report?.findings).toHaveLength(2)
    expect(report?.pool.length).toBeGreaterThan(0)
    expect(report!.errors + report!.warnings).toBe(2 + report!.pool.length)
  })

  test('tolerates more recall in a foundational exam', () => {
    const recall = items.map((item, index) => ({
      ...item,
      cognitive: index < 14 ? ('recall' as const) : item.cognitive,
    }))
    const rules = (tier: string) => {
      const linted = lintItems({ content: contentOf([loaded(recall)], tier) })
      return linted.ok ? linted.value.flatMap(({ pool }) => pool.map(({ rule }) => rule)) : []
    }
    expect(rules('associate')).toContain('recall-share')
    expect(rules('foundational')).not.toContain('recall-share')
  })

  test('knows one pack by its code in any case, and refuses a code without a pack', () => {
    const content = contentOf([loaded(items), loaded([], [], 'TST-C02')])
    const codes = (examCode: string) => {
      const linted = lintItems({ content }, { examCode })
      return linted.ok ? linted.value.map((report) => report.examCode) : linted.error
    }
    expect(codes('tst-c02')).toEqual(['TST-C02'])
    expect(codes('nope')).toEqual({ code: 'exam-unknown', examCode: 'nope', known: ['TST-C01', 'TST-C02'] })
  })
})

describe('reportItemStatistics', () => {
  const [first, second, third] = items as readonly [(typeof items)[0], (typeof items)[0], (typeof items)[0]]
  const retired = makeItem({
    id: 'old',
    validFrom: calendarDate('2020-01-01'),
    validUntil: calendarDate('2021-01-01'),
  })
  const sheets = [
    agree(first, 'ada', { by: 'human' }),
    agree(first, 'bo'),
    agree(second, 'bo', { alternatives: [0] }),
    agree(third, 'bo', { answer: [4] }),
    agree(third, 'bo', { hash: 'older' }),
  ]
  const report = reportItemStatistics({ content: contentOf([loaded([...items, retired], sheets)]) })
  const [pack] = report.ok ? report.value.packs : []

  test('counts what is in use, retired items apart', () => {
    expect(pack).toMatchObject({ examCode: 'TST-C01', items: 40, operational: 1, writtenBy: { model: 40 } })
    expect(pack?.states).toEqual({ disputed: 2, 'in-review': 37, operational: 1, retired: 1 })
    expect(pack?.kinds).toEqual({ 'multiple-choice': 32, 'multiple-response': 8 })
    expect(Object.values(pack!.domains).reduce((a, b) => a + b, 0)).toBe(40)
    expect(Object.keys(pack!.tasks)).toHaveLength(14)
    expect(pack?.angoff?.mean).toBeGreaterThan(0.5)
    expect(pack?.guesser).toHaveLength(8)
    expect(pack?.style.length).toBeGreaterThan(3)
  })

  test('shows people and models apart, with what their sheets said', () => {
    expect(pack?.solvers).toEqual([
      { solver: 'ada', by: 'human', sheets: 1, agreeing: 1, disagreeing: 0, doubting: 0, voided: 0 },
      { solver: 'bo', by: 'model', sheets: 4, agreeing: 2, disagreeing: 1, doubting: 1, voided: 1 },
    ])
  })

  test('finds near-duplicates across packs', () => {
    const texts =
      'The quick brown fox of the zoo jumps over nine lazy dogs while twelve keepers sleep. Which one?'
    const one = makeItem({ id: 'one', stem: texts })
    const two = makeItem({ id: 'two', stem: texts })
    const content = contentOf([loaded([one]), loaded([two], [], 'TST-C02')])
    const similar = reportItemStatistics({ content }, { examCode: 'TST-C02' })
    expect(similar.ok && similar.value.packs.map(({ examCode }) => examCode)).toEqual(['TST-C02'])
    expect(similar.ok && similar.value.similar).toEqual([
      { a: 'one', b: 'two', similarity: 1, enemies: false },
    ])
  })

  test('reports an empty pack and refuses an unknown one', () => {
    const empty = reportItemStatistics({ content: contentOf([loaded([])]) })
    expect(empty.ok && empty.value.packs[0]).toMatchObject({ items: 0, angoff: null, solvers: [] })
    expect(reportItemStatistics({ content: contentOf([]) }, { examCode: 'nope' }).ok).toBe(false)
  })
})

describe('tryItem', () => {
  const content = contentOf([loaded([makeItem({ id: 'one' }), { ...makeMatching(), id: 'two' }])])

  test('shows an item as a candidate would see it, and nothing of its key', () => {
    const tried = tryItem({ content, identifiers }, { itemId: 'one', reveal: false })
    expect(tried).toMatchObject({
      ok: true,
      value: { itemId: 'one', examCode: 'TST-C01', standing: { state: 'in-review' } },
    })
    expect(JSON.stringify(tried)).not.toMatch(/Because of|rationale|"key"|Belief/)
  })

  test('reveals key, rationales and references when asked', () => {
    const tried = tryItem({ content, identifiers }, { itemId: 'one', reveal: true })
    const { presented, answer } = tried.ok ? tried.value : ({} as never)
    const keyed = answer!.rationales.find(({ inKey }) => inKey)!
    expect(answer!.key).toEqual({ selected: [keyed.optionId] })
    expect(presented.options.find(({ id }) => id === keyed.optionId)?.text).toBe('Option B')
    expect(answer!.references).toHaveLength(1)
  })

  test('refuses an item that no pack has', () => {
    expect(tryItem({ content, identifiers }, { itemId: 'nope', reveal: true })).toEqual({
      ok: false,
      error: { code: 'item-unknown', itemId: 'nope' },
    })
  })
})
