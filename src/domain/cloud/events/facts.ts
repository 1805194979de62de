/** A number that a service documents and may change, with its page and the day it was last read. */
export type Fact = { readonly value: number; readonly source: string; readonly checked: string }

const eventBridge =
  'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html'
const sns = 'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html'
const checked = '2026-11-24'

/**
 * Limits of EventBridge patterns. Numbers compare within plus or minus `numericBound` with `numericDecimals` digits after
 * the point; the lengths of all `$or` lists multiply to at most `orCombinations`. `wildcardComplexity` is not published: the
 * service was seen to accept a wildcard of complexity 7 and to refuse one of 11.
 *
 * @example eventBridgeFacts.orCombinations.value // 1000
 */
export const eventBridgeFacts = {
  numericBound: { value: 5e9, source: eventBridge, checked },
  numericDecimals: { value: 6, source: eventBridge, checked },
  orCombinations: { value: 1000, source: eventBridge, checked },
  wildcardComplexity: { value: 10, source: eventBridge, checked },
} satisfies Readonly<Record<string, Fact>>

/**
 * Limits of SNS filter policies: at most `keys` names, and at most `valueCombinations` combinations of values.
 *
 * @example snsFacts.valueCombinations.value // 150
 */
export const snsFacts = {
  numericBound: { value: 1e9, source: sns, checked },
  numericDecimals: { value: 5, source: sns, checked },
  keys: { value: 5, source: sns, checked },
  valueCombinations: { value: 150, source: sns, checked },
} satisfies Readonly<Record<string, Fact>>
