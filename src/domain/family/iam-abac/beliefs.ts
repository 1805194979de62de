import type { IamCase } from '../../cloud/iam/types.ts'
import { believing, seeing, type View } from '../control/proposals.ts'
import { type Document, policyOf, type Statement } from '../iam/policies.ts'
import type { TagGround } from './ground.ts'

type Ctx = Readonly<Record<string, string>>
type Condition = NonNullable<Statement['Condition']>

const ctxOf = (asked: IamCase): Ctx => (asked.ctx ?? {}) as Ctx
const textOf = ({ identity }: IamCase): string => JSON.stringify(identity)
const withCtx = (asked: IamCase, more: Ctx): IamCase => ({ ...asked, ctx: { ...more, ...asked.ctx } })

/** Names of the tags that the policy compares. */
const namesIn = (asked: IamCase): string[] => [
  ...new Set([...textOf(asked).matchAll(/ResourceTag\/([a-z-]+)/g)].map(([, name = '']) => name)),
]

/** Two sides that both lack a tag are taken to agree in it. */
const untaggedMatch = (asked: IamCase): IamCase => {
  const ctx = ctxOf(asked)
  const lacking = namesIn(asked).filter(
    (name) => ctx[`aws:PrincipalTag/${name}`] === undefined && ctx[`aws:ResourceTag/${name}`] === undefined,
  )
  if (lacking.length === 0) return asked
  const filled = lacking.flatMap((name) => [
    [`aws:PrincipalTag/${name}`, '-'],
    [`aws:ResourceTag/${name}`, '-'],
  ])
  return withCtx(asked, Object.fromEntries(filled))
}

/** The default value of a variable is taken for that of a resource without the tag. */
const defaultOnResource = (asked: IamCase): IamCase => {
  const [, name, value] = /PrincipalTag\/([a-z-]+), '([^']+)'/.exec(textOf(asked)) ?? []
  return name === undefined || value === undefined
    ? asked
    : withCtx(asked, { [`aws:ResourceTag/${name}`]: value })
}

/** Tags that a request would set are taken for those of the resource. */
const requestTags = (asked: IamCase): IamCase => {
  if (!textOf(asked).includes('RequestTag')) return asked
  const tags = Object.entries(ctxOf(asked)).filter(([key]) => key.startsWith('aws:ResourceTag/'))
  return withCtx(
    asked,
    Object.fromEntries(tags.map(([key, value]) => [key.replace('ResourceTag', 'RequestTag'), value])),
  )
}

/** IfExists is taken to skip keys whose tag the caller lacks. */
const skippedForCaller = (asked: IamCase): IamCase => {
  if (!textOf(asked).includes('IfExists')) return asked
  const ctx = ctxOf(asked)
  const kept = ({ StringEqualsIfExists = {} }: Condition): Condition => ({
    StringEquals: Object.fromEntries(
      Object.entries(StringEqualsIfExists).filter(
        ([key]) => ctx[key.replace('ResourceTag', 'PrincipalTag')] !== undefined,
      ),
    ),
  })
  return {
    ...asked,
    identity: policyOf(
      (asked.identity as Document).Statement.map((statement) => ({
        ...statement,
        Condition: kept(statement.Condition ?? {}),
      })),
    ),
  }
}

/** Under IfExists, callers who are not of the group are taken to be refused. */
const ifExistsIsStrict: View = ({ asked, wanted }) =>
  !wanted && textOf(asked).includes('IfExists') ? null : asked

/** A second value is taken to be meant for callers without the tag. */
const valueForUntagged: View = ({ asked, who }) =>
  who === 'member' && /"aws:ResourceTag\/[a-z-]+":\[/.test(textOf(asked)) ? null : asked

/** What a change did outside of policy and tags is taken to do what is wanted. */
const achieving =
  (what: string): View =>
  ({ asked, beside }) =>
    beside === what ? null : asked

/** False beliefs about access by tags. */
export const tagBeliefs = [
  believing<TagGround>(
    'untagged-match',
    'A caller without a tag and a resource without it count as a match.',
    seeing(untaggedMatch),
  ),
  believing<TagGround>(
    'default-on-resource',
    'The default value of a policy variable stands in for a missing tag of the resource too.',
    seeing(defaultOnResource),
  ),
  believing<TagGround>(
    'request-tag-is-resource-tag',
    'aws:RequestTag holds the tags of the resource that a request names.',
    seeing(requestTags),
  ),
  believing<TagGround>(
    'if-exists-skips-caller',
    'IfExists leaves a key out of the comparison when the caller lacks the tag.',
    seeing(skippedForCaller),
  ),
  believing<TagGround>(
    'if-exists-is-strict',
    'IfExists lets in callers whose own tag fits and refuses those with another.',
    ifExistsIsStrict,
  ),
  believing<TagGround>(
    'second-value-for-untagged',
    'A second value in a condition applies to callers for whom the first has no value.',
    valueForUntagged,
  ),
  believing<TagGround>(
    'policy-tags-count',
    'The tags of a policy take part in the decision about a request.',
    achieving('policy-tag'),
  ),
  believing<TagGround>(
    'account-tags-inherited',
    'Roles and resources inherit the tags of their account.',
    achieving('account-tag'),
  ),
  believing<TagGround>(
    'tag-policy-gives-access',
    'A tag policy decides who may act on tagged resources.',
    achieving('tag-policy'),
  ),
]
