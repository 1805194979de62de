import type { JsonObject } from '../../cloud/json.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { code, word } from '../events/written.ts'
import { between, pick } from '../parts/draw.ts'
import { matters } from './matters.ts'
import type { FlowEdit, Matter, Need, OutputScenario } from './scenario.ts'
import { isMet } from './solve.ts'

/** Needs of the next state. */
const needsOf = ({ subject, other, place, verdict, extra }: Matter): readonly Need[] => [
  { name: 'both', paths: [[subject, 'id'], [other], [place, verdict]], forbidden: [] },
  { name: 'input', paths: [[subject, 'id'], [other]], forbidden: [verdict, extra] },
  { name: 'selected', paths: [[subject, 'id'], [other], [place, verdict]], forbidden: [extra] },
  {
    name: 'inside',
    paths: [['id'], [place, verdict]],
    forbidden: [other],
  },
]

const selectorOf = ({ verdict }: Matter): JsonObject => ({ [`${verdict}.$`]: `$.${verdict}` })

/** Fields of the state as it is: nothing, a dropped result, a part alone, or a result beside the input. */
const presentFields = ({ place, subject }: Matter, selector: JsonObject): readonly JsonObject[] => [
  {},
  { InputPath: `$.${subject}` },
  { ResultPath: null },
  { ResultSelector: selector },
  { ResultPath: `$.${place}` },
  { ResultPath: `$.${place}`, OutputPath: `$.${place}` },
]

type Row = readonly [words: string, sets: JsonObject, removes?: readonly string[]]

/** Small changes of the fields that somebody might propose. */
function proposals(matter: Matter, present: JsonObject): readonly FlowEdit[] {
  const { place, subject, verdict } = matter
  const selector = selectorOf(matter)
  const path = (...names: readonly string[]): string => ['$', ...names].join('.')
  const to = (name: string, value: string | null): string => `${word(name)} to \`${value}\``
  const [placed, picked, inside, outside] = [
    path(place),
    path(place, verdict),
    path(subject, place),
    path(subject),
  ]
  const wrapping = { [`${place}.$`]: '$' }
  const nesting = { [place]: selector }
  const rows: readonly Row[] = [
    [`set ${to('ResultPath', placed)}`, { ResultPath: placed }],
    [`set ${to('ResultPath', null)}`, { ResultPath: null }],
    [`set ${to('ResultPath', '$')}`, { ResultPath: '$' }],
    [`set ${to('ResultPath', picked)}`, { ResultPath: picked }],
    [
      `set ${to('ResultPath', inside)}, and hand on \`${outside}\` by ${word('OutputPath')}`,
      { ResultPath: inside, OutputPath: outside },
    ],
    [
      `set ${to('OutputPath', outside)}, and let ${word('ResultPath')} be \`${placed}\``,
      { ResultPath: placed, OutputPath: outside },
    ],
    [
      `set ${to('InputPath', outside)} and ${to('ResultPath', placed)}`,
      { InputPath: outside, ResultPath: placed },
    ],
    [
      `add a ${word('ResultSelector')} of ${code(selector)}, and set ${to('ResultPath', placed)}`,
      { ResultSelector: selector, ResultPath: placed },
    ],
    [`add a ${word('ResultSelector')} of ${code(wrapping)}`, { ResultSelector: wrapping }],
    [`add a ${word('ResultSelector')} of ${code(nesting)}`, { ResultSelector: nesting }],
    [
      `set ${to('InputPath', outside)}, and add a ${word('ResultSelector')} of ${code(wrapping)}`,
      { InputPath: outside, ResultSelector: wrapping },
    ],
    [
      `narrow ${to('InputPath', outside)}, with a ${word('ResultSelector')} of ${code(nesting)}`,
      { InputPath: outside, ResultSelector: nesting },
    ],
    [`set ${to('OutputPath', '$')}`, { OutputPath: '$' }],
    [`set ${to('OutputPath', null)}`, { OutputPath: null }],
    [`add an empty ${word('ResultSelector')}, ${code({})}`, { ResultSelector: {} }],
    ...Object.keys(present).map((name): Row => [`remove ${word(name)} from the state`, {}, [name]]),
  ]
  return rows.map(([words, sets, removes], index) => ({
    id: `edit-${index}`,
    words: words.charAt(0).toUpperCase() + words.slice(1),
    sets,
    ...(removes === undefined ? {} : { removes }),
  }))
}

/**
 * Draws a state that does not suit the next one, and changes one of which mends it. A change of what the function receives
 * is not offered as the right one: the function might need the rest.
 */
export function sampleOutput(random: SeededRandom): OutputScenario {
  const matter = pick(random, matters)
  const { subject, other, others, verdict, verdicts, extra } = matter
  const fields = pick(random, presentFields(matter, selectorOf(matter)))
  const open = {
    rendering: random.integer(5),
    matter,
    fields,
    input: { [subject]: { id: between(random, 100, 999) }, [other]: pick(random, others) },
    result: { [verdict]: pick(random, verdicts), [extra]: between(random, 10, 99) },
    need: pick(random, needsOf(matter)),
    edits: proposals(matter, fields),
    failed: between(random, 12, 240),
  }
  const fitting = open.edits.filter((edit) => isMet(edit, open))
  const harmless = fitting.filter(({ sets }) => !('InputPath' in sets))
  const kept = harmless.length === 0 ? undefined : pick(random, harmless)
  return { ...open, edits: open.edits.filter((edit) => edit === kept || !fitting.includes(edit)) }
}

/** False where the state suits the next one as it is. */
export const isTrouble = (scenario: OutputScenario): boolean =>
  !isMet({ id: 'present', words: '', sets: {} }, scenario)
