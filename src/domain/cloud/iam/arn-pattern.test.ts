import { describe, expect, test } from 'vitest'
import { compileArnTest, compileResourcePattern, coveredService } from './arn-pattern.ts'
import { isFixed, readTemplate } from './template.ts'

const compileWith =
  (compile: typeof compileArnTest) =>
  (pattern: string, value: string): boolean => {
    const parts = readTemplate(pattern, false)
    if (!isFixed(parts)) throw new Error('no variables here')
    return compile(parts)(value)
  }

const covers = compileWith(compileResourcePattern)
const isLike = compileWith(compileArnTest)

describe('a Resource entry', () => {
  test('matches the objects that the user guide lists, and no others', () => {
    const pattern = 'arn:aws:s3:::bucket/*/test/*'
    const inside = [
      '1/test/object.jpg',
      '1/2/test/object.jpg',
      '1/2/test/3/object.jpg',
      '1/2/3/test/4/object.jpg',
      '1///test///object.jpg',
      '1/test/.jpg',
      '/test/object.jpg',
      '1/test/',
    ]
    const outside = ['1-test/object.jpg', 'test/object.jpg', '1/2/test.jpg']
    expect(inside.filter((name) => !covers(pattern, `arn:aws:s3:::bucket/${name}`))).toEqual([])
    expect(outside.filter((name) => covers(pattern, `arn:aws:s3:::bucket/${name}`))).toEqual([])
  })

  test('is case-sensitive', () => {
    expect(covers('arn:aws:s3:::Docs/*', 'arn:aws:s3:::docs/a')).toBe(false)
  })

  test('an incomplete ARN is completed with wildcards', () => {
    expect(covers('arn:aws:sqs', 'arn:aws:sqs:eu-west-1:111111111111:jobs')).toBe(true)
    expect(covers('arn:aws:sqs:eu-west-1', 'arn:aws:sqs:eu-west-1:111111111111:jobs')).toBe(true)
    expect(covers('arn:aws:sqs:eu-west-1', 'arn:aws:sqs:us-east-1:111111111111:jobs')).toBe(false)
    expect(covers('arn:aws:s3:*', 'arn:aws:s3:::docs')).toBe(true)
  })

  test('a star that ends a component may run over colons, one inside it may not', () => {
    const send = 'arn:aws:lambda:us-east-1:111111111111:function:send'
    expect(covers('arn:aws:lambda:*:function:send', send)).toBe(true)
    expect(covers('arn:aws:lambda:us-*:function:send', send)).toBe(true)
    expect(covers('arn:aws:lambda:us-*1:function:send', send)).toBe(false)
    expect(covers('arn:aws:lambda:us-*-1:111111111111:function:send', send)).toBe(true)
    expect(covers('arn:aws:lambda:us-east-?:111111111111:function:send', send)).toBe(true)
    expect(covers('arn:aws:lambda:us-east-1?1111:function:send', send)).toBe(false)
  })

  test('after the fifth colon wildcards cover colons too', () => {
    const alias = 'arn:aws:lambda:eu-west-1:111111111111:function:send:live'
    expect(covers('arn:aws:lambda:eu-west-1:111111111111:function:*', alias)).toBe(true)
    expect(covers('arn:aws:lambda:eu-west-1:111111111111:function?send*', alias)).toBe(true)
    expect(covers('arn:aws:lambda:eu-west-1:111111111111:function:send', alias)).toBe(false)
  })

  test('a lone star covers everything, a request without a resource too', () => {
    expect(covers('*', 'arn:aws:s3:::docs')).toBe(true)
    expect(covers('*', '*')).toBe(true)
  })
})

describe('coveredService', () => {
  test('tells the service whose every resource is covered', () => {
    expect(coveredService('*')).toBe('*')
    expect(coveredService('arn:aws:s3:::*')).toBe('s3')
    expect(coveredService('arn:aws:ec2:*:*:*')).toBe('ec2')
    expect(coveredService('arn:aws:sqs')).toBe('sqs')
  })

  test('is null for a pattern that leaves some out', () => {
    for (const pattern of ['arn:aws:s3:::docs', 'arn:aws:s3:::docs*', 'arn:aws:ec2:eu-west-1:*:*'])
      expect(coveredService(pattern)).toBe(null)
  })
})

describe('an ARN operator', () => {
  test('checks each component by itself, as the user guide shows', () => {
    const pattern = 'arn:aws:someservice:*:111122223333:finance/*'
    const value = 'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt'
    expect(isLike(pattern, value)).toBe(false)
    expect(isLike(pattern, 'arn:aws:someservice:us-east-2:111122223333:finance/document.txt')).toBe(true)
  })

  test('allows wildcards in every component', () => {
    expect(isLike('arn:*:iam::*:role/app', 'arn:aws:iam::111111111111:role/app')).toBe(true)
    expect(isLike('arn:aws:iam::1?1111111111:role/*', 'arn:aws:iam::111111111111:role/x/y')).toBe(true)
    expect(isLike('arn:aws:sns:*:1:t', 'arn:aws:sns:eu-west-1:1:t')).toBe(true)
    expect(isLike('arn:aws:sns:*:t', 'arn:aws:sns:eu-west-1:1:t')).toBe(false)
  })

  test('completes an incomplete pattern and never matches what is no ARN', () => {
    expect(isLike('*', 'arn:aws:iam::111111111111:user/ana')).toBe(true)
    expect(isLike('*', 'ana')).toBe(false)
    expect(isLike('*:*', 'a:b:c:d:e:f')).toBe(false)
  })
})
