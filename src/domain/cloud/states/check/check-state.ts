import { isJsonList, isJsonObject, type Json } from '../../json.ts'
import { statesFacts } from '../facts.ts'
import { expressionIn } from '../jsonata-template.ts'
import { readTimestamp } from '../timestamp.ts'
import { checkChoice } from './check-choice.ts'
import { checkData } from './check-data.ts'
import { checkErrors } from './check-errors.ts'
import { allowedFields, movesOn, stateTypes } from './fields.ts'
import {
  demand,
  demandAtMostOne,
  demandOne,
  type Findings,
  fault,
  faultIf,
  fieldOf,
  type Part,
  strangeFields,
} from './findings.ts'

/** Checks a graph inside a state; given in so that graphs and states need not import each other. */
export type CheckInner = (graph: Json | undefined, at: string) => Findings

const longestTime = statesFacts.stateSeconds.value

const isExpression = ({ language }: Part, value: Json): boolean =>
  language === 'JSONata' && typeof value === 'string' && expressionIn(value) !== null

/** Numbers may be expressions where the language has them. */
const isNumber =
  (part: Part, holds: (value: number) => boolean) =>
  (value: Json): boolean =>
    (typeof value === 'number' && holds(value)) || isExpression(part, value)

const isWhole =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (value: number): boolean =>
    Number.isInteger(value) && value >= least && value <= most

const hasRole = (value: Json): boolean =>
  isJsonObject(value) && Object.keys(value).length === 1 && ('RoleArn' in value || 'RoleArn.$' in value)

function checkTask(part: Part): Findings {
  const { Resource, TimeoutSeconds, HeartbeatSeconds } = part.fields
  const isArn = typeof Resource === 'string' && Resource.startsWith('arn:')
  const isLate =
    typeof TimeoutSeconds === 'number' &&
    typeof HeartbeatSeconds === 'number' &&
    HeartbeatSeconds >= TimeoutSeconds
  const times = ['TimeoutSeconds', 'HeartbeatSeconds'].flatMap((name) => [
    ...demandAtMostOne(part, [name, `${name}Path`]),
    ...demand(
      part,
      name,
      isNumber(part, isWhole(1, longestTime)),
      `must be a whole number from 1 to ${longestTime}`,
    ),
  ])
  return [
    ...faultIf(!isArn, fieldOf(part, 'Resource'), 'must be the ARN of what the Task runs'),
    ...times,
    ...faultIf(isLate, fieldOf(part, 'HeartbeatSeconds'), 'must be less than TimeoutSeconds'),
    ...demand(part, 'Credentials', hasRole, 'must be an object with RoleArn'),
  ]
}

function checkWait(part: Part): Findings {
  const isMoment = (value: Json): boolean =>
    isExpression(part, value) || (typeof value === 'string' && readTimestamp(value) !== null)
  return [
    ...demandOne(part, ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath']),
    ...demand(
      part,
      'Seconds',
      isNumber(part, isWhole(0, longestTime)),
      `must be a whole number from 0 to ${longestTime}`,
    ),
    ...demand(part, 'Timestamp', isMoment, 'must have the form 2026-11-24T09:00:00Z'),
  ]
}

const checkFail = (part: Part): Findings =>
  ['Error', 'Cause'].flatMap((name) => [
    ...demandAtMostOne(part, [name, `${name}Path`]),
    ...demand(part, name, (value) => typeof value === 'string', 'must be a text'),
  ])

function checkParallel(part: Part, checkInner: CheckInner): Findings {
  const { Branches } = part.fields
  const at = fieldOf(part, 'Branches')
  if (!isJsonList(Branches) || Branches.length === 0)
    return fault(at, 'must be a list of at least one branch')
  return Branches.flatMap((branch, index) => checkInner(branch, `${at}[${index}]`))
}

function checkProcessorConfig(part: Part, name: string): Findings {
  const processor = part.fields[name]
  const config = isJsonObject(processor) ? processor.ProcessorConfig : undefined
  const { Mode = 'INLINE', ExecutionType } = isJsonObject(config) ? config : {}
  const at = fieldOf(part, `${name}/ProcessorConfig`)
  const isDistributed = Mode === 'DISTRIBUTED'
  const hasType = ExecutionType === 'STANDARD' || ExecutionType === 'EXPRESS'
  return [
    ...faultIf(Mode !== 'INLINE' && !isDistributed, `${at}/Mode`, 'must be INLINE or DISTRIBUTED'),
    ...faultIf(isDistributed && !hasType, `${at}/ExecutionType`, 'must be STANDARD or EXPRESS'),
  ]
}

/** What reads, groups or writes items outside the execution needs other services. */
const beyondTheModel = ['ItemReader', 'ItemBatcher', 'ResultWriter']

function checkMap(part: Part, checkInner: CheckInner): Findings {
  const name = part.fields.ItemProcessor === undefined ? 'Iterator' : 'ItemProcessor'
  const whole = isNumber(part, isWhole(0))
  const percentage = isNumber(part, (value) => value >= 0 && value <= 100)
  const numbers = ['MaxConcurrency', 'ToleratedFailureCount', 'ToleratedFailurePercentage']
  return [
    ...demandOne(part, ['ItemProcessor', 'Iterator']),
    ...demandAtMostOne(part, ['ItemSelector', 'Parameters']),
    ...checkProcessorConfig(part, name),
    ...checkInner(part.fields[name], fieldOf(part, name)),
    ...numbers.flatMap((number) => demandAtMostOne(part, [number, `${number}Path`])),
    ...demand(part, 'MaxConcurrency', whole, 'must be a whole number, at least 0'),
    ...demand(part, 'ToleratedFailureCount', whole, 'must be a whole number, at least 0'),
    ...demand(part, 'ToleratedFailurePercentage', percentage, 'must be a number from 0 to 100'),
    ...beyondTheModel.flatMap((outside) =>
      demand(part, outside, () => false, 'is not part of this model: give the items in the input'),
    ),
  ]
}

const kinds: Readonly<Record<string, (part: Part, checkInner: CheckInner) => Findings>> = {
  Task: checkTask,
  Choice: checkChoice,
  Wait: checkWait,
  Fail: checkFail,
  Parallel: checkParallel,
  Map: checkMap,
}

const checkMove = (part: Part): Findings => [
  ...demandOne(part, ['Next', 'End']),
  ...demand(part, 'End', (value) => value === true, 'must be true; to go on, use Next instead'),
  ...demand(part, 'Next', (value) => typeof value === 'string', 'must be the name of a state'),
]

/** Faults of one state, and of the graphs inside it. @see Amazon States Language, State Types */
export function checkState(part: Part, checkInner: CheckInner): Findings {
  const type = String(part.fields.Type)
  if (!stateTypes.includes(type))
    return fault(fieldOf(part, 'Type'), `must be one of ${stateTypes.join(', ')}`)
  const allowed = allowedFields(type, part.language)
  return [
    ...strangeFields(part, allowed, `is no field of a ${type} state with ${part.language}`),
    ...(movesOn(type) ? checkMove(part) : []),
    ...checkData(part),
    ...checkErrors(part),
    ...(kinds[type]?.(part, checkInner) ?? []),
  ]
}
