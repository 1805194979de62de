import { describe, expect, test } from 'vitest'
import {
  addVersion,
  type Bucket,
  deleteKey,
  listVersions,
  openBucket,
  operate,
  removeVersion,
  stackOf,
} from './bucket.ts'

const put = (bucket: Bucket, at: number, key = 'a') => operate(bucket, { op: 'put', key, day: 0 }, at)
const words = (bucket: Bucket) =>
  listVersions(bucket).map(
    ({ key, version, kind, current }) => `${key}${version} ${kind}${current ? ' current' : ''}`,
  )

describe('a bucket', () => {
  test('without versioning keeps the newest object only, and deletes for good', () => {
    const bucket = openBucket('disabled')
    put(bucket, 0)
    put(bucket, 1)
    expect(words(bucket)).toEqual(['a2 object current'])
    deleteKey(bucket, 'a', 2)
    deleteKey(bucket, 'a', 3)
    expect(words(bucket)).toEqual([])
  })

  test('with versioning keeps every version and remembers since when it is noncurrent', () => {
    const bucket = openBucket('enabled')
    put(bucket, 0.5)
    put(bucket, 3.25)
    deleteKey(bucket, 'a', 7)
    expect(words(bucket)).toEqual(['a3 delete-marker current', 'a2 object', 'a1 object'])
    expect(stackOf(bucket, 'a').map(({ noncurrentSince }) => noncurrentSince)).toEqual([null, 7, 3.25])
  })

  test('makes the next version current when the newest is deleted for good', () => {
    const bucket = openBucket('enabled')
    put(bucket, 0)
    put(bucket, 1)
    removeVersion(bucket, 'a', 2)
    expect(words(bucket)).toEqual(['a1 object current'])
    removeVersion(bucket, 'a', 9)
    removeVersion(bucket, 'a', 1)
    expect(bucket.stacks.size).toBe(0)
  })

  test('while suspended replaces only the null version', () => {
    const bucket = openBucket('enabled')
    put(bucket, 0)
    operate(bucket, { op: 'versioning', state: 'suspended', day: 0 }, 1)
    put(bucket, 1)
    put(bucket, 2)
    expect(words(bucket)).toEqual(['a3 object current', 'a1 object'])
    deleteKey(bucket, 'a', 3)
    expect(words(bucket)).toEqual(['a4 delete-marker current', 'a1 object'])
  })

  test('lists keys in order, with the class of objects only', () => {
    const bucket = openBucket('enabled')
    addVersion(bucket, { key: 'b', kind: 'object', created: 0, class: 'GLACIER', size: 5 })
    deleteKey(bucket, 'a', 1)
    expect(listVersions(bucket)).toEqual([
      { key: 'a', version: 1, kind: 'delete-marker', current: true, class: null, size: 0 },
      { key: 'b', version: 1, kind: 'object', current: true, class: 'GLACIER', size: 5 },
    ])
  })
})
