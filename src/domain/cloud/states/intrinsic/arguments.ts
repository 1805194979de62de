import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../json.ts'
import { EvaluationError } from '../state-error.ts'

/** The failure of an intrinsic function. @example intrinsicFailure('x').error // 'States.IntrinsicFailure' */
export const intrinsicFailure = (cause: string): EvaluationError =>
  new EvaluationError('States.IntrinsicFailure', cause)

type Take<T> = (value: Json | undefined, what: string) => T

const takeWhen =
  <T extends Json>(is: (value: Json | undefined) => value is T, kind: string): Take<T> =>
  (value, what) => {
    if (is(value)) return value
    throw intrinsicFailure(`${what} must be ${kind}, but was ${JSON.stringify(value)}.`)
  }

/** The argument when it is a text. @throws StateError States.IntrinsicFailure otherwise */
export const takeText: Take<string> = takeWhen((value) => typeof value === 'string', 'a text')

/** The argument when it is a list. @throws StateError States.IntrinsicFailure otherwise */
export const takeList: Take<readonly Json[]> = takeWhen((value) => isJsonList(value), 'a list')

/** The argument when it is an object. @throws StateError States.IntrinsicFailure otherwise */
export const takeObject: Take<JsonObject> = takeWhen((value) => isJsonObject(value), 'an object')

const takeNumber: Take<number> = takeWhen((value) => typeof value === 'number', 'a number')

/** The argument rounded to a whole number, halves upwards. @throws StateError States.IntrinsicFailure when it is no number */
export const takeInteger: Take<number> = (value, what) => {
  const rounded = Math.round(takeNumber(value, what))
  return rounded === 0 ? 0 : rounded
}

/** A text of at most so many characters. @throws StateError States.IntrinsicFailure otherwise */
export function takeShortText(value: Json | undefined, what: string, most: number): string {
  const text = takeText(value, what)
  if (text.length > most) throw intrinsicFailure(`${what} must have at most ${most} characters.`)
  return text
}
