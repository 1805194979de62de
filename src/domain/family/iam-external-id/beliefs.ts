import { believing } from '../control/proposals.ts'
import { achieving, type Scene } from '../iam/moves.ts'

const statements = {
  'named-role-needs-no-id':
    "A trust policy that names the vendor's role instead of its account needs no external ID.",
  'org-of-the-customer':
    'aws:PrincipalOrgID names the organization of the account for which the caller works.',
  'role-policy-guards-entry': 'The permissions policy of a role decides who may assume it.',
  'name-is-secret': 'A role whose name is hard to guess needs no condition in its trust policy.',
  'session-name-is-id': 'The role session name and the external ID are one parameter of AssumeRole.',
  'tag-carries-id': 'A tag of a role stands in for a parameter that the caller leaves out.',
  'id-is-a-password': 'An external ID is a secret that is enough to tell who calls.',
  'id-names-caller': 'The external ID belongs to the caller and has to change when the caller does.',
  'works-is-enough': 'A change that lets the vendor in is right, whoever else gets in.',
  'trust-is-enough': 'A role that another account trusts needs no permission of its own to call AssumeRole.',
} as const

/** False beliefs about trust across accounts: what they say of a change is taken to be so. */
export const trustBeliefs = Object.entries(statements).map(([id, statement]) =>
  believing<Scene>(id, statement, achieving(id)),
)
