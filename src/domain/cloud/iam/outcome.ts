import type { Support } from './support.ts'
import type { Because, DecidingLayer, IamDecision } from './types.ts'

const nowhere = { policy: null, statement: null, effect: null } as const

/** Allowed by a statement, a grant or an access control list. */
export function allowBy({ layer, policy, statement }: Support, text: string): IamDecision {
  return {
    decision: 'allow',
    because: { layer, policy, statement, effect: 'Allow', text: `Allowed: ${text}` },
  }
}

/** Allowed by a rule that no document holds. */
export const allowByRule = (layer: DecidingLayer, text: string): IamDecision => ({
  decision: 'allow',
  because: { layer, ...nowhere, text: `Allowed: ${text}` },
})

/** Denied because a layer that must allow does not. */
export const implicitDeny = (layer: DecidingLayer, text: string): IamDecision => ({
  decision: 'implicit',
  because: { layer, ...nowhere, text: `Implicit deny: ${text}` },
})

/** Denied outright, by a statement or a setting. */
export function explicitDeny({ layer, policy, statement, text }: Omit<Because, 'effect'>): IamDecision {
  return {
    decision: 'explicit',
    because: { layer, policy, statement, effect: 'Deny', text: `Explicit deny: ${text}` },
  }
}
