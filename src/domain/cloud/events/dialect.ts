import { eventBridgeFacts, snsFacts } from './facts.ts'
import type { Dialect } from './types.ts'

/**
 * What an EventBridge rule accepts.
 *
 * @see Amazon EventBridge user guide, Comparison operators for use in event patterns
 * @example eventBridgeDialect.negatable.has('suffix') // true
 */
export const eventBridgeDialect: Dialect = {
  service: 'EventBridge',
  numericBound: eventBridgeFacts.numericBound.value,
  numericDecimals: eventBridgeFacts.numericDecimals.value,
  operators: new Set([
    'prefix',
    'suffix',
    'equals-ignore-case',
    'anything-but',
    'numeric',
    'cidr',
    'exists',
    'wildcard',
  ]),
  negatable: new Set(['prefix', 'suffix', 'equals-ignore-case', 'wildcard']),
  negatesLists: true,
  wildcardComplexity: eventBridgeFacts.wildcardComplexity.value,
}

/**
 * What an SNS subscription accepts: no wildcard, and only a single prefix inside `anything-but`.
 *
 * @see Amazon SNS developer guide, Amazon SNS subscription filter policies
 * @example snsDialect.operators.has('wildcard') // false
 */
export const snsDialect: Dialect = {
  service: 'SNS',
  numericBound: snsFacts.numericBound.value,
  numericDecimals: snsFacts.numericDecimals.value,
  operators: new Set(['prefix', 'suffix', 'equals-ignore-case', 'anything-but', 'numeric', 'cidr', 'exists']),
  negatable: new Set(['prefix']),
  negatesLists: false,
  wildcardComplexity: 0,
}
