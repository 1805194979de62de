import { fail, ok, type Result } from '../../kernel/result.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { compilePattern } from './compile-pattern.ts'
import { compileFilterPolicy, type FilterScope } from './filter-policy.ts'
import { messageEvent } from './message-event.ts'
import type { PatternFinding } from './types.ts'

/** Why a case has no answer, in one sentence per fault. */
export type EventCaseRefused = { readonly code: 'event-case-refused'; readonly text: string }

const refuse = (text: string): { readonly ok: false; readonly error: EventCaseRefused } =>
  fail({ code: 'event-case-refused', text })

const describe = (findings: readonly PatternFinding[]): string =>
  findings.map(({ at, text }) => `${at}: ${text}`).join('; ')

const isScope = (value: unknown): value is FilterScope =>
  value === 'MessageAttributes' || value === 'MessageBody'

function matchPolicy(asked: JsonObject): Result<boolean, EventCaseRefused> {
  const scope = asked.scope ?? 'MessageAttributes'
  if (!isScope(scope)) return refuse('"scope" must be MessageAttributes or MessageBody')
  const test = compileFilterPolicy(asked.policy, scope)
  if (!test.ok) return refuse(describe(test.error.findings))
  const event = messageEvent(asked, scope)
  if (!event.ok) return refuse(event.error.text)
  return ok(event.value !== null && test.value(event.value))
}

/**
 * Answers one case: `{ pattern, event }` for EventBridge, or `{ policy, scope?, attributes?, body? }` for SNS.
 *
 * @returns whether the event or message passes, or `event-case-refused` with what the service would not accept
 * @example matchCase({ pattern: { a: [1] }, event: { a: 1 } }) // { ok: true, value: true }
 */
export function matchCase(asked: unknown): Result<boolean, EventCaseRefused> {
  if (!isJsonObject(asked) || 'pattern' in asked === 'policy' in asked)
    return refuse('a case is an object with "pattern" and "event", or with "policy" and a message')
  if ('policy' in asked) return matchPolicy(asked)
  const compiled = compilePattern(asked.pattern)
  if (!compiled.ok) return refuse(describe(compiled.error.findings))
  if (!isJsonObject(asked.event)) return refuse('"event" must be an object')
  return ok(compiled.value.matches(asked.event))
}
