import { isJsonList, isJsonObject, type Json } from '../../json.ts'
import { readIntrinsic } from '../intrinsic/read-intrinsic.ts'
import { checkJsonata } from '../jsonata.ts'
import { expressionIn } from '../jsonata-template.ts'
import { isReferencePath, readPath } from '../path/read-path.ts'
import type { JsonPath } from '../path/types.ts'
import { type Findings, fault, faultIf, fieldOf, type Part } from './findings.ts'

type Check = (value: Json, at: string) => Findings

/** Faults of a text that is to be a path and, where `holds` says so, of a certain kind. */
function checkPath(value: Json, at: string, holds: (path: JsonPath) => string | null = () => null): Findings {
  if (typeof value !== 'string') return fault(at, 'must be a text')
  const path = readPath(value)
  if (!path.ok) return fault(at, path.error.text)
  const text = holds(path.value)
  return text === null ? [] : fault(at, text)
}

/** Faults of a text that is to be a path. */
export const checkPathText: Check = (value, at) => checkPath(value, at)

/** A Reference Path names one place. */
const checkReference: Check = (value, at) =>
  checkPath(value, at, (path) =>
    isReferencePath(path) ? null : `"${path.text}" must name one place, without *, .., slices or filters`,
  )

/** ResultPath places a result in the data, so that it can start neither at the context object nor at a variable. */
const checkResultPath: Check = (value, at) =>
  checkPath(value, at, (path) =>
    isReferencePath(path) && path.root.kind === 'data'
      ? null
      : `"${path.text}" must name one place in the data`,
  )

/** A path, or a call of an intrinsic function. */
const checkDynamic: Check = (value, at) => {
  if (typeof value !== 'string' || value.startsWith('$')) return checkPathText(value, at)
  const call = readIntrinsic(value)
  return call.ok ? [] : fault(at, call.error.text)
}

/** What a check finds in the members of a value, at any depth. */
function checkInside(value: Json, at: string, check: Check): Findings {
  if (isJsonList(value)) return value.flatMap((member, index) => check(member, `${at}[${index}]`))
  return isJsonObject(value)
    ? Object.entries(value).flatMap(([name, member]) => check(member, `${at}/${name}`))
    : []
}

/** A member and the dynamic one of the same name would both become one member. */
const checkTwins: Check = (value, at) =>
  isJsonObject(value)
    ? Object.keys(value).flatMap((name) =>
        faultIf(`${name}.$` in value, `${at}/${name}`, `stands twice, since "${name}.$" becomes it too`),
      )
    : []

/** Members whose names end in `.$` are dynamic. */
const checkTemplate: Check = (value, at) => [
  ...checkTwins(value, at),
  ...checkInside(value, at, (member, place) =>
    isJsonObject(value) && place.endsWith('.$') ? checkDynamic(member, place) : checkTemplate(member, place),
  ),
]

/** Faults of JSONata in the texts in `{% %}` of a value, at any depth. */
export const checkExpressions: Check = (value, at) => {
  if (typeof value !== 'string') return checkInside(value, at, checkExpressions)
  const expression = expressionIn(value)
  if (expression === null) {
    const isHalfOpen = value.startsWith('{%') || value.endsWith('%}')
    return faultIf(isHalfOpen, at, 'must start with {% and end with %}, or have neither')
  }
  const text = checkJsonata(expression)
  return text === null ? [] : fault(at, `cannot be read as JSONata: ${text}`)
}

const variableName = /^\p{ID_Start}\p{ID_Continue}{0,79}$/u

function checkAssign(part: Part): Findings {
  const { Assign } = part.fields
  if (Assign === undefined) return []
  if (!isJsonObject(Assign)) return fault(fieldOf(part, 'Assign'), 'must be an object of variables')
  return Object.keys(Assign).flatMap((name) => {
    const plain = part.language === 'JSONPath' ? name.replace(/\.\$$/, '') : name
    const isName = variableName.test(plain) && plain !== 'states'
    return faultIf(!isName, fieldOf(part, `Assign/${name}`), 'is no name of a variable')
  })
}

const orNull =
  (check: Check): Check =>
  (value, at) =>
    value === null ? [] : check(value, at)

type FieldChecks = readonly (readonly [Check, string])[]

const pathFields: FieldChecks = [
  [orNull(checkPathText), 'InputPath OutputPath'],
  [orNull(checkResultPath), 'ResultPath'],
  [checkReference, 'ItemsPath SecondsPath TimestampPath TimeoutSecondsPath HeartbeatSecondsPath'],
  [checkReference, 'MaxConcurrencyPath ToleratedFailureCountPath ToleratedFailurePercentagePath'],
  [checkDynamic, 'ErrorPath CausePath'],
  [checkTemplate, 'Parameters ResultSelector ItemSelector Assign'],
]

const expressionFields: FieldChecks = [
  [checkExpressions, 'Arguments Output Assign Items ItemSelector Error Cause Seconds Timestamp'],
  [checkExpressions, 'TimeoutSeconds HeartbeatSeconds'],
  [checkExpressions, 'MaxConcurrency ToleratedFailureCount ToleratedFailurePercentage'],
]

/** Faults in the paths, templates and expressions of a state, a rule or a catcher. */
export function checkData(part: Part): Findings {
  const checks = part.language === 'JSONata' ? expressionFields : pathFields
  const found = checks.flatMap(([check, names]) =>
    names.split(' ').flatMap((name) => {
      const value = part.fields[name]
      return value === undefined ? [] : check(value, fieldOf(part, name))
    }),
  )
  return [...checkAssign(part), ...found]
}
