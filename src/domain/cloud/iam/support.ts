import type { Reach } from './principal-element.ts'
import type { DecidingLayer } from './types.ts'
import type { Match } from './verdict.ts'

/** Something on the side of the resource or of the identity that allows a request; `words` is its subject in a sentence. */
export type Support = {
  readonly layer: DecidingLayer
  readonly policy: string
  readonly statement: number | null
  readonly reach: Reach
  readonly words: string
}

/** A matching Allow statement as support. */
export const supportOf = ({ policy, statement, reach }: Match, words: string): Support => ({
  layer: policy.layer,
  policy: policy.path,
  statement: statement.index,
  reach,
  words,
})
