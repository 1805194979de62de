import type { JsonObject } from '../../cloud/json.ts'
import { asExpressions, entriesOf, lowerCase, operand, withEntries } from '../events/entries.ts'
import { matches } from '../events/match.ts'
import type { Answers, Misconception } from '../types.ts'
import type { Case, Detail, Edit, PatternScenario } from './scenario.ts'

/** Whether the conditions of a rule let an event through. */
type Lets = (rule: JsonObject, detail: Detail, edit: Edit) => boolean

const byService: Lets = (detailPattern, detail) =>
  matches({ pattern: { detail: detailPattern }, event: { detail } })

/** The cases as they are after an edit. */
export const casesAfter = (edit: Edit, { cases }: PatternScenario): readonly Case[] => edit.cases ?? cases

/** How rules with the same target work together: each delivers, they deliver when every one matches, or once for all. */
type Together = 'each' | 'every' | 'once'

/** Whether each wanted event arrives once and no other does. */
function mends(edit: Edit, scenario: PatternScenario, lets: Lets, together: Together = 'each'): boolean {
  return casesAfter(edit, scenario).every(({ detail, wanted }) => {
    const rules = edit.rules.filter((rule) => lets(rule, detail, edit)).length
    const deliveries = { each: rules, every: Number(rules === edit.rules.length), once: Math.min(1, rules) }[
      together
    ]
    return deliveries === Number(wanted)
  })
}

const mendedWhen =
  (lets: Lets, together?: Together) =>
  (scenario: PatternScenario): Answers =>
    scenario.edits.filter((edit) => mends(edit, scenario, lets, together)).map(({ id }) => id)

/** The edits after which the consumer has what it wants. */
export const solvePattern = mendedWhen(byService)

/** The first case that an edit gets wrong; undefined for one that mends the rule. */
export const failingCase = (edit: Edit, scenario: PatternScenario): Case | undefined =>
  casesAfter(edit, scenario).find((each) => !mends(edit, { ...scenario, cases: [each] }, byService))

/** Beliefs about event patterns. */
export const patternMisconceptions: readonly Misconception<PatternScenario>[] = [
  {
    id: 'case-ignored',
    statement: 'Values, prefixes and exclusions are compared without regard to upper and lower case.',
    solve: mendedWhen((rule, detail, edit) =>
      byService(lowerCase(rule) as JsonObject, lowerCase(detail) as Detail, edit),
    ),
  },
  {
    id: 'plain-is-expression',
    statement: 'A text in a pattern is read as a regular expression.',
    solve: mendedWhen((rule, detail, edit) => byService(asExpressions(rule, detail), detail, edit)),
  },
  {
    id: 'absent-is-null',
    statement: 'A null in a pattern also matches a field that is absent.',
    solve: mendedWhen((rule, detail, edit) =>
      byService(
        withEntries(rule, (entry) => (entry === null ? [null, { exists: false }] : [entry])),
        detail,
        edit,
      ),
    ),
  },
  {
    id: 'nothing-is-empty',
    statement: 'An empty text in a pattern matches a field without a value, be it absent or null.',
    solve: mendedWhen((rule, detail, edit) =>
      byService(
        withEntries(rule, (entry) => (entry === '' ? [null, { exists: false }] : [entry])),
        detail,
        edit,
      ),
    ),
  },
  {
    id: 'absent-passes-exclusion',
    statement: 'A field that is absent has none of the excluded values and satisfies anything-but.',
    solve: mendedWhen((rule, detail, edit) => {
      const elsewhere = Object.fromEntries(Object.keys(rule).map((name) => [name, 'elsewhere']))
      return byService(rule, { ...elsewhere, ...detail }, edit)
    }),
  },
  {
    id: 'null-is-text',
    statement: 'The value null is compared as the text "null".',
    solve: mendedWhen((rule, detail, edit) =>
      byService(
        rule,
        Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, value ?? 'null'])),
        edit,
      ),
    ),
  },
  {
    id: 'list-means-every',
    statement: 'An event must satisfy each entry of a list or of $or.',
    solve: mendedWhen((rule, detail, edit) => {
      const { $or: branches, ...fields } = rule
      const parts = Object.entries(fields).flatMap(([name, condition]) =>
        entriesOf(condition).map((entry) => ({ [name]: [entry] })),
      )
      return [...parts, ...entriesOf(branches)].every((part) => byService(part as JsonObject, detail, edit))
    }),
  },
  {
    id: 'rules-combine',
    statement: 'A target receives an event when each of its rules matches.',
    solve: mendedWhen(byService, 'every'),
  },
  {
    id: 'rules-merge',
    statement: 'A target receives an event once, however many of its rules match.',
    solve: mendedWhen(byService, 'once'),
  },
  {
    id: 'any-field-enough',
    statement: 'An event matches when one of the fields in the pattern matches.',
    solve: mendedWhen((rule, detail, edit) =>
      Object.entries(rule).some(([name, condition]) => byService({ [name]: condition }, detail, edit)),
    ),
  },
  {
    id: 'entry-for-any-field',
    statement: 'An entry of a list can be met by any field of the event.',
    solve: mendedWhen((rule, detail, edit) =>
      Object.entries(rule).every(([own, condition]) =>
        (own === '$or' ? [own] : Object.keys(detail)).some((name) =>
          byService({ [name]: condition }, detail, edit),
        ),
      ),
    ),
  },
  {
    id: 'prefix-anywhere',
    statement: 'A prefix or suffix may stand anywhere in the value.',
    solve: mendedWhen((rule, detail, edit) =>
      byService(
        withEntries(rule, (entry) => {
          const part = operand(entry, 'prefix') ?? operand(entry, 'suffix')
          return [part === undefined ? entry : { wildcard: `*${part.replaceAll('*', '\\*')}*` }]
        }),
        detail,
        edit,
      ),
    ),
  },
  {
    id: 'asterisk-in-prefix',
    statement: 'An asterisk in a prefix stands for any characters.',
    solve: mendedWhen((rule, detail, edit) =>
      byService(
        withEntries(rule, (entry) => {
          const prefix = operand(entry, 'prefix')
          return [prefix === undefined ? entry : { wildcard: `${prefix}*` }]
        }),
        detail,
        edit,
      ),
    ),
  },
  {
    id: 'text-is-number',
    statement: 'A number in quotation marks satisfies a numeric comparison.',
    solve: mendedWhen((rule, detail, edit) =>
      byService(
        rule,
        Object.fromEntries(
          Object.entries(detail).map(([name, value]) => [
            name,
            /^\d+$/.test(String(value)) ? Number(value) : value,
          ]),
        ),
        edit,
      ),
    ),
  },
  {
    id: 'transformed-first',
    statement: 'The input transformer of a target changes the event before the pattern is matched.',
    solve: mendedWhen((rule, detail, edit) => {
      const { transformed } = edit
      const seen =
        transformed === undefined ? detail : { ...detail, [transformed]: Number(detail[transformed]) }
      return byService(rule, seen, edit)
    }),
  },
]
