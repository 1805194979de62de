import { decideRequest } from '../../cloud/iam/decide.ts'
import { compileSituation } from '../../cloud/iam/situation.ts'
import type { IamCase, IamDecision } from '../../cloud/iam/types.ts'
import { CairnError } from '../../kernel/cairn-error.ts'

/**
 * Decides one case by the IAM model.
 * @throws CairnError `family-policy-malformed` where the family wrote documents that no service would take
 * @example decideAccess({ principal, action: 's3:GetObject', resource, identity }).decision // 'allow'
 */
export function decideAccess(asked: IamCase): IamDecision {
  const situation = compileSituation(asked)
  if (!situation.ok) throw new CairnError('family-policy-malformed', JSON.stringify(situation.error.findings))
  const decided = decideRequest(situation.value, asked)
  if (!decided.ok) throw new CairnError('family-policy-malformed', decided.error.text)
  return decided.value
}

/** True when the IAM model allows the case. @example isAllowed({ principal, action: 's3:GetObject', resource }) // false */
export const isAllowed = (asked: IamCase): boolean => decideAccess(asked).decision === 'allow'
