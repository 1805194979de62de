import { fail, ok, type Result } from '../../kernel/result.ts'
import { compare, comparedParts, isEmpty, isOfKind } from './compare.ts'
import { GuardSyntaxError } from './scanner.ts'
import { jsonOf, literals, opened, type Scope, type Selected, select, valuesOf, within } from './select.ts'
import type {
  Body,
  Clause,
  Conjunction,
  GuardDocument,
  GuardInvalid,
  GuardRule,
  GuardRules,
  GuardStatus,
  Query,
  RuleVerdict,
} from './types.ts'
import { describeClause } from './words.ts'

/** A status, and what failed in words. */
type Outcome = { readonly status: GuardStatus; readonly failures: readonly string[] }

const pass: Outcome = { status: 'PASS', failures: [] }
const skip: Outcome = { status: 'SKIP', failures: [] }
const failing = (failures: readonly string[]): Outcome => ({ status: 'FAIL', failures })

/** All must pass; what is skipped does not count unless everything is. */
function allOf(outcomes: readonly Outcome[]): Outcome {
  const failures = outcomes.filter(({ status }) => status === 'FAIL')
  if (failures.length > 0) return failing(failures.flatMap((each) => each.failures))
  return outcomes.some(({ status }) => status === 'PASS') ? pass : skip
}

/** One must pass. */
function anyOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.some(({ status }) => status === 'PASS')) return pass
  const failures = outcomes.filter(({ status }) => status === 'FAIL')
  return failures.length > 0 ? failing(failures.flatMap((each) => each.failures)) : skip
}

/** Whether emptiness is asked of what was selected, and not of each value. */
function asksForSelection({ steps }: Query): boolean {
  const last = steps.at(-1)
  if (last?.step === 'filter' || last?.step === 'keys') return true
  return steps[0]?.step === 'variable' && steps.slice(1).every(({ step }) => step === 'elements')
}

function holdsUnary(clause: Extract<Clause, { clause: 'unary' }>, selected: Selected): boolean {
  const { operator, not } = clause
  if ('missing' in selected) return operator === 'exists' ? not : operator === 'empty' && !not
  const value = jsonOf(selected) ?? null
  if (operator === 'exists') return !not
  const holds = operator === 'empty' ? isEmpty(value) : isOfKind(operator, value)
  return holds !== null && holds !== not
}

function judgeEach(clause: Clause & { readonly query: Query }, outcomes: readonly boolean[]): Outcome {
  if (outcomes.length === 0) return skip
  const holds = clause.query.some ? outcomes.some(Boolean) : outcomes.every(Boolean)
  return holds ? pass : failing([describeClause(clause)])
}

function judgeUnary(clause: Extract<Clause, { clause: 'unary' }>, scope: Scope): Outcome {
  const values = select(clause.query, scope)
  if (clause.operator === 'empty' && asksForSelection(clause.query)) {
    const nothing = values.every((selected) => 'missing' in selected || jsonOf(selected) === null)
    return nothing !== clause.not ? pass : failing([describeClause(clause)])
  }
  return judgeEach(
    clause,
    values.map((selected) => holdsUnary(clause, selected)),
  )
}

function judgeBinary(clause: Extract<Clause, { clause: 'binary' }>, scope: Scope): Outcome {
  const rights = literals(clause.operand, scope)
  const outcomes = select(clause.query, scope).flatMap((selected) => {
    const value = jsonOf(selected)
    if (value === undefined) return [false]
    const { operator, not } = clause
    return comparedParts(operator, value, rights).map((part) => compare(operator, not, part, rights))
  })
  return judgeEach(clause, outcomes)
}

function judgeBlock(clause: Extract<Clause, { clause: 'block' }>, scope: Scope): Outcome {
  const values = select(clause.query, scope)
  if (values.length === 0) return clause.notEmpty ? failing([describeClause(clause)]) : skip
  const outcomes = values.map((selected) => {
    const value = jsonOf(selected)
    return value === undefined
      ? failing([describeClause(clause)])
      : judgeBody(clause.body, within(scope, value))
  })
  return clause.query.some ? anyOf(outcomes) : allOf(outcomes)
}

function judgeReference(clause: Extract<Clause, { clause: 'rule' }>, scope: Scope): Outcome {
  const rule = scope.rule(clause.name)
  if (rule === undefined || rule.parameters.length !== clause.operands.length)
    throw new GuardSyntaxError({
      line: clause.line,
      text: `there is no rule ${clause.name} with ${clause.operands.length} parameters`,
    })
  if (scope.judging.includes(clause.name))
    throw new GuardSyntaxError({ line: clause.line, text: `the rule ${clause.name} asks for itself` })
  const bound = new Map(
    rule.parameters.flatMap((name, index) => {
      const operand = clause.operands[index]
      return operand === undefined ? [] : [[name, valuesOf(operand, scope)] as const]
    }),
  )
  const root = scope.root()
  const inner: Scope = {
    ...(bound.size > 0 ? within(root, scope.value) : root),
    variable: (name) => bound.get(name) ?? root.variable(name),
    judging: [...scope.judging, clause.name],
  }
  const passes = judgeRule(rule, inner).status === 'PASS'
  return passes !== clause.not ? pass : failing([describeClause(clause)])
}

function judgeClause(clause: Clause, scope: Scope): Outcome {
  switch (clause.clause) {
    case 'unary':
      return judgeUnary(clause, scope)
    case 'binary':
      return judgeBinary(clause, scope)
    case 'block':
      return judgeBlock(clause, scope)
    case 'when':
      return judgeLines(clause.when, scope).status === 'PASS' ? judgeBody(clause.body, scope) : skip
    case 'rule':
      return judgeReference(clause, scope)
  }
}

const judgeLines = (lines: Conjunction, scope: Scope): Outcome =>
  allOf(lines.map((alternatives) => anyOf(alternatives.map((clause) => judgeClause(clause, scope)))))

const judgeBody = ({ variables, lines }: Body, scope: Scope): Outcome =>
  judgeLines(lines, opened(scope, variables))

function judgeRule({ when, body }: GuardRule, scope: Scope): Outcome {
  if (when !== null && judgeLines(when, scope).status !== 'PASS') return skip
  return judgeBody(body, scope)
}

/**
 * Judges a document, such as a template, by rules. Rules with parameters are judged where they are called.
 *
 * @returns a verdict for each rule, or the line that names a rule, variable or function that is not there
 * @see AWS CloudFormation Guard user guide, Defining queries and filtering; Clauses
 * @example judgeDocument(rules, { Resources: {} }) // a verdict for each rule
 */
export function judgeDocument(
  { variables, rules }: GuardRules,
  document: GuardDocument,
): Result<readonly RuleVerdict[], GuardInvalid> {
  const named = new Map(rules.map((rule) => [rule.name, rule]))
  const bare: Scope = {
    value: document,
    variable: () => undefined,
    rule: (name) => named.get(name),
    root: () => scope,
    judging: [],
    holds: (lines, inner) => judgeLines(lines, inner).status === 'PASS',
  }
  const scope = opened(bare, variables)
  try {
    return ok(
      rules
        .filter(({ parameters }) => parameters.length === 0)
        .map((rule) => {
          const { status, failures } = judgeRule(rule, scope)
          return { rule: rule.name, status, failures: [...new Set(failures)] }
        }),
    )
  } catch (error) {
    if (error instanceof GuardSyntaxError) return fail(error.invalid)
    throw error
  }
}
