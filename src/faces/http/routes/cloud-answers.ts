import { casesOf, identify } from '../../../application/cloud-cases.ts'
import { estimateCapacity, listCalculations } from '../../../application/estimate-capacity.ts'
import { matchEvents } from '../../../application/match-events.ts'
import type { Ports } from '../../../application/ports.ts'
import { planUpdates, resolveTemplates } from '../../../application/resolve-template.ts'
import { runStates } from '../../../application/run-states.ts'
import { listSimulations, simulateTime } from '../../../application/simulate-time.ts'
import { planNetwork, traceNetwork } from '../../../application/trace-network.ts'
import { evaluateIamWithWarnings } from '../../../application/warn-unknown-actions.ts'

type Answers = readonly object[] | Promise<readonly object[]>

/** Answers an input of one case or many: one answer per case, in order. */
export type AnswerCases = (input: unknown, ports: Ports) => Answers

type Kinds = ReadonlyMap<string, AnswerCases>

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The kind that a case names, and the case without it. */
function splitKind(asked: unknown, otherwise: string | undefined) {
  if (!isRecord(asked)) return { kind: otherwise, given: asked }
  const { kind = otherwise, ...given } = asked
  return { kind, given }
}

/** Answers cases that each name their kind; a case without one is of the kind that stands for none, where there is such. */
function answerByKind(kinds: Kinds, otherwise?: string): AnswerCases {
  const known = [...kinds.keys()].join(', ')
  return async (input, ports) => {
    const answers: object[] = []
    for (const asked of casesOf(input)) {
      const { kind, given } = splitKind(asked, otherwise)
      const answer = typeof kind === 'string' ? kinds.get(kind) : undefined
      const refused = { ...identify(asked), invalid: `kind must be one of ${known}` }
      answers.push(...(answer === undefined ? [refused] : await answer([given], ports)))
    }
    return answers
  }
}

/** Gives the cases of `{ network, cases }` that bring no network of their own the shared one. */
function shareNetwork(input: unknown): unknown {
  if (!isRecord(input) || !Array.isArray(input.cases)) return input
  const { network, cases } = input
  return cases.map((asked) => (isRecord(asked) && asked.kind !== 'plan' ? { network, ...asked } : asked))
}

const reachOrPlan = answerByKind(
  new Map<string, AnswerCases>([
    ['reach', traceNetwork],
    ['plan', planNetwork],
  ]),
  'reach',
)

const simulationKinds: Kinds = new Map(
  listSimulations().map(({ name }) => [
    name,
    (input: unknown, ports: Ports) => {
      const answers = simulateTime(name, input, ports)
      return answers.ok ? answers.value : []
    },
  ]),
)

const calculationKinds: Kinds = new Map(
  listCalculations().map(({ name }) => [
    name,
    (input: unknown, ports: Ports) => {
      const answers = estimateCapacity(name, input, ports)
      return answers.ok ? answers.value : []
    },
  ]),
)

/** What each model answers, by the name under which it is called. */
export const cloudModels: ReadonlyMap<string, AnswerCases> = new Map<string, AnswerCases>([
  ['iam', evaluateIamWithWarnings],
  ['events', matchEvents],
  ['network', (input, ports) => reachOrPlan(shareNetwork(input), ports)],
  ['states', runStates],
  ['time', answerByKind(simulationKinds)],
  [
    'templates',
    answerByKind(
      new Map<string, AnswerCases>([
        ['resolve', resolveTemplates],
        ['update', planUpdates],
      ]),
      'resolve',
    ),
  ],
  ['capacity', answerByKind(calculationKinds)],
])
