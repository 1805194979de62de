import type { QueryLanguage } from '../types.ts'

type Fields = Readonly<Record<string, string>>

const everywhere = 'Type Comment QueryLanguage'
const moving = 'Next End'
const failing = 'Retry Catch'
const taskTimes = 'TimeoutSeconds HeartbeatSeconds'
const taskPaths = 'TimeoutSecondsPath HeartbeatSecondsPath'
const mapNumbers = 'MaxConcurrency ToleratedFailureCount ToleratedFailurePercentage'
const mapPaths = 'MaxConcurrencyPath ToleratedFailureCountPath ToleratedFailurePercentagePath ItemsPath'
const mapParts = 'ItemProcessor Iterator ItemSelector Label ItemReader ItemBatcher ResultWriter'
const shaping = 'InputPath Parameters ResultSelector ResultPath OutputPath Assign'

const withPaths: Fields = {
  Pass: `${moving} InputPath Parameters Result ResultPath OutputPath Assign`,
  Task: `${moving} ${failing} ${shaping} ${taskTimes} ${taskPaths} Resource Credentials`,
  Choice: 'Choices Default InputPath OutputPath Assign',
  Wait: `${moving} Seconds SecondsPath Timestamp TimestampPath InputPath OutputPath Assign`,
  Succeed: 'InputPath OutputPath',
  Fail: 'Error ErrorPath Cause CausePath',
  Parallel: `${moving} ${failing} ${shaping} Branches`,
  Map: `${moving} ${failing} ${shaping} ${mapNumbers} ${mapPaths} ${mapParts}`,
}

const withExpressions: Fields = {
  Pass: `${moving} Output Assign`,
  Task: `${moving} ${failing} ${taskTimes} Resource Credentials Arguments Output Assign`,
  Choice: 'Choices Default Output Assign',
  Wait: `${moving} Seconds Timestamp Output Assign`,
  Succeed: 'Output',
  Fail: 'Error Cause',
  Parallel: `${moving} ${failing} Branches Arguments Output Assign`,
  Map: `${moving} ${failing} ${mapNumbers} ${mapParts} Items Output Assign`,
}

/** The types of states. @example stateTypes.length // 8 */
export const stateTypes: readonly string[] = Object.keys(withPaths)

/**
 * The fields that a state of a type may have in a query language.
 *
 * @see Amazon States Language, State Types; AWS Step Functions developer guide (JSONata fields)
 * @example allowedFields('Succeed', 'JSONata').includes('Output') // true
 */
export const allowedFields = (type: string, language: QueryLanguage): readonly string[] =>
  `${everywhere} ${(language === 'JSONata' ? withExpressions : withPaths)[type] ?? ''}`.split(' ')

/** True when a state of a type goes on by Next or End. @example movesOn('Choice') // false */
export const movesOn = (type: string): boolean => !['Choice', 'Succeed', 'Fail'].includes(type)
