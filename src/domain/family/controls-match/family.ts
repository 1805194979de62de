import { calendarDate } from '../../kernel/calendar-date.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { type Control, controlNamed, controls, meeting, type Need, nearBy } from '../control/controls.ts'
import { findings } from '../control/findings.ts'
import { pageOf } from '../order/procedure.ts'
import { pick, pickSome } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import { spun } from '../parts/spin.ts'
import type { Answers, FamilyModel, Misconception } from '../types.ts'

type MatchScenario = {
  readonly stem: string
  readonly prompts: readonly string[]
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

const closings = [
  'Match each finding with the AWS service or feature that addresses it. Each is used once at most.',
  'Which service or feature of AWS answers each of them? Each is used once at most.',
] as const

const tellings = [
  'The new security engineer of {who} spent the first week with the accounts and logs of the {system}. Four things on the resulting list should be dealt with this quarter, with managed services and without custom code.',
  'After a break-in at a competitor, {who} had the {system} reviewed by a security consultancy. Four findings are left for the {team}, which wants to use what AWS offers.',
  "The {team} of {who} goes through last year's incidents of the {system} before the next budget. Four of them could happen again, and each is to be answered with one AWS service or feature.",
  'An internal audit of {who} looked at how the {system} is run on AWS and reports four findings. The {team} has four weeks for a plan.',
  'Before the {system} of {who} goes live in its new AWS account, the security lead walks through what went wrong in the old one. The plan for the new account names one remedy for each point.',
] as const

/** Two controls of each of two subjects, and a third of one of them that no finding needs. */
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
  const needs: readonly Need[] = shuffle(needed, random).map((control) => ({
    control,
    wording: random.integer(2) === 0 ? 0 : 1,
  }))
  const { who, systems, teams } = drawSetting(random)
  const rendering = random.integer(tellings.length)
  const told = (tellings[rendering] ?? '')
    .replace('{who}', who)
    .replace('{system}', systems[0].name)
    .replace('{team}', teams[0])
  return {
    stem: `${told} ${pick(random, closings)}`,
    prompts: needs.map(({ control, wording }) => spun(random, findings[control.name]?.[wording] ?? '')),
    rendering,
    needs,
    // The control that nothing needs stands first: whoever goes by the subject takes it.
    offered: [...spare, ...shuffle(needed, random)],
  }
}

/** Requirements and the controls that meet them. */
export const controlsMatchModel: FamilyModel<MatchScenario> = {
  name: 'controls-match',
  title: 'Match security findings with controls',
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
  render: ({ stem, prompts, needs }) => ({
    stem,
    prompts,
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
