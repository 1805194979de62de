import { viewEvents, viewIam, viewPlan, viewReach } from './access-views.ts'
import { viewCapacity, viewStates, viewTemplate, viewTime, viewUpdate } from './system-views.ts'
import { type AnswerView, bad } from './view-parts.ts'

/** An answer as it comes over HTTP: an object in the form of its model. */
export type CloudAnswer = Readonly<Record<string, unknown>>

/** The server answers each model in its own form, which its view names. */
const reads =
  <A>(view: (answer: A) => AnswerView) =>
  (answer: CloudAnswer): AnswerView =>
    view(answer as A)

const views: Readonly<Record<string, (answer: CloudAnswer) => AnswerView>> = {
  iam: reads(viewIam),
  events: reads(viewEvents),
  network: (answer) => ('fits' in answer ? reads(viewPlan) : reads(viewReach))(answer),
  states: reads(viewStates),
  time: reads(viewTime),
  templates: (answer) => ('updates' in answer ? reads(viewUpdate) : reads(viewTemplate))(answer),
  capacity: reads(viewCapacity),
}

/** An answer of a model in words. */
export function viewAnswer(model: string, answer: CloudAnswer): AnswerView {
  if (typeof answer.invalid === 'string')
    return { verdict: bad('Cannot be answered'), reason: answer.invalid, facts: [], trails: [] }
  return (views[model] ?? reads(viewCapacity))(answer)
}
