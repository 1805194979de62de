import { decideRequest } from './decide.ts'
import { compileSituation } from './situation.ts'
import type { ActionCatalogue, Because, IamCase, IamDecision, PolicyFinding } from './types.ts'

/** Two accounts, and who lives in them. */
export const here = '111111111111'
export const there = '222222222222'
export const ana = `arn:aws:iam::${here}:user/ana`
export const bob = `arn:aws:iam::${there}:user/bob`
export const role = `arn:aws:iam::${here}:role/app`
export const session = `arn:aws:sts::${here}:assumed-role/app/s1`
export const federated = `arn:aws:sts::${here}:federated-user/fay`
export const root = `arn:aws:iam::${here}:root`
export const foreignRoot = `arn:aws:iam::${there}:root`

export const queue = `arn:aws:sqs:eu-west-1:${here}:jobs`
export const bucket = 'arn:aws:s3:::docs'
export const object = 'arn:aws:s3:::docs/report.txt'
export const key = `arn:aws:kms:eu-west-1:${here}:key/1234abcd-12ab-34cd-56ef-1234567890ab`
export const target = `arn:aws:iam::${here}:role/target`

type Element = Readonly<Record<string, unknown>>

/** A document of the present version. */
export const policy = (...statements: readonly Element[]) => ({
  Version: '2012-10-17',
  Statement: statements,
})

export const allow = (action: unknown = '*', resource: unknown = '*', more: Element = {}) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
})

export const deny = (action: unknown = '*', resource: unknown = '*', more: Element = {}) => ({
  ...allow(action, resource, more),
  Effect: 'Deny',
})

/** A resource-based statement that allows whom it names. */
export const grantTo = (principal: unknown, action: unknown = '*', more: Element = {}) =>
  allow(action, '*', { Principal: principal, ...more })

/** A role trust policy. */
export const trust = (principal: unknown, more: Element = {}) =>
  policy({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more })

export const everything = policy(allow())

const sending = { principal: ana, action: 'sqs:SendMessage', resource: queue, owner: here }

/** Decides a case; what is left out is Ana sending to a queue of her account. */
export function decideCase(given: Partial<IamCase>, catalogue?: ActionCatalogue): IamDecision {
  const asked: IamCase = { ...sending, ...given }
  const situation = compileSituation(asked)
  if (!situation.ok) throw new Error(JSON.stringify(situation.error.findings))
  const decided = decideRequest(situation.value, asked, catalogue)
  if (!decided.ok) throw new Error(decided.error.text)
  return decided.value
}

export const outcomeOf = (given: Partial<IamCase>): IamDecision['decision'] => decideCase(given).decision

export const becauseOf = (given: Partial<IamCase>): Because => decideCase(given).because

/** The decision and its layer in one text, such as `implicit boundary`. */
export function verdictOf(given: Partial<IamCase>, catalogue?: ActionCatalogue): string {
  const { decision, because } = decideCase(given, catalogue)
  return `${decision} ${because.layer}`
}

/** What is wrong in the documents of a situation, as `path: text`; `warning` before what can only never match. */
export function findingsIn(given: Partial<IamCase>): string[] {
  const compiled = compileSituation(given)
  const found: readonly PolicyFinding[] = compiled.ok ? compiled.value.warnings : compiled.error.findings
  return found.map(({ level, at, text }) => `${level === 'warning' ? 'warning ' : ''}${at}: ${text}`)
}
