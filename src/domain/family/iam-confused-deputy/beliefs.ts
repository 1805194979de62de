import { believing } from '../control/proposals.ts'
import { achieving, type Scene } from '../iam/moves.ts'

const statements = {
  'service-calls-from-our-network': 'A service that acts for us calls from our own address range.',
  'service-belongs-to-organization':
    'A service principal carries the organization of the customer that it acts for.',
  'service-calls-as-account': 'A service that acts for an account calls as a principal of that account.',
  'account-is-one-source': 'What is true of one source in an account is true of the others there.',
  'name-is-secret': 'A resource whose name is hard to guess needs no condition in its policy.',
  'service-is-public': 'S3 Block Public Access keeps services out that act for strangers.',
  'role-guards-entry': "A function's execution role decides who may start the function.",
  'encryption-tells-apart':
    'Encryption with a customer managed key keeps a service from acting for strangers.',
  'allow-first-wins': 'An Allow statement in front of a Deny statement wins.',
  'source-org-for-people': 'aws:SourceOrgID holds the organization of whoever makes a request.',
  'if-exists-spares': 'IfExists makes a Deny statement skip requests that lack the key.',
  'service-writes-by-role': 'Log files are delivered under a role of the account.',
  'arn-names-owner': 'The ARN of a bucket tells whose it is.',
} as const

/** False beliefs about services that act for somebody: what they say of a change is taken to be so. */
export const deputyBeliefs = Object.entries(statements).map(([id, statement]) =>
  believing<Scene>(id, statement, achieving(id)),
)
