import type { Asking } from './asking.ts'

const trustActions = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setcontext',
  'sts:setsourceidentity',
  'sts:tagsession',
])

/**
 * True when the request is to assume a role, which the role's trust policy must then allow.
 *
 * @see IAM user guide, Policy evaluation logic (role trust policies must explicitly allow access)
 */
export const isRoleTrust = ({ view }: Asking): boolean =>
  trustActions.has(view.actionKey) && /^arn:[^:]+:iam::[^:]*:role\//.test(view.resource)
