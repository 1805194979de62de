import type { JsonObject } from '../cloud/json.ts'
import type { Finding } from './check-report.ts'
import { answerOf, type Reason, textOf } from './reasons.ts'

/** The finding of a reason, with its facts. @example finding('expired').answer // 'fail' */
export const finding = (reason: Reason, facts: JsonObject = {}): Finding => ({
  answer: answerOf(reason),
  reason,
  text: textOf(reason),
  facts,
})
