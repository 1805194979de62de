import type { Json, JsonObject } from '../json.ts'
import { type ExecutionOptions, runExecution } from './run-execution.ts'
import type { Execution, TaskResponses } from './types.ts'

/** The ARN of a function, for Tasks whose resource does not matter. */
export const functionArn = 'arn:aws:lambda:eu-west-1:111122223333:function:work'

/** A Task that runs a function, and ends the machine unless it is told where to go on. */
export const task = (fields: JsonObject = {}): JsonObject => ({
  Type: 'Task',
  Resource: functionArn,
  ...('Next' in fields ? {} : { End: true }),
  ...fields,
})

/** A machine of one state called S. */
export const machineOf = (state: JsonObject, fields: JsonObject = {}): JsonObject => ({
  StartAt: 'S',
  States: { S: state },
  ...fields,
})

/** A machine in the other query language. */
export const jsonataMachine = (state: JsonObject): JsonObject =>
  machineOf(state, { QueryLanguage: 'JSONata' })

/** Runs a machine. */
export const run = (
  definition: JsonObject,
  input: Json = {},
  options: ExecutionOptions = {},
): Promise<Execution> => runExecution(definition, input, options)

/** Runs a machine of one state; what its Task S answers, if it is one. */
export const runState = (
  state: JsonObject,
  input: Json = {},
  outcomes?: TaskResponses[string],
): Promise<Execution> =>
  run(machineOf(state), input, outcomes === undefined ? {} : { responses: { S: outcomes } })

/** The output of a state that must succeed. */
export async function outputOf(state: JsonObject, input: Json = {}): Promise<Json> {
  const { status, output, error, cause } = await runState(state, input)
  if (status !== 'SUCCEEDED') throw new Error(`${error}: ${cause}`)
  return output
}

/** The types of the events of an execution with the seconds at which they happen. */
export const timeline = ({ history }: Execution): readonly (readonly [number, string])[] =>
  history.map(({ at, type }) => [at, type])

/** The seconds at which events of a type happen. */
export const timesOf = ({ history }: Execution, type: string): readonly number[] =>
  history.filter((event) => event.type === type).map(({ at }) => at)

/** How long an execution took, in seconds. */
export const durationOf = ({ history }: Execution): number => history.at(-1)?.at ?? Number.NaN
