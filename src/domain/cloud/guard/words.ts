import type { Clause, Query, QueryStep } from './types.ts'

const words: { readonly [Name in QueryStep['step']]: (step: Extract<QueryStep, { step: Name }>) => string } =
  {
    key: ({ key }) => `.${key}`,
    variable: ({ name }) => `.%${name}`,
    this: () => '.this',
    all: () => '.*',
    elements: () => '[*]',
    index: ({ index }) => `[${index}]`,
    filter: () => '[…]',
    keys: () => '[keys …]',
  }

/** A query as one would write it, with filters left out. @example describeQuery({ some: false, steps: [{ step: 'key', key: 'Type' }] }) // 'Type' */
export const describeQuery = ({ some, steps }: Query): string =>
  (some ? 'some ' : '') +
  steps
    .map((step) => words[step.step](step as never))
    .join('')
    .replace(/^\./, '')

/** What a clause asks for, for its author: the message if it has one. */
export function describeClause(clause: Clause): string {
  if ('message' in clause && clause.message !== null) return clause.message
  switch (clause.clause) {
    case 'unary':
      return `${describeQuery(clause.query)} ${clause.not ? 'not ' : ''}${clause.operator} does not hold`
    case 'binary':
      return `${describeQuery(clause.query)} ${clause.not ? 'not ' : ''}${clause.operator} … does not hold`
    case 'block':
      return `${describeQuery(clause.query)} is missing`
    case 'when':
      return 'a condition does not hold'
    case 'rule':
      return `${clause.not ? 'not ' : ''}${clause.name} does not hold`
  }
}
