import { matchCase } from '../../cloud/events/match-case.ts'
import { isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'
import { invalid, type Probe } from '../grade.ts'

type Part = { readonly at: string; readonly pattern: JsonObject }

/** A pattern taken apart: each field by itself, under the objects that lead to it; `$or` stays whole. */
function partsOf(pattern: JsonObject, at: string, wrap: (inner: JsonObject) => JsonObject): readonly Part[] {
  return Object.entries(pattern).flatMap(([name, held]) => {
    const place = at === '' ? name : `${at}.${name}`
    return isJsonObject(held)
      ? partsOf(held, place, (inner) => wrap({ [name]: inner }))
      : [{ at: place, pattern: wrap({ [name]: held }) }]
  })
}

function whyNot(pattern: JsonObject, event: Json | undefined): string {
  const unmet = partsOf(pattern, '', (inner) => inner).filter(({ pattern: part }) => {
    const matched = matchCase({ pattern: part, event })
    return matched.ok && !matched.value
  })
  if (unmet.length === 0) return 'No single object of the event answers all fields of the pattern together.'
  const names = unmet.map(({ at, pattern: part }) => `${at} (${JSON.stringify(leafOf(part))})`)
  return `The event does not answer ${names.join(' and ')}.`
}

function leafOf(part: JsonObject): Json | undefined {
  const [held] = Object.values(part)
  return isJsonObject(held) ? leafOf(held) : held
}

/**
 * Asks EventBridge or SNS whether an event or message passes: a case is one of `cloud events match`, the answer `match`
 * or `no match` with the fields that decided.
 */
export const eventsProbe: Probe = (ask) => {
  const matched = matchCase(ask)
  if (!matched.ok) return invalid(matched.error.text)
  if (matched.value) return { answer: 'match', because: 'Every field of the pattern is answered.' }
  const because = isJsonObject(ask.pattern) ? whyNot(ask.pattern, ask.event) : 'The filter policy is not met.'
  return { answer: 'no match', because }
}
