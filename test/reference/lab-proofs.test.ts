import { afterAll, describe, expect, test } from 'vitest'
import { proveLab } from '../../src/application/prove-lab.ts'
import { makeProduct } from '../support/product.ts'

const product = makeProduct()
afterAll(() => product.remove())

const labs = product.ports.labShelf.labs()

/** Variants on which every known solution is judged; `cairn lab prove --seeds 50` takes more. */
const seeds = 5

describe('graders of labs', () => {
  test('there are labs at all four levels', () => {
    expect(new Set(labs.map(({ tier }) => tier)).size).toBe(4)
    expect(labs.length).toBeGreaterThanOrEqual(16)
  })

  test.each(labs.map(({ id }) => [id] as const))(
    '%s accepts what is right on every seed and rejects what is faulty',
    { timeout: 120_000 },
    async (labId) => {
      const proof = await proveLab(product.ports, { labId, count: seeds })
      if (!proof.ok) throw new Error(proof.error.code)
      const { right, faulty, mutationScore, emptyRejected, misjudged } = proof.value
      expect(misjudged.map(({ solution, seeds: on }) => `${solution} on ${on[0]}`)).toEqual([])
      expect(right.total).toBeGreaterThanOrEqual(2)
      expect(faulty.total).toBeGreaterThanOrEqual(4)
      expect([mutationScore, emptyRejected]).toEqual([1, true])
    },
  )
})
