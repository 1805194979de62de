import { fail, ok, type Result } from '../../kernel/result.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { alternativesOf } from './alternatives.ts'
import { compilePattern } from './compile-pattern.ts'
import { snsDialect } from './dialect.ts'
import type { Branch } from './expand-pattern.ts'
import { snsFacts } from './facts.ts'
import type { EventTest, PatternFinding, PatternRefused } from './types.ts'

/** What a filter policy looks at: the attributes of a message (the default of the service), or its body. */
export type FilterScope = 'MessageAttributes' | 'MessageBody'

/** The names at the top of a policy, those of `$or` alternatives among them. */
function topNames(policy: JsonObject): ReadonlySet<string> {
  return new Set(
    Object.entries(policy).flatMap(([name, value]) => {
      const alternatives = alternativesOf(name, value)
      return alternatives === null
        ? [name]
        : alternatives.filter(isJsonObject).flatMap((one) => [...topNames(one)])
    }),
  )
}

function nestedNames(policy: JsonObject): readonly string[] {
  return Object.entries(policy).flatMap(([name, value]) => {
    const alternatives = alternativesOf(name, value)
    if (alternatives !== null) return alternatives.filter(isJsonObject).flatMap(nestedNames)
    return isJsonObject(value) ? [name] : []
  })
}

/** In the body, each list counts once for every level that it stands below. */
function combinationsOf(branch: Branch, scope: FilterScope): number {
  const factors = [...branch].map(([path, { entries }]) =>
    scope === 'MessageBody' ? entries * path.split('.').length : entries,
  )
  return factors.reduce((product, factor) => product * factor, 1)
}

function limitFindings(
  policy: JsonObject,
  branches: readonly Branch[],
  scope: FilterScope,
): PatternFinding[] {
  const { keys, valueCombinations } = snsFacts
  const names = topNames(policy).size
  const combinations = branches.reduce((sum, branch) => sum + combinationsOf(branch, scope), 0)
  const texts = [
    ...(names > keys.value ? [`has ${names} keys, and ${keys.value} are allowed`] : []),
    ...(combinations > valueCombinations.value
      ? [`has ${combinations} combinations of values, and ${valueCombinations.value} are allowed`]
      : []),
  ]
  return texts.map((text) => ({ at: 'the policy', text }))
}

/**
 * Compiles a filter policy of an SNS subscription, to be asked about many messages.
 *
 * @returns a test of what `messageEvent` makes of a message, or `event-pattern-refused` with every fault and its path
 * @see Amazon SNS developer guide, Amazon SNS subscription filter policies; Filter policy constraints in Amazon SNS
 * @example compileFilterPolicy({ store: ['books'] }, 'MessageAttributes').ok // true
 */
export function compileFilterPolicy(policy: unknown, scope: FilterScope): Result<EventTest, PatternRefused> {
  const compiled = compilePattern(policy, snsDialect)
  if (!compiled.ok || !isJsonObject(policy)) return compiled.ok ? ok(compiled.value.matches) : compiled
  const nested = scope === 'MessageAttributes' ? nestedNames(policy) : []
  const findings = [
    ...nested.map((at) => ({ at, text: 'attributes have no fields inside: use the scope MessageBody' })),
    ...limitFindings(policy, compiled.value.branches, scope),
  ]
  return findings.length > 0 ? fail({ code: 'event-pattern-refused', findings }) : ok(compiled.value.matches)
}
