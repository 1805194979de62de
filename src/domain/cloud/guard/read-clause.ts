import { readValue } from './read-value.ts'
import type { Scanner } from './scanner.ts'
import type {
  BinaryOperator,
  Body,
  Clause,
  Conjunction,
  GuardCall,
  Operand,
  Query,
  QueryStep,
  UnaryOperator,
} from './types.ts'

const name = /[A-Za-z0-9_][\w:-]*/y
const index = /\d+(?=\s*\])/y

/** What stands in brackets: `*`, an index, a condition on keys, or a filter. */
function readBrackets(scanner: Scanner): QueryStep {
  if (scanner.take('*')) {
    scanner.expect(']', 'after "[*"')
    return { step: 'elements' }
  }
  scanner.space()
  const digits = scanner.match(index)
  if (digits !== null) {
    scanner.expect(']', 'after an index')
    return { step: 'index', index: Number(digits) }
  }
  if (scanner.keyword('keys')) {
    const { operator, not } = readOperator(scanner) ?? scanner.fail('"keys" needs a comparison')
    const operand = readOperand(scanner)
    scanner.expect(']', 'after a condition on keys')
    return { step: 'keys', operator, not, operand }
  }
  const where = readLines(scanner, ']')
  scanner.expect(']', 'at the end of a filter')
  return { step: 'filter', where }
}

/** A name, `%variable`, a text in quotes or `*`; null where none of them begins. */
function readPlainStep(scanner: Scanner): QueryStep | null {
  if (scanner.takeHere('*')) return { step: 'all' }
  if (scanner.takeHere('%')) {
    const variable = scanner.match(/[A-Za-z_]\w*/y) ?? scanner.fail('"%" needs the name of a variable')
    return { step: 'variable', name: variable, line: scanner.line }
  }
  const key = scanner.quoted() ?? scanner.match(name)
  if (key === null) return null
  return key === 'this' ? { step: 'this' } : { step: 'key', key }
}

/** Reads a query, or gives null and takes nothing where none begins. */
function readQuery(scanner: Scanner): Query | null {
  const start = scanner.at
  const some = scanner.keyword('some')
  scanner.space()
  const first = readPlainStep(scanner)
  if (first === null) {
    scanner.back(start)
    return null
  }
  const steps: QueryStep[] = [first]
  for (;;) {
    const here = scanner.at
    if (scanner.takeHere('.')) {
      steps.push(readPlainStep(scanner) ?? scanner.fail('something is missing after "."'))
    } else if (scanner.take('[')) {
      steps.push(readBrackets(scanner))
    } else {
      scanner.back(here)
      return { some, steps }
    }
  }
}

/** Reads a call such as `count(%buckets)`, or gives null and takes nothing. */
function readCall(scanner: Scanner): GuardCall | null {
  const start = scanner.at
  const called = scanner.word()
  if (called === null || !scanner.takeHere('(')) {
    scanner.back(start)
    return null
  }
  const operands: Operand[] = []
  while (!scanner.take(')')) {
    operands.push(readOperand(scanner))
    if (!scanner.take(',')) {
      scanner.expect(')', `at the end of ${called}(`)
      break
    }
  }
  return { name: called, operands }
}

/** Reads a literal, a call or a query. */
function readOperand(scanner: Scanner): Operand {
  const value = readValue(scanner)
  if (value !== null) return { from: 'literal', value }
  const call = readCall(scanner)
  if (call !== null) return { from: 'call', call }
  const query = readQuery(scanner)
  return query === null ? scanner.fail('a value or a query is missing') : { from: 'query', query }
}

const unaryOperators: readonly UnaryOperator[] = [
  'exists',
  'empty',
  'is_string',
  'is_list',
  'is_struct',
  'is_bool',
  'is_int',
  'is_float',
  'is_null',
]

const comparisons: readonly BinaryOperator[] = ['==', '<=', '>=', '<', '>']

/** Reads `==`, `!=`, `in`, `not in` and the like; null where none stands. */
function readOperator(scanner: Scanner): { readonly operator: BinaryOperator; readonly not: boolean } | null {
  const start = scanner.at
  if (scanner.take('!=')) return { operator: '==', not: true }
  const not = scanner.keyword('not') || scanner.take('!')
  if (scanner.keyword('in')) return { operator: 'in', not }
  if (!not && !scanner.sees('<<')) {
    const operator = comparisons.find((symbol) => scanner.take(symbol))
    if (operator !== undefined) return { operator, not }
  }
  scanner.back(start)
  return null
}

function readUnary(scanner: Scanner): { readonly operator: UnaryOperator; readonly not: boolean } | null {
  const start = scanner.at
  const not = scanner.keyword('not') || scanner.take('!')
  const operator = unaryOperators.find((name) => scanner.keyword(name))
  if (operator !== undefined) return { operator, not }
  scanner.back(start)
  return null
}

const readMessage = (scanner: Scanner): string | null =>
  scanner.take('<<') ? scanner.until('>>', 'a message').trim().replace(/\s+/g, ' ') : null

/** Whether a block begins here. */
const opens = (scanner: Scanner): boolean => {
  const start = scanner.at
  const found = scanner.take('{')
  scanner.back(start)
  return found
}

/** Lines up to `end`, which stays. */
function readLines(scanner: Scanner, end: string, mayOpen = true): Conjunction {
  const lines: (readonly Clause[])[] = []
  for (;;) {
    scanner.space()
    if (scanner.sees(end) || scanner.done) return lines
    lines.push(readLine(scanner, mayOpen))
  }
}

/** One clause, or several joined by `or`. Behind `when` no clause opens a block, for the brace is that of `when`. */
export function readLine(scanner: Scanner, mayOpen = true): readonly Clause[] {
  const alternatives = [readClause(scanner, mayOpen)]
  while (scanner.keyword('or') || scanner.take('||')) alternatives.push(readClause(scanner, mayOpen))
  return alternatives
}

/** `let name = …`, or null. */
export function readVariable(scanner: Scanner): readonly [string, Operand] | null {
  if (!scanner.keyword('let')) return null
  const name = scanner.word() ?? scanner.fail('"let" needs a name')
  if (!scanner.take(':=')) scanner.expect('=', `after "let ${name}"`)
  return [name, readOperand(scanner)]
}

/** A block in braces: variables and lines, in any order. */
export function readBody(scanner: Scanner): Body {
  scanner.expect('{', 'at the beginning of a block')
  const variables = new Map<string, Operand>()
  const lines: (readonly Clause[])[] = []
  while (!scanner.take('}')) {
    if (scanner.done) scanner.fail('a block does not end')
    const variable = readVariable(scanner)
    if (variable !== null) variables.set(...variable)
    else lines.push(readLine(scanner))
  }
  return { variables, lines }
}

/** The condition behind `when`, up to the block. */
export const readWhen = (scanner: Scanner): Conjunction => readLines(scanner, '{', false)

const resourceType = /[A-Za-z0-9]+::[A-Za-z0-9]+::[A-Za-z0-9:]+/y

/** `AWS::S3::Bucket { … }`: a block over the resources of a type, with or without a condition. */
function readTypeBlock(scanner: Scanner): Clause | null {
  scanner.space()
  const start = scanner.at
  const type = scanner.match(resourceType)
  if (type === null) return null
  const when = scanner.keyword('when') ? readWhen(scanner) : null
  if (!opens(scanner)) {
    scanner.back(start)
    return null
  }
  const isType: Clause = {
    clause: 'binary',
    query: { some: false, steps: [{ step: 'key', key: 'Type' }] },
    operator: '==',
    not: false,
    operand: { from: 'literal', value: { is: 'json', value: type } },
    message: null,
  }
  const query: Query = {
    some: false,
    steps: [{ step: 'key', key: 'Resources' }, { step: 'all' }, { step: 'filter', where: [[isType]] }],
  }
  const body = readBody(scanner)
  const inner: Body =
    when === null ? body : { variables: new Map(), lines: [[{ clause: 'when', when, body }]] }
  return { clause: 'block', query, notEmpty: false, body: inner }
}

/** What a query is followed by: a block, an operator, or nothing, which makes it the name of a rule. */
function readAfterQuery(scanner: Scanner, query: Query, not: boolean, mayOpen: boolean): Clause {
  const binary = readOperator(scanner)
  if (binary !== null) {
    const operand = readOperand(scanner)
    return {
      clause: 'binary',
      query,
      ...binary,
      not: binary.not !== not,
      operand,
      message: readMessage(scanner),
    }
  }
  const unary = readUnary(scanner)
  if (unary !== null && unary.operator === 'empty' && unary.not && mayOpen && opens(scanner))
    return { clause: 'block', query, notEmpty: true, body: readBody(scanner) }
  if (unary !== null)
    return { clause: 'unary', query, ...unary, not: unary.not !== not, message: readMessage(scanner) }
  if (mayOpen && opens(scanner)) return { clause: 'block', query, notEmpty: false, body: readBody(scanner) }
  const [only] = query.steps
  if (query.steps.length === 1 && only?.step === 'key')
    return {
      clause: 'rule',
      name: only.key,
      operands: [],
      not,
      line: scanner.line,
      message: readMessage(scanner),
    }
  return scanner.fail('a comparison or a block is missing after a query')
}

function readClause(scanner: Scanner, mayOpen: boolean): Clause {
  if (scanner.keyword('when')) {
    const when = readWhen(scanner)
    return { clause: 'when', when, body: readBody(scanner) }
  }
  const typeBlock = mayOpen ? readTypeBlock(scanner) : null
  if (typeBlock !== null) return typeBlock
  const not = scanner.keyword('not') || scanner.take('!')
  const call = readCall(scanner)
  if (call !== null)
    return { clause: 'rule', ...call, not, line: scanner.line, message: readMessage(scanner) }
  const query = readQuery(scanner) ?? scanner.fail('a clause is missing')
  return readAfterQuery(scanner, query, not, mayOpen)
}
