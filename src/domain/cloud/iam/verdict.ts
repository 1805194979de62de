import type { Policy } from './policy.ts'
import type { Caller, Reach } from './principal-element.ts'
import { type RequestView, type Statement, statementApplies } from './statement.ts'

/** A statement that applies to a request, and how its Principal element reaches the caller. */
export type Match = { readonly policy: Policy; readonly statement: Statement; readonly reach: Reach }

/** What a set of policies says: its first applicable deny, and its allow of the strongest reach. */
export type Verdict = { readonly deny: Match | null; readonly allow: Match | null }

/** The verdict of no policies. */
export const silence: Verdict = { deny: null, allow: null }

const strength: Readonly<Record<Reach, number>> = { account: 1, entity: 2, direct: 3 }

/**
 * The stronger of two ways to be reached; the first where they are equal.
 *
 * @example strongest(null, { reach: 'account' })?.reach // 'account'
 */
export function strongest<T extends { readonly reach: Reach }>(one: T | null, other: T | null): T | null {
  if (one === null || other === null) return one ?? other
  return strength[other.reach] > strength[one.reach] ? other : one
}

/**
 * Judges policies together: statements and documents are alternatives, and their order never matters to the decision.
 *
 * @see IAM user guide, Policies and permissions (multiple statements and multiple policies)
 */
export function judge(policies: readonly Policy[], view: RequestView, caller: Caller): Verdict {
  let verdict = silence
  for (const policy of policies) {
    for (const statement of policy.statements) {
      const { deny, allow } = verdict
      if (statement.effect === 'Deny' ? deny !== null : allow?.reach === 'direct') continue
      const reach = statementApplies(statement, view, caller)
      if (reach === null) continue
      const match = { policy, statement, reach }
      verdict =
        statement.effect === 'Deny' ? { deny: match, allow } : { deny, allow: strongest(allow, match) }
    }
  }
  return verdict
}
