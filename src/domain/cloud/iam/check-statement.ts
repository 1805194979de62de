import type { ReportFinding } from './findings.ts'
import { type Grammar, type Presence, type RawObject, textsOf } from './policy-grammar.ts'
import type { PolicyLayer } from './types.ts'

const elements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]

function checkPair(statement: RawObject, name: string, presence: Presence, report: ReportFinding): void {
  const given = [name, `Not${name}`].filter((element) => element in statement)
  if (given.length === 2) report('', `has both ${name} and Not${name}: keep one`)
  if (given.length === 0 && presence === 'required') report('', `lacks ${name} (or Not${name})`)
  if (given.length > 0 && presence === 'forbidden')
    report(`.${given[0]}`, `has no place here: remove ${given[0]}`)
}

function checkActions(statement: RawObject, grammar: Grammar, report: ReportFinding): void {
  if ('NotAction' in statement && !grammar.notAction)
    report('.NotAction', `is not supported in ${grammar.name}`)
  for (const name of ['Action', 'NotAction'].filter((element) => element in statement)) {
    const actions = textsOf(statement[name])
    if (actions === null) report(`.${name}`, 'must be a text or a list of texts')
    for (const action of actions ?? []) {
      if (action !== '*' && !/^[^:\s]+:[^:\s]+$/.test(action))
        report(`.${name}`, `"${action}" is no action: write service:Name, such as s3:GetObject`)
    }
  }
}

function checkResource(text: string, layer: PolicyLayer): string | null {
  if (text === '*') return null
  if (!text.startsWith('arn:')) return `"${text}" is neither an ARN nor "*"`
  const parts = text.split(':')
  if (/[*?]/.test(parts[2] ?? '')) return `"${text}": the service of an ARN takes no wildcard`
  return layer === 'session' && parts.length < 6
    ? `"${text}": a session policy takes no incomplete ARN`
    : null
}

function checkResources(statement: RawObject, layer: PolicyLayer, report: ReportFinding): void {
  for (const name of ['Resource', 'NotResource'].filter((element) => element in statement)) {
    const resources = textsOf(statement[name])
    if (resources === null) report(`.${name}`, 'must be a text or a list of texts')
    for (const resource of resources ?? []) {
      const fault = checkResource(resource, layer)
      if (fault !== null) report(`.${name}`, fault)
    }
  }
}

function checkPrincipals(statement: RawObject, grammar: Grammar, report: ReportFinding): void {
  checkPair(statement, 'Principal', grammar.principal, report)
  if (!('NotPrincipal' in statement) || grammar.principal === 'forbidden') return
  if (!grammar.notPrincipal) report('.NotPrincipal', `is not supported in ${grammar.name}`)
  else if (statement.Effect === 'Allow')
    report('.NotPrincipal', 'is not supported with Allow: name who is allowed')
}

/** Only the managed RCPFullAWSAccess may allow; a resource control policy of one's own denies, everyone, by service. */
function checkRcp(statement: RawObject, report: ReportFinding): void {
  const full = statement.Action === '*' && statement.Resource === '*' && !('Condition' in statement)
  if (statement.Effect === 'Allow' && !full) report('.Effect', 'a resource control policy can only deny')
  if (statement.Effect === 'Deny' && textsOf(statement.Action)?.includes('*'))
    report('.Action', 'a resource control policy names the service, as in s3:*')
  if (statement.Principal !== undefined && statement.Principal !== '*')
    report('.Principal', 'must be "*": narrow it in Condition')
}

function checkSid(statement: RawObject, grammar: Grammar, report: ReportFinding): void {
  const { Sid: sid } = statement
  if (sid === undefined) return
  if (typeof sid !== 'string') report('.Sid', 'must be a text')
  else if (grammar.ownedByIam && !/^[A-Za-z0-9]*$/.test(sid))
    report('.Sid', `"${sid}" may hold only letters and digits`)
}

/**
 * Checks the elements of one statement against what its kind of policy may hold.
 *
 * @param options the layer, its grammar, and who hears of faults
 * @see IAM user guide, Grammar of the IAM JSON policy language; AWS Organizations user guide, RCP syntax
 */
export function checkStatement(
  statement: RawObject,
  {
    layer,
    grammar,
    report,
  }: { readonly layer: PolicyLayer; readonly grammar: Grammar; readonly report: ReportFinding },
): void {
  for (const name of Object.keys(statement).filter((key) => !elements.includes(key)))
    report(`.${name}`, `"${name}" is no element of a statement`)
  if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny')
    report('.Effect', 'must be "Allow" or "Deny", in exactly this spelling')
  checkSid(statement, grammar, report)
  checkPair(statement, 'Action', 'required', report)
  checkActions(statement, grammar, report)
  checkPair(statement, 'Resource', grammar.resource, report)
  checkResources(statement, layer, report)
  checkPrincipals(statement, grammar, report)
  if (layer === 'rcp') checkRcp(statement, report)
}
