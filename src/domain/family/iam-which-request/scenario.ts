import type { IamRequest } from '../../cloud/iam/types.ts'
import type { Clause } from '../iam/clauses.ts'
import type { Setting } from '../parts/setting.ts'

/** One request that can be asked for, with words that stand as an option. */
export type Candidate = {
  readonly id: string
  readonly words: string
  readonly request: Pick<IamRequest, 'action' | 'resource' | 'owner'>
}

/** A role, every policy that bears on it, and requests made through it. An absent layer is null. */
export type RequestScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly question: number
  readonly role: string
  readonly account: string
  readonly partner: string
  readonly identity: readonly Clause[]
  readonly boundary: readonly Clause[] | null
  readonly scp: readonly Clause[] | null
  /** Policy of a bucket in the partner's account. */
  readonly bucketPolicy: { readonly clauses: readonly Clause[]; readonly bucket: string } | null
  /** How the session was started or where requests come from, where a condition asks for it. */
  readonly circumstance: {
    readonly words: string
    readonly ctx: Readonly<Record<string, string | boolean>>
  } | null
  readonly candidates: readonly Candidate[]
}
