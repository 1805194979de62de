import { fail, ok, type Result } from '../../kernel/result.ts'
import { readBody, readLine, readVariable, readWhen } from './read-clause.ts'
import { GuardSyntaxError, Scanner } from './scanner.ts'
import type { Clause, GuardInvalid, GuardRule, GuardRules, Operand } from './types.ts'

function readParameters(scanner: Scanner): readonly string[] {
  const names: string[] = []
  if (!scanner.takeHere('(')) return names
  while (!scanner.take(')')) {
    names.push(scanner.word() ?? scanner.fail('a parameter needs a name'))
    if (!scanner.take(',')) {
      scanner.expect(')', 'after the parameters')
      break
    }
  }
  return names
}

function readRule(scanner: Scanner): GuardRule | null {
  if (!scanner.keyword('rule')) return null
  const name = scanner.word() ?? scanner.fail('"rule" needs a name')
  const parameters = readParameters(scanner)
  const when = scanner.keyword('when') ? readWhen(scanner) : null
  return { name, parameters, when, body: readBody(scanner) }
}

/** Clauses outside rules make up a rule of this name. */
const unnamed = 'default'

function readAll(scanner: Scanner): GuardRules {
  const variables = new Map<string, Operand>()
  const rules: GuardRule[] = []
  const loose: (readonly Clause[])[] = []
  while (!scanner.done) {
    const variable = readVariable(scanner)
    if (variable !== null) {
      variables.set(...variable)
      continue
    }
    const rule = readRule(scanner)
    if (rule !== null) rules.push(rule)
    else loose.push(readLine(scanner))
  }
  const all: GuardRule[] =
    loose.length === 0
      ? rules
      : [
          ...rules,
          { name: unnamed, parameters: [], when: null, body: { variables: new Map(), lines: loose } },
        ]
  return { variables, rules: all }
}

/**
 * Reads rules written in the language of AWS CloudFormation Guard.
 *
 * @returns the rules, or the first line that cannot be read and why
 * @see AWS CloudFormation Guard user guide, Writing Guard rules
 * @example readGuard('rule named { Name exists }').ok // true
 */
export function readGuard(text: string): Result<GuardRules, GuardInvalid> {
  try {
    const rules = readAll(new Scanner(text))
    if (rules.rules.length === 0) return fail({ line: 1, text: 'there is no rule' })
    return ok(rules)
  } catch (error) {
    if (error instanceof GuardSyntaxError) return fail(error.invalid)
    throw error
  }
}
