import type { IamCase } from '../../cloud/iam/types.ts'
import { isAllowed } from '../iam/ask.ts'
import type { Clause } from '../iam/clauses.ts'
import { type Document, fullAccess, policyOf, withoutConditions, withoutDenies } from '../iam/policies.ts'
import type { Answers, Misconception } from '../types.ts'
import type { Candidate, RequestScenario } from './scenario.ts'

const documentOf = (clauses: readonly Clause[]): Document =>
  policyOf(clauses.map(({ statement }) => statement))

/** The case of one candidate, every layer in its place. */
export function caseOf(scenario: RequestScenario, { request }: Candidate): IamCase {
  const { account, role, identity, boundary, scp, bucketPolicy, circumstance, partner } = scenario
  const foreign = request.owner === partner
  return {
    principal: `arn:aws:sts::${account}:assumed-role/${role}/session`,
    ...request,
    ctx: circumstance?.ctx ?? {},
    identity: documentOf(identity),
    ...(boundary === null ? {} : { boundary: documentOf(boundary) }),
    ...(scp === null
      ? {}
      : {
          scp: [
            {
              id: 'OU',
              policies: [fullAccess, documentOf(scp)].filter(({ Statement }) => Statement.length > 0),
            },
          ],
        }),
    ...(foreign && bucketPolicy !== null ? { resourcePolicy: documentOf(bucketPolicy.clauses) } : {}),
  }
}

type Ablation = (asked: IamCase) => IamCase

/** Candidates that succeed when each case is seen through a belief. */
const succeeding =
  (ablate: Ablation) =>
  (scenario: RequestScenario): Answers =>
    scenario.candidates
      .filter((candidate) => isAllowed(ablate(caseOf(scenario, candidate))))
      .map(({ id }) => id)

/** The requests that succeed. */
export const solveRequests = succeeding((asked) => asked)

const identityOf = ({ identity }: IamCase): Document => identity as Document

const without = (asked: IamCase, layer: 'boundary' | 'scp'): IamCase => {
  const { [layer]: _, ...rest } = asked
  return rest
}

/** A boundary that grants is one more identity-based policy. */
const withBoundaryAsGrant: Ablation = (asked) =>
  asked.boundary === undefined ? asked : { ...asked, identity: [asked.identity, asked.boundary] }

/** One side suffices where the resource is thought to be in the caller's own account. */
const asOneAccount: Ablation = (asked) => ({ ...asked, owner: asked.principal.split(':')[4] ?? '' })

/** Beliefs about how policies of several kinds work together. */
export const requestMisconceptions: readonly Misconception<RequestScenario>[] = [
  {
    id: 'allow-outweighs-deny',
    statement: 'A broad allow outweighs a narrower explicit deny.',
    solve: succeeding((asked) => ({ ...asked, identity: withoutDenies(identityOf(asked)) })),
  },
  {
    id: 'boundary-grants',
    statement: 'A permissions boundary grants the actions that it lists.',
    solve: succeeding(withBoundaryAsGrant),
  },
  {
    id: 'boundary-ignored',
    statement: 'A permissions boundary does not limit what is granted to the role directly.',
    solve: succeeding((asked) => without(asked, 'boundary')),
  },
  {
    id: 'scp-ignored',
    statement: 'A service control policy does not bind a role that its account grants permissions to.',
    solve: succeeding((asked) => without(asked, 'scp')),
  },
  {
    id: 'condition-ignored',
    statement: 'An allow statement applies even where its condition is not met.',
    solve: succeeding((asked) => ({ ...asked, identity: withoutConditions(identityOf(asked)) })),
  },
  {
    id: 'one-side-enough',
    statement: 'Across accounts a bucket policy is enough without an identity-based allow.',
    solve: succeeding(asOneAccount),
  },
]
