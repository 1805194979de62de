import { compileResourcePattern, coveredService } from './arn-pattern.ts'
import type { Condition } from './condition.ts'
import type { RequestContext } from './context.ts'
import type { ReportFinding } from './findings.ts'
import { compileGlob, type GlobToken, type TextTest } from './glob.ts'
import { type Caller, type PrincipalElement, type Reach, reachOf } from './principal-element.ts'
import { fillTemplate, isFixed, readTemplate, type TemplatePart } from './template.ts'
import type { Effect } from './types.ts'

/** A request as statements see it; `actionKey` is the action in lower case, `service` its prefix. */
export type RequestView = {
  readonly action: string
  readonly actionKey: string
  readonly service: string
  readonly resource: string
  readonly context: RequestContext
}

/** Answers whether an Action or Resource element covers a request. */
export type ViewTest = (view: RequestView) => boolean

/** A compiled statement; `principal` is null where the policy says nothing of principals. */
export type Statement = {
  readonly index: number
  readonly sid: string | null
  readonly effect: Effect
  readonly coversAction: ViewTest
  readonly coversResource: ViewTest
  readonly principal: PrincipalElement | null
  readonly conditions: readonly Condition[]
}

/**
 * Compiles the entries of an Action or NotAction element; names match in any letter case.
 *
 * @see IAM user guide, IAM JSON policy elements: Action, and NotAction
 * @example compileActions(['s3:Get*'], false)({ actionKey: 's3:getobject' }) // true
 */
export function compileActions(patterns: readonly string[], negated: boolean): ViewTest {
  const tests = patterns.map((pattern): TextTest => {
    const parts = readTemplate(pattern.toLowerCase(), false)
    return isFixed(parts) ? compileGlob(parts) : () => false
  })
  return ({ actionKey }) => tests.some((test) => test(actionKey)) !== negated
}

/** A variable may stand only after the fifth colon; before it, it is text that no ARN holds. */
function settleVariables(parts: readonly TemplatePart[], report: ReportFinding): TemplatePart[] {
  let colons = 0
  return parts.map((part) => {
    if (part.kind === 'text') colons += part.text.split(':').length - 1
    if (part.kind !== 'variable' || colons >= 5) return part
    report('', 'a policy variable can stand only after the fifth colon of an ARN', 'warning')
    return { kind: 'text', text: `\${${part.key}}` }
  })
}

function compileResource(pattern: string, variables: boolean, report: ReportFinding): ViewTest {
  const parts = settleVariables(readTemplate(pattern, variables), report)
  if (isFixed(parts)) {
    const [test, covered] = [compileResourcePattern(parts), coveredService(pattern)]
    return ({ resource, service }) =>
      resource === '*' ? covered === '*' || covered === service : test(resource)
  }
  return ({ resource, context }) => {
    const tokens: GlobToken[] | null = fillTemplate(parts, context.single)
    return tokens !== null && compileResourcePattern(tokens)(resource)
  }
}

/**
 * Compiles the entries of a Resource or NotResource element. An entry whose variable has no value matches nothing.
 *
 * @param options whether the policy's version knows variables, whether the element is NotResource, and who hears of faults
 * @see IAM user guide, IAM JSON policy elements: Resource, and NotResource; Variables and tags (policy variables with no value)
 * @example compileResources(['*'], { variables: true, negated: false, report: () => {} })({ resource: '*' }) // true
 */
export function compileResources(
  patterns: readonly string[],
  options: { readonly variables: boolean; readonly negated: boolean; readonly report: ReportFinding },
): ViewTest {
  const tests = patterns.map((pattern) => compileResource(pattern, options.variables, options.report))
  return (view) => tests.some((test) => test(view)) !== options.negated
}

/** How a statement applies to a request: through which reach of its Principal element, or null when it does not apply. */
export function statementApplies(statement: Statement, view: RequestView, caller: Caller): Reach | null {
  if (!statement.coversAction(view) || !statement.coversResource(view)) return null
  const reach = statement.principal === null ? 'direct' : reachOf(statement.principal, caller)
  if (reach === null) return null
  return statement.conditions.every((condition) => condition.holds(view.context)) ? reach : null
}
