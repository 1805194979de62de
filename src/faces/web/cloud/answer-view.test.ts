import { describe, expect, test } from 'vitest'
import { viewAnswer } from './answer-view.ts'

const because = {
  layer: 'scp',
  policy: 'scp[0].policies[1]',
  statement: 0,
  effect: 'Deny',
  text: 'Denied by it.',
}
const hop = { hop: 'acl', kind: 'network-acl', rule: '*', text: 'denies tcp 443 out' }

describe('an answer in words', () => {
  test('a case without an answer says why', () => {
    expect(viewAnswer('states', { invalid: 'definition is missing' })).toMatchObject({
      verdict: { word: 'Cannot be answered', glyph: '✕' },
      reason: 'definition is missing',
    })
  })

  test('a decision names layer, document and statement, counted from one', () => {
    const warnings = [{ level: 'warning', at: 'action', text: 'is unknown' }]
    const view = viewAnswer('iam', { decision: 'explicit', because, warnings })
    expect(view.verdict).toEqual({ word: 'Denied explicitly', look: 'mark-problem', glyph: '✕' })
    expect(view.facts.map(({ value }) => value)).toEqual([
      'Service control policies',
      'scp[0].policies[1]',
      'number 1',
    ])
    expect(view.trails).toEqual([{ title: 'Warnings', lines: ['action: is unknown'] }])
    const none = {
      layer: 'identity',
      policy: null,
      statement: null,
      effect: null,
      text: 'Nothing allows it.',
    }
    expect(viewAnswer('iam', { decision: 'implicit', because: none }).facts[2]?.value).toBe('none')
  })

  test('a match and its absence are no success and failure', () => {
    expect(viewAnswer('events', { match: true }).verdict.word).toBe('Matches')
    expect(viewAnswer('events', { match: false }).verdict).toMatchObject({ look: 'mark-attention' })
  })

  test('a blocked reply is told with its hop, after the request has passed', () => {
    const answer = {
      reachable: false,
      path: [{ ...hop, hop: 'igw', text: 'It comes in.' }],
      blockedBy: { direction: 'reply', ...hop },
      reply: { reachable: false, path: [], blockedBy: hop },
    }
    expect(viewAnswer('network', answer)).toMatchObject({
      verdict: { word: 'Not reachable' },
      reason: 'The reply stops at acl: denies tcp 443 out.',
      trails: [{ title: 'The request passes', lines: ['igw: It comes in.'] }],
    })
    expect(
      viewAnswer('network', { reachable: true, path: [], blockedBy: null, reply: null }).verdict.word,
    ).toBe('Reachable')
  })

  test('an address plan lists faults before subnets', () => {
    const answer = {
      fits: false,
      subnets: [],
      free: ['10.0.1.0/24'],
      faults: [{ at: 'ranges[0]', text: 'is full' }],
    }
    const { verdict, trails } = viewAnswer('network', answer)
    expect(verdict.word).toBe('Does not fit')
    expect(trails.map(({ lines }) => lines)).toEqual([['ranges[0]: is full'], ['10.0.1.0/24']])
  })

  test('an execution tells its error and its history', () => {
    const history = [{ id: 1, at: 3, type: 'TaskFailed', state: 'Book', error: 'Busy' }]
    const failed = viewAnswer('states', {
      status: 'FAILED',
      output: null,
      error: 'Busy',
      cause: 'No berth.',
      history,
    })
    expect(failed.reason).toBe('Busy: No berth.')
    expect(failed.trails[0]?.lines).toEqual(['At 3 s: task failed in Book, Busy'])
    expect(viewAnswer('states', { status: 'SUCCEEDED', output: { a: 1 }, history }).reason).toContain(
      '{"a":1}',
    )
  })

  test('a simulation tells its trail, a calculation its figures', () => {
    const view = viewAnswer('time', { states: ['OK'], trail: [{ at: 1, text: 'It becomes OK.' }] })
    expect(view.reason).toBe('1 thing happened')
    expect(view.trails[0]?.lines).toEqual(['At 1: It becomes OK.'])
    expect(viewAnswer('capacity', { total: 15 }).facts).toEqual([{ name: 'Total', value: '15' }])
  })

  test('a template tells what is left out and by which condition', () => {
    const answer = {
      resources: [{ logicalId: 'Tickets', type: 'AWS::SQS::Queue' }],
      absent: [{ logicalId: 'Dead', condition: 'IsProd' }],
      outputs: {},
      conditions: { IsProd: false },
      creationOrder: [['Tickets']],
    }
    const { reason, trails } = viewAnswer('templates', answer)
    expect(reason).toBe('1 resource after deployment, 1 left out by conditions.')
    expect(trails[1]).toEqual({ title: 'Left out', lines: ['Dead: IsProd is false'] })
  })

  test.each([
    [[{ losesData: true, text: 'is replaced' }], [], 'Loses data'],
    [[{ losesData: false, text: 'is updated' }], [], 'Keeps data'],
    [[], [{ logicalId: 'A', text: 'changes its type' }], 'Refused'],
  ])('an update %j with refusals %j is judged by the gravest thing it does', (updates, refused, word) => {
    expect(viewAnswer('templates', { updates, refused }).verdict.word).toBe(word)
  })
})
