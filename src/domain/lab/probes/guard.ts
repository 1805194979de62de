import { judgeDocument } from '../../cloud/guard/judge.ts'
import { readGuard } from '../../cloud/guard/read-guard.ts'
import { isJsonObject } from '../../cloud/json.ts'
import { invalid, type Probe } from '../grade.ts'

/** Judges a template by the person's Guard rules: `pass`, or `fail` with the rules that do and what they say. */
export const guardProbe: Probe = ({ template, rules }) => {
  const read = readGuard(String(rules))
  if (!read.ok) return invalid(`Line ${read.error.line}: ${read.error.text}.`)
  const judged = judgeDocument(read.value, isJsonObject(template) ? template : {})
  if (!judged.ok) return invalid(`Line ${judged.error.line}: ${judged.error.text}.`)
  const failing = judged.value.filter(({ status }) => status === 'FAIL')
  if (failing.length === 0) return { answer: 'pass', because: 'No rule fails.' }
  const because = failing.map(({ rule, failures }) => `${rule}: ${failures.join('; ')}`).join('. ')
  return { answer: 'fail', because: `${because}.` }
}
