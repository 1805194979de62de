import type { Json, JsonObject } from '../json.ts'

/** What a rule or a clause comes to; SKIP says that there was nothing to judge. */
export type GuardStatus = 'PASS' | 'FAIL' | 'SKIP'

/** A text that cannot be read, with the line (from 1) on which reading stopped. */
export type GuardInvalid = { readonly line: number; readonly text: string }

/** A literal. A regular expression matches strings, a range holds numbers. */
export type GuardValue =
  | { readonly is: 'json'; readonly value: Json }
  | { readonly is: 'regex'; readonly regex: RegExp }
  | {
      readonly is: 'range'
      readonly low: number
      readonly high: number
      readonly withLow: boolean
      readonly withHigh: boolean
    }
  | { readonly is: 'list'; readonly values: readonly GuardValue[] }

/** A step of a query: a member, all of them, an index, those that meet a condition, or those whose key meets one. */
export type QueryStep =
  | { readonly step: 'key'; readonly key: string }
  | { readonly step: 'variable'; readonly name: string; readonly line: number }
  | { readonly step: 'this' }
  | { readonly step: 'all' }
  | { readonly step: 'elements' }
  | { readonly step: 'index'; readonly index: number }
  | { readonly step: 'filter'; readonly where: Conjunction }
  | {
      readonly step: 'keys'
      readonly operator: BinaryOperator
      readonly not: boolean
      readonly operand: Operand
    }

/** Steps from the value in hand, or from a variable; with `some`, one value that fits is enough. */
export type Query = { readonly some: boolean; readonly steps: readonly QueryStep[] }

/** A call of a built-in function. */
export type GuardCall = { readonly name: string; readonly operands: readonly Operand[] }

/** The right side of a comparison, or what a variable stands for. */
export type Operand =
  | { readonly from: 'literal'; readonly value: GuardValue }
  | { readonly from: 'query'; readonly query: Query }
  | { readonly from: 'call'; readonly call: GuardCall }

export type UnaryOperator =
  | 'exists'
  | 'empty'
  | 'is_string'
  | 'is_list'
  | 'is_struct'
  | 'is_bool'
  | 'is_int'
  | 'is_float'
  | 'is_null'

export type BinaryOperator = '==' | '<' | '<=' | '>' | '>=' | 'in'

/** One statement of a rule or block. */
export type Clause =
  | {
      readonly clause: 'unary'
      readonly query: Query
      readonly operator: UnaryOperator
      readonly not: boolean
      readonly message: string | null
    }
  | {
      readonly clause: 'binary'
      readonly query: Query
      readonly operator: BinaryOperator
      readonly not: boolean
      readonly operand: Operand
      readonly message: string | null
    }
  | { readonly clause: 'block'; readonly query: Query; readonly notEmpty: boolean; readonly body: Body }
  | { readonly clause: 'when'; readonly when: Conjunction; readonly body: Body }
  | {
      readonly clause: 'rule'
      readonly name: string
      readonly operands: readonly Operand[]
      readonly not: boolean
      readonly line: number
      readonly message: string | null
    }

/** Lines that must all hold, each of them alternatives of which one must. */
export type Conjunction = readonly (readonly Clause[])[]

/** Variables of a block, and its lines. */
export type Body = { readonly variables: ReadonlyMap<string, Operand>; readonly lines: Conjunction }

/** A named rule; with parameters it is judged where it is called, not by itself. */
export type GuardRule = {
  readonly name: string
  readonly parameters: readonly string[]
  readonly when: Conjunction | null
  readonly body: Body
}

/** A file of rules, ready to judge documents. */
export type GuardRules = {
  readonly variables: ReadonlyMap<string, Operand>
  readonly rules: readonly GuardRule[]
}

/** A rule's verdict on a document, with what failed: the message of the clause, or the clause's place in words. */
export type RuleVerdict = {
  readonly rule: string
  readonly status: GuardStatus
  readonly failures: readonly string[]
}

/** A document to judge. */
export type GuardDocument = JsonObject
