import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { controlNamed, controls, meeting, type Need, nearBy, type Subject } from '../control/controls.ts'
import { deeds, stories } from '../control/incidents.ts'
import { pageOf } from '../order/procedure.ts'
import { pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { spun } from '../parts/spin.ts'
import type { Answers, FamilyModel, Misconception } from '../types.ts'

type ControlScenario = {
  readonly stem: string
  readonly rendering: number
  readonly need: Need
  readonly turn: number
}

const ofWorkload: readonly Subject[] = ['network', 'software', 'web']

/** Whether two subjects are both of a workload or both of an account; what belongs together is mixed up more easily. */
const areKin = (one: Subject, other: Subject): boolean =>
  ofWorkload.includes(one) === ofWorkload.includes(other)

/** Names, beginning with another one each time, so that no control is always the first that comes to mind. */
const inTurn = (names: readonly string[], turn: number): Answers => {
  const start = names.length === 0 ? 0 : turn % names.length
  return [...names.slice(start), ...names.slice(0, start)]
}

const near =
  (fits: 'act' | 'subject') =>
  ({ need, turn }: ControlScenario): Answers => {
    const found = nearBy(need, controls, fits)
    const [kin, others] = [true, false].map((wanted) =>
      found.filter(({ subject }) => areKin(subject, need.control.subject) === wanted).map(({ name }) => name),
    )
    return [...inTurn(kin ?? [], turn), ...inTurn(others ?? [], turn)]
  }

const misconceptions: readonly Misconception<ControlScenario>[] = [
  {
    id: 'subject-decides',
    statement: 'Any control that deals with the subject will do, whether it records, detects, or prevents.',
    solve: near('subject'),
  },
  {
    id: 'act-decides',
    statement: 'A control that does the same to one thing does it to others too.',
    solve: near('act'),
  },
]

const questions = [
  'Which action meets this requirement?',
  'Which solution meets these requirements with the LEAST operational overhead?',
  'What should be done?',
] as const

function sampleControl(random: SeededRandom): ControlScenario {
  const control = pick(random, controls)
  const wording = random.integer(2) === 0 ? 0 : 1
  const question = random.integer(questions.length)
  const story = stories[control.name]?.[wording]
  if (story === undefined) throw new RangeError(`There is no story for ${control.name}.`)
  return {
    stem: `${spun(random, story)} ${questions[question]}`,
    rendering: wording * questions.length + question,
    need: { control, wording },
    turn: random.integer(60),
  }
}

/** The control that meets one requirement. */
export const controlForRequirementModel: FamilyModel<ControlScenario> = {
  name: 'control-for-requirement',
  title: 'The control that meets a security requirement',
  kind: 'multiple-choice',
  placements: placedIn(
    'CLF-C02 2.4',
    'SAA-C03 1.2',
    'SOA-C03 4.2',
    'SCS-C03 1.1',
    'DOP-C02 6.3',
    'SAP-C02 3.2',
  ),
  cognitive: 'apply',
  services: ['security'],
  references: controls.map(({ page: [title, url] }) => pageOf(title, url)),
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleControl,
  solve: ({ need }) => meeting(need, controls).map(({ name }) => name),
  misconceptions,
  render: (scenario) => {
    return {
      stem: scenario.stem,
      references: [pageOf(...scenario.need.control.page)],
      option: (answer) => ({
        text: deeds[String(answer)] ?? '',
        rationale: controlNamed(String(answer)).does,
      }),
    }
  },
  features: ({ rendering, need }) => ({ rendering, prevents: need.control.act === 'prevent' ? 1 : 0 }),
  angoff: ({ prevents = 0 }) => 0.76 - 0.04 * prevents,
}

export const controlForRequirement = familyOf(controlForRequirementModel)
