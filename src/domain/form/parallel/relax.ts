import type { LinearColumn, LinearProgramme, LinearRow } from './linear-programme.ts'
import type { AssemblyModel } from './model.ts'
import type { InformationAim, RuleName } from './types.ts'

/**
 * How a model becomes a linear programme. `pooled`: one column for a unit, the number of forms on which it stands, every rule on
 * the sum over the forms. As forms are interchangeable, its shares have the optimum of the programme with a column for every unit on every form,
 * at a fraction of the size. `apart`: a column for every unit on every form.
 */
export type Relaxation = {
  readonly layout: 'pooled' | 'apart'
  /** True for whole units; otherwise shares of units are allowed, and the optimum is a bound. */
  readonly whole: boolean
  /** Rules that count; the aim counts only with `aim`. */
  readonly rules: readonly RuleName[]
  readonly aim: boolean
}

type Copy = { readonly from: number; readonly forms: number }

const { POSITIVE_INFINITY: infinite, NEGATIVE_INFINITY: unlimited } = Number

const isNamed = (rules: readonly RuleName[], name: string): boolean => rules.some(({ rule }) => rule === name)

function sumRows({ rules }: AssemblyModel, wanted: readonly RuleName[], { from, forms }: Copy): LinearRow[] {
  return rules
    .filter(({ name }) => wanted.includes(name))
    .map(({ weights, low, high }) => ({
      terms: [...weights.entries()].flatMap(([unit, weight]) =>
        weight === 0 ? [] : [[from + unit, weight] as const],
      ),
      low: low * forms,
      high: high * forms,
    }))
}

/** Rivals stand on different forms: together on no more forms than there are. */
function rivalRows({ rivals }: AssemblyModel, { from, forms }: Copy): LinearRow[] {
  return rivals.flatMap((others, unit) =>
    others
      .filter((other) => other > unit)
      .map((other) => ({
        terms: [
          [from + unit, 1],
          [from + other, 1],
        ] as const,
        low: unlimited,
        high: forms,
      })),
  )
}

/** A unit stands on no more forms than its uses allow. */
function useRows({ capacity, units }: AssemblyModel, copies: number): LinearRow[] {
  return [...capacity.entries()].map(([unit, most]) => ({
    terms: Array.from({ length: copies }, (_, copy) => [copy * units.length + unit, 1] as const),
    low: unlimited,
    high: most,
  }))
}

/**
 * Rows that tie the information of a form to the last column: the least information of all abilities, which is maximised, or for
 * targets the largest relative deviation, whose negative is maximised.
 */
function aimRows(model: AssemblyModel, { from, forms }: Copy, column: number): LinearRow[] {
  const { abilities, information, units, problem } = model
  const terms = (at: number): (readonly [number, number])[] =>
    units.flatMap((_, unit) => {
      const value = information[unit * abilities + at]!
      return value === 0 ? [] : [[from + unit, value] as const]
    })
  const { aim } = problem
  return Array.from({ length: abilities }, (_, at) => at).flatMap((at): LinearRow[] => {
    if (aim.kind === 'most') return [{ terms: [...terms(at), [column, -forms]], low: 0, high: infinite }]
    const target = aim.values[at]! * forms
    return [
      { terms: [...terms(at), [column, -target]], low: unlimited, high: target },
      { terms: [...terms(at), [column, target]], low: target, high: infinite },
    ]
  })
}

/** The linear programme of a model, in the rules and the layout that are asked for. */
export function toLinearProgramme(model: AssemblyModel, relaxation: Relaxation): LinearProgramme {
  const { layout, whole, rules, aim } = relaxation
  const { forms } = model.problem.rules
  const copies = layout === 'pooled' ? 1 : forms
  const perCopy = forms / copies
  const usesCount = isNamed(rules, 'uses')
  const size = model.units.length
  const unitColumns = Array.from(
    { length: copies * size },
    (_, column): LinearColumn => ({
      low: 0,
      high: usesCount ? Math.min(perCopy, model.capacity[column % size]!) : perCopy,
      whole,
    }),
  )
  const aimColumn = unitColumns.length
  const blocks = Array.from({ length: copies }, (_, copy): Copy => ({ from: copy * size, forms: perCopy }))
  return {
    objective: aim ? [[aimColumn, model.problem.aim.kind === 'most' ? 1 : -1]] : [],
    columns: [...unitColumns, ...(aim ? [{ low: 0, high: infinite, whole: false }] : [])],
    rows: [
      ...blocks.flatMap((block) => sumRows(model, rules, block)),
      ...(isNamed(rules, 'enemies') ? blocks.flatMap((block) => rivalRows(model, block)) : []),
      ...(usesCount && copies > 1 ? useRows(model, copies) : []),
      ...(aim ? blocks.flatMap((block) => aimRows(model, block, aimColumn)) : []),
    ],
  }
}

/** What the value of the optimum says of the aim: a highest least information, or a lowest largest deviation (0 or more). */
export const boundOf = ({ kind }: InformationAim, value: number): number =>
  kind === 'most' ? value : Math.max(0, -value)
