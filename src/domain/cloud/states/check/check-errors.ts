import { isJsonList, isJsonObject, type Json } from '../../json.ts'
import { statesFacts } from '../facts.ts'
import { checkData } from './check-data.ts'
import { demand, type Findings, fault, faultIf, fieldOf, type Part, strangeFields } from './findings.ts'

const retrierFields =
  'ErrorEquals IntervalSeconds MaxAttempts BackoffRate MaxDelaySeconds JitterStrategy Comment'.split(' ')
const catcherFields = {
  JSONPath: 'ErrorEquals Next ResultPath Assign Comment'.split(' '),
  JSONata: 'ErrorEquals Next Output Assign Comment'.split(' '),
}

const mostInterval = statesFacts.stateSeconds.value
const mostDelay = statesFacts.retryDelaySeconds.value
/** The language counts attempts with as many digits as seconds. */
const mostAttempts = 99_999_999

const isWhole =
  (least: number, most: number) =>
  (value: Json): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

function checkNames(part: Part, isLast: boolean): Findings {
  const names = part.fields.ErrorEquals
  const at = fieldOf(part, 'ErrorEquals')
  if (!isJsonList(names) || names.length === 0 || !names.every((name) => typeof name === 'string'))
    return fault(at, 'must be a list of at least one error name')
  const meansAll = names.includes('States.ALL')
  return [
    ...faultIf(meansAll && names.length > 1, at, 'States.ALL must stand alone'),
    ...faultIf(meansAll && !isLast, at, 'States.ALL must come last, since nothing after it can match'),
  ]
}

function checkRetrier(part: Part): Findings {
  const { IntervalSeconds = 1, MaxDelaySeconds } = part.fields
  const isShort = typeof MaxDelaySeconds === 'number' && MaxDelaySeconds <= Number(IntervalSeconds)
  return [
    ...strangeFields(part, retrierFields, 'is no field of a retrier'),
    ...demand(
      part,
      'IntervalSeconds',
      isWhole(1, mostInterval),
      `must be a whole number from 1 to ${mostInterval}`,
    ),
    ...demand(
      part,
      'MaxAttempts',
      isWhole(0, mostAttempts),
      `must be a whole number from 0 to ${mostAttempts}`,
    ),
    ...demand(
      part,
      'BackoffRate',
      (rate) => typeof rate === 'number' && rate >= 1,
      'must be a number, at least 1.0',
    ),
    ...demand(
      part,
      'MaxDelaySeconds',
      isWhole(1, mostDelay),
      `must be a whole number from 1 to ${mostDelay}`,
    ),
    ...faultIf(isShort, fieldOf(part, 'MaxDelaySeconds'), 'must be more than IntervalSeconds'),
    ...demand(
      part,
      'JitterStrategy',
      (jitter) => jitter === 'FULL' || jitter === 'NONE',
      'must be FULL or NONE',
    ),
  ]
}

const checkCatcher = (part: Part): Findings => [
  ...strangeFields(part, catcherFields[part.language], `is no field of a catcher with ${part.language}`),
  ...faultIf(part.fields.Next === undefined, part.at, 'needs Next'),
  ...checkData(part),
]

function checkEach(part: Part, name: 'Retry' | 'Catch', check: (inner: Part) => Findings): Findings {
  const list = part.fields[name]
  if (list === undefined) return []
  if (!isJsonList(list)) return fault(fieldOf(part, name), 'must be a list')
  return list.flatMap((fields, index) => {
    const at = `${fieldOf(part, name)}[${index}]`
    if (!isJsonObject(fields)) return fault(at, 'must be an object')
    const inner: Part = { ...part, at, fields }
    return [...checkNames(inner, index === list.length - 1), ...check(inner)]
  })
}

/** Faults in Retry and Catch. @see Amazon States Language, Errors */
export const checkErrors = (part: Part): Findings => [
  ...checkEach(part, 'Retry', checkRetrier),
  ...checkEach(part, 'Catch', checkCatcher),
]
