import { describe, expect, test } from 'vitest'
import { freeOffsets, layOut } from './layout.ts'
import { defaultPriors } from './priors.ts'

const anchor = { a: 1, b: 0, c: 0, d: 1 }

describe('layOut', () => {
  test('gives every model its slots, lines and free places', () => {
    const layout = layOut(
      {
        items: [
          { model: '2pl' },
          { model: '3pl' },
          { model: 'gpcm', maximum: 3 },
          { model: '2pl', fixed: anchor },
        ],
      },
      4,
    )
    expect(layout.items.map(({ slot, slots, row, categories }) => [slot, slots, row, categories])).toEqual([
      [0, 4, 0, 2],
      [4, 4, 2, 2],
      [8, 4, 4, 4],
      [12, 4, 8, 2],
    ])
    expect(layout.items.map(freeOffsets)).toEqual([[0, 1], [0, 1, 2], [0, 1, 2, 3], []])
    expect(layout).toMatchObject({ groupSlot: 16, length: 18, rows: 10 })
  })

  test('holds the slope of the 1PL in one parameter with many places', () => {
    const layout = layOut({ items: { model: '1pl' } }, 3)
    expect(layout.commonSlope).toEqual([0, 4, 8])
    expect(layout.free).toEqual([[0, 4, 8], [1], [5], [9]])
  })

  test('has no slope to find when it is given', () => {
    const layout = layOut({ items: { model: '1pl' }, slope: 1 }, 2)
    expect(layout.free).toEqual([[1], [5]])
  })

  test('leaves the prior of the common slope with the first item that shares it', () => {
    const setup = { model: '1pl', priors: defaultPriors } as const
    const layout = layOut({ items: [{ ...setup, fixed: anchor }, setup, setup] }, 3)
    expect(layout.items.map(({ setup: { priors } }) => priors?.logA !== undefined)).toEqual([
      false,
      true,
      false,
    ])
    expect(layout.items.every(({ setup: { priors } }) => priors?.b !== undefined)).toBe(true)
  })

  test('fixes the first group and frees the others, or all when there are anchors', () => {
    const groups = [0, 1, 1, 2]
    const free = { mean: 'free', sd: 'free' }
    expect(layOut({ items: { model: '2pl' }, groups }, 1).latent).toEqual([{ mean: 0, sd: 1 }, free, free])
    expect(layOut({ items: [{ model: '2pl', fixed: anchor }], groups }, 1).latent).toEqual([free, free, free])
  })

  test('takes latent distributions as told', () => {
    const latent = [{ mean: 0, sd: 'free' }] as const
    expect(layOut({ items: { model: '2pl' }, latent }, 1).free).toEqual([[0], [1], [5]])
  })

  test('refuses setups that do not fit the items', () => {
    expect(() => layOut({ items: [{ model: '2pl' }] }, 2)).toThrow(RangeError)
  })
})
