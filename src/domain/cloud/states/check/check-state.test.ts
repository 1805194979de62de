import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../json.ts'
import { machineOf, task } from '../machine.fixture.ts'
import { checkDefinition } from './check-definition.ts'

const faultsOf = (state: JsonObject, fields: JsonObject = {}): readonly string[] =>
  checkDefinition(machineOf(state, fields)).map(({ at, text }) => `${at.replace('/States/S', '')} ${text}`)

const inJsonata = { QueryLanguage: 'JSONata' }

describe('Task', () => {
  test.each<[JsonObject, RegExp]>([
    [{ Resource: undefined as never }, /^\/Resource must be the ARN/],
    [{ Resource: 5 }, /^\/Resource must be the ARN/],
    [{ Resource: 'my-function' }, /^\/Resource must be the ARN/],
    [{ TimeoutSeconds: 0 }, /^\/TimeoutSeconds must be a whole number from 1/],
    [{ TimeoutSeconds: 1.5 }, /^\/TimeoutSeconds must be/],
    [{ TimeoutSeconds: 100_000_000 }, /^\/TimeoutSeconds must be/],
    [{ TimeoutSeconds: '{% 5 %}' }, /^\/TimeoutSeconds must be/],
    [{ TimeoutSeconds: 5, TimeoutSecondsPath: '$.t' }, /has TimeoutSeconds and TimeoutSecondsPath/],
    [{ TimeoutSeconds: 5, HeartbeatSeconds: 5 }, /^\/HeartbeatSeconds must be less than TimeoutSeconds/],
    [{ Credentials: {} }, /^\/Credentials must be an object with RoleArn/],
    [{ Credentials: { InvalidField: 'x' } }, /^\/Credentials must be/],
    [{ Parameters: { 'x.$': 5 } }, /^\/Parameters\/x.\$ must be a text/],
    [{ Choices: [] }, /^\/Choices is no field of a Task/],
  ])('%j', (fields, fault) => {
    expect(faultsOf(task(fields))).toEqual([expect.stringMatching(fault)])
  })

  test('with JSONata its times may be expressions', () => {
    expect(faultsOf(task({ TimeoutSeconds: '{% $states.input.t %}' }), inJsonata)).toEqual([])
    expect(faultsOf(task({ TimeoutSeconds: '{% 1 + %}' }), inJsonata)).toEqual([
      expect.stringMatching(/^\/TimeoutSeconds cannot be read as JSONata/),
    ])
    expect(faultsOf(task({ TimeoutSeconds: 'five' }), inJsonata)).toEqual([
      expect.stringMatching(/whole number/),
    ])
  })
})

describe('Wait', () => {
  test.each<[JsonObject, RegExp | null]>([
    [{ Seconds: 0 }, null],
    [{ SecondsPath: '$.a[0]' }, null],
    [{ Timestamp: '2026-11-24T09:00:00.5+01:00' }, null],
    [{}, /needs Seconds or/],
    [{ Seconds: 1, Timestamp: '2026-11-24T09:00:00Z' }, /has Seconds and Timestamp/],
    [{ Seconds: -1 }, /^\/Seconds must be a whole number from 0/],
    [{ Seconds: '5' }, /^\/Seconds must be/],
    [{ Timestamp: '2026-11-24' }, /^\/Timestamp must have the form/],
    [{ SecondsPath: '$.a[*]' }, /must name one place/],
    [{ TimestampPath: 'a' }, /is no path/],
  ])('%j', (fields, fault) => {
    const faults = faultsOf({ Type: 'Wait', End: true, ...fields })
    expect(faults).toEqual(fault === null ? [] : [expect.stringMatching(fault)])
  })

  test('with JSONata either may be an expression', () => {
    expect(faultsOf({ Type: 'Wait', Timestamp: '{% $now() %}', End: true }, inJsonata)).toEqual([])
    expect(faultsOf({ Type: 'Wait', Timestamp: 'soon', End: true }, inJsonata)).toHaveLength(1)
  })
})

describe('Fail', () => {
  test.each<[JsonObject, RegExp | null]>([
    [{}, null],
    [{ ErrorPath: '$.e', CausePath: "States.Format('{}', $.c)" }, null],
    [{ Error: 'E', ErrorPath: '$.e' }, /has Error and ErrorPath/],
    [{ Cause: 5 }, /^\/Cause must be a text/],
    [{ CausePath: 'States.Nope()' }, /no intrinsic function/],
  ])('%j', (fields, fault) => {
    expect(faultsOf({ Type: 'Fail', ...fields })).toEqual(
      fault === null ? [] : [expect.stringMatching(fault)],
    )
  })
})

const processor = { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } }
const other = { StartAt: 'J', States: { J: { Type: 'Pass', End: true } } }

describe('Parallel and Map', () => {
  test.each<[JsonObject, RegExp]>([
    [{ Type: 'Parallel' }, /^\/Branches must be a list of at least one branch/],
    [{ Type: 'Parallel', Branches: [] }, /^\/Branches must be a list/],
    [{ Type: 'Parallel', Branches: [{}] }, /^\/Branches\[0\]\/States must be/],
    [{ Type: 'Parallel', Branches: ['x'] }, /^\/Branches\[0\] must be an object/],
    [{ Type: 'Map', ItemProcessor: {} }, /^\/ItemProcessor\/States must be/],
    [{ Type: 'Map', ItemProcessor: processor, Iterator: other }, /has ItemProcessor and Iterator/],
    [
      { Type: 'Map', ItemProcessor: processor, ItemSelector: {}, Parameters: {} },
      /has ItemSelector and Parameters/,
    ],
    [{ Type: 'Map', ItemProcessor: processor, MaxConcurrency: -1 }, /^\/MaxConcurrency must be/],
    [
      { Type: 'Map', ItemProcessor: processor, MaxConcurrency: 1, MaxConcurrencyPath: '$.m' },
      /only one of them/,
    ],
    [
      { Type: 'Map', ItemProcessor: processor, ToleratedFailureCount: 1.5 },
      /^\/ToleratedFailureCount must be/,
    ],
    [
      { Type: 'Map', ItemProcessor: processor, ToleratedFailurePercentage: 101 },
      /^\/ToleratedFailurePercentage must be/,
    ],
    [{ Type: 'Map', ItemProcessor: processor, ItemsPath: '$..a' }, /must name one place/],
    [{ Type: 'Map', ItemProcessor: processor, ItemReader: {} }, /^\/ItemReader is not part of this model/],
    [
      { Type: 'Map', ItemProcessor: { ...processor, ProcessorConfig: { Mode: 'FAST' } } },
      /Mode must be INLINE/,
    ],
    [
      { Type: 'Map', ItemProcessor: { ...processor, ProcessorConfig: { Mode: 'DISTRIBUTED' } } },
      /ExecutionType must be/,
    ],
  ])('%j', (fields, fault) => {
    expect(faultsOf({ End: true, ...fields })).toEqual([expect.stringMatching(fault)])
  })

  test('a Map needs what to do with its items', () => {
    expect(faultsOf({ Type: 'Map', End: true })).toEqual([
      ' needs ItemProcessor or Iterator',
      expect.stringMatching(/Iterator must be an object/),
    ])
  })
})
