import type { IamCase } from '../../cloud/iam/types.ts'
import { believing, seeing, type View } from '../control/proposals.ts'
import { type Document, policyOf, type Statement, withoutConditions } from '../iam/policies.ts'
import { type KeyGround, permit, rootArn } from './ground.ts'

const statementsOf = ({ resourcePolicy }: IamCase): readonly Statement[] =>
  (resourcePolicy as Document).Statement
const ownOf = ({ identity }: IamCase): readonly Statement[] =>
  (identity as Document | undefined)?.Statement ?? []
const accountOf = (arn: string): string => arn.split(':')[4] ?? ''

const withStatement = (asked: IamCase, added: Statement): IamCase => ({
  ...asked,
  resourcePolicy: policyOf([...statementsOf(asked), added]),
})
const opened = (asked: IamCase): IamCase => withStatement(asked, permit(asked.principal, 'kms:Decrypt'))
const withOwnAllow = (asked: IamCase): IamCase => ({
  ...asked,
  identity: policyOf([{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' }]),
})
const withoutGrants = (asked: IamCase): IamCase => ({ ...asked, kms: { grants: [] } })

/** The account principal is taken for everybody in the account. */
const rootAsEverybody = (asked: IamCase): IamCase => {
  const named = statementsOf(asked).some(({ Principal }) =>
    JSON.stringify(Principal)?.includes(rootArn(accountOf(asked.principal))),
  )
  return named && accountOf(asked.principal) === asked.owner ? opened(asked) : asked
}

/** The same request under other IAM policies; without a statement there is no policy. */
const withOwn = ({ identity: _, ...asked }: IamCase, statements: readonly Statement[]): IamCase =>
  statements.length === 0 ? asked : { ...asked, identity: policyOf(statements) }

const wildcardSpared = (asked: IamCase): IamCase =>
  withOwn(
    asked,
    ownOf(asked).filter(({ Action }) => Action !== '*'),
  )

const grantsForAll = (asked: IamCase): IamCase => ({
  ...asked,
  kms: {
    grants: (asked.kms?.grants ?? []).map((grant) => ({
      ...grant,
      operations: [...grant.operations, 'Decrypt'],
    })),
  },
})

/** Naming another account, or one of its roles, is taken to be enough. */
const oneSide = (asked: IamCase): IamCase =>
  accountOf(asked.principal) === asked.owner ? asked : withOwnAllow(asked)

const aliasAsKey = (asked: IamCase): IamCase =>
  withOwn(
    asked,
    ownOf(asked).map((statement) =>
      String(statement.Resource).includes(':alias/') ? { ...statement, Resource: '*' } : statement,
    ),
  )

/** Grants are taken to end where the key policy no longer hands decisions to the account without a condition. */
const grantsHang = (asked: IamCase): IamCase => {
  const delegates = statementsOf(asked).some(
    ({ Principal, Condition }) =>
      Condition === undefined && JSON.stringify(Principal)?.includes(rootArn(asked.owner ?? '')),
  )
  return delegates ? asked : withoutGrants(asked)
}

const emptyIsPowerless = (asked: IamCase): IamCase =>
  asked.identity === undefined ? withoutGrants(asked) : asked

const besideEnds: View = ({ asked, beside }) => (beside === 'rotated' ? withoutGrants(asked) : asked)

const bucketOpens: View = ({ asked, beside, wanted }) =>
  beside === 'bucket-policy' && wanted ? withOwnAllow(opened(asked)) : asked

/** False beliefs about who may use a key. */
export const keyBeliefs = [
  believing<KeyGround>(
    'iam-alone',
    'An IAM policy that allows decryption works whatever the key policy says.',
    seeing((asked) => withStatement(asked, permit(rootArn(accountOf(asked.principal)), 'kms:Decrypt'))),
  ),
  believing<KeyGround>(
    'wildcard-spares-keys',
    'An administrator policy with wildcards leaves AWS KMS keys out.',
    seeing(wildcardSpared),
  ),
  believing<KeyGround>(
    'root-is-everybody',
    'A key policy that names the account lets every role of the account decrypt.',
    seeing(rootAsEverybody),
  ),
  believing<KeyGround>(
    'via-service-ignored',
    'A condition on the calling service leaves direct calls of the same role alone.',
    seeing((asked) => ({ ...asked, resourcePolicy: withoutConditions(asked.resourcePolicy as Document) })),
  ),
  believing<KeyGround>(
    'grant-covers-all',
    'A grant lets its grantee use the key for every cryptographic operation.',
    seeing(grantsForAll),
  ),
  believing<KeyGround>(
    'one-side-enough',
    'A key policy that names another account or its role is enough for the role there.',
    seeing(oneSide),
  ),
  believing<KeyGround>(
    'bucket-opens-key',
    'Whoever may read a bucket may use the key that its objects are encrypted with.',
    bucketOpens,
  ),
  believing<KeyGround>(
    'alias-is-key',
    'A policy that names the alias of a key covers the key behind it.',
    seeing(aliasAsKey),
  ),
  believing<KeyGround>(
    'grant-hangs-on-policy',
    'A grant works for as long as the key policy delegates to the account without conditions.',
    seeing(grantsHang),
  ),
  believing<KeyGround>(
    'empty-role-is-powerless',
    'A role without IAM policies can do nothing.',
    seeing(emptyIsPowerless),
  ),
  believing<KeyGround>(
    'rotation-ends-access',
    'Rotating a key ends the access that was given to it before.',
    besideEnds,
  ),
]
