import { describe, expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { cidrBlocks } from './cidr-blocks.ts'
import { joinParts, referencesIn } from './symbolic.ts'
import { deployed, findingsOf, holding } from './template.fixture.ts'

const parameters = {
  Parameters: {
    Env: { Type: 'String', Default: 'dev' },
    Zones: { Type: 'CommaDelimitedList', Default: 'a, b,c' },
  },
}
const mappings = {
  Mappings: { Sizes: { dev: { Type: 't3.micro', Zones: ['1', '2'] }, prod: { Type: 'm5.large' } } },
}
const around = { ...parameters, ...mappings }

// Expected values follow the pages of the single functions in the AWS CloudFormation user guide.
describe('a function', () => {
  test.each<[string, Json, Json | undefined]>([
    ['Ref to a parameter', { Ref: 'Env' }, 'dev'],
    ['Ref to a list parameter', { Ref: 'Zones' }, ['a', 'b', 'c']],
    ['Ref to a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-west-1'],
    ['Ref to a resource', { Ref: 'Other' }, { Ref: 'Other' }],
    ['Ref to AWS::NoValue', { Ref: 'AWS::NoValue' }, undefined],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Other', 'TopicName'] }, { 'Fn::GetAtt': ['Other', 'TopicName'] }],
    ['GetAtt as a text', { 'Fn::GetAtt': 'Other.Outputs.Url' }, { 'Fn::GetAtt': ['Other', 'Outputs.Url'] }],
    ['Join', { 'Fn::Join': [':', ['a', 'b', 'c']] }, 'a:b:c'],
    ['Join of a parameter list', { 'Fn::Join': ['-', { Ref: 'Zones' }] }, 'a-b-c'],
    [
      'Join with a resource',
      { 'Fn::Join': ['/', ['x', { Ref: 'Other' }, 1]] },
      { 'Fn::Join': ['', ['x/', { Ref: 'Other' }, '/1']] },
    ],
    ['Select', { 'Fn::Select': ['1', ['apples', 'grapes']] }, 'grapes'],
    ['Select of a parameter list', { 'Fn::Select': [2, { Ref: 'Zones' }] }, 'c'],
    ['Split', { 'Fn::Split': ['|', 'a||c|'] }, ['a', '', 'c', '']],
    ['Select of Split', { 'Fn::Select': [0, { 'Fn::Split': ['-', 'one-two'] }] }, 'one'],
    ['Sub', { 'Fn::Sub': `arn:aws:s3:::\${Env}-\${AWS::AccountId}` }, 'arn:aws:s3:::dev-111122223333'],
    [
      'Sub with names of its own',
      { 'Fn::Sub': [`\${Name}.\${Env}`, { Name: { Ref: 'AWS::StackName' } }] },
      'stack.dev',
    ],
    ['Sub with a literal', { 'Fn::Sub': `\${!Env} \${Env}` }, `\${Env} dev`],
    [
      'Sub with an attribute',
      { 'Fn::Sub': `x\${Other.TopicArn}` },
      { 'Fn::Join': ['', ['x', { 'Fn::GetAtt': ['Other', 'TopicArn'] }]] },
    ],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'Env' }, 'Type'] }, 't3.micro'],
    ['FindInMap of a list', { 'Fn::FindInMap': ['Sizes', 'dev', 'Zones'] }, ['1', '2']],
    [
      'FindInMap with a default',
      { 'Fn::FindInMap': ['Sizes', 'test', 'Type', { DefaultValue: 'none' }] },
      'none',
    ],
    ['Base64', { 'Fn::Base64': 'héllo' }, 'aMOpbGxv'],
    [
      'Cidr',
      { 'Fn::Cidr': ['192.168.0.0/24', 6, 5] },
      [0, 32, 64, 96, 128, 160].map((last) => `192.168.0.${last}/27`),
    ],
    ['GetAZs', { 'Fn::Select': [1, { 'Fn::GetAZs': '' }] }, 'eu-west-1b'],
    ['ImportValue', { 'Fn::ImportValue': { 'Fn::Sub': `\${Env}-vpc` } }, { 'Fn::ImportValue': 'dev-vpc' }],
    ['an object of several members', { Ref: 'Env', Other: { Ref: 'Env' } }, { Ref: 'Env', Other: 'dev' }],
    ['AWS::NoValue inside a list', ['a', { Ref: 'AWS::NoValue' }, 'b'], ['a', 'b']],
  ])('%s', (_, value, expected) => {
    expect(deployed(value, around, { region: 'eu-west-1' })).toEqual(expected)
  })

  test('gives what another stack exports, when that is known', () => {
    expect(deployed({ 'Fn::ImportValue': 'net-vpc' }, {}, { imports: { 'net-vpc': 'vpc-1' } })).toBe('vpc-1')
  })
})

describe('a function that cannot be evaluated', () => {
  test.each<[string, Json, string]>([
    ['an unknown name', { Ref: 'Lost' }, 'neither a parameter nor a resource'],
    ['an unknown attribute owner', { 'Fn::GetAtt': ['Lost', 'Arn'] }, 'neither a parameter nor a resource'],
    ['no attribute', { 'Fn::GetAtt': 'Other' }, 'takes a resource and an attribute'],
    ['Join without a list', { 'Fn::Join': ['-', 'a'] }, 'takes a delimiter and a list'],
    ['Select beyond the end', { 'Fn::Select': [3, ['a']] }, 'asks for element 3 of 1'],
    ['Select without a number', { 'Fn::Select': ['x', ['a']] }, 'takes an index and a list'],
    ['Split without a delimiter', { 'Fn::Split': ['', 'a'] }, 'takes a delimiter and a text'],
    ['Sub of a number', { 'Fn::Sub': 3 }, 'takes a text'],
    [
      'FindInMap without a row',
      { 'Fn::FindInMap': ['Sizes', 'test', 'Type'] },
      'finds nothing under Sizes, test, Type',
    ],
    ['Cidr that does not fit', { 'Fn::Cidr': ['10.0.0.0/30', 4, 2] }, 'Fn::Cidr takes'],
    ['If without a condition', { 'Fn::If': ['Lost', 1, 2] }, 'there is no condition "Lost"'],
    ['If without values', { 'Fn::If': ['Lost'] }, 'takes the name of a condition'],
    ['a function that is not modelled', { 'Fn::ToJsonString': {} }, 'not modelled'],
    ['Ref to an object', { Ref: {} }, 'Ref takes a name'],
  ])('%s is a finding at its place', (_, value, text) => {
    const findings = findingsOf({ template: holding(value, mappings) })
    expect(findings.join()).toContain(text)
    expect(findings[0]).toMatch(/^Resources\.Holder\.Properties\.Value/)
  })
})

test('parts of a join that are known are merged', () => {
  expect(joinParts('', [])).toBe('')
  expect(joinParts('-', ['a', 2, true])).toBe('a-2-true')
  expect(joinParts(',', [{ Ref: 'A' }])).toEqual({ 'Fn::Join': ['', [{ Ref: 'A' }]] })
})

test('references are found at any depth', () => {
  const value: Json = { A: [{ Ref: 'X' }, { 'Fn::Join': ['', ['a', { 'Fn::GetAtt': ['Y', 'Arn'] }]] }] }
  expect(referencesIn(value)).toEqual([
    { logicalId: 'X', attribute: null },
    { logicalId: 'Y', attribute: 'Arn' },
  ])
})

test('blocks of addresses fit or are none', () => {
  expect(cidrBlocks('10.1.2.3/16', 2, 8)).toEqual(['10.1.0.0/24', '10.1.1.0/24'])
  expect(cidrBlocks('2001:db8::/56', 2, 64)).toEqual(['2001:db8::/64', '2001:db8:0:1::/64'])
  expect(cidrBlocks('10.0.0.0/24', 257, 1)).toBe(null)
  expect(cidrBlocks('10.0.0.0/33', 1, 1)).toBe(null)
  expect(cidrBlocks('10.0.0/24', 1, 1)).toBe(null)
  expect(cidrBlocks('10.0.0.0', 1, 1)).toBe(null)
})
