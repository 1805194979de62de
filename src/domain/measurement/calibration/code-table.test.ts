import { describe, expect, test } from 'vitest'
import { responseMatrix } from '../model/response-matrix.ts'
import { codeResponses } from './code-table.ts'
import { layOut } from './layout.ts'
import { simulatedData, simulatedPartialCredit, withGaps } from './simulated.fixture.ts'

/** Reads a code back into the responses it stands for; the category after the last is a missing answer. */
function decode(code: number, items: readonly { radix: number; stride: number }[]): number[] {
  return items.map(({ radix, stride }) => Math.floor(code / stride) % radix)
}

describe('codeResponses', () => {
  const everyone = (count: number) => Array.from({ length: count }, (_, row) => row)

  test('puts eight complete items, or five with gaps, into a byte', () => {
    const { responses } = simulatedData('codes', { model: '2pl', persons: 50, items: 17 })
    const { items } = layOut({ items: { model: '2pl' } }, 17)
    expect(codeResponses(responses, items, everyone(50)).groups.map((group) => group.items.length)).toEqual([
      8, 8, 1,
    ])
    const gappy = codeResponses(withGaps(responses, 0.3, 'gaps'), items, everyone(50))
    expect(gappy.groups.map((group) => group.items.length)).toEqual([5, 5, 5, 2])
    expect(gappy.groups.map(({ size, offset }) => [size, offset])).toEqual([
      [243, 0],
      [243, 243],
      [243, 486],
      [9, 729],
    ])
  })

  test('loses nothing: every code reads back as the responses', () => {
    const { responses } = simulatedPartialCredit('partial codes', 40, 9)
    const gappy = withGaps(responses, 0.2, 'partial gaps')
    const { items } = layOut({ items: { model: 'gpcm', maximum: 2 } }, 9)
    const { groups, codes } = codeResponses(gappy, items, everyone(40))
    for (let person = 0; person < 40; person++) {
      const read = groups.flatMap((group, place) => decode(codes[place * 40 + person]!, group.items))
      const cells = [...gappy.cells.subarray(person * 9, (person + 1) * 9)]
      expect(read).toEqual(cells.map((cell) => Math.min(cell, 3)))
    }
  })

  test('codes the persons it is asked for, in that order', () => {
    const matrix = responseMatrix([
      [1, 0],
      [0, 1],
      [1, 1],
    ])
    const { items } = layOut({ items: { model: '2pl' } }, 2)
    expect(codeResponses(matrix, items, [2, 0]).codes).toEqual(Uint8Array.of(3, 1))
  })
})
