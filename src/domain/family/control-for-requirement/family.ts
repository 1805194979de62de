import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { controlNamed, controls, meeting, type Need, nearBy } from '../control/controls.ts'
import { deeds, type Incident, incidents } from '../control/incidents.ts'
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

const stems: readonly ((setting: Setting, incident: Incident) => string)[] = [
  (setting, { event, want }) =>
    paragraphs([
      `${event(setting)} The post-incident review at ${setting.who} is over, and one action is left to be decided.`,
      want(setting),
      'Which action meets this requirement?',
    ]),
  (setting, { event, want }) =>
    paragraphs([
      `The risk register of ${setting.who} has a new entry. ${event(setting)}`,
      want(setting),
      'The owner of the entry has two weeks, and there is no budget for software of its own. What should be done?',
    ]),
  (setting, { event, want }) =>
    paragraphs([
      event(setting),
      `${capitalised(setting.who)} runs the workload on AWS, and its security lead has put the matter on this sprint's list.`,
      want(setting),
      'Which solution meets these requirements with the LEAST operational overhead?',
    ]),
  (setting, { event, want }) =>
    paragraphs([
      `In the monthly operations meeting of ${setting.who}, one item is carried over for the second time.`,
      event(setting),
      want(setting),
      'What should the cloud engineer propose?',
    ]),
]

function sampleControl(random: SeededRandom): ControlScenario {
  return {
    setting: drawSetting(random),
    rendering: random.integer(stems.length),
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
    const incident = incidents[control.name]?.[wording]
    if (incident === undefined) throw new RangeError(`There is no incident for ${control.name}.`)
    return {
      stem: stems[scenario.rendering]?.(scenario.setting, incident) ?? '',
      references: [pageOf(...control.page)],
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
