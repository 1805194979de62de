import type { Reference } from '../../item/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/'

const pages = {
  evaluation: ['Policy evaluation logic', 'reference_policies_evaluation-logic.html'],
  boundaries: ['Permissions boundaries for IAM entities', 'access_policies_boundaries.html'],
  crossAccount: [
    'Cross-account policy evaluation logic',
    'reference_policies_evaluation-logic-cross-account.html',
  ],
  troubleshoot: ['Troubleshoot access denied error messages', 'troubleshoot_access-denied.html'],
  sessionPolicies: ['Policies and permissions in IAM', 'access_policies.html'],
  multivalued: [
    'Single-valued vs. multivalued context keys',
    'reference_policies_condition-single-vs-multi-valued-context-keys.html',
  ],
  tags: ['Controlling access to AWS resources using tags', 'access_tags.html'],
  leastPrivilege: ['Prepare for least-privilege permissions', 'getting-started-reduce-permissions.html'],
  mfa: ['Secure API access with MFA', 'id_credentials_mfa_configure-api-require.html'],
  operators: [
    'IAM JSON policy elements: Condition operators',
    'reference_policies_elements_condition_operators.html',
  ],
  globalKeys: ['AWS global condition context keys', 'reference_policies_condition-keys.html'],
  externalId: ['Access to AWS accounts owned by third parties', 'id_roles_common-scenarios_third-party.html'],
  abac: [
    'Define permissions based on attributes with ABAC authorization',
    'introduction_attribute-based-access-control.html',
  ],
  confusedDeputy: ['The confused deputy problem', 'confused-deputy.html'],
  variables: ['IAM policy elements: Variables and tags', 'reference_policies_variables.html'],
} as const

/** A page of the IAM user guide, as read on the day it was checked. @example iamReference('evaluation').title // 'Policy evaluation logic' */
export function iamReference(page: keyof typeof pages): Reference {
  const [title, path] = pages[page]
  return { title, url: `${guide}${path}`, checked: calendarDate('2026-11-24') }
}

const developerGuide = 'https://docs.aws.amazon.com/kms/latest/developerguide/'

const kmsPages = {
  keyPolicies: ['Default key policy', 'key-policy-default.html'],
  grants: ['Grants in AWS KMS', 'grants.html'],
  otherAccounts: [
    'Allowing users in other accounts to use a KMS key',
    'key-policy-modifying-external-accounts.html',
  ],
} as const

/** A page of the AWS KMS developer guide. @example kmsReference('grants').title // 'Grants in AWS KMS' */
export function kmsReference(page: keyof typeof kmsPages): Reference {
  const [title, path] = kmsPages[page]
  return { title, url: `${developerGuide}${path}`, checked: calendarDate('2026-11-24') }
}

const storageGuide = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/'

const s3Pages = {
  blockPublicAccess: [
    'Blocking public access to your Amazon S3 storage',
    'access-control-block-public-access.html',
  ],
  objectOwnership: [
    'Controlling ownership of objects and disabling ACLs for your bucket',
    'about-object-ownership.html',
  ],
} as const

/** A page of the Amazon S3 user guide. @example s3Reference('objectOwnership').checked // '2026-11-24' */
export function s3Reference(page: keyof typeof s3Pages): Reference {
  const [title, path] = s3Pages[page]
  return { title, url: `${storageGuide}${path}`, checked: calendarDate('2026-11-24') }
}

const organizationsGuide = 'https://docs.aws.amazon.com/organizations/latest/userguide/'

const organizationsPages = {
  scps: ['Service control policies (SCPs)', 'orgs_manage_policies_scps.html'],
  scpExamples: ['Service control policy examples', 'orgs_manage_policies_scps_examples.html'],
} as const

/** A page of the AWS Organizations user guide. @example organizationsReference('scps').checked // '2026-11-24' */
export function organizationsReference(page: keyof typeof organizationsPages): Reference {
  const [title, path] = organizationsPages[page]
  return { title, url: `${organizationsGuide}${path}`, checked: calendarDate('2026-11-24') }
}
