import { calendarDate } from '../../kernel/calendar-date.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick, pickSome } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import type { FamilyModel } from '../types.ts'
import { harmlessEdits } from './harmless-edits.ts'
import type { Suspicion } from './property-edit.ts'
import { replacingEdits } from './replacing-edits.ts'
import { type ReplaceScenario, replaceMisconceptions, solveReplace } from './solve.ts'
import { stems } from './stems.ts'

function sampleReplace(random: SeededRandom): ReplaceScenario {
  const suspicions = pickSome(random, Object.keys(harmlessEdits) as Suspicion[], 3)
  const harmless = suspicions.map((suspicion) => pick(random, harmlessEdits[suspicion]))
  return {
    setting: drawSetting(random),
    rendering: random.integer(6),
    minutes: between(random, 6, 38),
    edits: shuffle([pick(random, replacingEdits), ...harmless], random),
  }
}

function reason(
  answer: Told<ReplaceScenario>['answer'],
  { edits }: ReplaceScenario,
  verdict: string,
): string {
  const edit = edits.find(({ id }) => id === answer)
  return `${verdict}: ${edit?.why ?? ''}.`
}

const inPlace = ({ answer, scenario }: Told<ReplaceScenario>): string =>
  reason(answer, scenario, 'CloudFormation updates the resource in place')

/** Which change of a release makes CloudFormation replace a resource. */
export const updateReplacesModel: FamilyModel<ReplaceScenario> = {
  name: 'update-replaces',
  title: 'Which change of a release replaces a resource',
  kind: 'multiple-choice',
  placements: placedIn('DOP-C02 2.1', 'SOA-C03 3.1', 'DVA-C02 3.1', 'DVA-C03 3', 'SAP-C02 2.1', 'SAP-C03 5'),
  cognitive: 'apply',
  services: ['cloudformation'],
  references: [
    documentation(
      'Understand update behaviors of stack resources',
      'AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleReplace,
  solve: solveReplace,
  misconceptions: replaceMisconceptions,
  render: wordedBy<ReplaceScenario>({
    stems,
    text: (answer, { edits }) => {
      const edit = edits.find(({ id }) => id === answer)
      if (edit === undefined) throw new RangeError(`There is no edit ${answer}.`)
      return edit.words
    },
    reasons: {
      key: ({ answer, scenario }) => reason(answer, scenario, 'This change requires replacement'),
      size: inPlace,
      security: inPlace,
      version: inPlace,
      wording: inPlace,
      retention: inPlace,
    },
  }),
  constraints: ({ edits }) => new Set(edits.map(({ type }) => type)).size === edits.length,
  features: ({ rendering, edits }) => ({
    rendering,
    names: Number(
      edits.some(({ property, suspicion }) => suspicion === null && /Name|Identifier/.test(property)),
    ),
  }),
  angoff: ({ names = 0 }) => (names === 1 ? 0.68 : 0.55),
}

export const updateReplaces = familyOf(updateReplacesModel)
