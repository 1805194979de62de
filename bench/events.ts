// Event patterns: what one event costs against a compiled pattern, beside a naive kernel that reads the pattern anew for each
// event and knows neither arrays of objects nor "$or".
// Run: node bench/events.ts
import { compilePattern } from '../src/domain/cloud/events/compile-pattern.ts'
import { isJsonObject, type Json, type JsonObject } from '../src/domain/cloud/json.ts'

const rounds = 50_000

const event: JsonObject = {
  version: '0',
  id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
  'detail-type': 'EC2 Instance State-change Notification',
  source: 'aws.ec2',
  account: '111122223333',
  time: '2026-11-24T18:43:48Z',
  region: 'eu-west-1',
  resources: ['arn:aws:ec2:eu-west-1:111122223333:instance/i-1234567890abcdef0'],
  detail: {
    'instance-id': 'i-1234567890abcdef0',
    state: 'stopped',
    'c-count': 3,
    'source-ip': '10.0.0.33',
    owner: { team: 'billing', tags: ['prod', 'tier-1'] },
  },
}

const pattern: JsonObject = {
  source: ['aws.ec2', 'aws.autoscaling'],
  region: [{ prefix: 'eu-' }],
  resources: [{ suffix: '/i-1234567890abcdef0' }],
  detail: {
    state: [{ 'anything-but': ['running', 'pending'] }],
    'c-count': [{ numeric: ['>', 0, '<=', 5] }],
    owner: { team: [{ 'equals-ignore-case': 'BILLING' }], tags: ['prod'] },
    approved: [{ exists: false }],
  },
}

const withEverything: JsonObject = {
  ...pattern,
  $or: [{ account: ['444455556666'] }, { 'detail-type': [{ wildcard: 'EC2*Notification' }] }],
  detail: { ...(pattern.detail as JsonObject), 'source-ip': [{ cidr: '10.0.0.0/24' }] },
}

const elements: JsonObject = {
  Records: Array.from({ length: 20 }, (_, index) => ({
    name: `n${index}`,
    state: index === 19 ? 'on' : 'off',
  })),
}
const overElements: JsonObject = { Records: { name: [{ prefix: 'n' }], state: ['on'] } }

function naiveEntry(entry: Json, value: Json | undefined): boolean {
  if (!isJsonObject(entry)) return value === entry
  const [name = '', operand] = Object.entries(entry)[0] ?? []
  const text = typeof value === 'string' ? value : null
  if (name === 'exists') return (value !== undefined) === operand
  if (name === 'prefix') return text?.startsWith(String(operand)) ?? false
  if (name === 'suffix') return text?.endsWith(String(operand)) ?? false
  if (name === 'equals-ignore-case') return text?.toLowerCase() === String(operand).toLowerCase()
  if (name === 'anything-but') return value !== undefined && !(operand as Json[]).includes(value)
  const [low, high] = [(operand as Json[])[1], (operand as Json[])[3]]
  return typeof value === 'number' && value > Number(low) && value <= Number(high)
}

/** The reference kernel: fixed code, so that ratios compare from machine to machine. */
function naiveMatch(asked: JsonObject, given: Json | undefined): boolean {
  return Object.entries(asked).every(([name, entries]) => {
    const value = isJsonObject(given) ? given[name] : undefined
    if (isJsonObject(entries)) return naiveMatch(entries, value)
    const values = Array.isArray(value) ? (value as Json[]) : [value]
    return values.some((one) => (entries as Json[]).some((entry) => naiveEntry(entry, one)))
  })
}

/** Least microseconds per run of several batches: what the code costs when nothing else disturbs it. */
function microseconds(work: () => unknown): number {
  const batch = (): number => {
    const before = performance.now()
    for (let round = 0; round < rounds; round++) work()
    return ((performance.now() - before) / rounds) * 1000
  }
  batch()
  return Math.min(...Array.from({ length: 5 }, batch))
}

function compiled(asked: JsonObject): (given: JsonObject) => boolean {
  const result = compilePattern(asked)
  if (!result.ok) throw new Error(JSON.stringify(result.error.findings))
  return result.value.matches
}

if (!naiveMatch(pattern, event)) throw new Error('the kernel must match its event')
const kernel = microseconds(() => naiveMatch(pattern, event))
console.log(`kernel, naive match of seven fields: ${kernel.toFixed(2)} µs`)

const cases: readonly (readonly [string, JsonObject, JsonObject, boolean])[] = [
  ['the same pattern, compiled', pattern, event, true],
  ['with $or, wildcard and cidr', withEverything, event, true],
  ['another source', { ...pattern, source: ['aws.s3'] }, event, false],
  ['two fields over 20 elements', overElements, elements, true],
]
for (const [name, asked, given, expected] of cases) {
  const matches = compiled(asked)
  if (matches(given) !== expected) throw new Error(`${name}: expected ${expected}`)
  const cost = microseconds(() => matches(given))
  console.log(`${name}: ${cost.toFixed(2)} µs, ratio to the kernel ${(cost / kernel).toFixed(2)}`)
}
const compiling = microseconds(() => compilePattern(withEverything))
console.log(`compiling a pattern: ${compiling.toFixed(1)} µs`)
