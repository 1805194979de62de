/** A statement as written in a policy document. */
export type Statement = {
  readonly Sid?: string
  readonly Effect: 'Allow' | 'Deny'
  readonly Principal?: unknown
  readonly NotPrincipal?: unknown
  readonly Action?: string | readonly string[]
  readonly NotAction?: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly NotResource?: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

/** A policy document of the present version. */
export type Document = { readonly Version: '2012-10-17'; readonly Statement: readonly Statement[] }

/** Makes a document of statements. @example policyOf([]).Version // '2012-10-17' */
export const policyOf = (statements: readonly Statement[]): Document => ({
  Version: '2012-10-17',
  Statement: statements,
})

/** A list of one is written as its member, as people write it. @example oneOrMany(['a']) // 'a' */
export const oneOrMany = (values: readonly string[]): string | readonly string[] =>
  values.length === 1 ? (values[0] ?? '') : values

/** The document without its Deny statements. @example withoutDenies(policyOf([])).Statement // [] */
export const withoutDenies = (document: Document): Document =>
  policyOf(document.Statement.filter(({ Effect }) => Effect === 'Allow'))

/** The document with every Allow statement freed of its conditions. @example withoutConditions(policyOf([])).Statement // [] */
export const withoutConditions = (document: Document): Document =>
  policyOf(
    document.Statement.map((statement) => {
      const { Condition: _, ...rest } = statement
      return statement.Effect === 'Allow' ? rest : statement
    }),
  )

/** Allow for everything: the SCP that every organization starts with. */
export const fullAccess = policyOf([{ Effect: 'Allow', Action: '*', Resource: '*' }])
