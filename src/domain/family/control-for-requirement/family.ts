import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { controlNamed, controls, meeting, type Need, nearBy } from '../control/controls.ts'
import { pageOf } from '../order/procedure.ts'
import { pick, pickSome } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import type { Answers, FamilyModel, Misconception } from '../types.ts'

type ControlScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly need: Need
  readonly turn: number
}

/** Names, beginning with another one each time, so that no control is always the first that comes to mind. */
const inTurn = (names: readonly string[], turn: number): Answers => {
  const start = names.length === 0 ? 0 : turn % names.length
  return [...names.slice(start), ...names.slice(0, start)]
}

const near =
  (fits: 'act' | 'subject') =>
  ({ need, turn }: ControlScenario): Answers =>
    inTurn(
      nearBy(need, controls, fits).map(({ name }) => name),
      turn,
    )

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

const stems: readonly ((scenario: ControlScenario, need: string) => string)[] = [
  ({ setting }, need) =>
    paragraphs([
      `${capitalised(setting.who)} has moved its ${setting.systems[0].name} to AWS. The ${setting.teams[0]} now has to ${need}.`,
      'Which AWS service or feature meets this requirement?',
    ]),
  ({ setting }, need) =>
    paragraphs([
      `After an audit, ${setting.who} agreed to ${need}. The ${setting.teams[1]} prefers a capability of AWS to code of its own.`,
      'Which one should it use?',
    ]),
  ({ setting }, need) =>
    paragraphs([
      `A security engineer joins ${setting.who}, where the ${setting.systems[1].name} handles ${setting.records[0].name}. The first task is to ${need}.`,
      'What should the engineer set up?',
    ]),
]

function sampleControl(random: SeededRandom): ControlScenario {
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    need: { control: pick(random, controls), wording: pickSome(random, [0, 1] as const, 1)[0] ?? 0 },
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
    const { control, wording } = scenario.need
    return {
      stem: stems[scenario.rendering % stems.length]?.(scenario, control.needs[wording]) ?? '',
      references: [pageOf(...control.page)],
      option: (answer) => ({ text: String(answer), rationale: controlNamed(String(answer)).does }),
    }
  },
  features: ({ rendering, need }) => ({ rendering, prevents: need.control.act === 'prevent' ? 1 : 0 }),
  angoff: ({ prevents = 0 }) => 0.76 - 0.04 * prevents,
}

export const controlForRequirement = familyOf(controlForRequirementModel)
