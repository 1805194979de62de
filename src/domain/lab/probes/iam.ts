import { decideRequest } from '../../cloud/iam/decide.ts'
import { readCase } from '../../cloud/iam/read-case.ts'
import { compileSituation } from '../../cloud/iam/situation.ts'
import type { ActionCatalogue } from '../../cloud/iam/types.ts'
import { invalid, type Probe } from '../grade.ts'

/**
 * Asks IAM whether a request is allowed: a case is one of `cloud iam evaluate`, the answer `allow` or `deny` with the
 * statement or layer that decided.
 */
export const iamProbe =
  (catalogue?: ActionCatalogue): Probe =>
  (ask) => {
    const read = readCase(ask)
    if (!read.ok) return invalid(read.error.faults.join('; '))
    const situation = compileSituation(read.value.case)
    if (!situation.ok)
      return invalid(situation.error.findings.map(({ at, text }) => `${at}: ${text}`).join('; '))
    const decided = decideRequest(situation.value, read.value.case, catalogue)
    if (!decided.ok) return invalid(decided.error.text)
    const { decision, because } = decided.value
    return { answer: decision === 'allow' ? 'allow' : 'deny', because: because.text }
  }
