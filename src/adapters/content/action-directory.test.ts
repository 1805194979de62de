import { describe, expect, test } from 'vitest'
import { openActionDirectory } from './action-directory.ts'

const directory = openActionDirectory()

describe('the list of actions', () => {
  test('knows the actions of a service with resource types and condition keys', async () => {
    const s3 = await directory.service('s3')
    expect(s3?.get('getobject')).toMatchObject({ name: 'GetObject', accessLevel: 'Read' })
    expect(s3?.get('getobject')?.resourceTypes).toContain('object')
    expect(s3?.get('getobject')?.conditionKeys).toContain('s3:ExistingObjectTag/<key>')
    expect(s3?.has('getobjects')).toBe(false)
  })

  test('knows no service that does not exist', async () => {
    expect(await directory.service('s33')).toBe(undefined)
  })

  test('reads a service once, whatever the case of its name', async () => {
    expect(await directory.service('SQS')).toBe(await directory.service('sqs'))
  })

  test('gives the policy model the facts of the named services only', async () => {
    const catalogue = await directory.catalogue(['sqs', 'SQS', 'nonsense'])
    expect(catalogue.get('sqs:sendmessage')).toEqual({ conditionKeys: expect.any(Array) })
    expect([...catalogue.keys()].every((name) => name.startsWith('sqs:'))).toBe(true)
  })
})
