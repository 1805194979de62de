import { afterAll, describe, expect, test } from 'vitest'
import { makeProduct, send } from '../../../../test/support/product.ts'

const product = makeProduct()
afterAll(() => product.remove())
const review = (body: unknown) => send(product, 'POST', '/api/v1/measure/standard', body)

describe('a panel over HTTP', () => {
  test('is reviewed from its tables', async () => {
    const answer = await review({
      ratings: 'judge,round,i1,i2\nA,1,0.4,0.6\nB,1,0.6,0.8',
      scores: 'score,count\n0,1\n1,2\n2,1',
    })
    expect(answer.status).toBe(200)
    expect(answer.json).toMatchObject({
      items: 2,
      rounds: [{ round: 1, cut: 1.2, change: null }],
      compromises: { candidates: 4, beuk: null, hofstee: null },
    })
  })

  test('a fault comes with its place and in words', async () => {
    const answer = await review({ ratings: 'judge,i1\nA,7' })
    expect([answer.status, answer.json.code]).toEqual([422, 'table-malformed'])
    expect(answer.json.message).toBe('ratings, line 2, column 2: i1 is not a probability from 0 to 1.')
  })

  test('a body without ratings is refused', async () => {
    expect((await review({ scores: 'score\n1' })).status).toBe(400)
  })
})
