import { checkStatement } from './check-statement.ts'
import { compileCondition } from './condition.ts'
import { type ReportFinding, reportBelow, reportInto } from './findings.ts'
import { type Grammar, grammarOf, type RawObject, textsOf } from './policy-grammar.ts'
import { type PrincipalElement, readPrincipalElement } from './principal-element.ts'
import { compileActions, compileResources, type Statement } from './statement.ts'
import type { Effect, PolicyFinding, PolicyLayer } from './types.ts'

/** A compiled document; `path` is its place in the case, such as `identity[0]`. */
export type Policy = {
  readonly layer: PolicyLayer
  readonly path: string
  readonly statements: readonly Statement[]
}

const versions = ['2008-10-17', '2012-10-17']

const isRecord = (value: unknown): value is RawObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function checkDocument(document: RawObject, grammar: Grammar, report: ReportFinding): void {
  for (const name of Object.keys(document).filter((key) => !['Version', 'Id', 'Statement'].includes(key)))
    report(`.${name}`, `"${name}" is no element of a policy`)
  const { Version: version } = document
  if (version !== undefined && !versions.some((known) => known === version))
    report('.Version', `${JSON.stringify(version)} is no version: write "2012-10-17"`)
  if (grammar.ownedByIam && 'Id' in document) report('.Id', `has no place in ${grammar.name}`)
}

function checkSids(statements: readonly RawObject[], report: ReportFinding): void {
  const sids = statements.map(({ Sid }) => Sid).filter((sid) => typeof sid === 'string' && sid !== '')
  const repeated = sids.find((sid, place) => sids.indexOf(sid) < place)
  if (repeated !== undefined) report('.Statement', `the Sid "${String(repeated)}" stands twice`)
}

function compilePrincipal(raw: RawObject, report: ReportFinding): PrincipalElement | null {
  const name = 'NotPrincipal' in raw ? 'NotPrincipal' : 'Principal'
  if (!(name in raw)) return null
  const element = readPrincipalElement(raw[name], name === 'NotPrincipal')
  if (typeof element !== 'string') return element
  report(`.${name}`, element)
  return null
}

type StatementPlace = { readonly index: number; readonly variables: boolean; readonly report: ReportFinding }

function compileStatement(raw: RawObject, { index, variables, report }: StatementPlace): Statement {
  const negatedAction = 'NotAction' in raw
  const negatedResource = 'NotResource' in raw
  const resourceName = negatedResource ? 'NotResource' : 'Resource'
  return {
    index,
    sid: typeof raw.Sid === 'string' && raw.Sid !== '' ? raw.Sid : null,
    effect: raw.Effect as Effect,
    coversAction: compileActions(textsOf(raw.NotAction ?? raw.Action) ?? [], negatedAction),
    coversResource: compileResources(textsOf(raw.NotResource ?? raw.Resource ?? '*') ?? [], {
      variables,
      negated: negatedResource,
      report: reportBelow(report, `.${resourceName}`),
    }),
    principal: compilePrincipal(raw, report),
    conditions:
      raw.Condition === undefined
        ? []
        : compileCondition(raw.Condition, { variables, report: reportBelow(report, '.Condition') }),
  }
}

function statementsOf(document: RawObject, report: ReportFinding): RawObject[] {
  const { Statement: raw } = document
  const list = Array.isArray(raw) ? raw : [raw]
  if (list.length > 0 && list.every(isRecord)) return list
  report('.Statement', 'must be a statement or a list of at least one statement')
  return []
}

/**
 * Compiles one policy document. A document without a Version has version 2008-10-17, which knows no variables; a
 * statement of a resource-based policy without Resource speaks of the resource that the policy is attached to.
 *
 * @param place the layer the document belongs to, its path in the case, and the list that findings are added to
 * @see IAM user guide, IAM JSON policy elements: Version; Grammar of the IAM JSON policy language
 * @example compilePolicy({ Statement: [] }, { layer: 'identity', path: 'identity[0]', findings: [] }).statements // []
 */
export function compilePolicy(
  document: unknown,
  place: { readonly layer: PolicyLayer; readonly path: string; readonly findings: PolicyFinding[] },
): Policy {
  const { layer, path, findings } = place
  const report = reportInto(findings, path)
  if (!isRecord(document)) {
    report('', 'is no policy document: expected an object with Version and Statement')
    return { layer, path, statements: [] }
  }
  const raw = statementsOf(document, report)
  const grammar = grammarOf(layer, raw)
  checkDocument(document, grammar, report)
  if (grammar.ownedByIam) checkSids(raw, report)
  const variables = document.Version === '2012-10-17'
  const statements = raw.map((statement, index) => {
    const reportHere = reportInto(findings, `${path}.Statement[${index}]`)
    checkStatement(statement, { layer, grammar, report: reportHere })
    return compileStatement(statement, { index, variables, report: reportHere })
  })
  return { layer, path, statements }
}
