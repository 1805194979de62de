import { describe, expect, test } from 'vitest'
import { logicalOrder } from './logical-order.ts'

describe('logicalOrder', () => {
  test.each<[string, string[], number[]]>([
    ['whole numbers', ['10', '2', '33', '4'], [1, 3, 0, 2]],
    ['durations in different units', ['2 hours', '30 minutes', '1 day', '90 seconds'], [3, 1, 0, 2]],
    ['sizes in different units', ['1 TB', '500 GB', '50 MB', '2 TiB'], [2, 1, 0, 3]],
    ['shares', ['99.99%', '99.9%', '99.5%', '100%'], [2, 1, 0, 3]],
    ['counts of one thing', ['3 copies', '1 copy', '2 copies', '6 copies'], []],
    ['amounts of money', ['$1,000', '$20', '$3'], [2, 1, 0]],
    ['counts with a plural s', ['3 zones', '1 zone', '2 zones'], [1, 2, 0]],
  ])('sorts %s', (_, texts, order) => {
    // "copy" and "copies" are not one unit: such options keep the form's order.
    expect(logicalOrder(texts)).toEqual(order.length > 0 ? order : null)
  })

  test.each<[string, string[]]>([
    ['words', ['Amazon S3', 'Amazon EBS']],
    ['words that hold numbers', ['Use 2 zones', 'Use 3 zones']],
    ['a number among words', ['3', 'Three', '4']],
    ['two dimensions', ['2 hours', '3 GB']],
    ['equal quantities', ['60 minutes', '1 hour', '2 hours']],
    ['nothing', []],
  ])('finds no order in %s', (_, texts) => {
    expect(logicalOrder(texts)).toBeNull()
  })
})
