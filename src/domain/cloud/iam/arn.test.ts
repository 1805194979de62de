import { describe, expect, test } from 'vitest'
import { isAccountId, parseArn, splitSix } from './arn.ts'

describe('parseArn', () => {
  test('reads the six components, further colons belonging to the resource', () => {
    expect(parseArn('arn:aws:lambda:eu-west-1:111111111111:function:send:live')).toEqual({
      partition: 'aws',
      service: 'lambda',
      region: 'eu-west-1',
      account: '111111111111',
      resource: 'function:send:live',
    })
    expect(parseArn('arn:aws-cn:s3:::docs/a:b')).toMatchObject({
      partition: 'aws-cn',
      account: '',
      resource: 'docs/a:b',
    })
  })

  test('is null for what is none', () => {
    for (const text of ['', 'arn', 'arn:aws:s3', 'arn:aws:s3::docs', 'urn:aws:s3:::docs', 's3://docs'])
      expect(parseArn(text)).toBe(null)
  })
})

test('splitSix keeps short texts as they are', () => {
  expect(splitSix('a:b')).toEqual(['a', 'b'])
  expect(splitSix('a:b:c:d:e:f:g:h')).toEqual(['a', 'b', 'c', 'd', 'e', 'f:g:h'])
})

test('an account id has exactly twelve digits', () => {
  expect(['111111111111', '012345678901'].every(isAccountId)).toBe(true)
  expect(['11111111111', '1111111111111', '11111111111a', ''].some(isAccountId)).toBe(false)
})
