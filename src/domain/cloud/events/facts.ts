import { calendarDate } from '../../kernel/calendar-date.ts'
import type { CloudFact } from '../cloud-facts.ts'

const eventBridge =
  'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html'
const sns = 'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html'

const fact = (value: number, unit: string, page: string): CloudFact => ({
  value,
  unit,
  page,
  checked: calendarDate('2026-11-24'),
  validUntil: null,
})

/**
 * Limits of EventBridge patterns: the largest magnitude that `numeric` compares, the digits after its point, the product of
 * the lengths of all `$or` lists, and how complex a wildcard may be. The last one is not published: the service was seen to
 * accept a wildcard of complexity 7 and to refuse one of 11.
 *
 * @example eventBridgeFacts.orCombinations.value // 1000
 */
export const eventBridgeFacts = {
  numericBound: fact(5e9, 'number', eventBridge),
  numericDecimals: fact(6, 'digits', eventBridge),
  orCombinations: fact(1000, 'combinations', eventBridge),
  wildcardComplexity: fact(10, 'places', eventBridge),
} satisfies Readonly<Record<string, CloudFact>>

/**
 * Limits of SNS filter policies: the same for `numeric`, the names at the top of a policy, and the combinations of values.
 *
 * @example snsFacts.valueCombinations.value // 150
 */
export const snsFacts = {
  numericBound: fact(1e9, 'number', sns),
  numericDecimals: fact(5, 'digits', sns),
  keys: fact(5, 'keys', sns),
  valueCombinations: fact(150, 'combinations', sns),
} satisfies Readonly<Record<string, CloudFact>>
