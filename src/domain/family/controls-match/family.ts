import { calendarDate } from '../../kernel/calendar-date.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { type Control, controlNamed, controls, meeting, type Need, nearBy } from '../control/controls.ts'
import { pageOf } from '../order/procedure.ts'
import { pickSome } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import type { Answers, FamilyModel, Misconception } from '../types.ts'

type MatchScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly needs: readonly Need[]
  /** Controls that are on offer, in the order in which a hasty reader finds them. */
  readonly offered: readonly Control[]
}

const namesOf = (found: readonly (Control | undefined)[]): Answers =>
  found.flatMap((control) => control?.name ?? [])

/** Under a belief each need takes the first control near by, and the right one where there is none. */
const hasty =
  (fits: 'act' | 'subject') =>
  ({ needs, offered }: MatchScenario): Answers =>
    namesOf(needs.map((need) => nearBy(need, offered, fits)[0] ?? meeting(need, offered)[0]))

const misconceptions: readonly Misconception<MatchScenario>[] = [
  {
    id: 'subject-decides',
    statement:
      'Any control that deals with the same subject meets a requirement, whether it records, detects, or prevents.',
    solve: hasty('subject'),
  },
  {
    id: 'act-decides',
    statement: 'A control that detects or prevents one thing detects or prevents other things as well.',
    solve: hasty('act'),
  },
]

/** Two controls of each of two subjects, and a third of one of them that no requirement needs. */
function sampleMatch(random: SeededRandom): MatchScenario {
  const subjects = pickSome(random, [...new Set(controls.map(({ subject }) => subject))], 2)
  const [first, second] = subjects.map((subject) =>
    shuffle(
      controls.filter((each) => each.subject === subject),
      random,
    ),
  )
  const needed = [...(first ?? []).slice(0, 2), ...(second ?? []).slice(0, 2)]
  const spare = (first ?? []).slice(2, 3)
  return {
    setting: drawSetting(random),
    rendering: random.integer(stems.length),
    needs: shuffle(needed, random).map((control) => ({ control, wording: random.integer(2) === 0 ? 0 : 1 })),
    // The control that nothing needs stands first: whoever goes by the subject takes it.
    offered: [...spare, ...shuffle(needed, random)],
  }
}

const stems: readonly ((setting: Setting) => string)[] = [
  ({ who, systems, teams }) =>
    paragraphs([
      `An acquirer's due diligence of ${who} ended with four open points about the ${systems[0].name}, and the deal depends on their closure within a month.`,
      `The ${teams[0]} wants to use what AWS offers and to write no code.`,
      'Match each point with the AWS service or feature that closes it.',
    ]),
  ({ who, teams, records }) =>
    paragraphs([
      `After ${records[0].name} leaked from a supplier, the board of ${who} asked for measures in its own AWS accounts.`,
      `The ${teams[1]} turned the discussion into four work orders and now assigns a service or feature to each.`,
      'Which one fulfills each work order?',
    ]),
  ({ they, systems }) =>
    paragraphs([
      `The launch of the ${systems[0].name} is on Thursday, and the security engineer of ${they} has not signed off yet.`,
      'Four gaps remain on the checklist, each to be filled with one AWS service or feature.',
      'Which of them fills each gap?',
    ]),
  ({ who, teams, systems }) =>
    paragraphs([
      `${capitalised(who)} prepares for certification of the ${systems[1].name}. The assessor's preliminary report contains four demands.`,
      `An engineer of the ${teams[0]} has collected candidates from the AWS documentation and has a day to answer.`,
      'Match each demand with the service or feature that satisfies it.',
    ]),
]

/** Requirements and the controls that meet them. */
export const controlsMatchModel: FamilyModel<MatchScenario> = {
  name: 'controls-match',
  title: 'Match security requirements with controls',
  kind: 'matching',
  placements: placedIn('SCS-C03 3.2', 'AIF-C01 5.1'),
  cognitive: 'apply',
  services: ['security'],
  references: controls.map(({ page: [title, url] }) => pageOf(title, url)),
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleMatch,
  solve: ({ needs, offered }) => namesOf(needs.map((need) => meeting(need, offered)[0])),
  misconceptions,
  render: ({ setting, rendering, needs }) => ({
    stem: stems[rendering]?.(setting) ?? '',
    prompts: needs.map(({ control, wording }) => capitalised(control.needs[wording])),
    references: needs.map(
      ({
        control: {
          page: [title, url],
        },
      }) => pageOf(title, url),
    ),
    option: (answer) => ({ text: String(answer), rationale: controlNamed(String(answer)).does }),
  }),
  features: ({ rendering, offered }) => ({ rendering, offered: offered.length }),
  angoff: ({ offered = 4 }) => 0.86 - 0.05 * offered,
}

export const controlsMatch = familyOf(controlsMatchModel)
