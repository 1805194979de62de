import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../json.ts'
import { machineOf, task } from '../machine.fixture.ts'
import { checkDefinition } from './check-definition.ts'

const faultsOf = (definition: unknown): readonly string[] =>
  checkDefinition(definition).map(({ at, text }) => `${at} ${text}`)

const pass = { Type: 'Pass', End: true }
const machine = (States: JsonObject, fields: JsonObject = {}): JsonObject => ({
  StartAt: 'A',
  States,
  ...fields,
})

describe('a definition', () => {
  test('with every kind of state has no fault', () => {
    const inner = (name: string): JsonObject => ({ StartAt: name, States: { [name]: pass } })
    const States = {
      A: { Type: 'Pass', Result: 1, ResultPath: '$.a', Next: 'B' },
      B: task({ TimeoutSeconds: 9, HeartbeatSeconds: 3, Credentials: { 'RoleArn.$': '$.r' }, Next: 'C' }),
      C: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'D' }], Default: 'G' },
      D: { Type: 'Wait', Seconds: 1, Next: 'E' },
      E: { Type: 'Parallel', Branches: [inner('E1'), inner('E2')], Next: 'F' },
      F: { Type: 'Map', ItemProcessor: inner('F1'), MaxConcurrency: 2, Next: 'H' },
      G: { Type: 'Fail', Error: 'E' },
      H: { Type: 'Succeed' },
    }
    expect(faultsOf(machine(States, { Comment: 'c', Version: '1.0', TimeoutSeconds: 60 }))).toEqual([])
  })

  test.each<[unknown, RegExp]>([
    [null, /^\/ a definition is an object/],
    ['text', /^\/ a definition is an object/],
    [[], /^\/ a definition is an object/],
    [{}, /^\/States must be an object of at least one state/],
    [{ StartAt: 'A' }, /^\/States must be/],
    [{ StartAt: 'A', States: {} }, /^\/States must be/],
    [{ States: { A: pass } }, /^\/StartAt must be the name/],
    [{ StartAt: 'B', States: { A: pass } }, /^\/StartAt must be the name/],
    [machine({ A: pass }, { Name: 'x' }), /^\/Name is no field of a definition/],
    [machine({ A: pass }, { Version: '2.0' }), /^\/Version must be "1.0"/],
    [machine({ A: pass }, { TimeoutSeconds: 0 }), /^\/TimeoutSeconds must be a whole number/],
    [machine({ A: pass }, { QueryLanguage: 'SQL' }), /^\/QueryLanguage must be/],
    [machine({ A: 'pass' }), /^\/States\/A must be an object/],
    [machine({ A: {} }), /^\/States\/A\/Type must be one of Pass, Task/],
    [machine({ A: { ...pass, Type: 'pass' } }), /^\/States\/A\/Type must be one of/],
  ])('%j is refused', (definition, fault) => {
    expect(faultsOf(definition)).toEqual([expect.stringMatching(fault)])
  })

  test('all faults are listed, in order', () => {
    const States = { A: task({ Resource: 'f', Next: 'X' }), B: { Type: 'Wait', Next: 'A' } }
    expect(faultsOf(machine(States))).toEqual([
      '/States/A/Resource must be the ARN of what the Task runs',
      '/States/B needs Seconds or SecondsPath or Timestamp or TimestampPath',
      '/States/A/Next "X" is no state beside this one',
      '/States/B cannot be reached',
    ])
  })
})

describe('transitions', () => {
  test.each<[JsonObject, string]>([
    [{ A: { Type: 'Pass' } }, '/States/A needs Next or End'],
    [{ A: { ...pass, Next: 'A' } }, '/States/A has Next and End: only one of them is allowed'],
    [{ A: { Type: 'Pass', End: false } }, '/States/A/End must be true; to go on, use Next instead'],
    [{ A: { Type: 'Pass', Next: 3 } }, '/States/A/Next must be the name of a state'],
    [{ A: { Type: 'Pass', Next: 'B' } }, '/States/A/Next "B" is no state beside this one'],
    [{ A: { Type: 'Succeed', Next: 'A' } }, '/States/A/Next is no field of a Succeed state with JSONPath'],
    [{ A: pass, B: pass }, '/States/B cannot be reached'],
  ])('%j', (States, fault) => {
    expect(faultsOf(machine(States))).toEqual([fault])
  })

  test('rules, defaults and catchers lead to states too', () => {
    const rule = { Variable: '$.a', IsNull: true, Next: 'X' }
    expect(faultsOf(machine({ A: { Type: 'Choice', Choices: [rule], Default: 'Y' } }))).toEqual([
      '/States/A/Default "Y" is no state beside this one',
      '/States/A/Choices[0]/Next "X" is no state beside this one',
    ])
    const catching = task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }] })
    expect(faultsOf(machine({ A: catching, B: pass }))).toEqual([])
  })

  test('a branch cannot lead out of itself, nor in', () => {
    const branch = { StartAt: 'I', States: { I: { Type: 'Pass', Next: 'B' } } }
    const States = { A: { Type: 'Parallel', Branches: [branch], Next: 'B' }, B: pass }
    expect(faultsOf(machine(States))).toEqual([
      '/States/A/Branches[0]/States/I/Next "B" is no state beside this one',
    ])
    expect(faultsOf(machine({ A: { Type: 'Pass', Next: 'I' } }))).toHaveLength(1)
  })
})

describe('names', () => {
  test('stand once in the whole definition', () => {
    const branch = { StartAt: 'A', States: { A: pass } }
    expect(
      faultsOf(
        machine({
          A: { Type: 'Parallel', Branches: [branch, { ...branch, States: { A: pass } }], End: true },
        }),
      ),
    ).toEqual([
      '/States/A/Branches[0]/States/A the name is taken already at /States/A',
      '/States/A/Branches[1]/States/A the name is taken already at /States/A',
    ])
    const map = { Type: 'Map', Iterator: { StartAt: 'M', States: { M: pass } }, End: true }
    expect(faultsOf({ StartAt: 'M', States: { M: map } })).toEqual([
      '/States/M/Iterator/States/M the name is taken already at /States/M',
    ])
  })

  test('have at most 80 characters', () => {
    const long = 'x'.repeat(81)
    expect(faultsOf({ StartAt: long, States: { [long]: pass } })).toEqual([
      expect.stringMatching(/1 to 80 characters/),
    ])
    expect(faultsOf({ StartAt: 'x'.repeat(80), States: { ['x'.repeat(80)]: pass } })).toEqual([])
  })
})

describe('query languages', () => {
  const jsonata = (state: JsonObject) => faultsOf(machineOf(state, { QueryLanguage: 'JSONata' }))

  test('a state may choose JSONata, but not go back to JSONPath', () => {
    expect(faultsOf(machineOf({ ...pass, QueryLanguage: 'JSONata', Output: '{% 1 %}' }))).toEqual([])
    expect(jsonata({ ...pass, QueryLanguage: 'JSONPath' })).toEqual([
      '/States/S/QueryLanguage cannot be JSONPath where the definition says JSONata',
    ])
    expect(faultsOf(machineOf({ ...pass, QueryLanguage: 'jsonata' }))).toEqual([
      expect.stringMatching(/JSONPath or JSONata/),
    ])
  })

  test('what a Map chooses does not bind the states inside it', () => {
    const inner = { StartAt: 'I', States: { I: { ...pass, QueryLanguage: 'JSONPath', InputPath: '$.a' } } }
    expect(
      faultsOf(machineOf({ Type: 'Map', QueryLanguage: 'JSONata', ItemProcessor: inner, End: true })),
    ).toEqual([])
  })

  test.each<Json>([
    'InputPath',
    'Parameters',
    'ResultSelector',
    'ResultPath',
    'OutputPath',
    'TimeoutSecondsPath',
  ])('%s is no field of a Task with JSONata', (name) => {
    expect(jsonata(task({ [String(name)]: '$' }))).toEqual([
      `/States/S/${String(name)} is no field of a Task state with JSONata`,
    ])
  })

  test('Arguments and Output are no fields with JSONPath', () => {
    expect(faultsOf(machineOf(task({ Arguments: {}, Output: 1 })))).toHaveLength(2)
  })
})
