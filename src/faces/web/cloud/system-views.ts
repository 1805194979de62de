import type { TemplateAnswer, UpdateAnswer } from '../../../application/resolve-template.ts'
import type { StatesAnswer } from '../../../application/run-states.ts'
import type { HistoryEvent } from '../../../domain/cloud/states/types.ts'
import { formatCount } from '../../../presentation/formats.ts'
import type { Answered } from './access-views.ts'
import { type AnswerView, bad, factsOf, good, mild, told, type Verdict, wordsOf } from './view-parts.ts'

const endings: Readonly<Record<'SUCCEEDED' | 'FAILED' | 'TIMED_OUT', Verdict>> = {
  SUCCEEDED: good('Succeeded'),
  FAILED: bad('Failed'),
  TIMED_OUT: bad('Timed out'),
}

const eventLine = ({ at, type, state, error }: HistoryEvent): string => {
  const where = state === undefined ? '' : ` in ${state}`
  const why = typeof error === 'string' ? `, ${error}` : ''
  return `At ${at} s: ${wordsOf(type)}${where}${why}`
}

/** How an execution ended, with its history. */
export function viewStates({ status, output, error, cause, history }: Answered<StatesAnswer>): AnswerView {
  const failure = [error, cause].filter((text) => text !== undefined).join(': ')
  return {
    verdict: endings[status],
    reason: failure === '' ? `Its output is ${JSON.stringify(output)}` : failure,
    facts: [],
    trails: told([{ title: 'What happened', lines: history.map(eventLine) }]),
  }
}

type TimeLine = { readonly at: number | string; readonly text: string }

/** What happened in virtual time, and the figures at the end. */
export function viewTime(answer: object & { readonly trail?: readonly TimeLine[] }): AnswerView {
  const lines = (answer.trail ?? []).map(({ at, text }) => `At ${at}: ${text}`)
  return {
    verdict: good('Ran to its end'),
    reason: formatCount(lines.length, 'thing happened', 'things happened'),
    facts: factsOf(answer),
    trails: told([{ title: 'What happened', lines }]),
  }
}

/** The figures of a calculation. */
export const viewCapacity = (answer: object): AnswerView => ({
  verdict: good('Computed'),
  reason: 'From the case and dated facts.',
  facts: factsOf(answer),
  trails: [],
})

/** Which resources a template gives, which it leaves out, and in which order they are created. */
export function viewTemplate(answer: Answered<TemplateAnswer>): AnswerView {
  const { resources, absent, outputs, conditions, creationOrder } = answer
  return {
    verdict: good('Resolves'),
    reason: `${formatCount(resources.length, 'resource')} after deployment, ${absent.length} left out by conditions.`,
    facts: [],
    trails: told([
      { title: 'Resources', lines: resources.map(({ logicalId, type }) => `${logicalId}: ${type}`) },
      {
        title: 'Left out',
        lines: absent.map((each) =>
          'condition' in each
            ? `${each.logicalId}: ${each.condition} is false`
            : `${each.logicalId}: depends on ${each.dependsOn}, which is left out`,
        ),
      },
      {
        title: 'Conditions',
        lines: Object.entries(conditions).map(([name, holds]) => `${name} is ${holds}`),
      },
      {
        title: 'Outputs',
        lines: Object.entries(outputs).map(([name, { value }]) => `${name}: ${JSON.stringify(value)}`),
      },
      {
        title: 'Created in this order',
        lines: creationOrder.map((wave, index) => `Wave ${index + 1}: ${wave.join(', ')}`),
      },
    ]),
  }
}

/** What an update does to each resource; what is lost or refused comes first. */
export function viewUpdate({ updates, refused }: Answered<UpdateAnswer>): AnswerView {
  const lost = updates.filter(({ losesData }) => losesData).length
  const reason = `${formatCount(updates.length, 'resource')} touched, ${lost} of them with loss of data.`
  return {
    verdict: refused.length > 0 ? bad('Refused') : lost > 0 ? mild('Loses data') : good('Keeps data'),
    reason: updates.length === 0 ? 'No resource is touched.' : reason,
    facts: [],
    trails: told([
      { title: 'Refused', lines: refused.map(({ logicalId, text }) => `${logicalId}: ${text}`) },
      { title: 'Resources', lines: updates.map(({ logicalId, text }) => `${logicalId}: ${text}`) },
    ]),
  }
}
