import {
  aFlag,
  aText,
  aWord,
  listOf,
  mapOf,
  optional,
  record,
  type Shape,
  type ShapeFault,
} from '../../cloud/shape.ts'

/** Which part of an item an index carries: everything, its keys alone, or the keys and some attributes. */
export type Projection = 'all' | 'keys' | readonly string[]

/** A global secondary index by the attributes that are its keys. */
export type TableIndexDesign = {
  readonly name: string
  readonly partition: string
  readonly sort?: string
  readonly project: Projection
}

/** How a query narrows the sort key; texts hold `{parameter}`. */
export type SortCondition =
  | { readonly equals: string }
  | { readonly begins: string }
  | { readonly between: readonly string[] }

/** One query: a partition of the table or of an index, in the order of the sort key or against it, up to a limit. */
export type TablePattern = {
  readonly index?: string
  readonly partition: string
  readonly sort?: SortCondition
  readonly newestFirst?: boolean
  readonly limit?: string
  readonly consistent?: boolean
}

/**
 * The design of a table: names of its keys, of what the keys of each entity are made (`CUSTOMER#{customer}`), its indexes,
 * and the query of each access pattern.
 */
export type TableDesign = {
  readonly table: { readonly partition: string; readonly sort?: string }
  readonly entities: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly indexes?: readonly TableIndexDesign[]
  readonly patterns: Readonly<Record<string, TablePattern>>
}

const aProjection: Shape<Projection> = (value, at): readonly ShapeFault[] =>
  Array.isArray(value) ? listOf(aText)(value, at) : aWord('all', 'keys')(value, at)

const aSortCondition: Shape<SortCondition> = (value, at) => {
  const held = typeof value === 'object' && value !== null ? value : {}
  if ('begins' in held) return record<{ readonly begins: string }>({ begins: aText })(value, at)
  if ('between' in held)
    return record<{ readonly between: readonly string[] }>({ between: listOf(aText, 2) })(value, at)
  return record<{ readonly equals: string }>({ equals: aText })(value, at)
}

/** The form of a design. */
export const tableDesignShape: Shape<TableDesign> = record<TableDesign>({
  table: record<TableDesign['table']>({ partition: aText, sort: optional(aText) }),
  entities: mapOf(mapOf(aText)),
  indexes: optional(
    listOf(
      record<TableIndexDesign>({
        name: aText,
        partition: aText,
        sort: optional(aText),
        project: aProjection,
      }),
    ),
  ),
  patterns: mapOf(
    record<TablePattern>({
      index: optional(aText),
      partition: aText,
      sort: optional(aSortCondition),
      newestFirst: optional(aFlag),
      limit: optional(aText),
      consistent: optional(aFlag),
    }),
  ),
})
